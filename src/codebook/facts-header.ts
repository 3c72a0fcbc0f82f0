import type { CsvRow, CsvText } from "./csv.ts";
import { didYouMean } from "./suggest.ts";
import type { Problem } from "./types.ts";

/** Where each wanted column stands in the header, and what is wrong with the header. */
export function readHeader(file: string, csv: CsvText, wanted: readonly string[]) {
  const problems: Problem[] = [];
  const header = csv.rows[0];
  if (!header) {
    problems.push({
      code: "empty-file",
      file,
      line: 1,
      message: "the file is empty",
      hint: `start it with the line ${wanted.join(",")}`,
    });
    return { positions: new Map<string, number>(), problems };
  }
  const positions = new Map<string, number>();
  header.cells.forEach((cell, index) => {
    const name = cell.trim();
    if (positions.has(name))
      problems.push({
        code: "duplicate-column",
        file,
        line: header.line,
        column: name,
        message: "the column comes twice",
        hint: "remove one of them",
      });
    else positions.set(name, index);
  });
  const missing = wanted.filter(column => !positions.has(column));
  for (const name of positions.keys())
    if (!wanted.includes(name))
      problems.push({
        code: "unknown-column",
        file,
        line: header.line,
        column: name,
        message: `unknown column ${JSON.stringify(name)}`,
        hint: didYouMean(name, missing) ?? `the columns are ${wanted.join(",")}`,
      });
  for (const column of missing)
    problems.push({
      code: "missing-column",
      file,
      line: header.line,
      column,
      message: "the column is missing",
      hint: "add it to the header; its cells may be empty where the field is not required",
    });
  return { positions, problems };
}

export function wrongWidth(file: string, row: CsvRow, width: number): Problem {
  return {
    code: "column-count",
    file,
    line: row.line,
    message: `the row has ${row.cells.length} cells, the header ${width}`,
    expected: `${width} cells`,
    received: String(row.cells.length),
    hint: "put cells that contain a comma or a quotation mark in quotation marks",
  };
}

export function unclosedQuote(file: string, csv: CsvText): Problem[] {
  if (csv.unclosed === null) return [];
  return [
    {
      code: "unclosed-quote",
      file,
      line: csv.unclosed,
      message: "a quotation mark is opened and never closed; nothing after it was read",
      hint: 'close it, and write quotation marks inside a cell twice ("")',
    },
  ];
}

/** Splits a cell with several values; values are trimmed and empty ones dropped. */
export function splitCell(cell: string): string[] {
  if (!cell.includes(";")) return cell === "" ? [] : [cell];
  return cell
    .split(";")
    .map(part => part.trim())
    .filter(part => part !== "");
}
