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
    .some(([from]) => said.slice(0, from).trimEnd().endsWith(year));
}
