import type { Column } from "./frame.ts";

/** Rows coded by the level they belong to. */
export interface Factor {
  /** Level of each row, 0 to `size - 1`; -1 is a missing value. */
  readonly codes: Int32Array;
  readonly size: number;
  /** The name of a level, numbers in ascending and text in code-point order. */
  readonly label: (level: number) => string;
  /** The level as a number, NaN for text. */
  readonly value: (level: number) => number;
}

const known = new WeakMap<Column, Factor>();

/** How often each level occurs, and what else one visit of the rows shows. */
export interface LevelCounts {
  readonly counts: Int32Array;
  readonly missing: number;
  /** Whether rows of a level stand together, levels ascending, and none is missing. */
  readonly sorted: boolean;
}

const counted = new WeakMap<Int32Array, LevelCounts>();

/** Counts the levels of a factor, once for each array of codes. */
export function levelCounts({ codes, size }: Pick<Factor, "codes" | "size">): LevelCounts {
  const before = counted.get(codes);
  if (before !== undefined && before.counts.length === size) return before;
  const counts = new Int32Array(size);
  let missing = 0;
  let sorted = true;
  let last = -1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) missing += 1;
    else counts[code]! += 1;
    if (code < last) sorted = false;
    last = code;
  }
  const result = { counts, missing, sorted: sorted && missing === 0 };
  counted.set(codes, result);
  return result;
}

/** The coding of a column, if it was coded already. */
export const codedBefore = (column: Column): Factor | undefined => known.get(column);

/** Codes a column by the sorted distinct values that occur in it. The coding is kept as long as the column is. */
export function factorOf(column: Column): Factor {
  const before = known.get(column);
  if (before !== undefined) return before;
  const factor =
    column.kind === "number" ? numberFactor(column.values) : textFactor(column.codes, column.levels);
  known.set(column, factor);
  return factor;
}

/** Codes the combinations of several factors that occur; labels are joined with `_`. */
export function combineFactors(factors: readonly Factor[]): Factor {
  const [first, ...rest] = factors;
  return rest.reduce((left, right) => {
    const pairs = new Float64Array(left.codes.length);
    for (let row = 0; row < pairs.length; row++) {
      const [a, b] = [left.codes[row]!, right.codes[row]!];
      pairs[row] = a < 0 || b < 0 ? Number.NaN : a * right.size + b;
    }
    const combined = numberFactor(pairs);
    const label = (level: number) => {
      const pair = combined.value(level);
      return `${left.label(Math.floor(pair / right.size))}_${right.label(pair % right.size)}`;
    };
    return { ...combined, label, value: () => Number.NaN };
  }, first!);
}

/** The factor on the rows listed, without the levels that no longer occur. */
export function takeFactor(factor: Factor, rows: Int32Array): Factor {
  if (rows.length === factor.codes.length && isEvery(rows) && allOccur(factor)) return factor;
  const codes = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i++) codes[i] = factor.codes[rows[i]!]!;
  return withoutUnused({ ...factor, codes });
}

const every = new WeakSet<Int32Array>();

/** The list 0, 1, 2, ... of all rows. */
export function everyRow(rows: number): Int32Array {
  const list = new Int32Array(rows);
  for (let row = 0; row < rows; row++) list[row] = row;
  every.add(list);
  return list;
}

/** Whether the list is 0, 1, 2, ... */
export function isEvery(rows: Int32Array): boolean {
  if (every.has(rows)) return true;
  for (let row = 0; row < rows.length; row++) if (rows[row] !== row) return false;
  every.add(rows);
  return true;
}

const allOccur = (factor: Factor): boolean => levelCounts(factor).counts.every(count => count > 0);

function textFactor(codes: Int32Array, levels: readonly string[]): Factor {
  const order = levels.map((_, index) => index).sort((a, b) => (levels[a]! < levels[b]! ? -1 : 1));
  const rank = new Int32Array(levels.length);
  for (let position = 0; position < order.length; position++) rank[order[position]!] = position;
  const ranked = codes.map(code => (code < 0 ? -1 : rank[code]!));
  const label = (level: number) => levels[order[level]!]!;
  const factor = { codes: ranked, size: levels.length, label, value: () => Number.NaN };
  // A column cut to a sample still lists the levels of the whole: they would be counted as clusters.
  return allOccur(factor) ? factor : withoutUnused(factor);
}

function withoutUnused(factor: Factor): Factor {
  const used = new Uint8Array(factor.size);
  for (const code of factor.codes) if (code >= 0) used[code] = 1;
  const kept: number[] = [];
  const place = new Int32Array(factor.size);
  for (let level = 0; level < factor.size; level++)
    if (used[level] === 1) place[level] = kept.push(level) - 1;
  const codes = new Int32Array(factor.codes.length);
  for (let row = 0; row < codes.length; row++)
    codes[row] = factor.codes[row]! < 0 ? -1 : place[factor.codes[row]!]!;
  return {
    codes,
    size: kept.length,
    label: level => factor.label(kept[level]!),
    value: level => factor.value(kept[level]!),
  };
}

function numberFactor(values: Float64Array): Factor {
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
  counted.set(codes, { ...found, counts });
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
