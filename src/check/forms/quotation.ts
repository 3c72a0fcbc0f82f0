import type { Claim } from "../../read/types.ts";
import { toSource } from "../gather/rows.ts";
import { sourceKind } from "../gather/schema.ts";
import { isSameName } from "../rule/names.ts";
import type { Evidence } from "../types.ts";
import { type CheckContext, type Outcome, outcome, reason } from "./types.ts";

/** Checks words and speaker. Words that no source carries cannot be verified, however likely they sound. */
export async function checkQuotation(claim: Claim, { book, shelf }: CheckContext): Promise<Outcome> {
  const kind = sourceKind(book.codebook);
  const words = claim.quoted
    .toLowerCase()
    .replace(/[.,;:!?…]+$/u, "")
    .trim();
  const speaker = claim.attribution?.to ?? "";
  const rows =
    kind && words !== ""
      ? await book.sql(`SELECT * FROM ${kind.id} WHERE contains(lower(title), $1) ORDER BY id LIMIT 5`, [
          words,
        ])
      : [];
  const carrying = rows.map(toSource).filter(({ id }) => !shelf.own.has(id));
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
  const said = carrying.find(({ publisher, authors, title }) =>
    [publisher, ...authors, title].some(name => isSameName(name, speaker)),
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
