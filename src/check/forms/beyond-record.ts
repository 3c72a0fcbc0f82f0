import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { labelOf, texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { ownersOf } from "../match/kin.ts";
import { placesIn } from "../match/places-in.ts";
import { statusOf, timeOfRecord } from "../match/record-fit.ts";
import { hasWord, plainWords } from "../match/words.ts";
import { isEnded } from "../rule/gate.ts";
import { periodLabel } from "../rule/period.ts";
import type { ReasonData } from "../rule/types.ts";
import { takersOf } from "./takers.ts";
import { type CheckContext, type Outcome, reason } from "./types.ts";

/**
 * What a sentence says beyond the records that show who gave to whom: other goods ("supplied tanks"), all of them ("every city"), or how it was
 * done ("illegally"). Goods that no record names are not borne out at all; the rest holds but for those words.
 */
export function beyondRecord(found: Outcome, claim: Claim, context: CheckContext): Outcome {
  const isShown = found.verdict === "supported" && claim.form === "relation" && claim.polarity === "positive";
  const records = isShown ? recordsShown(found, context) : [];
  if (records.length === 0) return found;
  if (claim.status === "cancelled" && !records.some(record => isEnded(statusOf(record))))
    return notEnded(found);
  const known = wordsOfAll(records);
  const goods = claim.roles["object"] ?? strangeGoods(claim, context);
  if (goods.length > 0 && !isNamed(goods, [...records, ...recordsOfParties(claim, context)]))
    return otherGoods(found, goods);
  const words =
    beyondSaid(claim, context, known) ||
    otherTaker(claim, context, known) ||
    kindUnshown(claim, context, { records, known });
  if (words !== "") return imprecise(found, reason("beyond-record", { words }));
  const first = firstShown(records);
  const since = claim.period[1] === null ? (claim.period[0] ?? "") : "";
  const isLater = since !== "" && first !== "" && Number(first) > Number(since.slice(0, 4)) + NEXT_YEAR;
  if (isLater) return imprecise(found, reason("since-later", { since, first }));
  // "By 2010 it had supplied": what is on record began later.
  const by = claim.period[0] === null ? (claim.period[1] ?? "").slice(0, 4) : "";
  const [record] = records;
  const isBefore = by !== "" && first !== "" && Number(first) > Number(by);
  return isBefore
    ? imprecise(
        found,
        reason("other-date", { label: record!.label, period: periodLabel(timeOfRecord(record!)) }),
      )
    : found;
}

/** A record dated in the year behind the one that is told may be of what went on then. */
const NEXT_YEAR = 1;

const imprecise = (found: Outcome, why: ReasonData): Outcome => ({
  ...found,
  verdict: "imprecise",
  // What is wrong comes first: a card that is closed shows no more.
  reasons: [why, ...found.reasons],
});

/** The year of the earliest record; empty where one has none. */
function firstShown(records: readonly RecordRow[]): string {
  const years = records.map(record => timeOfRecord(record)?.start.slice(0, 4) ?? "");
  return years.includes("") ? "" : years.sort()[0]!;
}

/** Of several kinds of things that are told as given, one that no record shows; empty where all are shown. */
function kindUnshown(
  { roles }: Claim,
  { shelf: { codebook } }: CheckContext,
  { records, known }: { readonly records: readonly RecordRow[]; readonly known: () => ReadonlySet<string> },
): string {
  const shown = new Set(records.flatMap(({ row }) => texts(row["product_kind"])));
  const label = (code: string) => labelOf(codebook, "product-kinds", code);
  const isKnown = (code: string) =>
    shown.has(code) || plainWords(label(code)).some(word => hasWord(known(), word));
  const unshown = (roles["each"] ?? []).find(code => !isKnown(code));
  return unshown === undefined ? "" : label(unshown);
}

/** "Cancelled its contract": what records have as going on shows no end. */
const notEnded = (found: Outcome): Outcome => ({
  ...found,
  verdict: "unverifiable",
  reasons: [reason("no-evidence")],
  for: [],
  related: [...found.for, ...found.related],
  missing: reason("missing-record"),
});

const otherGoods = (found: Outcome, goods: readonly string[]): Outcome => ({
  ...found,
  verdict: "unverifiable",
  reasons: [reason("other-goods", { words: goods.join(" "), label: found.for[0]?.label ?? "" })],
  for: [],
  related: [...found.for, ...found.related],
  missing: reason("missing-record"),
});

function recordsShown({ for: shown }: Outcome, { shelf }: CheckContext): readonly RecordRow[] {
  const ids = new Set(shown.map(({ record }) => record));
  return [...shelf.records.values()].flat().filter(({ id }) => ids.has(id));
}

function isNamed(words: readonly string[], records: readonly RecordRow[]): boolean {
  const known = new Set(records.flatMap(wordsOf));
  return words.some(word => hasWord(known, word));
}

/** Every record of those who give and those who take, shown or not. */
function recordsOfParties({ roles }: Claim, { shelf }: CheckContext): readonly RecordRow[] {
  const sides = [roles["recipient"], roles["vendor"] ?? roles["provider"] ?? roles["vendor-country"]];
  const told = sides.filter(side => side !== undefined && side.length > 0);
  return [...shelf.records.values()].flat().filter(({ row }) => {
    const values = new Set(Object.values(row).flatMap(texts));
    return told.every(side => side!.some(code => values.has(code)));
  });
}

/** All words of some records, read when first asked for. */
function wordsOfAll(records: readonly RecordRow[]): () => ReadonlySet<string> {
  let found: ReadonlySet<string> | null = null;
  return () => {
    found ??= new Set(records.flatMap(wordsOf));
    return found;
  };
}

const wordsOf = ({ row, label }: RecordRow): readonly string[] =>
  plainWords([label, ...Object.values(row).flat()].join(" "));

/** "To the Serbian army", "a football club in Serbia": a body of another sort than any that the records name; empty where there is none. */
function otherTaker(claim: Claim, { document }: CheckContext, known: () => ReadonlySet<string>): string {
  const language = document.language.slice(0, 2);
  const clause = document.text.slice(...claim.span);
  const sorts = idiom("takerSort", language).find(clause);
  const strange = sorts.filter(
    span => !plainWords(clause.slice(...span)).some(word => hasWord(known(), word)),
  );
  if (strange.length === 0) return "";
  const takers = takersOf(claim);
  const places = placesIn(clause, language);
  const names = places.filter(({ country }) => takers.includes(country)).map(({ span }) => span);
  const found = strange.find(
    sort => ownersOf(clause, [sort], { names, language, joints: "takerOf", bare: true }).size > 0,
  );
  return found ? clause.slice(...found) : "";
}

/** Words for goods that are none of the field, where the reader knows no kind of what is given. */
function strangeGoods({ roles, span }: Claim, { document }: CheckContext): readonly string[] {
  if ((roles["product-kind"] ?? roles["topic"] ?? []).length > 0) return [];
  const clause = document.text.slice(...span);
  return idiom("strangeGoods", document.language.slice(0, 2))
    .find(clause)
    .map(each => clause.slice(...each));
}

/** Words for all of a thing and for how something was done that none of the records has; empty where there are none. */
function beyondSaid(claim: Claim, { document }: CheckContext, known: () => ReadonlySet<string>): string {
  const { text, language } = document;
  const clause = text.slice(...claim.span);
  for (const name of ["ofAll", "mannerSaid"] as const)
    for (const [from, to] of idiom(name, language.slice(0, 2)).find(clause)) {
      const words = clause.slice(from, to);
      if (!plainWords(words).every(word => hasWord(known(), word))) return words;
    }
  return "";
}
