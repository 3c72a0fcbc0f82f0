import { parse } from "csv-parse/sync";
import { UserError } from "../codebook/errors.ts";
import { columnFrom, type Table } from "./columns.ts";

/** Reads a CSV table (RFC 4180, header first, comma, semicolon or tab) as strings by column. */
export function readTable(csv: string, file: string): Table {
  const records = parseCsv(csv, file);
  const [header, ...rows] = records;
  if (!header || rows.length === 0)
    throw new UserError({
      code: "empty",
      file,
      message: "holds no rows",
      expected: "a header and at least two rows",
    });
  const names = header.map(name => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UserError({
      code: "duplicate-column",
      file,
      line: 1,
      message: `the column "${twice}" stands twice`,
      hint: "rename one",
    });
  if (rows.length < 2)
    throw new UserError({
      code: "empty",
      file,
      message: "holds one row only",
      expected: "at least two rows",
    });
  return {
    rows: rows.length,
    columns: new Map(
      names.map((name, at) => [name, columnFrom(rows.map(row => (row[at] ?? "").toWellFormed()))]),
    ),
  };
}

function parseCsv(csv: string, file: string): string[][] {
  const first = csv.slice(0, csv.indexOf("\n") + 1 || undefined);
  const delimiter = [",", "\t", ";"].reduce((best, one) =>
    first.split(one).length > first.split(best).length ? one : best,
  );
  try {
    return parse(csv, { bom: true, delimiter, skip_empty_lines: true }) as string[][];
  } catch (error) {
    const { message, lines } = error as Error & { lines?: number };
    throw new UserError({
      code: "bad-csv",
      file,
      ...(lines !== undefined && { line: lines }),
      message,
      hint: "every row needs as many cells as the header",
    });
  }
}
