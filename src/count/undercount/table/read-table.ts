import { type CsvRow, parseCsv } from "../../../codebook/csv.ts";
import { UserError } from "../../../codebook/errors.ts";
import { didYouMean } from "../../../codebook/suggest.ts";
import type { Problem } from "../../../codebook/types.ts";
import { type CaptureTable, captureTable, members, silentLists } from "./table.ts";
import { binary, type Layout, type ParsedRow, parseRow, type Reading } from "./table-row.ts";

export interface ReadOptions {
  /** Name of the file, for messages. */
  readonly file?: string;
  /** Column whose values split the table. */
  readonly stratum?: string;
  /** Column of counts, where it is not called count, n, freq or frequency. */
  readonly count?: string;
}

export interface ReadTable {
  readonly table: CaptureTable;
  /** A table for each value of the stratification column, in the order of the values; empty without one. */
  readonly strata: readonly { readonly stratum: string; readonly table: CaptureTable }[];
  /** How the file was read. */
  readonly notes: readonly string[];
}

const COUNT_NAMES = ["count", "counts", "n", "freq", "frequency"];
const ID_NAMES = ["id", "case", "case_id", "record", "key", "name"];
/** More lists than this make tables that no method here can fill. */
const MOST_LISTS = 10;

/**
 * Reads a table of lists from CSV: one row a case with a 0/1 column for each list, or one row a combination of lists with a count
 * column. Throws a `UserError` with every problem found.
 */
export function readTable(text: string, options: ReadOptions = {}): ReadTable {
  const { rows, unclosed } = parseCsv(text);
  const file = options.file;
  const fail = (problem: Omit<Problem, "file">) => new UserError({ file, ...problem });
  if (unclosed !== null)
    throw fail({
      code: "bad-csv",
      line: unclosed,
      message: "a quotation mark is never closed",
      hint: 'close it, or double it ("")',
    });
  const header = rows[0]?.cells.map(cell => cell.trim());
  if (header === undefined)
    throw fail({ code: "empty", message: "the file is empty", expected: "a header and a row for each case" });
  const body = rows.slice(1);
  if (body.length === 0)
    throw fail({
      code: "empty",
      message: "the table has a header and no rows",
      hint: "add a row for each case or each combination of lists",
    });
  const separator = [";", "\t"].find(each => header.length === 1 && header[0]!.includes(each));
  if (separator !== undefined)
    throw fail({
      code: "bad-csv",
      line: 1,
      message: `the columns are separated by ${separator === ";" ? "semicolons" : "tabs"}`,
      expected: "commas",
      hint: "save the table as CSV with commas",
    });
  const layout = layoutOf(header, body, options);
  if (layout.lists.length < 2)
    throw fail({
      code: "too-few-lists",
      message: `the table has ${layout.lists.length === 1 ? `one list only (${header[layout.lists[0]!]})` : "no list"}`,
      expected: "at least two columns of 0 and 1",
      hint: "what no list reports can be estimated only from how lists overlap",
    });
  if (layout.lists.length > MOST_LISTS)
    throw fail({
      code: "too-many-lists",
      message: `the table has ${layout.lists.length} lists`,
      expected: `at most ${MOST_LISTS}`,
      hint: "join lists of one sort",
    });
  return collect(body, { header, layout, file });
}

function layoutOf(
  header: readonly string[],
  body: readonly CsvRow[],
  { file, stratum, count }: ReadOptions,
): Layout {
  const find = (name: string | undefined) =>
    name === undefined ? -1 : header.findIndex(each => each.toLowerCase() === name.toLowerCase());
  for (const [name, what] of [
    [stratum, "stratification"],
    [count, "count"],
  ] as const)
    if (name !== undefined && find(name) < 0)
      throw new UserError({
        code: "unknown-column",
        file,
        line: 1,
        column: name,
        message: `the table has no column ${JSON.stringify(name)} (the ${what} column)`,
        expected: header.join(", "),
        hint: didYouMean(name, header),
      });
  const doubled = header.find((name, at) => header.indexOf(name) !== at);
  if (doubled !== undefined)
    throw new UserError({
      code: "duplicate-column",
      file,
      line: 1,
      column: doubled,
      message: `two columns are called ${JSON.stringify(doubled)}`,
      hint: "each list has one column and one name",
    });
  const countAt =
    count !== undefined ? find(count) : header.findIndex(name => COUNT_NAMES.includes(name.toLowerCase()));
  const stratumAt = find(stratum);
  const taken = new Set([countAt, stratumAt]);
  const rest = [...header.keys()].filter(at => !taken.has(at));
  const id =
    rest.find(at => ID_NAMES.includes(header[at]!.toLowerCase())) ??
    (countAt >= 0 ? undefined : rest.find(at => at === rest[0] && isKey(body, at)));
  return { lists: rest.filter(at => at !== id), count: countAt, stratum: stratumAt, id: id ?? -1 };
}

/** A first column of distinct values that are no 0 and 1 names the cases. */
function isKey(body: readonly CsvRow[], at: number): boolean {
  const values = body.map(row => row.cells[at] ?? "");
  return (
    values.every(value => binary(value) === null) &&
    new Set(values).size === values.length &&
    values.length > 2
  );
}

/** A column without a single 0 or 1 is no list at all: said once and not in every line. */
function noLists(body: readonly CsvRow[], { header, layout, file }: Reading): Problem[] {
  const written = (at: number) => body.map(({ cells }) => (cells[at] ?? "").trim()).filter(Boolean);
  return layout.lists
    .filter(at => written(at).length > 1 && written(at).every(value => binary(value) === null))
    .map(at => ({
      code: "not-binary",
      file,
      line: 1,
      column: header[at]!,
      message: `no cell of the column is 0 or 1; the first is ${JSON.stringify(written(at)[0])}`,
      expected: "1 where the list reports the case, 0 where it does not",
      received: written(at)[0]!,
      hint: `leave it out, or name it: --stratum ${header[at]} estimates within each of its values, --count ${header[at]} takes it as counts`,
    }));
}

function collect(body: readonly CsvRow[], { header, layout, file }: Reading): ReadTable {
  const problems = noLists(body, { header, layout, file });
  if (problems.length > 0) throw new UserError(problems);
  const lists = layout.lists.map(at => header[at]!);
  const counts = new Map<string, Float64Array>();
  const seen = new Map<string, number>();
  for (const row of body) {
    const parsed = parseRow(row, { header, layout, file });
    problems.push(...parsed.problems);
    const key = layout.count >= 0 ? `${parsed.stratum}\n${parsed.set}` : layout.id >= 0 ? parsed.id : null;
    const earlier = key === null ? undefined : seen.get(key);
    if (earlier !== undefined) problems.push(twice(row, { earlier, parsed, lists, layout, file }));
    if (key !== null) seen.set(key, row.line);
    if (parsed.problems.length > 0) continue;
    let table = counts.get(parsed.stratum);
    if (!table) {
      table = new Float64Array(1 << lists.length);
      counts.set(parsed.stratum, table);
    }
    table[parsed.set]! += parsed.count;
  }
  const total = new Float64Array(1 << lists.length);
  for (const table of counts.values())
    for (let cell = 1; cell < total.length; cell++) total[cell]! += table[cell]!;
  const whole = captureTable(lists, total);
  if (problems.length === 0) problems.push(...emptyLists(whole, file));
  if (problems.length > 0) throw new UserError(problems);
  const strata =
    layout.stratum < 0
      ? []
      : [...counts]
          .sort(([a], [b]) => (a < b ? -1 : 1))
          .map(([stratum, table]) => ({ stratum, table: captureTable(lists, table) }));
  return { table: whole, strata, notes: notesOf(body.length, { header, layout, file }) };
}

function twice(
  { line }: CsvRow,
  {
    earlier,
    parsed,
    lists,
    layout,
    file,
  }: {
    earlier: number;
    parsed: ParsedRow;
    lists: readonly string[];
    layout: Layout;
    file: string | undefined;
  },
): Problem {
  if (layout.count < 0)
    return {
      code: "duplicate-case",
      file,
      line,
      message: `the case ${JSON.stringify(parsed.id)} stands in line ${earlier} already`,
      hint: "a list may hold a case once; join the rows",
    };
  const names =
    members(parsed.set)
      .map(list => lists[list])
      .join(" and ") || "no list";
  return {
    code: "duplicate-combination",
    file,
    line,
    message: `the combination "${names}" stands in line ${earlier} already`,
    hint: "add the two counts",
  };
}

function emptyLists(table: CaptureTable, file: string | undefined): Problem[] {
  return silentLists(table).map(name => ({
    code: "empty-list",
    file,
    column: name,
    message: `the list ${name} reports no case`,
    hint: "leave it out",
  }));
}

function notesOf(rows: number, { header, layout }: Reading): string[] {
  const counted = rows === 1 ? "1 row" : `${rows} rows`;
  const notes = [
    layout.count >= 0
      ? `read as counts of combinations of lists (column ${header[layout.count]}), ${counted}`
      : `read as one row a case, ${counted}`,
  ];
  if (layout.id >= 0) notes.push(`the column ${header[layout.id]} names the cases and is no list`);
  if (layout.stratum >= 0) notes.push(`stratified by ${header[layout.stratum]}`);
  return notes;
}
