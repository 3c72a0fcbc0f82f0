// Intake: how much faster a folder is read on all cores than on one (a small one is read on one in any case), and what a PDF of 5,000 pages costs.
// Run `npm run build` first. Meaningful on a quiet machine only.
import { readdirSync, readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { parse } from "csv-parse/sync";

const root = new URL("../", import.meta.url);
const dist = name => import(new URL(`dist/${name}`, root));
const { loadCodebook } = await dist("codebook/index.js");
const { createLexicon, readBatch, readDocument } = await dist("read/index.js");
const { column, pdfOf } = await dist("read/intake/testing/pdf.js");

function lexicon() {
  const folder = new URL("books/security/codebook/", root);
  const files = readdirSync(folder).filter(name => name.endsWith(".yaml"));
  const texts = new Map(files.map(name => [name, readFileSync(new URL(name, folder), "utf8")]));
  const rows = parse(readFileSync(new URL("books/security/facts/entity.csv", root)), { columns: true });
  const entities = rows.map(row => ({ ...row, aliases: row.aliases ? row.aliases.split(";") : [] }));
  return createLexicon(loadCodebook(texts), entities);
}

const sentence = n =>
  `China trained ${n + 10} police officers from Kenya in 2018, and sold them ${n + 2} cameras. `;

async function* jobs(count) {
  for (let n = 0; n < count; n++) {
    const bytes = new TextEncoder().encode(sentence(n).repeat(200));
    yield { name: `${n}.txt`, bytes: async () => bytes };
  }
}

/** Seconds for a folder of texts of some 17,000 characters. */
async function folder(made, { texts, workers }) {
  const start = performance.now();
  const total = texts * sentence(10).length * 200;
  for await (const result of readBatch(jobs(texts), made, { workers, total }))
    if (result.outcome !== "read") throw new Error(`${result.name}: ${result.reasons}`);
  return (performance.now() - start) / 1000;
}

async function longPdf() {
  const lines = n => Array.from({ length: 40 }, (_, i) => `Line ${i} of page ${n}: ${sentence(i)}`);
  const bytes = pdfOf(Array.from({ length: 5000 }, (_, n) => column(72, 740, lines(n), 16)));
  const start = performance.now();
  const { characters, warnings } = await readDocument(bytes, { name: "long.pdf" });
  return `${((performance.now() - start) / 1000).toFixed(1)} s, ${characters} characters; ${warnings.join(" ") || "whole"}`;
}

export async function run() {
  const made = lexicon();
  const cores = availableParallelism();
  const folders = [];
  for (const texts of [32, 160, 640]) {
    const [one, all] = [
      await folder(made, { texts, workers: 1 }),
      await folder(made, { texts, workers: cores }),
    ];
    folders.push({
      name: `a folder of ${texts} texts on one core against ${cores}`,
      ratio: one / all,
      detail: `${one.toFixed(1)} s and ${all.toFixed(1)} s`,
    });
  }
  return [...folders, { name: "a PDF of 5,000 pages", ratio: null, detail: await longPdf() }];
}
