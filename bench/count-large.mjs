// Indicators over a large synthetic book, against their own printed query put to a bare DuckDB that reads the same index: the ratio is
// what checking the arguments, the interval, the records behind each cell and the coverage cost. The goal is at most 2.
// node bench/count-large.mjs [STATEMENTS]   (or STATEMENTS=1e6 in the environment; 100 million need 15 GB of disk for some minutes; REPEATS=5
// measures more often; progress goes to stderr)

import { mkdtemp, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { DuckDBInstance } from "@duckdb/node-api";
import { createBook, openBook } from "../dist/book/index.js";
import { computeIndicator } from "../dist/count/index.js";
import { codebook, FIELD_NAMES } from "./book/codebook.mjs";
import { writeParquet } from "./book.mjs";

/** Statements of one Parquet object. */
const OBJECT = 10_000_000;
const REPEATS = Number(process.env.REPEATS ?? 3);

const INDICATORS = `
measures:
  deals: {label: deals, description: Deals., unit: deal, period: cumulative}
indicators:
  deals-by-year:
    label: Deals by year
    description: Deals by the year in which they were agreed.
    unit: deal
    measure: deals
    sql: &deals |
      SELECT id AS counted, id AS record, country, seller AS part, status, EXTRACT(YEAR FROM agreed_start) AS year FROM deal
    dimensions: &dimensions {country: text, status: text, year: year}
    by: [year]
    interval: floor
    chart: line
  countries-by-year:
    label: Countries with a deal by year
    description: Countries.
    unit: country
    measure: deals
    sql: SELECT country AS counted, id AS record, status, EXTRACT(YEAR FROM agreed_start) AS year FROM deal
    dimensions: {status: text, year: year}
    by: [year]
    interval: floor
    chart: line
  deals-of-a-country:
    label: Deals of one country by status
    description: Deals.
    unit: deal
    measure: deals
    sql: *deals
    dimensions: *dimensions
    by: [status]
    where: {country: AAA}
    interval: floor
    chart: bar
  concentration:
    label: Concentration of sellers by year
    description: Sellers.
    unit: index
    measure: deals
    statistic: concentration
    sql: *deals
    dimensions: *dimensions
    by: [year]
    interval: exact
    chart: line
  share-of-countries:
    label: Share of the countries that had a deal in a year
    description: Countries.
    unit: percent
    measure: deals
    statistic: share
    sql: SELECT country AS counted, id AS record, EXTRACT(YEAR FROM agreed_start) AS year FROM deal
    base: {sql: SELECT DISTINCT country AS counted FROM deal, dimensions: []}
    dimensions: {year: year}
    by: [year]
    interval: floor
    chart: line
`;

const median = values => values.toSorted((a, b) => a - b)[values.length >> 1];

/** Milliseconds on the clock and of the processor; the latter can be compared on a busy machine too. */
async function timed(work) {
  // The first warms the caches and is not counted.
  await work();
  const [clock, processor] = [[], []];
  for (let turn = 0; turn < REPEATS; turn++) {
    const [begun, used] = [performance.now(), process.cpuUsage()];
    await work();
    clock.push(performance.now() - begun);
    const { user, system } = process.cpuUsage(used);
    processor.push((user + system) / 1000);
  }
  return { clock: median(clock), processor: median(processor) };
}

async function build(folder, dir, { statements, log }) {
  const book = await createBook(dir, {
    codebook: new Map([...codebook, ["codebook/indicators.yaml", INDICATORS]]),
    by: "bench",
  });
  for (let done = 0; done < statements; done += OBJECT) {
    const path = join(folder, "part.parquet");
    const records = Math.min(OBJECT, statements - done) / FIELD_NAMES.length;
    await writeParquet(path, done / FIELD_NAMES.length, records);
    await book.stateParquet("bench", path, { move: true });
    log(`${Math.min(done + OBJECT, statements).toLocaleString("en")} statements stated`);
  }
  await book.sql("SELECT 1");
  await book.close();
  const { size } = await stat(join(dir, "index.duckdb"));
  log(`index made, ${(size / 2 ** 20).toFixed(0)} MB`);
}

const brief = ({ clock, processor }) => `${clock.toFixed(0)} ms (${processor.toFixed(0)} of the processor)`;

/** Each indicator whole and without its coverage, with its printed query. */
async function ours(dir, log) {
  const book = await openBook(dir);
  const found = [];
  for (const id of book.codebook.indicators.keys()) {
    const whole = await timed(() => computeIndicator(book, id));
    const without = await timed(() => computeIndicator(book, id, { coverage: false }));
    const { query, rows } = await computeIndicator(book, id, { coverage: false });
    const records = rows.reduce((sum, row) => sum + row.records.length, 0);
    found.push({ id, query, cells: rows.length, records, whole, without });
    log(`${id}: whole ${brief(whole)}, without coverage ${brief(without)}`);
  }
  await book.close();
  return found;
}

/** Progress with the seconds since the last line of it. */
function laps(log) {
  let begun = performance.now();
  return what => {
    log(`${what}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    begun = performance.now();
  };
}

export async function* run({
  statements = Number(process.env.STATEMENTS ?? 100_000_000),
  log = line => console.error(line),
} = {}) {
  const folder = await mkdtemp(join(tmpdir(), "custodes-bench-"));
  const dir = join(folder, "book");
  const lap = laps(log);
  try {
    await build(folder, dir, { statements, log: lap });
    const measured = await ours(dir, lap);
    const instance = await DuckDBInstance.create(join(dir, "index.duckdb"), { access_mode: "READ_ONLY" });
    const connection = await instance.connect();
    for (const { id, query, whole, without, cells, records } of measured) {
      const bare = await timed(async () => (await connection.runAndReadAll(query)).getRowObjectsJS());
      lap(`${id}: bare ${brief(bare)}`);
      const ratio = name => `${(name.clock / bare.clock).toFixed(2)}`;
      yield {
        name: `${id} over ${statements.toLocaleString("en")} statements (at most 2)`,
        ratio: whole.clock / bare.clock,
        detail: `${brief(whole)}; without coverage ${ratio(without)}, ${brief(without)}; bare ${brief(bare)}; ratio by the processor ${(whole.processor / bare.processor).toFixed(2)}; ${cells} cells of ${records} records`,
      };
    }
    connection.closeSync();
    instance.closeSync();
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const statements = process.argv[2] ? { statements: Number(process.argv[2]) } : {};
  for await (const { name, ratio, detail } of run(statements))
    console.log(`${name}: ${ratio.toFixed(2)}  (${detail})`);
}
