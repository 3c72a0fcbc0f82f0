import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type OpenBook, openBook } from "../book/index.ts";
import { isRecords } from "../codebook/index.ts";
import { readBookFolder } from "./book-folder.ts";
import { checkBookFolder } from "./check-book-folder.ts";
import { bringUpToDate, shippedBookFolder } from "./shipped-book.ts";
import { articlesOf } from "./update-book.ts";

let home: string;
let book: OpenBook;

beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "custodes-shipped-"));
  await bringUpToDate(join(home, "book"));
  book = await openBook(join(home, "book"), { readOnly: true });
});

afterAll(async () => {
  await book?.close();
  await rm(home, { recursive: true, force: true });
});

test("the view of each kind has the rows of its files", async () => {
  const { parsed } = checkBookFolder(await readBookFolder(shippedBookFolder()));
  for (const file of parsed.filter(isRecords)) {
    const [row] = await book.sql<{ n: number }>(`SELECT CAST(count(*) AS INTEGER) AS n FROM "${file.kind}"`);
    expect(row?.n, file.kind).toBe(file.rows.length);
  }
});

test("no score of a series whose classes alone may be shipped is in the book", async () => {
  const restricted = [...book.codebook.series.values()].filter(each => each.classesOnly).map(each => each.id);
  const scores = await book.sql("SELECT DISTINCT measure FROM series WHERE value IS NOT NULL");
  expect(scores.filter(({ measure }) => restricted.includes(String(measure)))).toEqual([]);
});

test("every source that a record cites has a row of its own", async () => {
  const lost = await book.sql("SELECT source FROM record_source WHERE source NOT IN (SELECT id FROM source)");
  expect(lost).toEqual([]);
});

test("the articles of the shipped folder are captured", async () => {
  const { articles } = await readBookFolder(shippedBookFolder());
  const names = [...articles.keys()].map(path => path.replace("articles/", ""));
  expect([...(await articlesOf(book)).keys()].sort()).toEqual(names.sort());
});
