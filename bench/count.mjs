// How long an indicator of the shipped book takes, against its own printed query alone: the ratio is what checking the arguments,
// the interval and the coverage cost.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addFacts, createBook } from "../dist/book/index.js";
import { computeIndicator } from "../dist/count/index.js";

const ROUNDS = 25;
const shipped = fileURLToPath(new URL("../books/security/", import.meta.url));
const texts = folder =>
  new Map(
    readdirSync(join(shipped, folder))
      .filter(name => /\.(csv|yaml)$/.test(name))
      .sort()
      .map(name => [`${folder}/${name}`, readFileSync(join(shipped, folder, name), "utf8")]),
  );
const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

async function timed(work) {
  await work();
  const times = [];
  for (let i = 0; i < ROUNDS; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return times;
}

export async function run() {
  const dir = mkdtempSync(join(tmpdir(), "custodes-bench-count-"));
  const book = await createBook(dir, { codebook: texts("codebook"), by: "bench" });
  try {
    await addFacts(book, { by: "bench", files: texts("facts") });
    const results = [];
    for (const id of book.codebook.indicators.keys()) {
      const { query } = await computeIndicator(book, id);
      const whole = await timed(() => computeIndicator(book, id));
      const bare = await timed(() => book.sql(query));
      const without = await timed(() => computeIndicator(book, id, { coverage: false }));
      results.push({
        name: id,
        ratio: median(whole) / median(bare),
        detail: `${median(whole).toFixed(1)} ms, least ${Math.min(...whole).toFixed(1)}; without coverage ${median(without).toFixed(1)}; bare query ${median(bare).toFixed(1)}`,
      });
    }
    return results;
  } finally {
    await book.close();
    rmSync(dir, { recursive: true });
  }
}
