import { idiom, readQuantities, unitWords } from "../../text/index.ts";
import type { Figure } from "../gather/types.ts";

const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12, decade: 120 };

/** Lengths of time in months that a text runs a number over ("over ten years", 五年内). */
export function monthsIn(text: string, language: string): number[] {
  return readQuantities(text, { language }).flatMap(({ value, unit, span }) => {
    const months = MONTHS[unit];
    // "Five years ago", "after five years".
    const isApart =
      idiom("timeBehind").after(text, span[1]) !== null || idiom("afterTime").before(text, span[0]) !== null;
    return months === undefined || isApart ? [] : [Math.round(value * months)];
  });
}

const OF_FIGURE = new WeakMap<Figure, readonly number[]>();

/** The same of what a figure counts and over what; English, and it does not change. */
function monthsOf(figure: Figure): readonly number[] {
  const known = OF_FIGURE.get(figure);
  if (known) return known;
  const text = `${figure.population}; ${figure.counted}`;
  const months = mayTellLength(text) ? monthsIn(text, "en") : [];
  OF_FIGURE.set(figure, months);
  return months;
}

/** Few figures have a word for a length of time, and reading the quantities of a text takes long. */
const mayTellLength = (english: string): boolean => {
  const lower = english.toLowerCase();
  return LENGTH_UNITS.some(unit => unitWords(unit, "en").some(word => lower.includes(word)));
};

const LENGTH_UNITS = Object.keys(MONTHS);

/**
 * A sum for five years is not one for ten: both say over how long, and not the same. Few figures do, so that the text is only read for the
 * first of them.
 */
export function isOfOtherLength(lengths: () => readonly number[], figure: Figure): boolean {
  const own = monthsOf(figure);
  if (own.length === 0) return false;
  const told = lengths();
  return told.length > 0 && !own.some(months => told.includes(months));
}

/** The lengths of time of a text, read when first asked for. */
export function lengthsIn(text: string, language: string): () => readonly number[] {
  let found: readonly number[] | null = null;
  return () => {
    found ??= monthsIn(text, language);
    return found;
  };
}
