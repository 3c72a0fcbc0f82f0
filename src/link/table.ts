import { UserError } from "../codebook/errors.ts";
import type { Table } from "./columns.ts";
import { readCodedCsv } from "./csv.ts";

/** Reads a CSV table (RFC 4180, header first; comma, semicolon or tab) into columns. */
export function readTable(csv: string, file: string): Table {
  const read = readCodedCsv(csv, delimiterOf(csv));
  if ("message" in read)
    throw new UserError({
      code: "bad-csv",
      file,
      line: read.line,
      message: read.message,
      hint: "every row needs as many cells as the header",
    });
  if (read.rows < 2)
    throw new UserError({
      code: "empty",
      file,
      message: read.rows === 0 ? "holds no rows" : "holds one row only",
      expected: "a header and at least two rows",
    });
  const names = read.header.map(name => name.trim());
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined)
    throw new UserError({
      code: "duplicate-column",
      file,
      line: 1,
      message: `the column "${twice}" stands twice`,
      hint: "rename one",
    });
  return { rows: read.rows, columns: new Map(names.map((name, at) => [name, read.columns[at]!])) };
}

/** The one of comma, tab and semicolon that the header has most of. */
function delimiterOf(csv: string): string {
  const end = csv.indexOf("\n");
  const header = end < 0 ? csv : csv.slice(0, end);
  return [",", "\t", ";"].reduce((best, one) =>
    header.split(one).length > header.split(best).length ? one : best,
  );
}
