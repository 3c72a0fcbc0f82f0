import type { Claim } from "../../read/types.ts";
import { texts } from "../gather/rows.ts";
import type { RecordRow } from "../gather/types.ts";
import { nameOfCountry } from "../match/country-name.ts";
import { answerable, confidenceOf, placesOfRecord, unmetRoles } from "../match/record-fit.ts";
import { plainWords } from "../match/words.ts";
import type { CheckContext } from "./types.ts";

/** A system in so many towns is the country's and not a town's. */
const TOWNS = 3;

/**
 * "ZTE installed the Cidade Segura in Cabo Verde": a text that calls a kind of system by a name, with capitals, in a country of which the
 * book has records of one maker alone, speaks of that country's system. Gives the records of it that are the country's and not a town's.
 */
export function systemsOfCountry(
  records: readonly RecordRow[],
  claim: Claim,
  { shelf, document }: CheckContext,
): ReadonlySet<RecordRow> {
  const { recipient = [], "product-kind": kinds = [] } = claim.roles;
  const [taker, ...more] = recipient;
  const language = document.language.slice(0, 2);
  const phrases = kinds.flatMap(code => shelf.codebook.phrases[`product-kinds.${code}`]?.[language] ?? []);
  if (taker === undefined || more.length > 0 || !isNamed(claim.text, phrases)) return NONE;
  const roles = { recipient, "product-kind": kinds };
  const fitting = answerable(shelf, roles);
  if (!fitting) return NONE;
  const unmet = unmetRoles(roles, { fields: fitting.fields, shelf });
  const theirs = records.filter(record => unmet(record).length === 0);
  const makers = theirs.map(({ row }) => texts(row["vendors"]));
  const isOneMakers = makers[0]?.some(id => makers.every(others => others.includes(id))) ?? false;
  return isOneMakers ? new Set(theirs.filter(record => isOfCountry(record, taker))) : NONE;
}

const NONE: ReadonlySet<RecordRow> = new Set();

/** One of the phrases stands in the text with a capital at each of its words. */
const isNamed = (text: string, phrases: readonly string[]): boolean =>
  phrases.some(phrase => {
    const at = text.toLowerCase().indexOf(phrase);
    const said = at < 0 ? "" : text.slice(at, at + phrase.length);
    return said.includes(" ") && said.split(" ").every(word => /^\p{Lu}/u.test(word));
  });

function isOfCountry(record: RecordRow, taker: string): boolean {
  const towns = placesOfRecord(record);
  const name = plainWords(nameOfCountry(taker));
  const product = new Set(plainWords(texts(record.row["product"]).join(" ")));
  return (
    confidenceOf(record) !== "low" &&
    (towns.length === 0 || towns.length >= TOWNS || name.every(word => product.has(word)))
  );
}
