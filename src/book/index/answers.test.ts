import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addFacts } from "../add-facts.ts";
import type { OpenBook } from "../book.ts";
import { openBook } from "../open.ts";
import { redact } from "../redact.ts";
import { FACTS, removeFolders, smallBook, statement } from "../testing/books.ts";
import { ANSWERS_FILE } from "./answers.ts";

afterEach(removeFolders);

const DEALS = "SELECT * FROM deal ORDER BY id";

const answersOf = ({ dir }: OpenBook) => join(dir, ANSWERS_FILE);
const indexOf = ({ dir }: OpenBook) => join(dir, "index.duckdb");

/** A closed book of the facts, with what the index says of its deals kept beside it. */
async function bookWithAnswers(): Promise<{ book: OpenBook; deals: unknown }> {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  const deals = await book.kept(DEALS);
  expect(deals).toEqual(await book.sql(DEALS));
  await book.close();
  return { book, deals };
}

test("a kept answer, the head and the codebook are there without the index, which other questions make anew", async () => {
  const { book, deals } = await bookWithAnswers();
  rmSync(indexOf(book));
  const again = await openBook(book.dir);
  expect(await again.kept(DEALS)).toEqual(deals);
  expect([...again.codebook.kinds.keys()]).toEqual(["deal", "source"]);
  expect(Object.keys(again.facts)).toEqual([...FACTS.keys()]);
  expect(existsSync(indexOf(book))).toBe(false);
  expect(await again.sql(DEALS)).toEqual(deals);
  expect(existsSync(indexOf(book))).toBe(true);
  await again.close();
});

test("a text that was worked out once is there in the next process, and not after another entry", async () => {
  const { book } = await bookWithAnswers();
  let worked = 0;
  const work = async () => `worked out ${++worked}`;
  const again = await openBook(book.dir);
  expect(await again.keptText("a question", work)).toBe("worked out 1");
  expect(await again.keptText("a question", work)).toBe("worked out 1");
  await again.close();
  const third = await openBook(book.dir);
  expect(await third.keptText("a question", work)).toBe("worked out 1");
  expect(await third.keptText("another", work)).toBe("worked out 2");
  await third.state("tester", [statement({ record: "d3", field: "seller", text: "Coil", source: "s1" })]);
  expect(await third.keptText("a question", work)).toBe("worked out 3");
  await third.close();
});

test("an entry makes the answers before it worthless, in the same process and in the next", async () => {
  const { book } = await bookWithAnswers();
  const again = await openBook(book.dir);
  expect(await again.kept(DEALS)).toHaveLength(2);
  await again.state("tester", [statement({ record: "d3", field: "seller", text: "Coil", source: "s1" })]);
  expect(await again.kept(DEALS)).toHaveLength(3);
  await again.state("tester", [statement({ record: "d4", field: "seller", text: "Dyne", source: "s1" })]);
  await again.close();
  const third = await openBook(book.dir);
  expect(existsSync(answersOf(book))).toBe(false);
  expect((await third.kept(DEALS)).map(({ seller }) => seller)).toEqual(["Acme", "Bolt", "Coil", "Dyne"]);
  await third.close();
});

test("a book as of an earlier entry gives the answers of that time", async () => {
  const { book } = await bookWithAnswers();
  const again = await openBook(book.dir);
  const { seq } = again.head;
  await again.state("tester", [statement({ record: "d3", field: "seller", text: "Coil", source: "s1" })]);
  const then = await again.asOf(seq);
  expect(await again.kept(DEALS)).toHaveLength(3);
  expect(await then.kept(DEALS)).toHaveLength(2);
  expect(await then.kept(DEALS)).toEqual(await then.sql(DEALS));
  await then.close();
  await again.close();
});

test("what is redacted is gone from the kept answers before the redaction returns", async () => {
  const { book } = await bookWithAnswers();
  expect(readFileSync(answersOf(book)).includes("first")).toBe(true);
  const again = await openBook(book.dir);
  await again.kept(DEALS);
  await redact(again, { by: "officer", reason: "endangers somebody", record: "d1", field: "note" });
  expect(existsSync(answersOf(book))).toBe(false);
  expect((await again.kept(DEALS))[0]).toMatchObject({ id: "d1", note: null });
  await again.close();
  expect(readFileSync(answersOf(book)).includes("first")).toBe(false);
});

test("a changed byte is found, and the index is asked", async () => {
  const { book, deals } = await bookWithAnswers();
  const whole = readFileSync(answersOf(book));
  for (const at of [3, whole.indexOf("\n") + 40, whole.indexOf("Acme")]) {
    const damaged = Buffer.from(whole);
    damaged[at] = damaged[at]! ^ 1;
    writeFileSync(answersOf(book), damaged);
    const again = await openBook(book.dir);
    expect(await again.kept(DEALS)).toEqual(deals);
    expect([...again.codebook.kinds.keys()]).toEqual(["deal", "source"]);
    await again.close();
  }
});

test("a question that fails may be asked again, and a reader beside the owner writes nothing", async () => {
  const { book, deals } = await bookWithAnswers();
  rmSync(answersOf(book));
  const reader = await openBook(book.dir, { readOnly: true });
  await expect(reader.kept("SELECT nothing FROM deal")).rejects.toThrow();
  await expect(reader.kept("SELECT nothing FROM deal")).rejects.toThrow();
  expect(await reader.kept(DEALS)).toEqual(deals);
  await reader.close();
  expect(existsSync(answersOf(book))).toBe(false);
});

test("numbers that JSON has no words for are kept as they are", async () => {
  const { book } = await bookWithAnswers();
  const sql = "SELECT 'nan'::DOUBLE AS none, '-inf'::DOUBLE AS least";
  for (let round = 0; round < 2; round++) {
    const again = await openBook(book.dir);
    expect(await again.kept(sql)).toEqual([{ none: Number.NaN, least: Number.NEGATIVE_INFINITY }]);
    await again.close();
  }
});
