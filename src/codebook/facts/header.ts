import type { CsvRow, CsvText } from "../csv.ts";
import { didYouMean } from "../suggest.ts";
import type { Problem } from "../types.ts";

/** Where each wanted column stands in the header, and what is wrong with the header. */
export function readHeader(file: string, csv: CsvText, wanted: readonly string[]) {
  const positions = new Map<string, number>();
  const header = csv.rows[0];
  if (!header) {
    const hint = `start it with the line ${wanted.join(",")}`;
    const problem: Problem = { code: "empty-file", file, line: 1, message: "the file is empty", hint };
    return { positions, problems: [problem] };
  }
  const problems: Problem[] = [];
  const wrong = (column: string, about: Pick<Problem, "code" | "message" | "hint">) =>
    problems.push({ file, line: header.line, column, ...about });
  for (const [index, cell] of header.cells.entries()) {
    const name = cell.trim();
    if (!positions.has(name)) positions.set(name, index);
    else
      wrong(name, {
        code: "duplicate-column",
        message: "the column comes twice",
        hint: "remove one of them",
      });
  }
  const missing = wanted.filter(column => !positions.has(column));
  for (const name of positions.keys()) {
    if (wanted.includes(name)) continue;
    const hint = didYouMean(name, missing) ?? `the columns are ${wanted.join(",")}`;
    wrong(name, { code: "unknown-column", message: `unknown column ${JSON.stringify(name)}`, hint });
  }
  const hint = "add it to the header; its cells may be empty where the field is not required";
  for (const column of missing)
    wrong(column, { code: "missing-column", message: "the column is missing", hint });
  return { positions, problems };
}

/** A row that has more or fewer cells than the header. */
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

/** The problem of a quotation mark that nothing closes. */
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
