import { rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { addFacts } from "../add-facts.ts";
import { openBook } from "../open.ts";
import { FACTS, removeFolders, smallBook } from "../testing/books.ts";
import type { Book } from "../types.ts";

afterAll(removeFolders);

const decide = (book: Book, judgement: string, a: string, b: string) =>
  book.append({ by: "ana", act: "decide", data: { judgement, kind: "deal", records: [a, b] } });

const events = (book: Book) =>
  book.sql("SELECT id, kind, records, sources FROM events WHERE kind = 'deal' ORDER BY id");

const own = [
  { id: "d1", kind: "deal", records: ["d1"], sources: ["s1", "s2"] },
  { id: "d2", kind: "deal", records: ["d2"], sources: ["s2"] },
];
const joined = [{ id: "d1", kind: "deal", records: ["d1", "d2"], sources: ["s1", "s2"] }];

test("every record is an event, decisions join and part them, and an index made anew says the same", async () => {
  const book = await smallBook();
  await addFacts(book, { files: FACTS, by: "ana" });
  expect(await events(book)).toEqual(own);
  const { seq } = await decide(book, "same", "d2", "d1");
  expect(await events(book)).toEqual(joined);
  expect((await book.query("SELECT event, record FROM event_record ORDER BY record")).rows).toEqual([
    { event: "d1", record: "d1" },
    { event: "d1", record: "d2" },
  ]);
  await decide(book, "different", "d1", "d2");
  expect(await events(book)).toEqual(own);
  const past = await book.asOf(seq);
  expect(await events(past)).toEqual(joined);
  await past.close();
  await decide(book, "same", "d1", "d2");
  await book.close();
  rmSync(join(book.dir, "index.duckdb"));
  const again = await openBook(book.dir);
  expect(await events(again)).toEqual(joined);
  await again.close();
});

test("a decision on records that the book does not have makes no event of them", async () => {
  const book = await smallBook();
  await addFacts(book, { files: FACTS, by: "ana" });
  await decide(book, "same", "gone", "d2");
  expect((await events(book)).map(({ records }) => records)).toEqual([["d1"], ["d2"]]);
  await book.close();
});
