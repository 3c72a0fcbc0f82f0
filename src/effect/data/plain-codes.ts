import type { Factor } from "./factor.ts";
import { type LevelCounts, rememberCounts } from "./level-counts.ts";

/** Levels of numbers by their sorted distinct values, in plain code. */
export function plainCodes(values: Float64Array): Factor {
  return denseFactor(values) ?? hashedFactor(values);
}

/** Whole numbers in a range of at most four times the rows are coded through a table, without hashing. */
function denseFactor(values: Float64Array): Factor | null {
  const codes = new Int32Array(values.length);
  const range = wholeNumbers(values, codes);
  if (range === null || range.high - range.low >= 4 * values.length + 1024) return null;
  const low = range.low | 0;
  const found = countFrom(codes, low, range);
  const counts = found.counts.filter(count => count > 0);
  const size = counts.length;
  const kept = new Int32Array(size);
  for (let offset = 0, level = 0; level < size; offset++)
    if (found.counts[offset]! > 0) kept[level++] = offset;
  if (size < found.counts.length) {
    const level = new Int32Array(found.counts.length);
    for (let at = 0; at < size; at++) level[kept[at]!] = at;
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = level[codes[row]!]!;
  }
  rememberCounts(codes, { ...found, counts });
  const value = (level: number) => kept[level]! + low;
  return { codes, size, label: level => String(value(level)), value };
}

interface Range {
  readonly low: number;
  readonly high: number;
  /** Rows without a value; their codes are set to -1 when the others are known. */
  readonly gaps: readonly number[];
}

/** Writes whole numbers into `codes`; null where a number is not whole or too large. */
function wholeNumbers(values: Float64Array, codes: Int32Array): Range | null {
  const gaps: number[] = [];
  let low = 2147483647;
  let high = -2147483648;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const code = value | 0;
    if (code !== value) {
      if (Number.isFinite(value)) return null;
      gaps.push(row);
      continue;
    }
    codes[row] = code;
    if (code < low) low = code;
    if (code > high) high = code;
  }
  return { low, high, gaps };
}

/** Turns whole numbers into distances from the lowest, and counts them in the same visit. */
function countFrom(codes: Int32Array, low: number, { high, gaps }: Range): LevelCounts {
  const counts = new Int32Array(high < low ? 0 : high - low + 1);
  if (gaps.length > 0) for (const row of gaps) codes[row] = low;
  let sorted = true;
  let last = -1;
  for (let row = 0; row < codes.length; row++) {
    const code = (codes[row]! - low) | 0;
    codes[row] = code;
    counts[code]! += 1;
    if (code < last) sorted = false;
    last = code;
  }
  for (const row of gaps) codes[row] = -1;
  if (gaps.length > 0 && counts.length > 0) counts[0]! -= gaps.length;
  return { counts, missing: gaps.length, sorted: sorted && gaps.length === 0 };
}

function hashedFactor(values: Float64Array): Factor {
  const known = new Map<number, number>();
  const first = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if (!Number.isFinite(value)) {
      first[row] = -1;
      continue;
    }
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    first[row] = code;
  }
  const distinct = [...known.keys()];
  const order = distinct.map((_, index) => index).sort((a, b) => distinct[a]! - distinct[b]!);
  const rank = new Int32Array(distinct.length);
  for (let position = 0; position < order.length; position++) rank[order[position]!] = position;
  const codes = first.map(code => (code < 0 ? -1 : rank[code]!));
  const value = (level: number) => distinct[order[level]!]!;
  return { codes, size: distinct.length, label: level => String(value(level)), value };
}
