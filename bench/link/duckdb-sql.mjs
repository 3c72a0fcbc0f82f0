// Links one table with plain SQL on DuckDB and no linkage library: node duckdb-sql.mjs TABLE.csv SPEC.json CLUSTERS.csv THREADS. The same rules and
// columns as bench/link.mjs: pairs by joins, levels by DuckDB's own string distances, patterns counted by GROUP BY, EM on the counts, then
// union-find. Prints JSON: wall and processor time in milliseconds, peak memory in MB, pairs compared.
import { readFileSync, writeFileSync } from "node:fs";
import { DuckDBInstance } from "@duckdb/node-api";

const [table, specFile, out, threads = "2"] = process.argv.slice(2);
const { fields, block } = JSON.parse(readFileSync(specFile, "utf8"));
const RANDOM = 400_000;
const ROUNDS = 25;
const THRESHOLD = 0.9;

/** Level of agreement of a column, from 0; null where one side states nothing. */
function level({ column, compare }) {
  const [a, b] = [`l."${column}"`, `r."${column}"`];
  const distance = `damerau_levenshtein(${a}, ${b})`;
  const near =
    compare === "name"
      ? [
          `jaro_winkler_similarity(${a}, ${b}) >= 0.92`,
          `jaro_winkler_similarity(${a}, ${b}) >= 0.88`,
          `jaro_winkler_similarity(${a}, ${b}) >= 0.7`,
        ]
      : compare === "category"
        ? []
        : [`${distance} <= 1`, `${distance} <= 2`];
  const cases = [`${a} = ${b}`, ...near].map((test, i, all) => `WHEN ${test} THEN ${all.length - i}`);
  return `CASE WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL ${cases.join(" ")} ELSE 0 END`;
}

const levels = fields.map((field, i) => `${level(field)} AS f${i}`).join(", ");
const names = fields.map((_, i) => `f${i}`);

const begun = performance.now();
const idle = process.cpuUsage();
const instance = await DuckDBInstance.create(":memory:", { threads });
const db = await instance.connect();
const rows = async sql => (await db.runAndReadAll(sql)).getRows();
await db.run(
  `CREATE TABLE input AS SELECT row_number() OVER () AS n, * FROM read_csv('${table}', all_varchar = true, nullstr = '')`,
);
const [[size]] = await rows("SELECT count(*)::INTEGER FROM input");
const joins = block.map(
  keys =>
    `SELECT l.n AS a, r.n AS b FROM input l JOIN input r ON ${keys.map(key => `l."${key}" = r."${key}"`).join(" AND ")} AND l.n < r.n`,
);
await db.run(`CREATE TABLE pair AS ${joins.join(" UNION ")}`);
const compared = from =>
  `SELECT ${levels} FROM ${from} p JOIN input l ON l.n = p.a JOIN input r ON r.n = p.b`;
await db.run(
  `CREATE TABLE level AS SELECT p.a, p.b, ${levels} FROM pair p JOIN input l ON l.n = p.a JOIN input r ON r.n = p.b`,
);
const counted = source =>
  `SELECT ${names.join(", ")}, count(*)::INTEGER FROM (${source}) GROUP BY ALL ORDER BY ALL`;
const patterns = await rows(counted("SELECT * EXCLUDE (a, b) FROM level"));
const random = await rows(
  counted(
    compared(
      `(SELECT 1 + (hash(i) % ${size})::INTEGER AS a, 1 + (hash(i + 7919) % ${size})::INTEGER AS b FROM range(${RANDOM}) t(i)) `,
    ),
  ),
);

/** Shares of the levels of a field among weighted patterns, none of them 0. */
function shares(of, field, weightOf) {
  const found = new Map();
  let all = 0;
  for (const row of of) {
    if (row[field] === null) continue;
    const weight = weightOf(row);
    all += weight;
    found.set(row[field], (found.get(row[field]) ?? 0) + weight);
  }
  return at => Math.max(1e-6, (found.get(at) ?? 0) / (all || 1));
}

const count = row => row.at(-1);
const u = fields.map((_, i) => shares(random, i, count));
let m = fields.map(() => at => (at === 0 ? 0.05 : 0.3 * (1 + at)));
// Shares of levels are those of random pairs, so the prior is one over all pairs: what two rules find, of which seven of ten are taken to be right.
const [[found]] = await rows(`SELECT count(*)::INTEGER FROM (${joins.slice(0, 2).join(" UNION ")})`);
const prior = found / 0.7 / ((size * (size - 1)) / 2);
const odds = row => {
  let product = prior / (1 - prior);
  for (let i = 0; i < fields.length; i++) if (row[i] !== null) product *= m[i](row[i]) / u[i](row[i]);
  return product;
};
const matching = row => odds(row) / (1 + odds(row));
for (let round = 0; round < ROUNDS; round++) {
  const weights = new Map(patterns.map(row => [row, count(row) * matching(row)]));
  m = fields.map((_, i) => shares(patterns, i, row => weights.get(row)));
}
await db.run(`CREATE TABLE taken(${names.map(name => `${name} INTEGER`).join(", ")})`);
const taken = patterns.filter(row => matching(row) >= THRESHOLD);
if (taken.length > 0)
  await db.run(
    `INSERT INTO taken VALUES ${taken
      .map(
        row =>
          `(${row
            .slice(0, -1)
            .map(at => at ?? "NULL")
            .join(", ")})`,
      )
      .join(", ")}`,
  );
const same = names.map(name => `level.${name} IS NOT DISTINCT FROM taken.${name}`).join(" AND ");
const edges = await db.runAndReadAll(`SELECT a::INTEGER, b::INTEGER FROM level SEMI JOIN taken ON ${same}`);
const [left, right] = edges.getColumns();
const parent = Int32Array.from({ length: size + 1 }, (_, i) => i);
const root = i => {
  let at = i;
  while (parent[at] !== at) at = parent[at] = parent[parent[at]];
  return at;
};
for (let i = 0; i < (left?.length ?? 0); i++) parent[root(left[i])] = root(right[i]);
const used = process.cpuUsage(idle);
const wall = performance.now() - begun;
const ids = await rows("SELECT n::INTEGER, id FROM input ORDER BY n");
writeFileSync(out, `id,cluster\n${ids.map(([n, id]) => `${id},${root(n)}`).join("\n")}\n`);
const [[pairs]] = await rows("SELECT count(*)::INTEGER FROM pair");
console.log(
  JSON.stringify({
    wall,
    cpu: (used.user + used.system) / 1000,
    memory: process.resourceUsage().maxRSS / 1024,
    pairs,
  }),
);
