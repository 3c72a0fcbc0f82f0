import { normalise } from "./normalise.ts";
import { codePoints, jaroWinklerPoints, levenshteinPoints } from "./strings.ts";

/** How a column is compared. */
export type ComparisonType = "name" | "text" | "date" | "code" | "email" | "number" | "category" | "set";

/** A distinct value of a column, prepared once for all its comparisons. */
export interface Prepared {
  readonly text: string;
  readonly points: Uint32Array;
  readonly tokens: readonly string[];
  readonly number: number;
  /** Year, month and day where the value is a date; 0 where not given. */
  readonly date: readonly [number, number, number];
}

/** A comparison gives a level: 0 for difference, the highest for equality. */
export interface Comparison {
  /** What each level means, from the lowest. */
  readonly levels: readonly string[];
  /** Level of two values that are not equal; equal ones have the highest level without a call. */
  readonly compare: (a: Prepared, b: Prepared) => number;
}

/** Prepares a value; null where it is missing (empty after normalisation). */
export function prepare(value: string, type: ComparisonType): Prepared | null {
  const text =
    type === "email" ? value.trim().toLowerCase() : type === "set" ? setText(value) : normalise(value);
  const compact = type === "code" ? text.replaceAll(" ", "") : text;
  if (compact === "") return null;
  return {
    text: compact,
    points: codePoints(compact),
    tokens: type === "set" ? compact.split(";") : compact.split(" "),
    number: type === "number" ? Number(value) : Number.NaN,
    date: type === "date" ? readDate(value) : [0, 0, 0],
  };
}

const setText = (value: string) =>
  [...new Set(value.split(/[;|]/).map(normalise).filter(Boolean))].sort().join(";");

/** Year-month-day with separators or eight digits; the year may come first or last. */
export function readDate(value: string): readonly [number, number, number] {
  const match =
    /^\s*(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?\s*$/.exec(value) ??
    /^\s*(\d{4})(\d{2})(\d{2})\s*$/.exec(value);
  if (match) return [Number(match[1]), Number(match[2] ?? 0), Number(match[3] ?? 0)];
  const european = /^\s*(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\s*$/.exec(value);
  return european ? [Number(european[3]), Number(european[2]), Number(european[1])] : [0, 0, 0];
}

/** Share of the tokens of both that are in both. */
export function jaccard(a: readonly string[], b: readonly string[]): number {
  const inB = new Set(b);
  const shared = new Set(a.filter(token => inB.has(token))).size;
  return shared / (new Set(a).size + inB.size - shared);
}

const sameTokens = (a: Prepared, b: Prepared) =>
  a.tokens.length === b.tokens.length && a.tokens.length > 1 && jaccard(a.tokens, b.tokens) === 1;

/** Do all tokens of the shorter stand in the longer, an initial standing for a word that it begins ("j smith", "john smith")? */
function abbreviates(a: Prepared, b: Prepared): boolean {
  const [short, long] = a.tokens.length <= b.tokens.length ? [a, b] : [b, a];
  const fits = (token: string, other: string) =>
    token === other ||
    (token.length === 1 && other.startsWith(token)) ||
    (other.length === 1 && token.startsWith(other));
  return short.tokens.every(token => long.tokens.some(other => fits(token, other)));
}

function compareNames(a: Prepared, b: Prepared): number {
  if (sameTokens(a, b)) return 4;
  const similarity = jaroWinklerPoints(a.points, b.points);
  const longest = Math.max(a.points.length, b.points.length);
  if (similarity >= 0.92 || (longest >= 4 && levenshteinPoints(a.points, b.points) === 1)) return 3;
  if (similarity >= 0.85 || abbreviates(a, b)) return 2;
  return similarity >= 0.7 ? 1 : 0;
}

function compareDates(a: Prepared, b: Prepared): number {
  const [ya, ma, da] = a.date;
  const [yb, mb, db] = b.date;
  if (ya === 0 || yb === 0) return levenshteinPoints(a.points, b.points) <= 1 ? 2 : 0;
  const open = ma === 0 || mb === 0 || da === 0 || db === 0;
  if (open && ya === yb && (ma === 0 || mb === 0 || ma === mb)) return 2;
  const swapped = ya === yb && ma === db && da === mb;
  if (swapped || levenshteinPoints(a.points, b.points) <= 1) return 2;
  return ya === yb || (ma === mb && da === db) ? 1 : 0;
}

function compareCodes(a: Prepared, b: Prepared): number {
  const distance = levenshteinPoints(a.points, b.points);
  if (distance <= 1) return 2;
  const half = Math.ceil(Math.min(a.text.length, b.text.length) / 2);
  return distance <= 2 || (half >= 2 && a.text.slice(0, half) === b.text.slice(0, half)) ? 1 : 0;
}

function compareEmails(a: Prepared, b: Prepared): number {
  const [localA] = a.text.split("@");
  const [localB] = b.text.split("@");
  if (localA === localB) return 2;
  return jaroWinklerPoints(a.points, b.points) >= 0.9 ? 1 : 0;
}

function compareTexts(a: Prepared, b: Prepared): number {
  const shared = jaccard(a.tokens, b.tokens);
  if (shared >= 0.7) return 2;
  return shared >= 0.35 || jaroWinklerPoints(a.points, b.points) >= 0.88 ? 1 : 0;
}

function compareNumbers(a: Prepared, b: Prepared): number {
  const larger = Math.max(Math.abs(a.number), Math.abs(b.number));
  return Math.abs(a.number - b.number) <= 0.05 * larger ? 1 : 0;
}

function compareSets(a: Prepared, b: Prepared): number {
  const shared = jaccard(a.tokens, b.tokens);
  return shared >= 0.5 ? 2 : shared > 0 ? 1 : 0;
}

/** The comparisons by type of column. */
export const COMPARISONS: Readonly<Record<ComparisonType, Comparison>> = {
  name: {
    levels: [
      "different",
      "similar (Jaro-Winkler 0.7)",
      "close (0.85) or initials",
      "one letter off or 0.92",
      "same words",
      "equal",
    ],
    compare: compareNames,
  },
  text: {
    levels: ["different", "a third of the words shared", "most words shared", "equal"],
    compare: compareTexts,
  },
  date: {
    levels: [
      "different",
      "same year, or same day of the year",
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
    levels: ["different", "similar (Jaro-Winkler 0.9)", "same name before the @", "equal"],
    compare: compareEmails,
  },
  number: { levels: ["different", "within 5 %", "equal"], compare: compareNumbers },
  category: { levels: ["different", "equal"], compare: () => 0 },
  set: { levels: ["nothing shared", "something shared", "half shared", "equal"], compare: compareSets },
};
