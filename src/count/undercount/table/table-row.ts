import type { CsvRow } from "../../../codebook/csv.ts";
import type { Problem } from "../../../codebook/types.ts";

/** Which column is what; −1 where there is none. */
export interface Layout {
  readonly lists: readonly number[];
  readonly count: number;
  readonly stratum: number;
  readonly id: number;
}

/** The header, what its columns are, and the name of the file. */
export interface Reading {
  readonly header: readonly string[];
  readonly layout: Layout;
  readonly file: string | undefined;
}

/** 0 or 1 as tables write them; null for anything else. */
export function binary(cell: string): 0 | 1 | null {
  const value = cell.trim().toLowerCase();
  if (value === "1" || value === "true" || value === "yes") return 1;
  if (value === "0" || value === "false" || value === "no") return 0;
  return null;
}

/** One row of a table of lists as it was read, with what is wrong with it. */
export interface ParsedRow {
  readonly set: number;
  readonly count: number;
  readonly stratum: string;
  readonly id: string;
  readonly problems: readonly Problem[];
}

/** Reads one row. */
export function parseRow(row: CsvRow, reading: Reading): ParsedRow {
  const { cells } = row;
  const { layout } = reading;
  const { set, problems } = listsOf(row, reading);
  const written = layout.count >= 0 ? (cells[layout.count] ?? "").trim() : "1";
  if (problems.length === 0) problems.push(...countProblems(row, { reading, set, written }));
  return {
    set,
    count: set === 0 ? 0 : Number(written),
    stratum: (cells[layout.stratum] ?? "").trim(),
    id: (cells[layout.id] ?? "").trim(),
    problems,
  };
}

/** The lists that the row's case is on, as a bit set. */
function listsOf(
  { line, cells }: CsvRow,
  { header, layout, file }: Reading,
): { set: number; problems: Problem[] } {
  if (cells.length !== header.length) {
    const message = `the row has ${cells.length} cells`;
    return {
      set: 0,
      problems: [{ code: "bad-row", file, line, message, expected: `${header.length}, as the header` }],
    };
  }
  const problems: Problem[] = [];
  let set = 0;
  layout.lists.forEach((at, list) => {
    const value = binary(cells[at]!);
    if (value === 1) set |= 1 << list;
    if (value !== null) return;
    problems.push({
      code: "not-binary",
      file,
      line,
      column: header[at],
      message: `${JSON.stringify(cells[at])} is neither 0 nor 1`,
      expected: "1 where the list reports the case, 0 where it does not",
      received: cells[at],
      hint: `leave the column out if it is no list; --count ${header[at]} takes it as counts, --stratum ${header[at]} estimates within each of its values`,
    });
  });
  return { set, problems };
}

function countProblems(
  { line }: CsvRow,
  { reading, set, written }: { reading: Reading; set: number; written: string },
): Problem[] {
  const { header, layout, file } = reading;
  // The row of no list stands in some tables with an empty or zero count.
  if (set === 0 && (written === "" || Number(written) === 0)) return [];
  if (!/^\d+$/.test(written))
    return [
      {
        code: "bad-count",
        file,
        line,
        column: header[layout.count],
        message: `${JSON.stringify(written)} is no count`,
        expected: "a whole number from 0",
        received: written,
      },
    ];
  if (set !== 0) return [];
  return [
    {
      code: "on-no-list",
      file,
      line,
      message: layout.count >= 0 ? "cases on no list have a count" : "the case is on no list",
      hint: "that number is what is to be estimated; take the row out",
    },
  ];
}
