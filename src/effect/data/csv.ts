import { UserError } from "../../codebook/errors.ts";
import { type Column, type Frame, textColumn } from "./frame.ts";

/** Cells that stand for "no value". */
const MISSING = new Set(["", "NA", "N/A", "NaN", "nan", "null", "NULL", "."]);

/**
 * Reads a CSV table (RFC 4180, comma, semicolon or tab, header row) into a frame. A column is numbers if every value
 * is one; `NA`, `NaN`, `.`, `null` and empty cells are missing. Ragged rows and repeated names are a `UserError`
 * that lists their lines. `file` names the table in messages.
 */
export function frameFromCsv(text: string, file = "data"): Frame {
  const { names, cells, problems } = splitTable(text, file);
  if (problems.length > 0) throw new UserError(problems);
  const columns = new Map<string, Column>();
  for (const [index, name] of names.entries()) columns.set(name, inferColumn(cells[index]!));
  return { rows: cells[0]?.length ?? 0, columns };
}

interface Table {
  readonly names: string[];
  /** By column. */
  readonly cells: string[][];
  readonly problems: { code: string; file: string; line: number; message: string; expected?: string }[];
}

function splitTable(text: string, file: string): Table {
  const reader = csvRows(text.startsWith("\uFEFF") ? text.slice(1) : text);
  const header = reader.next();
  const names = header.done ? [] : header.value.cells.map(name => name.trim());
  const problems: Table["problems"] = [];
  const repeated = names.filter((name, index) => names.indexOf(name) !== index);
  if (names.length === 0)
    problems.push({ code: "csv-empty", file, line: 1, message: "the table has no header" });
  for (const name of repeated) {
    problems.push({ code: "csv-header", file, line: 1, message: `two columns are named "${name}"` });
  }
  const cells: string[][] = names.map(() => []);
  for (const { cells: row, line } of reader) {
    if (row.length === 1 && row[0] === "" && names.length > 1) continue;
    if (row.length !== names.length) {
      if (problems.length < 20) {
        const message = `the row has ${row.length} cells`;
        problems.push({ code: "csv-row", file, line, message, expected: `${names.length} cells` });
      }
      continue;
    }
    for (let column = 0; column < row.length; column++) cells[column]!.push(row[column]!);
  }
  return { names, cells, problems };
}

interface Row {
  readonly cells: string[];
  readonly line: number;
}

/** The separator is the one of comma, semicolon and tab that the header line uses most. */
function separatorOf(text: string): string {
  const end = text.indexOf("\n");
  const header = end < 0 ? text : text.slice(0, end);
  const count = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

function* csvRows(text: string): Generator<Row, undefined> {
  const separator = separatorOf(text);
  let at = 0;
  let line = 1;
  while (at < text.length) {
    const start = line;
    const cells: string[] = [];
    for (;;) {
      const cell = text[at] === '"' ? quotedCell(text, at) : plainCell(text, at, separator);
      cells.push(cell.value);
      line += cell.breaks;
      at = cell.next;
      if (text[at] !== separator) break;
      at += 1;
    }
    if (text[at] === "\r") at += 1;
    if (text[at] === "\n") at += 1;
    line += 1;
    yield { cells, line: start };
  }
}

interface Cell {
  readonly value: string;
  readonly next: number;
  /** Line breaks inside the cell. */
  readonly breaks: number;
}

function plainCell(text: string, at: number, separator: string): Cell {
  let end = at;
  while (end < text.length && text[end] !== separator && text[end] !== "\n" && text[end] !== "\r") end += 1;
  return { value: text.slice(at, end), next: end, breaks: 0 };
}

function quotedCell(text: string, at: number): Cell {
  let end = at + 1;
  while (end < text.length && (text[end] !== '"' || text[end + 1] === '"')) end += text[end] === '"' ? 2 : 1;
  const raw = text.slice(at + 1, end);
  return { value: raw.replaceAll('""', '"'), next: end + 1, breaks: raw.split("\n").length - 1 };
}

function inferColumn(cells: readonly string[]): Column {
  const values = new Float64Array(cells.length);
  for (let row = 0; row < cells.length; row++) {
    const cell = cells[row]!.trim();
    if (MISSING.has(cell)) {
      values[row] = Number.NaN;
      continue;
    }
    const value = Number(cell);
    if (Number.isNaN(value) || /^0[xbo]/i.test(cell)) {
      return textColumn(cells.map(text => (MISSING.has(text.trim()) ? null : text.trim())));
    }
    values[row] = value;
  }
  return { kind: "number", values };
}
