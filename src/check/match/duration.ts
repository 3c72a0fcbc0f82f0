import { readQuantities } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };

/** What makes a length of time one that already lies behind ("five years ago", "three years before the vote"). */
const BEHIND =
  /^\s*(?:ago|before|earlier|later|old\b|previously|前|后|之前|atrás|antes|después|plus tard|auparavant|назад|depois)/iu;
const HENCE =
  /(?:\bafter|\bhace|\baprès|\bil y a|\bdepois de|\bhá|\bspustya|спустя|через|过了|después de)\s*$/iu;

/** Lengths of time in months that a text runs a number over ("over ten years", 五年内). */
export function monthsIn(text: string, language: string): number[] {
  return readQuantities(text, { language }).flatMap(({ value, unit, span }) => {
    const months = MONTHS[unit];
    const isApart = BEHIND.test(text.slice(span[1])) || HENCE.test(text.slice(0, span[0]));
    return months === undefined || isApart ? [] : [Math.round(value * months)];
  });
}

const OF_FIGURE = new WeakMap<Figure, readonly number[]>();

/** The same of what a figure counts and over what; English, and it does not change. */
function monthsOf(figure: Figure): readonly number[] {
  const known = OF_FIGURE.get(figure) ?? monthsIn(`${figure.population}; ${figure.counted}`, "en");
  OF_FIGURE.set(figure, known);
  return known;
}

/** A sum for five years is not one for ten: both say over how long, and not the same. */
export function isOfOtherLength(lengths: readonly number[], figure: Figure): boolean {
  if (lengths.length === 0) return false;
  const own = monthsOf(figure);
  return own.length > 0 && !own.some(months => lengths.includes(months));
}
