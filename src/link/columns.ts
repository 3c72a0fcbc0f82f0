import { COMPARISONS, type Comparison, type ComparisonType, prepare } from "./comparisons.ts";
import { buildValues, type ValueParts, type Values } from "./values.ts";

/** A column as it was read: every distinct cell once, and the number of its cell for each row. */
export interface Column {
  readonly codes: Int32Array;
  readonly values: readonly string[];
}

/** A table by column; every column has as many codes as there are rows. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A table from lists of cells by column name. */
export function tableFrom(cells: Readonly<Record<string, readonly string[]>>): Table {
  const columns = Object.entries(cells).map(([name, values]) => [name, columnFrom(values)] as const);
  return { rows: columns[0]?.[1].codes.length ?? 0, columns: new Map(columns) };
}

export function columnFrom(cells: readonly string[]): Column {
  const known = new Map<string, number>();
  const values: string[] = [];
  const codes = Int32Array.from(cells, cell => {
    const code = known.get(cell);
    if (code !== undefined) return code;
    known.set(cell, values.length);
    return values.push(cell) - 1;
  });
  return { codes, values };
}

/** The cell of a row, as written. */
export const cellAt = ({ codes, values }: Column, row: number): string => values[codes[row]!]!;

/** A column with its distinct values coded once: every pair is compared by codes. */
export interface CodedColumn {
  readonly name: string;
  readonly type: ComparisonType;
  readonly comparison: Comparison;
  /** Code of each row; -1 = missing. */
  readonly codes: Int32Array;
  readonly values: Values;
  /** Share of the filled rows that have each value. */
  readonly frequency: Float64Array;
  /** Share of the rows that are filled. */
  readonly filled: number;
  /** Level of two coded rows: -1 missing, the highest for equal codes. */
  readonly level: (a: number, b: number) => number;
}

/** Direct-mapped cache of compared pairs of values; names repeat, so most lookups hit. Small enough for the processor's own cache. */
const CACHE_BITS = 15;

/** Codes a column. Values that are equal after normalisation share a code. */
export function codeColumn(name: string, type: ComparisonType, { codes: raw, values }: Column): CodedColumn {
  const byText = new Map<string, number>();
  const parts: ValueParts[] = [];
  const ofRaw = Int32Array.from(values, value => codeOf(prepare(value, type), byText, parts));
  const codes = raw.map(code => ofRaw[code]!);
  const counts = new Float64Array(parts.length);
  let filled = 0;
  for (const code of codes)
    if (code >= 0) {
      counts[code]!++;
      filled++;
    }
  const comparison = COMPARISONS[type];
  const built = buildValues(parts);
  return {
    name,
    type,
    comparison,
    codes,
    values: built,
    frequency: counts.map(count => count / filled),
    filled: filled / Math.max(1, codes.length),
    level: cachedLevel(built, comparison),
  };
}

function codeOf(value: ValueParts | null, byText: Map<string, number>, parts: ValueParts[]): number {
  if (value === null) return -1;
  const known = byText.get(value.text);
  if (known !== undefined) return known;
  byText.set(value.text, parts.length);
  return parts.push(value) - 1;
}

function cachedLevel(values: Values, { levels, compare }: Comparison): (a: number, b: number) => number {
  const highest = levels.length - 1;
  const { count } = values;
  let keys: Float64Array | null = null;
  let known: Int8Array;
  return (a, b) => {
    if (a < 0 || b < 0) return -1;
    if (a === b) return highest;
    if (keys === null) {
      keys = new Float64Array(1 << CACHE_BITS).fill(-1);
      known = new Int8Array(1 << CACHE_BITS);
    }
    const first = Math.min(a, b);
    const second = Math.max(a, b);
    const slot = (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - CACHE_BITS);
    const key = first * count + second;
    if (keys[slot] === key) return known[slot]!;
    keys[slot] = key;
    const level = compare(values, first, second);
    known[slot] = level;
    return level;
  };
}
