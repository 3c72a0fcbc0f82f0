import { COMPARISONS, type Comparison, type ComparisonType } from "../compare/comparisons.ts";
import { codeInKernels } from "../kernels/coding.ts";
import { float64s, grown, int32s } from "../memory.ts";
import { cellCoder } from "./build-values.ts";
import { type Cells, decodeCells, encodeCells } from "./cells.ts";
import { dictionary, hashOf } from "./dictionary.ts";
import { type ColumnSource, codeCells, forEachCell, sourceReader } from "./segments.ts";
import { type SharedValues, type Values, valuesFrom } from "./values.ts";

/** A column as it was read: every distinct cell once, and the number of its cell for each row. */
export interface Column {
  readonly codes: Int32Array;
  readonly values: readonly string[];
  /** Its cells as bytes, where they were read from bytes. */
  readonly source?: ColumnSource;
}

/** A table by column; every column has as many codes as there are rows. */
export interface Table {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** A column that is coded, and of which strings are made, only if somebody asks for them. */
export function columnOf(source: ColumnSource): Column {
  let coded: ReturnType<typeof codeCells> | null = null;
  let values: readonly string[] | null = null;
  const code = () => {
    coded ??= codeCells(source);
    return coded;
  };
  return {
    source,
    get codes() {
      return code().codes;
    },
    get values() {
      values ??= decodeCells(code().cells);
      return values;
    },
  };
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

/** Reads the cell of a row, as written; without coding the column, where it stands in bytes. */
export function cellReader(column: Column): (row: number) => string {
  const { source } = column;
  return source ? sourceReader(source) : row => column.values[column.codes[row]!]!;
}

export const cellAt = (column: Column, row: number): string => cellReader(column)(row);

/** A column with its distinct values coded once, in arrays that every thread reads. */
export interface SharedColumn {
  readonly name: string;
  readonly type: ComparisonType;
  /** Code of each row; -1 = missing. */
  readonly codes: Int32Array;
  readonly values: SharedValues;
  /** Share of the filled rows that have each value. */
  readonly frequency: Float64Array;
  /** Share of the rows that are filled. */
  readonly filled: number;
}

/** A coded column with its comparison: every pair is compared by codes. */
export interface CodedColumn extends SharedColumn {
  readonly comparison: Comparison;
  readonly values: Values;
  /** Level of two coded rows: -1 missing, the highest for equal codes. */
  readonly level: (a: number, b: number) => number;
}

/** Direct-mapped cache of compared pairs of values; names repeat, so most lookups hit. Small enough for the processor's own cache. */
const CACHE_BITS = 15;

/** A column as threads are given it to code. */
export interface UncodedColumn {
  readonly name: string;
  readonly type: ComparisonType;
  readonly from: ColumnSource | { readonly codes: Int32Array; readonly cells: Cells };
}

/** Codes a column. Values that are equal after normalisation share a code. */
export const codeColumn = (name: string, type: ComparisonType, column: Column): CodedColumn =>
  codedColumn(shareColumn(uncoded(name, type, column)));

export const uncoded = (name: string, type: ComparisonType, column: Column): UncodedColumn => ({
  name,
  type,
  from: column.source ?? { codes: column.codes, cells: encodeCells(column.values) },
});

/** As `codeColumn`, what of it threads hand to each other. */
export function shareColumn({ name, type, from }: UncodedColumn): SharedColumn {
  const coded = "segments" in from ? codeInKernels(from, type) : null;
  if (coded) return { name, type, ...coded };
  const { codes, values } = "segments" in from ? codeSource(from, type) : codeCoded(from, type);
  const frequency = float64s(values.count);
  let filled = 0;
  for (const code of codes) {
    if (code < 0) continue;
    frequency[code]!++;
    filled++;
  }
  for (let code = 0; code < values.count; code++) frequency[code] = frequency[code]! / filled;
  return { name, type, codes, values, frequency, filled: filled / Math.max(1, codes.length) };
}

function codeSource(source: ColumnSource, type: ComparisonType) {
  const coder = cellCoder(type);
  const known = dictionary();
  let ofRaw = new Int32Array(1024);
  const codes = int32s(source.rows);
  forEachCell(source, (bytes, from, to, row) => {
    const before = known.count();
    const raw = known.codeOf(bytes, from, to, hashOf(bytes, from, to));
    if (raw === before) {
      if (raw === ofRaw.length) ofRaw = grown(ofRaw, 2 * raw);
      ofRaw[raw] = coder.code(bytes, from, to);
    }
    codes[row] = ofRaw[raw]!;
  });
  return { codes, values: coder.values() };
}

function codeCoded({ codes: raw, cells }: { codes: Int32Array; cells: Cells }, type: ComparisonType) {
  const coder = cellCoder(type);
  const ofRaw = new Int32Array(cells.starts.length - 1);
  for (let cell = 0; cell < ofRaw.length; cell++)
    ofRaw[cell] = coder.code(cells.bytes, cells.starts[cell]!, cells.starts[cell + 1]!);
  const codes = int32s(raw.length);
  for (let row = 0; row < raw.length; row++) codes[row] = ofRaw[raw[row]!]!;
  return { codes, values: coder.values() };
}

export function codedColumn(shared: SharedColumn): CodedColumn {
  const comparison = COMPARISONS[shared.type];
  const values = valuesFrom(shared.values);
  return { ...shared, comparison, values, level: cachedLevel(values, comparison) };
}

function cachedLevel(
  values: Values,
  { levels, compare, surelyDifferent = () => false }: Comparison,
): (a: number, b: number) => number {
  const highest = levels.length - 1;
  const { count } = values;
  let keys: Float64Array | null = null;
  let known: Int8Array;
  return (a, b) => {
    if (a < 0 || b < 0) return -1;
    if (a === b) return highest;
    if (surelyDifferent(values, a, b)) return 0;
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
