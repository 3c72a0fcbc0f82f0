import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { loadCodebook } from "../codebook/declarations/load.ts";
import { addFacts } from "./add-facts.ts";
import { diffBook, formatDiff } from "./diff.ts";
import { sensitiveOf } from "./sensitive.ts";
import { CODEBOOK, FACTS, removeFolders, smallBook, statement } from "./testing/books.ts";
import type { Entry } from "./types.ts";

afterEach(removeFolders);

test("a sensitive value is in no table, no entry that is shown, no difference, and not in the index file", async () => {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  await book.state("tester", [
    statement({ record: "d5", field: "contact", text: "secret-name-three", source: "s1" }),
  ]);
  await book.state(
    "tester",
    Array.from({ length: 100 }, (_, n) =>
      statement({ record: `b${n}`, field: "contact", text: `secret-name-${n}` }),
    ),
  );
  await book.append({
    by: "tester",
    act: "decide",
    data: { kind: "deal", field: "contact", value: "secret-name-four" },
  });
  await book.append({
    by: "tester",
    act: "decide",
    data: { changes: [{ contact: "secret-name-five" }], note: "kept" },
  });
  const seen: unknown[] = [];
  for (const table of ["statements", "entries", "record_source", "deal", "base.statement", "base.meta"])
    seen.push(await book.sql(`SELECT * FROM ${table}`));
  for await (const entry of book.entries()) seen.push(entry);
  seen.push(formatDiff(await diffBook(book, { from: 2, to: book.head.seq })));
  expect(JSON.stringify(seen)).toContain("kept");
  expect(JSON.stringify(seen)).not.toContain("secret-name");
  expect(await book.sql("SELECT * FROM statements WHERE field = 'contact'")).toEqual([]);
  await book.close();
  expect(readFileSync(join(book.dir, "index.duckdb")).includes("secret-name")).toBe(false);
  expect(readFileSync(join(book.dir, "journal.jsonl")).includes("secret-name-three")).toBe(true);
});

test("work inside the book can ask for the whole entries", async () => {
  const book = await smallBook();
  await book.state("tester", [statement({ record: "d5", field: "contact", text: "secret-name-three" })]);
  const entries: Entry[] = [];
  for await (const entry of book.entries({ from: 3, sensitive: true })) entries.push(entry);
  expect(JSON.stringify(entries)).toContain("secret-name-three");
  await book.close();
});

test("data is cleaned in every form that can name a field", () => {
  const { clean } = sensitiveOf(loadCodebook(CODEBOOK));
  const hidden = { withheld: true };
  expect(clean(["d1", "deal", "contact", "x"])).toEqual(hidden);
  expect(clean({ field: "contact", value: "x" })).toEqual(hidden);
  expect(clean({ kind: "source", field: "contact", value: "x" })).toEqual({
    kind: "source",
    field: "contact",
    value: "x",
  });
  expect(clean({ kind: "deal", fields: { contact: "x", note: "y" } })).toEqual({
    kind: "deal",
    fields: { contact: hidden, note: "y" },
  });
  expect(clean({ note: ["a", 1, null] })).toEqual({ note: ["a", 1, null] });
});
