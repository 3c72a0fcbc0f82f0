import { UserError } from "../../codebook/errors.ts";
import type { Table } from "./columns.ts";
import { type CodedCsv, type CsvCoder, csvCoder, readCodedCsv } from "./csv.ts";

/** Reads a CSV table (RFC 4180, header first; comma, semicolon or tab) into columns, of two rows at least unless told. Bytes are UTF-8. */
export function readTable(
  csv: string | Uint8Array,
  file: string,
  { least = 2 }: { least?: number } = {},
): Table {
  return tableOf(readCodedCsv(csv, delimiterOf(csv)), file, least);
}

/** As `readTable`, from pieces, so that a file larger than a string may be is read too. */
export function readTableFrom(pieces: Iterable<Uint8Array>, file: string): Table {
  let coder: CsvCoder | null = null;
  for (const piece of pieces) {
    coder ??= csvCoder(delimiterOf(piece));
    if (!coder.push(piece)) break;
  }
  return tableOf((coder ?? csvCoder(",")).end(), file, 2);
}

function tableOf(read: CodedCsv, file: string, least: number): Table {
  if ("message" in read)
    throw new UserError({
      code: "bad-csv",
      file,
      line: read.line,
      message: read.message,
      hint: "every row needs as many cells as the header",
    });
  if (read.rows < least)
    throw new UserError({
      code: "empty",
      file,
      message: read.rows === 0 ? "holds no rows" : "holds one row only",
      expected: `a header and at least ${least === 1 ? "one row" : "two rows"}`,
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

/** Bytes that the header is looked for in. */
const HEADER = 1 << 16;

/** The one of comma, tab and semicolon that the header has most of. */
function delimiterOf(csv: string | Uint8Array): string {
  const start = typeof csv === "string" ? csv : new TextDecoder().decode(csv.subarray(0, HEADER));
  const end = start.indexOf("\n");
  const header = end < 0 ? start : start.slice(0, end);
  return [",", "\t", ";"].reduce((best, one) =>
    header.split(one).length > header.split(best).length ? one : best,
  );
}
