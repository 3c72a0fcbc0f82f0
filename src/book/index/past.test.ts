import { afterAll, expect, test } from "vitest";
import { redact } from "../redact.ts";
import { removeFolders, smallBook, statement } from "../testing/books.ts";

afterAll(removeFolders);

const rows = "SELECT record, field, text FROM statements ORDER BY ALL";

/** A book in which entry 3 states one thing and entry 4 another. */
async function twoStates() {
  const book = await smallBook();
  await book.state("tester", [statement({ record: "d1", field: "seller", text: "Acme" })]);
  await book.state("tester", [statement({ record: "d2", field: "seller", text: "Bolt" })]);
  return book;
}

test("an index made in a thread of its own answers as one made here", async () => {
  const book = await twoStates();
  const here = await book.asOf(3);
  const expected = await here.sql(rows);
  await here.close();
  // One of an entry is shared by whoever asks for it: another opening of the book has none yet.
  const { openBook } = await import("../open.ts");
  const reader = await openBook(book.dir, { readOnly: true });
  const there = await reader.asOf(3, { apart: true });
  expect(await there.sql(rows)).toEqual(expected);
  expect(expected).toEqual([{ record: "d1", field: "seller", text: "Acme" }]);
  expect(there.head.seq).toBe(3);
  expect([...there.codebook.kinds.keys()]).toEqual([...book.codebook.kinds.keys()]);
  await there.close();
  await reader.close();
  await book.close();
});

test("the build's copy of the code opens what its thread has made", async () => {
  const book = await twoStates();
  const path = new URL("../../../dist/book/open.js", import.meta.url).href;
  const { openBook } = (await import(path)) as typeof import("../open.ts");
  const reader = await openBook(book.dir, { readOnly: true });
  const there = await reader.asOf(3, { apart: true });
  expect(await there.sql(rows)).toEqual([{ record: "d1", field: "seller", text: "Acme" }]);
  await there.close();
  await reader.close();
  await book.close();
});

test("after a redaction an index of the past that was kept is made anew", async () => {
  const book = await twoStates();
  const before = await book.asOf(4);
  expect(await before.sql(rows)).toHaveLength(2);
  await before.close();
  await redact(book, { record: "d1", by: "tester", reason: "asked to" });
  const after = await book.asOf(4);
  expect(await after.sql(rows)).toEqual([{ record: "d2", field: "seller", text: "Bolt" }]);
  await after.close();
  await book.close();
});
