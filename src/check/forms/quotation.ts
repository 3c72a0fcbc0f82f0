import type { Claim } from "../../read/types.ts";
import { plainText } from "../gather/captured.ts";
import { sourceKind } from "../gather/schema.ts";
import { quotedWords } from "../gather/shelf.ts";
import { inOrder } from "../match/order.ts";
import { isSameName, isUnnamed } from "../rule/names.ts";
import type { Evidence } from "../types.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks words and speaker. Words that no source carries cannot be verified, however likely they sound. */
export function checkQuotation(claim: Claim, { shelf }: CheckContext): Outcome {
  const kind = sourceKind(shelf.codebook);
  const words = quotedWords(claim);
  const speaker = claim.attribution?.to ?? "";
  const captured = new Map(shelf.carrying.get(words)?.map(({ source, around }) => [source, around]));
  const isIn = (title: string) => title.length >= words.length && title.toLowerCase().includes(words);
  const carrying = (words === "" ? [] : [...shelf.sources.values()])
    .filter(({ id, title }) => isIn(title) || captured.has(id))
    .filter(({ id }) => !shelf.own.has(id))
    .sort((a, b) => inOrder(a.id, b.id));
  const shown = carrying.map(
    ({ id, title, publisher, published }): Evidence => ({
      record: id,
      kind: kind?.id ?? "",
      label: title,
      value: null,
      low: null,
      high: null,
      unit: "",
      qualifier: "",
      period: published.slice(0, 4),
      source: id,
      sources: [id],
      origin: publisher,
      class: "independent",
      note: publisher,
    }),
  );
  const name = plainText(speaker);
  const said = carrying.find(
    ({ id, publisher, authors, title }) =>
      [publisher, ...authors, title].some(each => isSameName(each, speaker)) ||
      (!isUnnamed(speaker) && captured.get(id)?.includes(name)),
  );
  if (said && speaker !== "")
    return outcome("supported", {
      reasons: [reason("quotation-found", { counter: said.publisher, label: said.title })],
      for: shown,
    });
  return outcome("unverifiable", {
    reasons: [
      reason(carrying.length > 0 ? "quotation-other-speaker" : "quotation-not-found", {
        attribution: speaker,
      }),
    ],
    related: shown,
    missing: reason("missing-transcript"),
  });
}
