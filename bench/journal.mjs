// The journal: statements a second in durable batches, and one durable append against a bare write and fsync on the same disk.
// node bench/journal.mjs [STATEMENTS]
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createBook } from "../dist/book/index.js";
import { codebook } from "./book/codebook.mjs";

/** Statements a second that a book must take, durable. */
const FLOOR = 100_000;
const BATCH = 20_000;
const APPENDS = 400;

export async function run({ statements = Number(process.env.STATEMENTS ?? 400_000) } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "custodes-bench-"));
  try {
    const book = await createBook(join(folder, "book"), { codebook, by: "bench" });
    const results = [await batches(book, statements), await single(book, folder)];
    await book.close();
    return results;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

async function batches(book, statements) {
  const batch = Array.from({ length: BATCH }, (_, n) => statement(n));
  await book.state("bench", batch);
  const begun = performance.now();
  for (let done = 0; done < statements; done += BATCH) await book.state("bench", batch);
  const rate = statements / ((performance.now() - begun) / 1000);
  return {
    name: "durable statements a second, in batches, against 100,000",
    ratio: rate / FLOOR,
    detail: `${Math.round(rate).toLocaleString("en")} statements/s in batches of ${BATCH.toLocaleString("en")}`,
  };
}

/** Each append and each bare write in turn, so that both meet the same disk. */
async function single(book, folder) {
  const file = await open(join(folder, "bare"), "w");
  const line = Buffer.alloc(500, "x");
  const bare = [];
  const ours = [];
  for (let turn = 0; turn < APPENDS; turn++) {
    let begun = performance.now();
    await file.write(line, 0, line.length, turn * line.length);
    await file.sync();
    bare.push(performance.now() - begun);
    begun = performance.now();
    await book.append({ by: "bench", act: "decide", data: { turn, note: "as long as a decision is" } });
    ours.push(performance.now() - begun);
  }
  await file.close();
  const [base, append] = [median(bare), median(ours)];
  return {
    name: "one durable append against a bare write and fsync (at most 3)",
    ratio: append / base,
    detail: `median ${append.toFixed(2)} ms against ${base.toFixed(2)} ms, ${APPENDS} of each`,
  };
}

function statement(n) {
  return {
    record: `record-${n % 4000}`,
    kind: "deal",
    field: ["country", "agreed", "product", "note"][n % 4],
    text: `a value of this statement, number ${n}`,
    number: n % 5 === 0 ? n : null,
    low: null,
    high: null,
    unit: n % 5 === 0 ? "camera" : "",
    qualifier: "",
    start: n % 4 === 1 ? "2019-05-01" : "",
    end: n % 4 === 1 ? "2019-05-31" : "",
    source: `source-${n % 900}`,
    capture: "",
    span: n % 2 === 0 ? [n, n + 40] : null,
    by: "bench",
  };
}

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const { name, ratio, detail } of await run({
    ...(process.argv[2] && { statements: Number(process.argv[2]) }),
  }))
    console.log(`${name}: ${ratio.toFixed(2)}  (${detail})`);
