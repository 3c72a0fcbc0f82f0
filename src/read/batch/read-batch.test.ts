import { expect, test } from "vitest";
import { column, pdfOf } from "../intake/testing/pdf.ts";
import { testLexicon } from "../test-book.ts";
import { readBatch } from "./read-batch.ts";
import type { BatchJob, BatchResult } from "./types.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const job = (name: string, content: Uint8Array | string, more: Partial<BatchJob> = {}): BatchJob => ({
  name,
  bytes: async () => (typeof content === "string" ? bytes(content) : content),
  ...more,
});

async function* each<T>(items: readonly T[]): AsyncGenerator<T> {
  yield* items;
}

async function all(
  jobs: readonly (BatchJob | { note: string })[],
  options = {},
): Promise<(BatchResult | { note: string })[]> {
  const results: (BatchResult | { note: string })[] = [];
  for await (const result of readBatch<string>(each(jobs), testLexicon(), { workers: 2, ...options }))
    results.push(result);
  return results;
}

const trained = (n: number) => `China trained ${n} police officers from Kenya in 2018.`;

test("documents are read in their order whoever is ready first, and one that is bad stops nothing", async () => {
  const jobs = [
    job("long.txt", `${trained(40)}\n`.repeat(400)),
    job("broken.pdf", "%PDF-1.4\nbroken"),
    job("short.md", trained(41)),
    { note: "between" },
    job("gone.txt", "", {
      bytes: async () => Promise.reject(Object.assign(new Error("gone"), { code: "ENOENT" })),
    }),
    job("cut.html", "<p>words", { warnings: ["Only the beginning is there."] }),
    job(
      "mail.eml",
      "From: a\nTo: b\nSubject: c\nContent-Type: multipart/mixed; boundary=x\n\n--x\n\nWords.\n--x\nContent-Type: image/png\n\nA\n--x--",
    ),
    job("picture.png", new Uint8Array([0x89, 0x50, 0x4e, 0x47])),
    job("last.pdf", pdfOf([column(72, 700, [trained(42)])])),
  ];
  const results = await all(jobs, { json: true });
  expect(results.map(r => ("note" in r ? r.note : [r.name, r.outcome, r.code]))).toEqual([
    ["long.txt", "read", ""],
    ["broken.pdf", "failed", "parse-parse"],
    ["short.md", "read", ""],
    "between",
    ["gone.txt", "failed", "not-found"],
    ["cut.html", "partly-read", ""],
    ["mail.eml", "partly-read", ""],
    ["picture.png", "failed", "not-a-document"],
    ["last.pdf", "read", ""],
  ]);
  const last = results.at(-1) as BatchResult;
  expect(last.claims).toBeGreaterThan(0);
  expect(JSON.parse(last.json).claims[0].origin[0]).toMatchObject({ page: 1 });
});

test("one worker and several read the same", async () => {
  const jobs = Array.from({ length: 12 }, (_, n) => job(`${n}.txt`, trained(n + 10)));
  expect(await all(jobs, { workers: 1, json: true })).toEqual(await all(jobs, { workers: 3, json: true }));
});

test("a document that takes too long fails, a page is then read without its structure, and the rest goes on", async () => {
  // A tree that takes far longer to build than is given here, with few words in it.
  const slow = `<html><body>${"<b><i></i></b>".repeat(250_000)}<p>${trained(41)}</p></body></html>`;
  const jobs = [job("before.txt", trained(39)), job("slow.html", slow), job("after.txt", trained(40))];
  const results = (await all(jobs, { workers: 1, timeout: 800 })) as BatchResult[];
  expect(results[1]!.reasons.at(-1)).toMatch(/without its structure/);
  expect(results.map(result => result.outcome)).toEqual(["read", "read", "read"]);
});

test("a document that needs too much memory fails alone", async () => {
  const results = (await all([job("large.txt", "word ".repeat(6_000_000)), job("after.txt", trained(40))], {
    workers: 1,
    memory: 96,
  })) as BatchResult[];
  expect(results.map(({ outcome, code }) => [outcome, code])).toEqual([
    ["failed", expect.stringMatching(/memory$/)],
    ["read", ""],
  ]);
});

test("nothing is left running when the reader stops early", async () => {
  for await (const result of readBatch(
    each(Array.from({ length: 50 }, (_, n) => job(`${n}.txt`, trained(n)))),
    testLexicon(),
    { workers: 2 },
  )) {
    expect(result).toMatchObject({ name: "0.txt" });
    break;
  }
  expect(
    process.getActiveResourcesInfo().filter(name => name === "Worker" || name === "MessagePort").length,
  ).toBeLessThan(3);
});
