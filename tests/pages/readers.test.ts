import { afterAll, beforeAll, expect, test } from "vitest";
import { Library, PAGES, type Site } from "../../src/site/index.ts";
import { MemoryReader } from "../../src/site/load/memory-reader.ts";
import type { Reader } from "../../src/site/load/reader.ts";
import { SqlReader } from "../../src/site/load/sql-reader.ts";
import { smallBook } from "./small-book.ts";

let small: Awaited<ReturnType<typeof smallBook>>;
let memory: Reader;
let sql: Reader;

beforeAll(async () => {
  small = await smallBook();
  memory = (await MemoryReader.open(small.book))!;
  sql = new SqlReader(small.book);
});
afterAll(() => small.remove());

const IDS = ["fji-2018", "kaz-2019", "tuv-undated", "osce", "rep-a", "rep-b", "t-1", "missing", ""];

test("a book read into memory answers as the book itself does", async () => {
  const byId = (a: { row: { id?: unknown } }, b: { row: { id?: unknown } }) =>
    String(a.row.id) < String(b.row.id) ? -1 : 1;
  expect([...(await memory.byIds(IDS))].sort(byId)).toEqual([...(await sql.byIds(IDS))].sort(byId));
  for (const instance of await sql.byIds(IDS))
    expect(await memory.statements(instance)).toMatchObject(await sql.statements(instance));
  for (const id of IDS) expect(await memory.restingOn(id)).toEqual(await sql.restingOn(id));
  for (const kind of small.book.codebook.kinds.values())
    for (const field of kind.fields)
      for (const value of ["FJI", "KAZ", "osce", "missions-sent", "fair", "none"])
        if (!field.sensitive && !["date", "quantity"].includes(field.type))
          expect(await memory.holding(kind, field, value)).toEqual(await sql.holding(kind, field, value));
  for (const kind of small.book.codebook.kinds.values())
    for (const words of [["election"], ["general", "fji"], ["osce"], ["nowhere"], ["institute"]])
      expect(await memory.matching(kind, words, 2)).toEqual(await sql.matching(kind, words, 2));
  expect(await memory.seriesOf("country", "FJI")).toEqual(await sql.seriesOf("country", "FJI"));
  expect(await memory.seriesOf("measure", "openness")).toEqual(await sql.seriesOf("measure", "openness"));
  expect(await memory.entries([1, 2, 99])).toEqual(await sql.entries([1, 2, 99]));
});

test("pages are the same whichever way the book is read", async () => {
  const site = async (reader: Reader): Promise<Site> => ({
    library: await Library.open(small.book, reader),
    articles: async () => [],
    article: async () => null,
  });
  const [one, other] = [await site(memory), await site(sql)];
  for (const { path, open } of PAGES)
    for (const id of path.includes("{") ? ["FJI", ...IDS, "turnout", "openness", "missions-sent"] : [""]) {
      const request = { id, query: new URLSearchParams() };
      const [a, b] = [await open(one, request), await open(other, request)];
      expect(a?.data(), `${path} ${id}`).toEqual(b?.data());
    }
});
