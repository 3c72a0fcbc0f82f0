// Writes into a book until it is killed: appends, states, puts, facts and reads in an order fixed by the seed. A line on the
// standard output acknowledges an entry, and is written only after the book has said that the entry is durable.
import { writeSync } from "node:fs";
import { addFacts, openBook } from "../../../dist/book/index.js";

const [dir, seed] = process.argv.slice(2);
let chance = Number(seed);
const next = limit => {
  chance = (Math.imul(chance, 1664525) + 1013904223) >>> 0;
  return chance % limit;
};

const statement = (record, text) => ({
  record,
  kind: "deal",
  field: "seller",
  text,
  number: null,
  low: null,
  high: null,
  unit: "",
  qualifier: "",
  start: "",
  end: "",
  source: "s1",
  capture: "",
  span: null,
  by: "writer",
});
const many = (count, turn) =>
  Array.from({ length: count }, (_, n) => statement(`r${(turn * 7 + n) % 300}`, `t${turn}-${n}`));

const acts = [
  (book, turn) => book.append({ by: "writer", act: "decide", data: { turn, note: "n".repeat(next(3000)) } }),
  (book, turn) => book.state("writer", many(1 + next(20), turn)),
  (book, turn) => book.state("writer", many(100 + next(2000), turn)),
  async (book, turn) => {
    const hash = await book.put(Buffer.from(`page ${turn} ${"x".repeat(next(50_000))}`));
    return book.append({ by: "writer", act: "capture", data: { turn }, objects: [hash] });
  },
  (book, turn) =>
    addFacts(book, {
      by: "writer",
      files: new Map([
        [
          "facts/source.csv",
          `id,title\n${Array.from({ length: 1 + next(50) }, (_, n) => `s${n},Title ${turn} ${n}\n`).join("")}`,
        ],
      ]),
    }),
];

const book = await openBook(dir);
for (let turn = book.head.seq; ; turn++) {
  const together = await Promise.all(
    Array.from({ length: 1 + next(3) }, (_, n) => acts[next(acts.length)](book, turn * 3 + n)),
  );
  for (const entry of together) if (entry) writeSync(1, `${entry.seq} ${entry.hash}\n`);
  if (next(12) === 0) await book.sql("SELECT count(*) FROM deal");
}
