import type { CsvRow } from "../csv.ts";
import type { FactValue, Field, Problem } from "../types.ts";
import { columnsOfField } from "./columns.ts";
import { parseDate } from "./edtf.ts";
import { splitCell } from "./header.ts";

/** A number as facts files write it: digits, one decimal point, perhaps a sign. No group marks, no exponent, no infinity. */
export const NUMBER = /^[+-]?(?:\d+(?:\.\d+)?|\.\d+)$/;

/** Positions of the columns of one field, worked out once per file. */
export interface FieldColumns {
  readonly field: Field;
  readonly at: number;
  readonly high: number;
  readonly qualifier: number;
  readonly unit: number;
}

/** Values of one field in one row; what cannot be read goes to `out.problems`. */
export function valuesOf(
  columns: FieldColumns,
  row: CsvRow,
  out: { file: string; problems: Problem[] },
): FactValue[] {
  const { field } = columns;
  const cell = (row.cells[columns.at] ?? "").trim();
  const place = { file: out.file, line: row.line, column: field.id };
  if (cell === "") {
    if (field.required && columns.at >= 0)
      out.problems.push({
        ...place,
        code: "required",
        message: "the field is required and empty",
        hint: "fill it, or leave the row out",
      });
    out.problems.push(...strayColumns(columns, row, place));
    return [];
  }
  const texts = field.many ? splitCell(cell) : [cell];
  return texts.flatMap(text => {
    const value = readValue(columns, row, text);
    if ("code" in value) {
      out.problems.push({ ...place, received: text, ...value });
      return [];
    }
    return [value];
  });
}

/** An upper end or a hedge without the value that it belongs to. */
function strayColumns(columns: FieldColumns, row: CsvRow, place: { file: string; line: number }): Problem[] {
  const [, ...others] = columnsOfField(columns.field);
  const filled = others.filter((_, index) => {
    const at = [columns.high, columns.qualifier, columns.unit].filter(position => position >= 0)[index];
    return at !== undefined && (row.cells[at] ?? "").trim() !== "";
  });
  return filled.map(column => ({
    ...place,
    code: "value-missing",
    column,
    message: `${column} is filled and ${columns.field.id} is empty`,
    hint: `fill ${columns.field.id}, or empty ${column}`,
  }));
}

type Wrong = Pick<Problem, "code" | "message" | "expected" | "hint">;

function readValue(columns: FieldColumns, row: CsvRow, text: string): FactValue | Wrong {
  const { field } = columns;
  const plain = {
    field: field.id,
    text,
    number: null,
    low: null,
    high: null,
    unit: "",
    qualifier: "",
    start: "",
    end: "",
  };
  if (field.type === "date") {
    const date = parseDate(text);
    return date ? { ...plain, start: date.start, end: date.end } : wrongDate(text);
  }
  if (field.type !== "quantity" && field.type !== "money") return plain;
  if (!NUMBER.test(text)) return wrongNumber(text);
  const side = (at: number) => (at < 0 ? "" : (row.cells[at] ?? "").trim());
  const highText = side(columns.high);
  if (highText !== "" && !NUMBER.test(highText))
    return {
      ...wrongNumber(highText),
      message: `${columns.field.columns?.high}: ${wrongNumber(highText).message}`,
    };
  const number = Number(text);
  const high = highText === "" ? null : Number(highText);
  if (high !== null && high < number)
    return {
      code: "range",
      message: `the upper end ${high} is below the value ${number}`,
      hint: "exchange the two",
    };
  return {
    ...plain,
    number,
    low: high === null ? null : number,
    high,
    unit: side(columns.unit) || (field.unit ?? ""),
    qualifier: side(columns.qualifier),
  };
}

export function wrongNumber(text: string): Wrong {
  return {
    code: "bad-number",
    message: `${JSON.stringify(text)} is not a number`,
    expected: "digits with a point for decimals",
    hint: /^[\d.,\s']+$/.test(text)
      ? "write it without group marks, like 1500000 or 0.5"
      : "write the number alone; hedge and unit have their own columns",
  };
}

function wrongDate(text: string): Wrong {
  return {
    code: "bad-date",
    message: `${JSON.stringify(text)} is not a date`,
    expected: "2019, 2019-05, 2019-05-14 or another EDTF level 1 date",
    hint: /^\d{1,2}[./]\d{1,2}[./]\d{4}$/.test(text)
      ? "write the year first: 2019-05-14"
      : "write only what is known: 2019, or 2019-05",
  };
}
