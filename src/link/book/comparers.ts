import type { LinkComparison } from "../../codebook/index.ts";
import type { Field, Qualifier } from "../../codebook/types.ts";
import { normalise } from "../compare/normalise.ts";
import { NAME_LEVELS } from "../names/levels.ts";
import { nameLevel } from "../names/organisations.ts";
import { characterShingles, resemblance, type Shingles } from "../origins/wording.ts";
import type { Value, WideRow } from "./fields.ts";
import { place } from "./places.ts";

/** What a comparison reads, and how near is near. */
export interface Reader {
  readonly fields: readonly Field[];
  /** Days between two periods, or kilometres between two places, that still count as near. */
  readonly near: number;
}

/** Reads a value from a record, null where it states none, and compares two: the place of their level, -1 where they cannot be compared. */
export interface Comparer {
  readonly meanings: (reader: Reader) => readonly string[];
  readonly read: (row: WideRow, reader: Reader) => Value | null;
  readonly compare: (a: Value, b: Value, reader: Reader) => number;
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );

const written = (row: WideRow, { fields }: Reader) => [
  ...new Set(fields.flatMap(({ id }) => texts(row[id]))),
];

const stated = (items: readonly string[]): Value | null =>
  items.length === 0 ? null : { text: items.join("; "), items, low: Number.NaN, high: Number.NaN };

const readTexts = (row: WideRow, reader: Reader) => stated(written(row, reader));

const code: Comparer = {
  meanings: () => ["different", "equal"],
  read: readTexts,
  compare: (a, b) => (a.items[0] === b.items[0] ? 1 : 0),
};

const set: Comparer = {
  meanings: () => ["nothing shared", "something shared", "at least half shared", "equal"],
  read: readTexts,
  compare: (a, b) => {
    const shared = a.items.filter(item => b.items.includes(item)).length;
    const all = a.items.length + b.items.length - shared;
    return shared === 0 ? 0 : shared === all ? 3 : 2 * shared >= all ? 2 : 1;
  },
};

/** Any name of one record against any of the other, so that names in two scripts meet through aliases. */
const name: Comparer = {
  meanings: () => NAME_LEVELS,
  read: (row, reader) => stated(written(row, reader).filter(one => normalise(one) !== "")),
  compare: (a, b) => {
    let best = 0;
    for (const one of a.items)
      for (const other of b.items) {
        best = Math.max(best, nameLevel(one, other));
        if (best === NAME_LEVELS.length - 1) return best;
      }
    return best;
  },
};

const SHINGLES = new Map<string, Shingles>();
const MOST_TEXTS = 50_000;

function shinglesOf(text: string): Shingles {
  const known = SHINGLES.get(text) ?? characterShingles(text);
  if (SHINGLES.size >= MOST_TEXTS) SHINGLES.clear();
  SHINGLES.set(text, known);
  return known;
}

const text: Comparer = {
  meanings: () => [
    "different words",
    "a sixth of the wording shared",
    "a third of the wording shared",
    "most of the wording shared",
    "equal",
  ],
  read: readTexts,
  compare: (a, b) => {
    if (normalise(a.text) === normalise(b.text)) return 4;
    const shared = resemblance(shinglesOf(a.text), shinglesOf(b.text));
    return shared >= 0.6 ? 3 : shared >= 1 / 3 ? 2 : shared >= 1 / 6 ? 1 : 0;
  },
};

const DAY = 86_400_000;

const dayOf = (value: unknown) => (typeof value === "string" ? Date.parse(value) / DAY : Number.NaN);

/** A first and a last day, of one field or of two. Of two, where one is missing, what it may be is left open for `near` days more. */
const period: Comparer = {
  meanings: ({ near }) => [
    `more than ${near} days apart`,
    `within ${near} days`,
    "one covers or meets the other",
    "the same day or period",
  ],
  read: (row, { fields, near }) => {
    const ends = fields.map(({ id }) => ({
      text: texts(row[id])[0] ?? "",
      low: dayOf(row[`${id}_start`]),
      high: dayOf(row[`${id}_end`]),
    }));
    const [first, last] = [ends[0]!, ends.at(-1)!];
    if (ends.every(({ low, high }) => Number.isNaN(low) && Number.isNaN(high))) return null;
    const open = ends.length > 1 ? near : 0;
    const low = firstNumber(first.low, last.low - open, Number.NEGATIVE_INFINITY);
    const high = firstNumber(last.high, first.high + open, Number.POSITIVE_INFINITY);
    const items = ends.map(end => end.text);
    const text = ends.length > 1 && items[0] !== items[1] ? items.join("/") : items[0]!;
    return { text, items, low, high, blocks: [...items, ...yearsIn(first.low, last.high)] };
  },
  compare: (a, b, { near }) => {
    const both = a.items
      .map((item, at) => [item, b.items[at]!] as const)
      .filter(([x, y]) => x !== "" && y !== "");
    if (both.length > 0 && both.every(([x, y]) => x === y)) return 3;
    if (a.low <= b.high && b.low <= a.high) return 2;
    return Math.max(a.low - b.high, b.low - a.high) <= near ? 1 : 0;
  },
};

/** The first and the last year of a period, as far as it has them. */
const yearsIn = (low: number, high: number) =>
  [low, high].filter(Number.isFinite).map(day => new Date(day * DAY).toISOString().slice(0, 4));

const firstNumber = (...list: readonly number[]) => list.find(one => !Number.isNaN(one))!;

/** What a hedged number can be, as factors of it: `nearly 100` is 85 to 100, `at-least 100` has no upper end. */
const HEDGES: Readonly<Partial<Record<Qualifier, readonly [number, number]>>> = {
  about: [0.85, 1.15],
  nearly: [0.85, 1],
  "just-over": [1, 1.15],
  "at-least": [1, Number.POSITIVE_INFINITY],
  over: [1, Number.POSITIVE_INFINITY],
  "up-to": [0, 1],
  under: [0, 1],
  dozens: [0.2, 10],
  hundreds: [0.2, 10],
  thousands: [0.2, 10],
};

const quantity: Comparer = {
  meanings: () => ["intervals apart", "intervals meet", "equal"],
  read: (row, { fields: [field] }) => {
    const { id } = field!;
    const value = row[id];
    if (typeof value !== "number") return null;
    const hedge = HEDGES[String(row[`${id}_qualifier`] ?? "") as Qualifier] ?? [1, 1];
    const unit = String(row[`${id}_unit`] ?? "");
    const [low, high] = [row[`${id}_low`], row[`${id}_high`]];
    return {
      text: `${value}${unit && ` ${unit}`}`,
      items: [unit],
      blocks: [String(value)],
      low: (typeof low === "number" ? low : value) * hedge[0],
      high: (typeof high === "number" ? high : value) * hedge[1],
    };
  },
  compare: (a, b) => {
    // Two currencies, or people and sessions, are no contradiction and no agreement.
    if (a.items[0] !== b.items[0]) return -1;
    if (a.low === b.low && a.high === b.high) return 2;
    return a.low <= b.high && b.low <= a.high ? 1 : 0;
  },
};

const address = (text: string) =>
  text
    .trim()
    .replace(/^https?:\/\/(www\.)?/i, "")
    .replace(/[#?].*$/, "")
    .replace(/\/$/, "")
    .toLowerCase();

const link: Comparer = {
  meanings: () => ["different", "same address but for the query", "equal"],
  read: readTexts,
  compare: (a, b) => (a.text === b.text ? 2 : address(a.text) === address(b.text) ? 1 : 0),
};

/** The comparisons that a codebook can ask for. */
export const COMPARERS: Readonly<Record<LinkComparison, Comparer>> = {
  code,
  set,
  name,
  text,
  period,
  place,
  quantity,
  link,
};
