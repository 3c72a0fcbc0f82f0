import { spawn } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { openBook } from "./open.ts";
import { removeFolders, smallBook } from "./testing/books.ts";
import { digestOfTables } from "./testing/digest.ts";
import { verifyBook } from "./verify.ts";

afterEach(removeFolders);

const writer = fileURLToPath(new URL("testing/writer.mjs", import.meta.url));
const compiled = fileURLToPath(new URL("../../dist/book/index.js", import.meta.url));

/**
 * Lets a process write into the book, and kills it so many entries and odd milliseconds later; what it acknowledged. Counting
 * entries and not only time keeps the test as strict on a slow machine as on a fast one.
 */
function killedWriter(
  dir: string,
  { seed, entries, milliseconds }: { seed: number; entries: number; milliseconds: number },
): Promise<Map<number, string>> {
  const child = spawn(process.execPath, [writer, dir, String(seed)], { stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  let wrong = "";
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on("data", chunk => {
    wrong += chunk;
  });
  child.stdout.on("data", chunk => {
    said += chunk;
    if (said.split("\n").length > entries) timer ??= setTimeout(() => child.kill("SIGKILL"), milliseconds);
  });
  return new Promise((resolve, reject) => {
    child.on("exit", (_, signal) => {
      clearTimeout(timer);
      if (signal !== "SIGKILL") return reject(new Error(`the writer ended by itself: ${wrong}`));
      const lines = said.split("\n").slice(0, -1);
      resolve(new Map(lines.map(line => [Number(line.split(" ")[0]), line.split(" ")[1]!])));
    });
  });
}

test("a process killed at any moment of hundreds of writes has lost no entry that it acknowledged", async () => {
  expect(existsSync(compiled), "build dist first: npm run build").toBe(true);
  const book = await smallBook();
  await book.close();
  const acknowledged = new Map<number, string>();
  const warnings: string[] = [];
  for (let seed = 1; seed <= 6; seed++) {
    // From the very first writes to long after the first index, at odd milliseconds of whatever is being written then.
    const said = await killedWriter(book.dir, {
      seed,
      entries: (seed * seed * 37) % 150,
      milliseconds: (seed * 7) % 11,
    });
    for (const [seq, hash] of said) acknowledged.set(seq, hash);
    const report = await verifyBook(book.dir);
    // The line that was being written may be torn: that is no loss, and the next opening mends it.
    expect(report.problems.filter(({ code }) => code !== "torn-line")).toEqual([]);
    const again = await openBook(book.dir, { warn: message => warnings.push(message) });
    const kept = new Map<number, string>();
    for await (const { seq, hash } of again.entries()) kept.set(seq, hash);
    for (const [seq, hash] of acknowledged) expect([seq, kept.get(seq)]).toEqual([seq, hash]);
    // Every other writer finds an index that only has to be brought up.
    if (seed % 2 === 0) await again.sql("SELECT 1");
    await again.close();
    expect((await verifyBook(book.dir)).problems).toEqual([]);
  }
  expect(acknowledged.size).toBeGreaterThan(100);
  const grown = await openBook(book.dir);
  const digest = await digestOfTables(grown);
  await grown.close();
  rmSync(join(book.dir, "index.duckdb"));
  const fresh = await openBook(book.dir);
  expect(await digestOfTables(fresh)).toEqual(digest);
  await fresh.close();
});
