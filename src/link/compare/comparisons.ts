import { NAME_LEVELS } from "../names/levels.ts";
import {
  abbreviates,
  bits,
  hasInitial,
  jaccard,
  jaroWinklerBound,
  moveTo,
  RECORD,
  sharedWords,
  signatureOf,
  type Values,
  wordCount,
  wordsEntry,
} from "../table/values.ts";
import { jaroWinklerPoints, levenshteinPoints, oneEditApart } from "./strings.ts";
import { worldlyLevel } from "./worldly.ts";

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
  | "set"
  | "place";

/** A comparison gives a level: 0 for difference, the highest for equality. */
export interface Comparison {
  /** What each level means, from the lowest. */
  readonly levels: readonly string[];
  /** Level of two values that are not equal; equal ones have the highest level without a call. */
  readonly compare: (values: Values, a: number, b: number) => number;
  /** Is the level surely 0? Says so for most values that have nothing to do with each other, from little more than their signatures. */
  readonly surelyDifferent?: (values: Values, a: number, b: number) => boolean;
  /**
   * The lowest level that is rare among random values where the levels below are not: kernels tell at a glance that nearly all values are below it, and need
   * compare only the others.
   */
  readonly rare?: number;
}

/** Two single words that are no initials and cannot reach the lowest similarity. */
function namesDiffer(values: Values, a: number, b: number): boolean {
  return wordsEntry(values, a) === 2 && wordsEntry(values, b) === 2 && jaroWinklerBound(values, a, b) < 0.7;
}

function compareNames(values: Values, a: number, b: number): number {
  const several = wordCount(values, a) > 1 || wordCount(values, b) > 1;
  const shared = several ? sharedWords(values, a, b) : 0;
  const short = shared > 0 || hasInitial(values, a) || hasInitial(values, b);
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

/** Two whole dates of different years, months or days apart. */
function datesDiffer({ dates }: Values, a: number, b: number): boolean {
  const ya = dates[3 * a]!;
  const yb = dates[3 * b]!;
  if (ya === yb || ya === 0 || yb === 0) return false;
  return dates[3 * a + 1] !== dates[3 * b + 1] || dates[3 * a + 2] !== dates[3 * b + 2];
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

/** Three characters or more that only one of them has, and different first ones. */
function codesDiffer({ records }: Values, a: number, b: number): boolean {
  const i = RECORD.size * a;
  const j = RECORD.size * b;
  if (records[i + RECORD.prefix] === records[j + RECORD.prefix]) return false;
  const signatureA = records[i + RECORD.signature]!;
  const signatureB = records[j + RECORD.signature]!;
  return bits(signatureA & ~signatureB) > 2 || bits(signatureB & ~signatureA) > 2;
}

function compareCodes(values: Values, a: number, b: number): number {
  const signatureA = signatureOf(values, a);
  const signatureB = signatureOf(values, b);
  const pointsA = moveTo(values.left, values, a);
  const pointsB = moveTo(values.right, values, b);
  const half = Math.ceil(Math.min(pointsA.length, pointsB.length) / 2);
  let prefix = 0;
  while (prefix < half && values.points[pointsA.from + prefix] === values.points[pointsB.from + prefix])
    prefix++;
  const sameHalf = half >= 2 && prefix === half;
  // A character that only one side has needs an edit of its own.
  const atLeast = Math.max(bits(signatureA & ~signatureB), bits(signatureB & ~signatureA));
  if (atLeast > 2) return sameHalf ? 1 : 0;
  if (atLeast <= 1 && oneEditApart(pointsA, pointsB)) return 2;
  return sameHalf || (pointsA.length > 4 && levenshteinPoints(pointsA, pointsB) <= 2) ? 1 : 0;
}

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
  if (shared >= 0.6) return 3;
  if (shared >= 1 / 3) return 2;
  if (shared >= 1 / 6) return 1;
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
    surelyDifferent: namesDiffer,
    rare: 2,
  },
  organisation: {
    levels: NAME_LEVELS,
    compare: ({ text }, a, b) => worldlyLevel("organisation")(text[a]!, text[b]!),
  },
  text: {
    levels: [
      "different",
      "a sixth of the wording shared",
      "a third of the wording shared",
      "most of the wording shared",
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
    surelyDifferent: datesDiffer,
  },
  code: {
    levels: ["different", "same first half, or two characters off", "one character off", "equal"],
    compare: compareCodes,
    surelyDifferent: codesDiffer,
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
  number: { levels: ["different", "within 10%", "within 1%", "equal"], compare: compareNumbers },
  category: { levels: ["different", "equal"], compare: () => 0 },
  place: {
    levels: ["elsewhere", "within 100 km", "within 20 km", "the same place"],
    compare: ({ text }, a, b) => worldlyLevel("place")(text[a]!, text[b]!),
  },
  set: { levels: ["nothing shared", "something shared", "half shared", "equal"], compare: compareSets },
};
