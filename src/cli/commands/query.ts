import type { QueryResult } from "../../book/types.ts";
import { UserError } from "../../codebook/errors.ts";
import { writeCsv } from "../../codebook/write-csv.ts";
import { type Command, flag, type Invocation, option } from "../command.ts";
import { withBook } from "../open.ts";
import { cellText, formatTable } from "../table.ts";

export const query: Command = {
  name: "query",
  summary: "ask the book in read-only SQL",
  arguments: "SQL",
  count: [1, 1],
  about: `Runs one SQL query on the index of the book. It can read the views of the book and nothing else: no files, no network, no
extensions; time, memory and rows are limited. Each kind of the codebook is a view (training, deployment, incident, figure,
policy, entity, source); statements, events, series, country, entries and record_source are there too.`,
  options: {
    csv: { help: "print CSV instead of a table" },
    rows: { value: "N", help: "rows at most (default 10000)" },
    timeout: { value: "MS", help: "milliseconds at most (default 10000)" },
  },
  examples: [
    [
      `custodes query "select recipients, count(*) as trainings from training group by all order by 2 desc limit 5"`,
      "who is trained most, as documented",
    ],
    [
      `custodes query "from figure where measure = 'market-share'" --csv > shares.csv`,
      "every published market share as CSV",
    ],
  ],
  run: async invocation => {
    const limits = { rows: count(invocation, "rows", 10_000), timeout: count(invocation, "timeout", 10_000) };
    const result = await withBook(invocation, book => book.query(invocation.arguments[0]!, limits));
    print(result, invocation);
    return 0;
  },
};

function print(result: QueryResult, invocation: Invocation): void {
  const { effects } = invocation;
  const names = result.columns.map(({ name }) => name);
  const rows = result.rows.map(row => names.map(name => row[name]));
  if (flag(invocation, "json")) effects.out(`${JSON.stringify(result, bigintAsNumber)}\n`);
  else if (flag(invocation, "csv"))
    effects.out(
      writeCsv(
        names,
        rows.map(row => row.map(asCell)),
      ),
    );
  else effects.out(formatTable(names, rows, { width: effects.columns }));
  if (result.truncated && !flag(invocation, "json"))
    effects.err(`custodes: only the first ${rows.length} rows are shown; more with --rows`);
}

const bigintAsNumber = (_: string, value: unknown) =>
  typeof value === "bigint" ? (Number.isSafeInteger(Number(value)) ? Number(value) : String(value)) : value;

const asCell = (value: unknown) =>
  typeof value === "number" || typeof value === "bigint" || typeof value === "boolean"
    ? value
    : cellText(value);

/** A whole number above zero from an option. */
function count(invocation: Invocation, name: string, otherwise: number): number {
  const text = option(invocation, name);
  if (text === null) return otherwise;
  if (!/^[1-9]\d{0,8}$/.test(text))
    throw new UserError({
      code: "usage",
      message: `--${name} is "${text}"`,
      expected: "a whole number above zero",
    });
  return Number(text);
}
