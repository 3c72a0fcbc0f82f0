import type { Field, Kind, Qualifier } from "../../codebook/types.ts";
import { readDate } from "../comparisons.ts";
import { normalise } from "../normalise.ts";
import { jaroWinkler } from "../strings.ts";

/** A row of the wide view of a kind. */
export type WideRow = Readonly<Record<string, unknown>>;

/** How two values of a field are compared: a level from 0 (contradiction) up, null where one of them is missing. */
export interface FieldComparison {
  readonly name: string;
  readonly levels: readonly string[];
  /** Can the lowest level only mean two different things? Names and words can differ and mean the same. */
  readonly contradicts: boolean;
  readonly read: (row: WideRow) => Value | null;
  readonly compare: (a: Value, b: Value) => number;
}

/** A value as it is compared, and as it is shown. */
export interface Value {
  readonly text: string;
  readonly items: readonly string[];
  /** Ends of a date in days, or of a quantity. */
  readonly low: number;
  readonly high: number;
}

const EXACT_NAMES = ["nothing alike", "similar (Jaro-Winkler 0.85)", "words of one in the other", "equal"];

/**
 * The comparisons of a kind, from the types of the fields that identify it. Where there is a field of one text and one of many (a name
 * and its aliases), they are one set of names: any of one record against any of the other, so that names in two scripts meet.
 */
export function comparisonsOf(kind: Kind): FieldComparison[] {
  const fields = kind.identify
    .map(id => kind.fields.find(field => field.id === id))
    .filter(field => field !== undefined && !field.sensitive) as Field[];
  const names = fields.filter(({ type }) => type === "text");
  const joined = names.some(({ many }) => many) && names.some(({ many }) => !many) ? names : [];
  const single = fields.filter(field => !joined.includes(field)).map(comparisonOf);
  return joined.length > 0 ? [nameComparison(joined), ...single] : single;
}

function comparisonOf(field: Field): FieldComparison {
  if (field.type === "date") return dateComparison(field);
  if (field.type === "quantity" || field.type === "money") return quantityComparison(field);
  if (field.type === "text" || field.type === "place") return nameComparison([field]);
  if (field.type === "link") return linkComparison(field);
  return field.many ? setComparison(field) : codeComparison(field);
}

const texts = (value: unknown): string[] =>
  (Array.isArray(value) ? value : [value]).filter(
    (one): one is string => typeof one === "string" && one !== "",
  );

const stated = (text: string, items: readonly string[]): Value | null =>
  items.length === 0 ? null : { text, items, low: Number.NaN, high: Number.NaN };

function codeComparison({ id }: Field): FieldComparison {
  return {
    name: id,
    levels: ["different", "equal"],
    contradicts: true,
    read: row => stated(texts(row[id]).join("; "), texts(row[id])),
    compare: (a, b) => (a.items[0] === b.items[0] ? 1 : 0),
  };
}

function setComparison({ id }: Field): FieldComparison {
  return {
    name: id,
    levels: ["nothing shared", "something shared", "at least half shared", "equal"],
    contradicts: true,
    read: row => stated(texts(row[id]).join("; "), [...new Set(texts(row[id]))]),
    compare: (a, b) => {
      const shared = a.items.filter(item => b.items.includes(item)).length;
      const all = a.items.length + b.items.length - shared;
      return shared === 0 ? 0 : shared === all ? 3 : 2 * shared >= all ? 2 : 1;
    },
  };
}

function nameComparison(fields: readonly Field[]): FieldComparison {
  return {
    name: fields.map(({ id }) => id).join(" / "),
    levels: EXACT_NAMES,
    contradicts: false,
    read: row => {
      const written = fields.flatMap(({ id }) => texts(row[id]));
      return stated(written.join("; "), [...new Set(written.map(normalise).filter(Boolean))]);
    },
    compare: (a, b) => Math.max(...a.items.flatMap(one => b.items.map(other => nameLevel(one, other)))),
  };
}

function nameLevel(a: string, b: string): number {
  if (a === b) return 3;
  const [short, long] = a.length <= b.length ? [a.split(" "), b.split(" ")] : [b.split(" "), a.split(" ")];
  if (short.every(word => long.includes(word))) return 2;
  return jaroWinkler(a, b) >= 0.85 ? 1 : 0;
}

function linkComparison({ id }: Field): FieldComparison {
  const address = (text: string) =>
    text
      .trim()
      .replace(/^https?:\/\/(www\.)?/i, "")
      .replace(/[#?].*$/, "")
      .replace(/\/$/, "")
      .toLowerCase();
  return {
    name: id,
    levels: ["different", "same address but for the query", "equal"],
    contradicts: true,
    read: row => stated(texts(row[id]).join("; "), texts(row[id])),
    compare: (a, b) => (a.text === b.text ? 2 : address(a.text) === address(b.text) ? 1 : 0),
  };
}

const DAY = 86_400_000;

function dateComparison({ id }: Field): FieldComparison {
  return {
    name: id,
    levels: ["more than a month apart", "within a month", "one covers the other", "the same day or period"],
    contradicts: true,
    read: row => {
      const written = row[id];
      if (typeof written !== "string" || written === "") return null;
      const [low, high] = [dayOf(row[`${id}_start`]), dayOf(row[`${id}_end`])];
      const [year] = readDate(written);
      if (Number.isNaN(low) && Number.isNaN(high) && year === 0) return null;
      return {
        text: written,
        items: [written],
        low: Number.isNaN(low) ? Number.NEGATIVE_INFINITY : low,
        high: Number.isNaN(high) ? Number.POSITIVE_INFINITY : high,
      };
    },
    compare: (a, b) => {
      if (a.low === b.low && a.high === b.high) return 3;
      if (a.low <= b.high && b.low <= a.high) return 2;
      return Math.max(a.low - b.high, b.low - a.high) <= 31 ? 1 : 0;
    },
  };
}

const dayOf = (value: unknown) => (typeof value === "string" ? Date.parse(value) / DAY : Number.NaN);

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

function quantityComparison({ id }: Field): FieldComparison {
  return {
    name: id,
    levels: ["intervals apart", "intervals meet", "equal"],
    contradicts: true,
    read: row => {
      const value = row[id];
      if (typeof value !== "number") return null;
      const hedge = HEDGES[String(row[`${id}_qualifier`] ?? "") as Qualifier] ?? [1, 1];
      const unit = String(row[`${id}_unit`] ?? "");
      const [low, high] = [row[`${id}_low`], row[`${id}_high`]];
      return {
        text: `${value}${unit && ` ${unit}`}`,
        items: [unit],
        low: (typeof low === "number" ? low : value) * hedge[0],
        high: (typeof high === "number" ? high : value) * hedge[1],
      };
    },
    compare: (a, b) => {
      if (a.items[0] !== b.items[0]) return 0;
      if (a.low === b.low && a.high === b.high) return 2;
      return a.low <= b.high && b.low <= a.high ? 1 : 0;
    },
  };
}
