// How long checking takes: the verdict rule alone, a finding on the shipped book, and an article after reading. The baselines are
// measured in the same run: parsing the same lines as JSON, and asking the book one trivial question for each query of the check.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { addFacts, createBook } from "../dist/book/index.js";
import { checkDocument, judgeLines } from "../dist/check/index.js";
import { createLexicon, readClaims, readDocument } from "../dist/read/index.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 15;

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];
const ms = value => `${value.toFixed(value < 1 ? 3 : 1)} ms`;

async function timed(rounds, work) {
  const times = [];
  for (let i = 0; i < rounds; i++) {
    const start = performance.now();
    await work();
    times.push(performance.now() - start);
  }
  return median(times);
}

const textsOf = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => [name, readFileSync(join(root, folder, name), "utf8")]);

async function shippedBook(dir) {
  const codebook = new Map(textsOf("books/security/codebook", ".yaml"));
  const book = await createBook(join(dir, "book"), { codebook, by: "bench" });
  const files = new Map(
    textsOf("books/security/facts", ".csv").map(([name, text]) => [`facts/${name}`, text]),
  );
  await addFacts(book, { by: "bench", files });
  return book;
}

/** Counts what a book is asked. */
function counting(book, asked) {
  return new Proxy(book, {
    get(target, key) {
      if (key !== "sql") return typeof target[key] === "function" ? target[key].bind(target) : target[key];
      return (...question) => {
        asked.push(question);
        return target.sql(...question);
      };
    },
  });
}

async function ruleAlone() {
  const lines = textsOf("cases/judge", ".jsonl").flatMap(([, text]) => text.split("\n").filter(Boolean));
  const text = lines.join("\n");
  const judged = await timed(ROUNDS, () => judgeLines(text));
  const parsed = await timed(ROUNDS, () => lines.map(line => JSON.parse(line)));
  return {
    name: "judge a line, against parsing it as JSON",
    ratio: judged / parsed,
    detail: `${ms(judged / lines.length)} a line`,
  };
}

async function articleOn(book, path) {
  const document = await readDocument(readFileSync(join(root, path)), { name: path });
  const entities = await book.sql(
    "SELECT id, kind, name, coalesce(country, '') AS country, coalesce(aliases, []) AS aliases, coalesce(parent, '') AS parent FROM entity ORDER BY id",
  );
  const claims = readClaims(document, createLexicon(book.codebook, entities));
  const asked = [];
  await checkDocument(document, claims, counting(book, asked));
  const whole = await timed(ROUNDS, () => checkDocument(document, claims, book));
  const trivial = await timed(ROUNDS, () => Promise.all(asked.map(() => book.sql("SELECT 1"))));
  return {
    name: "check an article after reading, against as many trivial queries",
    ratio: whole / trivial,
    detail: `${ms(whole)} for ${claims.length} claims and ${asked.length} queries, ${ms(whole / claims.length)} a finding`,
  };
}

export async function run() {
  const dir = mkdtempSync(join(tmpdir(), "custodes-bench-"));
  const book = await shippedBook(dir);
  try {
    return [await ruleAlone(), await articleOn(book, "books/security/articles/order-for-export.md")];
  } finally {
    await book.close();
    rmSync(dir, { recursive: true, force: true });
  }
}
