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

/** Whether the list is 0, 1, 2, ... */
export function isEvery(rows: Int32Array): boolean {
  for (let row = 0; row < rows.length; row++) if (rows[row] !== row) return false;
  return true;
}

function allOccur({ codes, size }: Factor): boolean {
  const seen = new Uint8Array(size);
  let count = 0;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0 || seen[code] === 1) continue;
    seen[code] = 1;
    count += 1;
  }
  return count === size;
}

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
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    if ((value | 0) !== value) {
      if (Number.isFinite(value)) return null;
      continue;
    }
    if (value < low) low = value;
    if (value > high) high = value;
  }
  const range = high - low + 1;
  if (!(range <= 4 * values.length + 1024)) return null;
  const position = new Int32Array(range).fill(-1);
  const codes = new Int32Array(values.length);
  for (let row = 0; row < values.length; row++) {
    const value = values[row]!;
    const offset = (value | 0) === value ? value - low : -1;
    codes[row] = offset;
    if (offset >= 0) position[offset] = 0;
  }
  let size = 0;
  for (let offset = 0; offset < range; offset++) if (position[offset] === 0) position[offset] = size++;
  const kept = new Int32Array(size);
  for (let offset = 0; offset < range; offset++) if (position[offset]! >= 0) kept[position[offset]!] = offset;
  if (size < range) {
    for (let row = 0; row < codes.length; row++) if (codes[row]! >= 0) codes[row] = position[codes[row]!]!;
  }
  const value = (level: number) => kept[level]! + low;
  return { codes, size, label: level => String(value(level)), value };
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
