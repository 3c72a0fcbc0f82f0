import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts, valuesOfType } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { timeOfRecord } from "../match/record-fit.ts";
import { plainWords } from "../match/words.ts";
import { isOneYear, isWithinMonth, type Period, parsePeriod } from "../rule/period.ts";

/** A name of so many words with capitals ("National Public Security Communications System") is one system's. */
const CAPITALS = 4;

/** A word that is written like nothing else ("TargetEYE"). */
const ODD = /\p{Ll}\p{Lu}/u;

/** Letters and a number ("ECU-911"): what stands around them in the name need not be said. */
const CODE = /(?<![\p{L}\p{N}])\p{Lu}{2,}-?\d{2,}(?![\p{L}\p{N}])/u;

/** The sentence has the whole long name of the record's product, or its odd one, or its code. */
export const isProductCalled = ({ row }: RecordRow, sentence: ReadonlySet<string>): boolean =>
  texts(row["product"]).some(
    product =>
      plainWords(CODE.exec(product)?.[0] ?? "").filter(word => sentence.has(word)).length >= 2 ||
      (((product.match(/\p{Lu}\p{Ll}+/gu) ?? []).length >= CAPITALS ||
        (ODD.test(product) && !product.includes(" "))) &&
        plainWords(product).every(word => sentence.has(word))),
  );

/** "The national data centre": a country has one of it. */
export function isNationalOne(
  { row, kind }: RecordRow,
  { sentence, claim: { roles } }: { sentence: ReadonlySet<string>; claim: Claim },
): boolean {
  const kinds = kind.fields.filter(({ id }) => id === "product_kind").flatMap(({ id }) => texts(row[id]));
  return (
    texts(row["product"]).some(isNational) &&
    kinds.some(code => roles["product-kind"]?.includes(code)) &&
    [...sentence].some(isNational)
  );
}

const isNational = (words: string): boolean => idiom("national").test(words);

/** The sentence has the very name of the record's product. */
export const isProductSaid = (
  record: RecordRow,
  { sentence, claim, shelf }: { sentence: ReadonlySet<string>; claim: Claim; shelf: Shelf },
): boolean =>
  isProductNamed(record, claim, shelf.entities) ||
  isProductCalled(record, sentence) ||
  isUserSaid(record, claim.text) ||
  isMakersName(record, { text: claim.text, entities: shelf.entities });

/** "Cameras for Revolutionary Guard": the product's name says by a name of several words for whom in the state it is, and the claim does too. */
const isUserSaid = ({ row }: RecordRow, text: string): boolean =>
  texts(row["product"]).some(product =>
    (product.match(/(?<=\bfor )\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)+/gu) ?? []).some(
      name => !/Ministry|Police|Service|Government/.test(name) && text.includes(name),
    ),
  );

/** "Remote Control System": a product by whose name the book knows its maker too. */
function isMakersName(
  { row, kind }: RecordRow,
  { text, entities }: { text: string; entities: Shelf["entities"] },
): boolean {
  const products = texts(row["product"]).filter(product => text.includes(product));
  if (products.length === 0) return false;
  const makers = valuesOfType({ kind, row }, "entity");
  return makers.some(id => products.some(product => entities.get(id)?.aliases.includes(product)));
}

/** A product with a name of its own that only one such system bears, or that the book knows as a product. */
const isProductNamed = (
  { row, kind }: RecordRow,
  { text, entities }: Claim,
  known: Shelf["entities"],
): boolean =>
  fieldsOfType(kind, "text")
    .filter(({ id }) => id === "product")
    .flatMap(({ id }) => texts(row[id]))
    .some(
      product =>
        (/\p{Lu}.*\d|\d.*\p{Lu}/u.test(product) && text.includes(product)) ||
        entities.some(
          id => known.get(id)?.kind === "product" && ` ${product} `.includes(` ${known.get(id)?.name} `),
        ),
    );

interface Said {
  readonly claim: Claim;
  readonly sentence: ReadonlySet<string>;
  readonly phrases: Shelf["codebook"]["phrases"];
}

/**
 * "Serbia ordered it from X for its expansion in 2024": a system that was agreed in the month told, or in the year told and with a word of
 * its own, is the one that is meant, whoever is said to have sold it.
 */
export function isAgreedThen(record: RecordRow, { claim, sentence, phrases }: Said): boolean {
  const [from, to] = claim.period;
  const told = from && to ? parsePeriod([from, to]) : null;
  const time = timeOfRecord(record);
  if (told === null || time === null || !isWithin(time, told)) return false;
  const isKind = (claim.roles["product-kind"]?.length ?? 0) > 0;
  if (isWithinMonth(told) && isKind) return true;
  return isOneYear(told) && tellingWords(record, phrases).some(word => sentence.has(word));
}

const isWithin = (time: Period, told: Period): boolean =>
  time.start !== "" && time.start >= told.start && time.start <= told.end;

/** Letters of a word of content. */
const LEAST_LETTERS = 6;

/** Words of a product's name that are small ones, and no words for kinds of product. */
function tellingWords({ row }: RecordRow, phrases: Shelf["codebook"]["phrases"]): string[] {
  const known = wordsOfKinds(phrases);
  const words = texts(row["product"]).flatMap(product => product.match(/(?<!\p{L})\p{Ll}+/gu) ?? []);
  return words.flatMap(plainWords).filter(word => word.length >= LEAST_LETTERS && !known.has(word));
}

const KINDS = new WeakMap<Shelf["codebook"]["phrases"], ReadonlySet<string>>();

/** Words of the phrases for kinds of product, and those for anything of the sort. */
function wordsOfKinds(phrases: Shelf["codebook"]["phrases"]): ReadonlySet<string> {
  const known = KINDS.get(phrases);
  if (known) return known;
  const words = new Set([
    ...Object.entries(phrases)
      .filter(([group]) => group.startsWith("product-kinds."))
      .flatMap(([, each]) => (each["en"] ?? []).flatMap(plainWords)),
    ...ANY,
  ]);
  KINDS.set(phrases, words);
  return words;
}

const ANY = [
  "system",
  "systems",
  "project",
  "network",
  "equipment",
  "services",
  "software",
  "solution",
  "police",
  "public",
  "national",
  "security",
  "programme",
];
