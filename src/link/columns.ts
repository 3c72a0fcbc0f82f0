import { COMPARISONS, type Comparison, type ComparisonType, type Prepared, prepare } from "./comparisons.ts";

/** A table of strings by column; every column has as many values as there are rows. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, readonly string[]>;
}

/** A column with its distinct values coded once: every pair is compared by codes. */
export interface CodedColumn {
  readonly name: string;
  readonly type: ComparisonType;
  readonly comparison: Comparison;
  /** Code of each row; -1 = missing. */
  readonly codes: Int32Array;
  readonly values: readonly Prepared[];
  /** Share of the filled rows that have each value. */
  readonly frequency: Float64Array;
  /** Level of two coded rows: -1 missing, the highest for equal codes. */
  readonly level: (a: number, b: number) => number;
}

/** Direct-mapped cache of compared pairs of values; names repeat, so most lookups hit. */
const CACHE_BITS = 16;

/** Codes a column. Values that are equal after normalisation share a code. */
export function codeColumn(name: string, type: ComparisonType, values: readonly string[]): CodedColumn {
  const byRaw = new Map<string, number>();
  const byText = new Map<string, number>();
  const prepared: Prepared[] = [];
  const counts: number[] = [];
  const codes = Int32Array.from(values, raw => {
    let code = byRaw.get(raw);
    if (code === undefined) {
      code = codeOf(prepare(raw, type), byText, prepared);
      byRaw.set(raw, code);
    }
    if (code >= 0) counts[code] = (counts[code] ?? 0) + 1;
    return code;
  });
  const filled = counts.reduce((sum, count) => sum + count, 0);
  const comparison = COMPARISONS[type];
  return {
    name,
    type,
    comparison,
    codes,
    values: prepared,
    frequency: Float64Array.from(counts, count => count / filled),
    level: cachedLevel(prepared, comparison),
  };
}

function codeOf(value: Prepared | null, byText: Map<string, number>, prepared: Prepared[]): number {
  if (value === null) return -1;
  const known = byText.get(value.text);
  if (known !== undefined) return known;
  byText.set(value.text, prepared.length);
  return prepared.push(value) - 1;
}

function cachedLevel(
  values: readonly Prepared[],
  { levels, compare }: Comparison,
): (a: number, b: number) => number {
  const highest = levels.length - 1;
  const keys = new Float64Array(1 << CACHE_BITS).fill(-1);
  const known = new Int8Array(1 << CACHE_BITS);
  return (a, b) => {
    if (a < 0 || b < 0) return -1;
    if (a === b) return highest;
    const [first, second] = a < b ? [a, b] : [b, a];
    const slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - CACHE_BITS);
    const key = first * values.length + second;
    if (keys[slot] === key) return known[slot]!;
    keys[slot] = key;
    const level = compare(values[first]!, values[second]!);
    known[slot] = level;
    return level;
  };
}
