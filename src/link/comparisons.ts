import { NAME_LEVELS, nameLevel } from "./names/organisations.ts";
import { normalise } from "./normalise.ts";
import { jaroWinklerPoints, levenshteinPoints, oneEditApart } from "./strings.ts";
import {
  abbreviates,
  jaccard,
  jaroWinklerBound,
  moveTo,
  sharedWords,
  type ValueParts,
  type Values,
  wordCount,
} from "./values.ts";

/** How a column is compared. */
export type ComparisonType =
  | "name"
  | "organisation"
  | "text"
  | "date"
  | "code"
  | "email"
  | "number"
  | "category"
  | "set";

/** A comparison gives a level: 0 for difference, the highest for equality. */
export interface Comparison {
  /** What each level means, from the lowest. */
  readonly levels: readonly string[];
  /** Level of two values that are not equal; equal ones have the highest level without a call. */
  readonly compare: (values: Values, a: number, b: number) => number;
}

/** Prepares a value; null where it is missing (empty after normalisation). */
export function prepare(value: string, type: ComparisonType): ValueParts | null {
  const text =
    type === "email"
      ? value.trim().toLowerCase()
      : type === "set"
        ? setText(value)
        : type === "number"
          ? numberText(value)
          : normalise(value);
  const compact = type === "code" ? text.replaceAll(" ", "") : text;
  if (compact === "") return null;
  return {
    text: compact,
    tokens: tokensOf(text, type),
    number: type === "number" ? readNumber(value) : Number.NaN,
    date: type === "date" ? readDate(value) : [0, 0, 0],
  };
}

function tokensOf(text: string, type: ComparisonType): readonly string[] {
  return [...new Set(text.split(type === "set" ? ";" : " "))];
}

const setText = (value: string) =>
  [...new Set(value.split(/[;|]/).map(normalise).filter(Boolean))].sort().join(";");

/** Digits with separators of thousands and a currency sign or unit around them; NaN where there is no number. */
export function readNumber(value: string): number {
  const match = /-?\d[\d,' ]*(?:\.\d+)?(?:e[+-]?\d+)?/i.exec(value);
  return match ? Number(match[0].replace(/[,' ]/g, "")) : Number.NaN;
}

function numberText(value: string): string {
  const number = readNumber(value);
  return Number.isNaN(number) ? normalise(value) : String(number);
}

/** Year-month-day with separators or eight digits; the year may come first or last. */
export function readDate(value: string): readonly [number, number, number] {
  const match =
    /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\s*$/.exec(value) ??
    /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(value);
  if (match) return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const european = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(value);
  return european ? [Number(european[3]), Number(european[2]), Number(european[1])] : [0, 0, 0];
}

function compareNames(values: Values, a: number, b: number): number {
  const { hasInitial } = values;
  const several = wordCount(values, a) > 1 || wordCount(values, b) > 1;
  const shared = several ? sharedWords(values, a, b) : 0;
  const short = shared > 0 || hasInitial[a] === 1 || hasInitial[b] === 1;
  if (!short && jaroWinklerBound(values, a, b) < 0.7) return 0;
  if (shared > 0 && shared === wordCount(values, a) && shared === wordCount(values, b)) return 3;
  const pointsA = moveTo(values.left, values, a);
  const pointsB = moveTo(values.right, values, b);
  const similarity = jaroWinklerPoints(pointsA, pointsB);
  if (similarity >= 0.92) return 3;
  if (Math.max(pointsA.length, pointsB.length) >= 4 && oneEditApart(pointsA, pointsB)) return 3;
  if (similarity >= 0.85 || (short && abbreviates(values, a, b))) return 2;
  return similarity >= 0.7 ? 1 : 0;
}

function compareDates(values: Values, a: number, b: number): number {
  const { dates } = values;
  const ya = dates[3 * a]!;
  const yb = dates[3 * b]!;
  const near = () => oneEditApart(moveTo(values.left, values, a), moveTo(values.right, values, b));
  if (ya === 0 || yb === 0) return near() ? 3 : 0;
  const ma = dates[3 * a + 1]!;
  const mb = dates[3 * b + 1]!;
  const da = dates[3 * a + 2]!;
  const db = dates[3 * b + 2]!;
  if (ya === yb) {
    if (ma === 0 || mb === 0 || (ma === mb && (da === 0 || db === 0))) return 3;
    if ((ma === db && da === mb) || near()) return 3;
    return ma === mb || da === db ? 2 : 1;
  }
  if (ma === mb && da === db && ma > 0) return near() ? 3 : 2;
  return 0;
}

function compareCodes(values: Values, a: number, b: number): number {
  const onlyA = values.signature[a]! & ~values.signature[b]!;
  const onlyB = values.signature[b]! & ~values.signature[a]!;
  const pointsA = moveTo(values.left, values, a);
  const pointsB = moveTo(values.right, values, b);
  const half = Math.ceil(Math.min(pointsA.length, pointsB.length) / 2);
  let prefix = 0;
  while (prefix < half && values.points[pointsA.from + prefix] === values.points[pointsB.from + prefix])
    prefix++;
  const sameHalf = half >= 2 && prefix === half;
  // A character that only one side has needs an edit of its own.
  const atLeast = Math.max(bitCount(onlyA), bitCount(onlyB));
  if (atLeast > 2) return sameHalf ? 1 : 0;
  if (atLeast <= 1 && oneEditApart(pointsA, pointsB)) return 2;
  return sameHalf || (pointsA.length > 4 && levenshteinPoints(pointsA, pointsB) <= 2) ? 1 : 0;
}

const bitCount = (word: number) => {
  let count = 0;
  for (let rest = word; rest !== 0 && count < 3; rest &= rest - 1) count++;
  return count;
};

function compareEmails(values: Values, a: number, b: number): number {
  const textA = values.text[a]!;
  const textB = values.text[b]!;
  const at = textA.indexOf("@");
  if (at > 0 && at === textB.indexOf("@") && textA.startsWith(textB.slice(0, at))) return 2;
  if (jaroWinklerBound(values, a, b) < 0.9) return 0;
  const pointsA = moveTo(values.left, values, a);
  const pointsB = moveTo(values.right, values, b);
  if (levenshteinPoints(pointsA, pointsB) <= 2) return 2;
  return jaroWinklerPoints(pointsA, pointsB) >= 0.9 ? 1 : 0;
}

function compareTexts(values: Values, a: number, b: number): number {
  const shared = jaccard(values, a, b);
  if (shared >= 0.7) return 3;
  if (shared >= 0.45) return 2;
  if (shared >= 0.25) return 1;
  if (jaroWinklerBound(values, a, b) < 0.88) return 0;
  return jaroWinklerPoints(moveTo(values.left, values, a), moveTo(values.right, values, b)) >= 0.88 ? 1 : 0;
}

function compareNumbers({ numbers }: Values, a: number, b: number): number {
  const larger = Math.max(Math.abs(numbers[a]!), Math.abs(numbers[b]!));
  const apart = Math.abs(numbers[a]! - numbers[b]!);
  return apart <= 0.01 * larger ? 2 : apart <= 0.1 * larger ? 1 : 0;
}

function compareSets(values: Values, a: number, b: number): number {
  const shared = jaccard(values, a, b);
  return shared >= 0.5 ? 2 : shared > 0 ? 1 : 0;
}

/** The comparisons by type of column. */
export const COMPARISONS: Readonly<Record<ComparisonType, Comparison>> = {
  name: {
    levels: [
      "different",
      "similar (Jaro-Winkler 0.7)",
      "close (0.85) or initials",
      "one letter off, 0.92, or the same words",
      "equal",
    ],
    compare: compareNames,
  },
  organisation: {
    levels: NAME_LEVELS,
    compare: ({ text }, a, b) => nameLevel(text[a]!, text[b]!),
  },
  text: {
    levels: [
      "different",
      "a quarter of the words shared",
      "nearly half of the words shared",
      "most words shared",
      "equal",
    ],
    compare: compareTexts,
  },
  date: {
    levels: [
      "different",
      "same year",
      "same year and month or day, or same day of another year",
      "one digit off, day and month exchanged, or one is partial",
      "equal",
    ],
    compare: compareDates,
  },
  code: {
    levels: ["different", "same first half, or two characters off", "one character off", "equal"],
    compare: compareCodes,
  },
  email: {
    levels: [
      "different",
      "similar (Jaro-Winkler 0.9)",
      "same name before the @, or two characters off",
      "equal",
    ],
    compare: compareEmails,
  },
  number: { levels: ["different", "within 10 %", "within 1 %", "equal"], compare: compareNumbers },
  category: { levels: ["different", "equal"], compare: () => 0 },
  set: { levels: ["nothing shared", "something shared", "half shared", "equal"], compare: compareSets },
};
