import { copyFileSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { addFacts } from "./add-facts.ts";
import type { OpenBook } from "./book.ts";
import { openBook } from "./open.ts";
import { redact } from "./redact.ts";
import { FACTS, newFolder, removeFolders, smallBook, statement } from "./testing/books.ts";
import { digestOfTables } from "./testing/digest.ts";
import { verifyBook } from "./verify.ts";

afterEach(removeFolders);

/** Files below a folder that hold the text. */
function filesWith(folder: string, text: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter(path => statSync(join(folder, path)).isFile() && readFileSync(join(folder, path)).includes(text))
    .sort();
}

async function bookWithVictim(): Promise<OpenBook> {
  const book = await smallBook();
  await addFacts(book, { by: "tester", files: FACTS });
  await book.state("tester", [
    statement({ record: "d1", field: "note", text: "names VICTIM inline", source: "s1" }),
    statement({ record: "d1", field: "seller", text: "Kept inline", source: "s1" }),
  ]);
  await book.state(
    "tester",
    Array.from({ length: 100 }, (_, n) =>
      statement({
        record: `b${n}`,
        field: "note",
        text: n === 50 ? "names VICTIM in bulk" : "harmless",
        source: "s1",
      }),
    ),
  );
  return book;
}

test("the values of a field are destroyed wherever they stand, and all else stays", async () => {
  const book = await bookWithVictim();
  await book.append({ by: "tester", act: "decide", data: { record: "d1", note: "look here" } });
  const count = async () => Number((await book.sql("SELECT count(*) AS n FROM statements"))[0]?.["n"]);
  const before = await count();
  const done = await redact(book, {
    by: "officer",
    reason: "endangers somebody",
    record: "d1",
    field: "note",
  });
  expect(done.statements).toBe(3);
  expect(done.objects).toHaveLength(1);
  expect(done.entries).toEqual([4]);
  expect(done.mentions).toEqual([6]);
  expect(await count()).toBe(before - 3);
  expect(await book.sql("SELECT seller, note, buyers FROM deal WHERE id = 'd1'")).toEqual([
    { seller: "Kept inline", note: null, buyers: ["KEN", "UGA"] },
  ]);
  expect(filesWith(book.dir, "VICTIM inline")).toEqual([]);
  await redact(book, { by: "officer", reason: "endangers somebody", record: "b50" });
  expect(filesWith(book.dir, "VICTIM")).toEqual([]);
  const report = await verifyBook(book.dir);
  expect(report.problems).toEqual([]);
  expect(report.redactions.map(({ seq, reason }) => [seq, reason])).toEqual([
    [7, "endangers somebody"],
    [8, "endangers somebody"],
  ]);
  const grown = await digestOfTables(book);
  await book.close();
  const again = await openBook(book.dir);
  expect(await digestOfTables(again)).toEqual(grown);
  await again.close();
});

test("what was destroyed is destroyed in the past too", async () => {
  const book = await bookWithVictim();
  await redact(book, { by: "officer", reason: "r", record: "d1", field: "note" });
  const then = await book.asOf(4);
  expect(await then.sql("SELECT seller, note FROM deal WHERE id = 'd1'")).toEqual([
    { seller: "Kept inline", note: null },
  ]);
  await then.close();
  await book.close();
});

test("an object is destroyed, its hash stays, and its bytes are not taken again", async () => {
  const book = await smallBook();
  const bytes = Buffer.from("a page that names VICTIM");
  const hash = await book.put(bytes);
  await book.append({ by: "tester", act: "capture", data: { url: "https://example.org" }, objects: [hash] });
  await redact(book, { by: "officer", reason: "names a private person", object: hash });
  expect(await book.get(hash)).toBe(null);
  expect(filesWith(book.dir, "VICTIM")).toEqual([]);
  expect(filesWith(book.dir, hash)).toContain("journal.jsonl");
  await expect(book.put(bytes)).rejects.toThrow("have been redacted");
  expect((await verifyBook(book.dir)).ok).toBe(true);
  await expect(redact(book, { by: "officer", reason: "again", object: hash })).rejects.toThrow(
    "holds no object",
  );
  await book.close();
});

test("the data of an entry is destroyed; what the book is made of cannot be", async () => {
  const book = await bookWithVictim();
  const { seq } = await book.append({ by: "tester", act: "decide", data: { note: "VICTIM decides" } });
  await redact(book, { by: "officer", reason: "r", entry: seq });
  expect(filesWith(book.dir, "VICTIM decides")).toEqual([]);
  await redact(book, { by: "officer", reason: "r", entry: 4 });
  expect(await book.sql("SELECT count(*) AS n FROM statements WHERE seq = 4")).toEqual([{ n: 0 }]);
  for (const entry of [1, 2, 3, seq + 1])
    await expect(redact(book, { by: "o", reason: "r", entry })).rejects.toThrow("cannot be read without");
  const codebook = Object.values(book.parts.live.state.codebook)[0]!;
  await expect(redact(book, { by: "o", reason: "r", object: codebook })).rejects.toThrow("codebook");
  await expect(redact(book, { by: "o", reason: "r", record: "nobody" })).rejects.toThrow(
    "holds no value of nobody",
  );
  expect((await verifyBook(book.dir)).ok).toBe(true);
  await book.close();
});

test("a redaction that was interrupted after its entry is finished at the next opening", async () => {
  const book = await smallBook();
  const hash = await book.put(Buffer.from("VICTIM"));
  const path = join(book.dir, "objects", hash.slice(0, 2), hash.slice(2));
  const kept = join(newFolder(), "kept");
  copyFileSync(path, kept);
  await redact(book, { by: "officer", reason: "r", object: hash });
  await book.close();
  copyFileSync(kept, path);
  expect((await verifyBook(book.dir)).problems.map(({ code }) => code)).toEqual(["unfinished-redaction"]);
  await (await openBook(book.dir)).close();
  expect(existsSync(path)).toBe(false);
  expect((await verifyBook(book.dir)).ok).toBe(true);
});

test("statements of a Parquet object can be redacted alone", async () => {
  const book = await smallBook();
  const path = join(newFolder(), "bulk.parquet");
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (SELECT 'p' || range AS record, 'deal' AS kind, field,
    CASE WHEN range = 3 THEN 'VICTIM' ELSE 'fine' END AS text, NULL::DOUBLE AS number, NULL::DOUBLE AS low, NULL::DOUBLE AS high,
    '' AS unit, '' AS qualifier, '' AS start, '' AS "end", 's1' AS source, '' AS capture, NULL::INTEGER AS span_start,
    NULL::INTEGER AS span_end, 'tester' AS "by" FROM range(5), (VALUES ('seller'), ('contact')) f(field))
    TO '${path}' (FORMAT parquet)`);
  const entry = await book.stateParquet("tester", path);
  expect(entry.data).toEqual({ count: 10, format: "parquet" });
  const rows = () => book.sql("SELECT count(*) AS n, count(DISTINCT record) AS records FROM statements");
  expect(await rows()).toEqual([{ n: 5, records: 5 }]);
  const done = await redact(book, { by: "officer", reason: "r", record: "p3" });
  expect(done.statements).toBe(2);
  expect(await rows()).toEqual([{ n: 4, records: 4 }]);
  expect((await verifyBook(book.dir)).ok).toBe(true);
  await book.close();
});

test("a file that is no Parquet of statements is refused and nothing is written", async () => {
  const book = await smallBook();
  const path = join(newFolder(), "x.parquet");
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const connection = await (await DuckDBInstance.create(":memory:")).connect();
  await connection.run(`COPY (SELECT 1 AS record) TO '${path}' (FORMAT parquet)`);
  await expect(book.stateParquet("tester", path)).rejects.toThrow("lacks the columns kind, field");
  writeFileSync(path, "no parquet");
  await expect(book.stateParquet("tester", path)).rejects.toThrow("this is no Parquet file");
  expect(book.head.seq).toBe(2);
  await book.close();
});
