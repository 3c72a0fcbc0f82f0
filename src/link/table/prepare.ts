import type { ComparisonType } from "../compare/comparisons.ts";
import { normalise } from "../compare/normalise.ts";

/** A value as it is compared: its text, and what its type asks for beside. */
export interface Prepared {
  readonly text: string;
  /** Year, month and day, 0 where not given. */
  readonly date: readonly [number, number, number];
  readonly number: number;
}

/** Types whose values are compared by their words too, and what stands between two words. */
export const WORD_BREAK: Readonly<Partial<Record<ComparisonType, number>>> = { name: 32, set: 59 };

const NO_DATE = [0, 0, 0] as const;

/** Prepares a value; null where it is missing (empty after normalisation). */
export function prepare(value: string, type: ComparisonType): Prepared | null {
  const text = textOf(value, type);
  if (text === "") return null;
  return {
    text,
    number: type === "number" ? readNumber(value) : Number.NaN,
    date: type === "date" ? readDate(value) : NO_DATE,
  };
}

function textOf(value: string, type: ComparisonType): string {
  if (type === "email") return value.trim().toLowerCase();
  if (type === "set") return setText(value);
  if (type === "number") return numberText(value);
  if (type === "place") return placeText(value);
  return type === "code" ? normalise(value).replaceAll(" ", "") : normalise(value);
}

/** Lower-case letters, digits and @ stay; 0 = a character that is dropped, 32 = what separates words. */
export const FOLDED = Uint8Array.from({ length: 128 }, (_, point) => {
  const lower = point >= 65 && point <= 90 ? point + 32 : point;
  const stays = (lower >= 97 && lower <= 122) || (lower >= 48 && lower <= 57) || lower === 64;
  return stays ? lower : point === 39 || point === 96 ? 0 : 32;
});

/** Types whose ASCII values are prepared from their bytes, as `normalise` does it with any text. */
export const fromBytes = (type: ComparisonType): boolean =>
  type !== "email" && type !== "place" && type !== "set" && type !== "number" && type !== "date";

/**
 * Prepares an ASCII value of a type of `fromBytes`: writes what `prepare` gives as text to `into`, which is as long as the value at least, and returns
 * its length, 0 where it is missing; -1 where the value is not ASCII.
 */
export function prepareBytes(
  bytes: Uint8Array,
  { from, to, into, spaces }: { from: number; to: number; into: Uint8Array; spaces: boolean },
): number {
  let length = 0;
  let space = false;
  for (let at = from; at < to; at++) {
    const point = bytes[at]!;
    if (point > 127) return -1;
    const folded = FOLDED[point]!;
    if (folded === 0) continue;
    if (folded === 32) {
      space = spaces && length > 0;
      continue;
    }
    if (space) into[length++] = 32;
    space = false;
    into[length++] = folded;
  }
  return length;
}

const COORDINATES = /^\s*(-?\d{1,2}(?:\.\d+)?)\s*[,;/ ]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** Latitude and longitude in degrees, as "52.37, 4.9" gives them; null where a text is no such pair. */
export function readPosition(text: string): { lat: number; lon: number } | null {
  const match = COORDINATES.exec(text);
  if (!match) return null;
  const [lat, lon] = [Number(match[1]), Number(match[2])];
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null;
}

/** Coordinates in one way of writing; any other text as a name. */
function placeText(value: string): string {
  const position = readPosition(value);
  return position ? `${position.lat}, ${position.lon}` : normalise(value);
}

const HYPHEN = 45;
const SLASH = 47;

/** Is a cell a year, month and day of four, two and two digits with separators between, as nearly all dates of tables are? */
export function isPlainDate(bytes: Uint8Array, from: number, to: number): boolean {
  if (to - from !== 10) return false;
  for (let at = 0; at < 10; at++) {
    const point = bytes[from + at]!;
    const fits = at === 4 || at === 7 ? point >= HYPHEN && point <= SLASH : point >= 48 && point <= 57;
    if (!fits) return false;
  }
  return true;
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
