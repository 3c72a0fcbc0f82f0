// What a finding costs on a book of 10 million statements: the shipped book, and copies of its records beside them until there are enough. The copies of
// figures are of measures of their own and have values of their own, as a large book has them; records of all other kinds keep their countries,
// parties and dates, so that a relation or an act meets hundreds of times the records. The baseline is the bound of 20 ms a finding.
// node bench/check-large.mjs [STATEMENTS]   (or STATEMENTS=1e6 in the environment)
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { addFacts, createBook, openBook } from "../dist/book/index.js";
import { checkDocument } from "../dist/check/index.js";
import { createLexicon, readClaims, readDocument } from "../dist/read/index.js";

/** Milliseconds that a finding may cost at the median. */
const BOUND = 20;
const ROUNDS = 3;
const root = fileURLToPath(new URL("..", import.meta.url));

const textsOf = (folder, ending) =>
  readdirSync(join(root, folder))
    .filter(name => name.endsWith(ending))
    .sort()
    .map(name => [name, readFileSync(join(root, folder, name), "utf8")]);

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];

/** A book of the shipped facts and of copies of their records. */
async function largeBook(folder, statements) {
  const book = await createBook(join(folder, "book"), {
    codebook: new Map(textsOf("books/security/codebook", ".yaml")),
    by: "bench",
  });
  const files = new Map(
    textsOf("books/security/facts", ".csv").map(([name, text]) => [`facts/${name}`, text]),
  );
  await addFacts(book, { by: "bench", files });
  const kept = "kind NOT IN ('source', 'entity')";
  const [{ n }] = await book.sql(`SELECT count(*)::INTEGER AS n FROM statements WHERE ${kept}`);
  const rows = await book.sql(
    `SELECT record, kind, field, text, number, low, high, unit, qualifier, "start", "end", source FROM statements WHERE ${kept}`,
  );
  const path = join(folder, "copies.parquet");
  await writeCopies(path, rows, Math.ceil(statements / n));
  await book.stateParquet("bench", path, { move: true });
  return book;
}

async function writeCopies(path, rows, copies) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const json = `${path}.json`;
  writeFileSync(json, rows.map(row => JSON.stringify(row)).join("\n"));
  await connection.run(`COPY (
    SELECT record || '-copy-' || i AS record, kind, field,
      CASE WHEN kind = 'figure' AND field = 'measure' THEN text || '-' || i ELSE text END AS text,
      CASE WHEN kind = 'figure' AND field = 'value' THEN number * (1 + i / 7.0) ELSE number END AS number,
      low, high, unit, qualifier, "start", "end", source, '' AS capture,
      NULL::INTEGER AS span_start, NULL::INTEGER AS span_end, 'bench' AS "by"
    FROM range(1, ${copies + 1}) AS copy(i), read_json('${json}', format = 'newline_delimited', columns = {
      record: 'VARCHAR', kind: 'VARCHAR', field: 'VARCHAR', text: 'VARCHAR', number: 'DOUBLE', low: 'DOUBLE', high: 'DOUBLE',
      unit: 'VARCHAR', qualifier: 'VARCHAR', "start": 'VARCHAR', "end": 'VARCHAR', source: 'VARCHAR'})
  ) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
  rmSync(json);
}

export async function run({
  statements = Number(process.env.STATEMENTS ?? 10_000_000),
  log = () => {},
} = {}) {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-"));
  let book;
  try {
    book = await largeBook(folder, statements);
    const [{ n }] = await book.sql("SELECT count(*)::INTEGER AS n FROM statements");
    log(`${n} statements`);
    const measured = await measure(book, n);
    await book.close();
    book = null;
    return [...measured, await measureFirst(join(folder, "book"))];
  } finally {
    await book?.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function textFor(book) {
  const name = "order-for-export.md";
  const bytes = readFileSync(join(root, "books/security/articles", name));
  const document = await readDocument(bytes, { name });
  const entities = await book.sql("SELECT * FROM entity ORDER BY id");
  return { document, claims: readClaims(document, createLexicon(book.codebook, entities)) };
}

/** What was asked of a measure or a number is remembered; here each claim is the first to ask, of a book that has been opened anew. */
async function measureFirst(dir) {
  const opened = await openBook(dir);
  const { document, claims } = await textFor(opened);
  await opened.close();
  const timed = async claim => {
    const book = await openBook(dir);
    await checkDocument(document, [], book);
    const begun = performance.now();
    await checkDocument(document, [claim], book);
    const took = performance.now() - begun;
    await book.close();
    return took;
  };
  const medians = [];
  for (const claim of claims) {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) times.push(await timed(claim));
    medians.push(median(times));
  }
  return {
    name: `a finding that is the first to ask for its figures, against ${BOUND} ms`,
    ratio: median(medians) / BOUND,
    detail: `${median(medians).toFixed(0)} ms`,
  };
}

async function measure(book, n) {
  const { document, claims } = await textFor(book);
  const time = async work => {
    const times = [];
    for (let round = 0; round < ROUNDS; round++) {
      const begun = performance.now();
      await work();
      times.push(performance.now() - begun);
    }
    return median(times);
  };
  const alone = [];
  for (const claim of claims)
    alone.push({
      form: claim.form,
      text: claim.text,
      took: await time(() => checkDocument(document, [claim], book)),
    });
  const whole = await time(() => checkDocument(document, claims, book));
  const forms = [...new Set(alone.map(({ form }) => form))];
  return [
    {
      name: `a finding by itself, the median of ${claims.length} claims, book of ${n.toLocaleString("en")} statements, against ${BOUND} ms`,
      ratio: median(alone.map(({ took }) => took)) / BOUND,
      detail: forms
        .map(
          form =>
            `${form} ${median(alone.filter(each => each.form === form).map(({ took }) => took)).toFixed(0)} ms`,
        )
        .join(", "),
    },
    {
      name: `a finding in its article (${claims.length} claims together), against ${BOUND} ms`,
      ratio: whole / claims.length / BOUND,
      detail: `${whole.toFixed(0)} ms the article`,
    },
  ];
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const statements = Number(process.argv[2] ?? process.env.STATEMENTS ?? 10_000_000);
  for (const { name, ratio, detail } of await run({ statements, log: line => console.error(line) }))
    console.log(`${name}: ratio ${ratio.toPrecision(3)} (${detail})`);
}
