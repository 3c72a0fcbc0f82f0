import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { loadCodebook } from "../../codebook/declarations/load.ts";
import { CODEBOOK, statement } from "../testing/books.ts";
import type { Statement } from "../types.ts";
import { Loader, statementRow } from "./load.ts";
import { tablesFor } from "./schema.ts";
import { insertWide } from "./wide.ts";

const codebook = loadCodebook(CODEBOOK);
const deal = codebook.kinds.get("deal")!;

const said: fc.Arbitrary<{ statement: Statement; seq: number }> = fc.record({
  statement: fc
    .record({
      record: fc.constantFrom("d1", "d2", "d3"),
      field: fc.constantFrom("seller", "buyers", "agreed", "units", "note"),
      text: fc.constantFrom("a", "b", "c"),
      number: fc.constantFrom(null, 1, 2),
      source: fc.constantFrom("", "s1", "s2"),
      start: fc.constantFrom("", "2019-05-01", "no day"),
    })
    .map(statement),
  seq: fc.integer({ min: 3, max: 5 }),
});

let connection: DuckDBConnection;

beforeAll(async () => {
  connection = await (await DuckDBInstance.create(":memory:")).connect();
  for (const sql of tablesFor(codebook)) await connection.run(sql);
});

async function wideRows(list: readonly { statement: Statement; seq: number }[], plainFirst: boolean) {
  for (const table of ["base.statement", "deal"]) await connection.run(`DELETE FROM ${table}`);
  const loader = await Loader.open(connection, "base", "statement");
  for (const [nth, each] of list.entries()) loader.add(statementRow({ ...each, nth, file: null }));
  loader.close();
  for (const sql of insertWide(deal, { touchedOnly: false, plainFirst })) await connection.run(sql);
  return (await connection.runAndReadAll("SELECT * FROM deal ORDER BY id")).getRowObjectsJson();
}

/** The rule of the wide view in plain words, as the oracle of the SQL. */
function expected(list: readonly { statement: Statement; seq: number }[], record: string) {
  const mine = list.map((each, nth) => ({ ...each, nth })).filter(each => each.statement.record === record);
  const newest = (field: string) => {
    const of = mine.filter(each => each.statement.field === field);
    const seq = Math.max(...of.map(each => each.seq));
    return of.filter(each => each.seq === seq).map(({ statement }) => statement);
  };
  const best = (field: string) => {
    const value = ({ text, number, start }: Statement) => JSON.stringify([text, number, start]);
    const groups = new Map<string, Statement[]>();
    for (const each of newest(field)) groups.set(value(each), [...(groups.get(value(each)) ?? []), each]);
    const votes = (group: readonly Statement[]) => new Set(group.map(({ source }) => source)).size;
    const order = ({ text, number, start }: Statement) =>
      [number ?? Number.POSITIVE_INFINITY, text, start] as const;
    const sorted = [...groups.values()].sort((a, b) => {
      const [x, y] = [order(a[0]!), order(b[0]!)];
      return (
        votes(b) - votes(a) || x[0] - y[0] || (x[1] < y[1] ? -1 : x[1] > y[1] ? 1 : x[2] < y[2] ? -1 : 1)
      );
    });
    return sorted[0]?.[0] ?? null;
  };
  return {
    seller: best("seller")?.text ?? null,
    units: best("units")?.number ?? null,
    agreed: best("agreed")?.text ?? null,
    buyers: [...new Set(newest("buyers").map(({ text }) => text))],
  };
}

test("the wide view follows its rule, and bulk is made wide in the same way", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(said, { maxLength: 14 }), async list => {
      const rows = await wideRows(list, false);
      expect(await wideRows(list, true)).toEqual(rows);
      expect(rows.map(({ id }) => id)).toEqual(
        [...new Set(list.map(({ statement }) => statement.record))].sort(),
      );
      for (const row of rows) expect(row).toMatchObject(expected(list, String(row["id"])));
    }),
    { seed: 9, numRuns: 40 },
  );
});

test("a day that is none is kept as written and has no date", async () => {
  const list = [
    { statement: statement({ record: "d1", field: "agreed", text: "soon", start: "soon" }), seq: 3 },
  ];
  expect(await wideRows(list, true)).toMatchObject([
    { agreed: "soon", agreed_start: null, agreed_end: null },
  ]);
});
