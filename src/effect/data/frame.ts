import { UserError } from "../../codebook/errors.ts";
import { isEvery } from "./factor.ts";
import { nearestName } from "./nearest-name.ts";
import { fromStata } from "./other-spellings.ts";
import { takeValues } from "./runs.ts";

/** Numbers; NaN is a missing value. */
export interface NumberColumn {
  readonly kind: "number";
  readonly values: Float64Array;
}

/** Strings as positions in `levels`, in order of first appearance; -1 is a missing value. */
export interface TextColumn {
  readonly kind: "text";
  readonly codes: Int32Array;
  readonly levels: readonly string[];
}

export type Column = NumberColumn | TextColumn;

/** A table of named columns of equal length. */
export interface Frame {
  readonly rows: number;
  readonly columns: ReadonlyMap<string, Column>;
}

/** What a caller may hand over as a column: numbers (NaN or null missing) or strings (null or "" missing). */
export type ColumnData = ArrayLike<number | null> | ArrayLike<string | null> | Column;

/** Builds a frame from arrays in memory. Float64Arrays are used as they are, without a copy. */
export function frameOf(data: Readonly<Record<string, ColumnData>>): Frame {
  const columns = new Map<string, Column>();
  let rows = -1;
  for (const [name, values] of Object.entries(data)) {
    const column = columnOf(values);
    const length = lengthOf(column);
    if (rows >= 0 && length !== rows) {
      throw new UserError({
        code: "column-length",
        column: name,
        message: "columns differ in length",
        expected: `${rows} rows`,
        received: String(length),
      });
    }
    rows = length;
    columns.set(name, column);
  }
  return { rows: Math.max(rows, 0), columns };
}

const isColumn = (data: ColumnData): data is Column => "kind" in data;

function columnOf(data: ColumnData): Column {
  if (isColumn(data)) return data;
  if (data instanceof Float64Array) return { kind: "number", values: data };
  for (let row = 0; row < data.length; row++) {
    if (typeof data[row] === "string" && data[row] !== "")
      return textColumn(data as ArrayLike<string | null>);
  }
  const numbers = data as ArrayLike<number | null>;
  const values = Float64Array.from(numbers, value => (typeof value === "number" ? value : Number.NaN));
  return { kind: "number", values };
}

/** Codes strings by first appearance; null and "" are missing. */
export function textColumn(data: ArrayLike<string | null>): TextColumn {
  const codes = new Int32Array(data.length);
  const known = new Map<string, number>();
  for (let row = 0; row < data.length; row++) {
    const value = data[row];
    if (value === null || value === undefined || value === "") {
      codes[row] = -1;
      continue;
    }
    let code = known.get(value);
    if (code === undefined) {
      code = known.size;
      known.set(value, code);
    }
    codes[row] = code;
  }
  return { kind: "text", codes, levels: [...known.keys()] };
}

export const lengthOf = (column: Column): number =>
  column.kind === "number" ? column.values.length : column.codes.length;

/** Whether row `row` of the column holds a value; infinite numbers count as missing. */
export const isPresent = (column: Column, row: number): boolean =>
  column.kind === "number" ? Number.isFinite(column.values[row]!) : column.codes[row]! >= 0;

/** The column of that name, or a `UserError` that lists the likeliest name. */
export function columnNamed(frame: Frame, name: string): Column {
  const column = frame.columns.get(name);
  if (column !== undefined) return column;
  const names = [...frame.columns.keys()];
  const written = fromStata(name, new Set(names));
  const nearest = nearestName(name, names);
  const hint = written === null ? `did you mean ${nearest}?` : `write ${written}`;
  throw new UserError({
    code: "unknown-column",
    column: name,
    message: "the data have no such column",
    expected: `one of ${names.slice(0, 20).join(", ")}`,
    ...(written === null && nearest === null ? {} : { hint }),
  });
}

/** A number with a comma or spaces in it. */
const SEPARATED = /^[-+]?\d+([,'\s]\d+)+(\.\d+)?$/;

/** The numbers of a column; text that is to be used as a number is a `UserError` with an example of it. */
export function numbersOf(column: Column, name: string): Float64Array {
  if (column.kind === "number") return column.values;
  const example = column.levels.find(level => Number.isNaN(Number(level))) ?? column.levels[0] ?? "";
  throw new UserError({
    code: "not-a-number",
    column: name,
    message: `holds text such as "${example}" where numbers are needed`,
    received: example,
    hint: SEPARATED.test(example)
      ? "write numbers as 1200.5, without separators"
      : "correct the values, or use the column as a fixed effect or in i()",
  });
}

/** The rows listed in `rows`, in that order. */
export function takeRows(column: Column, rows: Int32Array): Column {
  if (rows.length === lengthOf(column) && isEvery(rows)) return column;
  if (column.kind === "number") return { kind: "number", values: takeNumbers(column.values, rows) };
  return { kind: "text", codes: takeValues(column.codes, rows), levels: column.levels };
}

/** The numbers in the rows listed; the array itself, not a copy, if they are all rows in order. */
export function takeNumbers(values: Float64Array, rows: Int32Array): Float64Array {
  if (rows.length === values.length && isEvery(rows)) return values;
  return takeValues(values, rows);
}
