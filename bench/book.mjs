// A synthetic book of 100 million statements: how it opens, and how it answers beside a bare DuckDB table of the same rows.
// node bench/book.mjs [STATEMENTS]   (or STATEMENTS=1e6 in the environment; 100 million need 15 GB of disk for some minutes)

import { spawnSync } from "node:child_process";
import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { createBook, openBook } from "../dist/book/index.js";
import { codebook, FIELD_NAMES, KINDS } from "./book/codebook.mjs";

/** Seconds in which a book with an index must open. */
const OPENING = 2;

/** Statements of one Parquet object. */
const OBJECT = 10_000_000;
const REPEATS = 7;

export async function run({
  statements = Number(process.env.STATEMENTS ?? 100_000_000),
  log = () => {},
} = {}) {
  const folder = await mkdtemp(join(tmpdir(), "custodes-bench-"));
  const dir = join(folder, "book");
  try {
    let begun = performance.now();
    const lap = what => {
      log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
      begun = performance.now();
    };
    const book = await createBook(dir, { codebook, by: "bench" });
    for (let done = 0; done < statements; done += OBJECT) {
      const path = join(folder, "part.parquet");
      await writeParquet(
        path,
        done / FIELD_NAMES.length,
        Math.min(OBJECT, statements - done) / FIELD_NAMES.length,
      );
      await book.stateParquet("bench", path, { move: true });
    }
    lap("journal and objects");
    await book.sql("SELECT 1");
    lap("index");
    await book.close();
    const { size } = await stat(join(dir, "index.duckdb"));
    await makeBareTable(folder, dir);
    lap("bare table");
    const opening = openCold(dir);
    const comparison = await compare(dir, folder);
    return [
      {
        name: `opening a book of ${statements.toLocaleString("en")} statements with its index, against 2 s`,
        ratio: opening / OPENING,
        detail: `${opening.toFixed(2)} s, a new process, first answer included; index ${(size / 2 ** 20).toFixed(0)} MB`,
      },
      ...comparison,
    ];
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Statements of `count` records from number `first` on: every field of each, in the order of the records. */
export async function writeParquet(path, first, count) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const kinds = KINDS.map(kind => `'${kind}'`).join(", ");
  const fields = FIELD_NAMES.map(field => `('${field}')`).join(", ");
  await connection.run(`COPY (
    SELECT 'r' || r AS record, [${kinds}][1 + r % ${KINDS.length}] AS kind, field,
      CASE field WHEN 'country' THEN chr(65 + (hash(r) % 8)::INTEGER) || chr(65 + (hash(r) // 8 % 8)::INTEGER) || 'A'
                 WHEN 'agreed' THEN day
                 WHEN 'units' THEN (hash(r) % 5000)::VARCHAR
                 ELSE field || ' ' || (hash(r, field) % 1000) END AS text,
      CASE WHEN field = 'units' THEN (hash(r) % 5000)::DOUBLE END AS number, NULL::DOUBLE AS low, NULL::DOUBLE AS high,
      '' AS unit, '' AS qualifier, CASE WHEN field = 'agreed' THEN day ELSE '' END AS start,
      CASE WHEN field = 'agreed' THEN day ELSE '' END AS "end", 's' || hash(r) % 50000 AS source, '' AS capture,
      NULL::INTEGER AS span_start, NULL::INTEGER AS span_end, 'bench' AS "by"
    FROM (SELECT range AS r, strftime(DATE '2000-01-01' + (hash(range) // 64 % 9490)::INTEGER, '%Y-%m-%d') AS day
          FROM range(${first}, ${first + count})), (VALUES ${fields}) f(field)
  ) TO '${path}' (FORMAT parquet, COMPRESSION zstd)`);
  connection.closeSync();
  instance.closeSync();
}

/** The same records as one plain table, and the same statements as another. */
async function makeBareTable(folder, dir) {
  const instance = await DuckDBInstance.create(join(folder, "bare.duckdb"));
  const connection = await instance.connect();
  await connection.run(`ATTACH '${join(dir, "index.duckdb")}' AS book (READ_ONLY)`);
  const records = KINDS.map(
    kind => `SELECT id, '${kind}' AS kind, country, agreed_start AS day FROM book.main."${kind}"`,
  );
  await connection.run(`CREATE TABLE record AS ${records.join(" UNION ALL ")}`);
  await connection.run(
    "CREATE TABLE statement AS SELECT record, kind, field, text, start FROM book.main.statements",
  );
  connection.closeSync();
  instance.closeSync();
}

/** Seconds from the opening to the first answer, in a process of its own: the median of three. */
function openCold(dir) {
  const script = `
    import { openBook } from ${JSON.stringify(new URL("../dist/book/index.js", import.meta.url).href)};
    const begun = performance.now();
    const book = await openBook(${JSON.stringify(dir)});
    await book.sql("SELECT count(*) AS n FROM statements");
    console.log((performance.now() - begun) / 1000);
    await book.close();`;
  const times = Array.from({ length: 3 }, () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--input-type=module", "-e", script]);
    if (status !== 0) throw new Error(`opening failed: ${stderr}`);
    return Number(stdout);
  });
  return median(times);
}

async function compare(dir, folder) {
  const perKind = KINDS.map(
    kind => `SELECT '${kind}' AS kind, year(agreed_start) AS year, country FROM "${kind}"`,
  ).join(" UNION ALL ");
  const questions = [
    {
      name: "countries by kind and year, from the wide views (at most 2)",
      ours: `SELECT kind, year, count(DISTINCT country) AS n FROM (${perKind}) GROUP BY ALL ORDER BY ALL`,
      bare: "SELECT kind, year(day) AS year, count(DISTINCT country) AS n FROM record GROUP BY ALL ORDER BY ALL",
    },
    {
      name: "values by kind and year, from the statements (at most 2)",
      ours: "SELECT kind, left(start, 4) AS year, count(*) AS n FROM statements WHERE field = 'agreed' GROUP BY ALL ORDER BY ALL",
      bare: "SELECT kind, left(start, 4) AS year, count(*) AS n FROM statement WHERE field = 'agreed' GROUP BY ALL ORDER BY ALL",
    },
  ];
  const book = await openBook(dir);
  const instance = await DuckDBInstance.create(join(folder, "bare.duckdb"), { access_mode: "READ_ONLY" });
  const connection = await instance.connect();
  const results = [];
  for (const { name, ours, bare } of questions) {
    const times = { ours: [], bare: [] };
    let answers = [];
    // In turn, so that both meet the same machine; the first of each warms the caches and is not counted.
    for (let turn = 0; turn <= REPEATS; turn++) {
      let begun = performance.now();
      const rows = await book.sql(ours);
      if (turn > 0) times.ours.push(performance.now() - begun);
      begun = performance.now();
      const reader = await connection.runAndReadAll(bare);
      const plain = reader
        .getRowObjectsJS()
        .map(row => ({ ...row, year: row.year === null ? null : String(row.year), n: Number(row.n) }));
      if (turn > 0) times.bare.push(performance.now() - begun);
      answers = [rows.map(row => ({ ...row, year: String(row.year) })), plain];
    }
    if (JSON.stringify(answers[0]) !== JSON.stringify(answers[1]))
      throw new Error(`different answers: ${name}`);
    const [mine, base] = [median(times.ours), median(times.bare)];
    results.push({
      name,
      ratio: mine / base,
      detail: `${mine.toFixed(0)} ms against ${base.toFixed(0)} ms, ${answers[0].length} rows`,
    });
  }
  connection.closeSync();
  instance.closeSync();
  await book.close();
  return results;
}

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const statements = process.argv[2] ? { statements: Number(process.argv[2]) } : {};
  for (const { name, ratio, detail } of await run({ ...statements, log: console.error }))
    console.log(`${name}: ${ratio.toFixed(2)}  (${detail})`);
}
