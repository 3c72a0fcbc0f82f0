import type { Claim, Document } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";

type Written = Pick<Document, "text" | "language">;

/** "In 2022 alone": a number of that year, which no total of many years bears out. */
export const ofYearAlone = (claim: Claim, written: Written): Claim =>
  isYearAlone(claim, written) ? { ...claim, periodKind: "annual" } : claim;

/** The sentence says of the claim's year that no other is meant. */
export function isYearAlone({ period: [start, end], sentence }: Claim, { text, language }: Written): boolean {
  const year = start?.slice(0, 4);
  if (year === undefined || end?.slice(0, 4) !== year) return false;
  const said = text.slice(...sentence);
  return idiom("alone", language)
    .find(said)
    .some(([from, to]) => {
      const [before, behind] = [said.slice(0, from), said.slice(to)];
      return before.trimEnd().endsWith(year) || (isAhead(before, language) && YEAR_BEHIND(year).test(behind));
    });
}

/** "Solo en 2022", "仅2022年": where the word stands before its year, with two small words between at most. */
const YEAR_BEHIND = (year: string): RegExp => new RegExp(`^\\s*(?:\\p{Ll}{1,5}\\s+){0,2}${year}(?!\\d)`, "u");

/** In English it stands behind its year: what stands before one belongs to something else ("China alone in 2022"). */
const isAhead = (before: string, language: string): boolean =>
  !language.startsWith("en") && !/\d\s*$/.test(before);
