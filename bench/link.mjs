// Record linkage beside Splink 4 and 5 on DuckDB (bench/setup-link.sh installs them) and beside plain SQL on DuckDB (link/duckdb-sql.mjs): the same table, columns, blocking rules and number of threads
// (THREADS, 2 unless told), from a CSV file to clusters: wall time, processor time and memory. Splink's threshold is the best of several,
// chosen with the truth in sight; ours is chosen by the program. Then our own proposed specification. RECORDS names the sizes of the
// made-up tables: RECORDS=50000,500000,1000000 takes half an hour, nearly all of it Splink's. bench/link-growth.mjs shows how time grows.
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { bCubed, pairwise } from "../dist/link/index.js";
import { makePeople, peopleCsv } from "./link/data.mjs";
import { PEOPLE } from "./link/people.mjs";

const here = path => fileURLToPath(new URL(path, import.meta.url));
/** Versions of Splink, each in an environment of its own; those that are there are run. */
const PEERS = ["4", "5"].map(major => ({ python: here(`../.tmp/link-venv-${major}/bin/python`) }));
const historical = here("../../shared/bench/linkage/historical.csv.gz");
const THREADS = Number(process.env["THREADS"] ?? 2);
const SIZES = (process.env["RECORDS"] ?? "25000,200000").split(",").map(Number);
/** Bytes of a table that is linked three times, of which the run in the middle counts. */
const SMALL = 1 << 23;
const THRESHOLDS = [0.5, 0.8, 0.95, 0.99];

export async function run() {
  const folder = mkdtempSync(join(tmpdir(), "custodes-link-"));
  try {
    return [...historicalRows(folder), ...madeUp(folder)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function historicalRows(folder) {
  if (!existsSync(historical))
    return [{ name: "historical figures", ratio: null, detail: "needs ../shared, left out" }];
  const lines = gunzipSync(readFileSync(historical)).toString("utf8").split("\n");
  const table = lines
    .map((line, at) => (at === 0 ? line.replace("unique_id,cluster", "id,gold") : line))
    .join("\n");
  const rename = text => text.replaceAll("postcode_fake", "postcode").replaceAll("birth_place", "city");
  return compared("historical figures", folder, rename(table));
}

function madeUp(folder) {
  const rows = SIZES.flatMap(count => {
    const csv = peopleCsv(makePeople(count));
    const withId = csv
      .split("\n")
      .filter(Boolean)
      .map((line, at) => `${at === 0 ? "id" : at},${line}`)
      .join("\n");
    return compared(`${count} made-up people`, folder, withId);
  });
  return rows;
}

/** All programs on one table: speed, memory and F1 as ours to the peer's, then our own specification. */
function compared(what, folder, csv) {
  const files = {
    table: join(folder, "table.csv"),
    spec: join(folder, "spec.json"),
    out: join(folder, "out.csv"),
  };
  const { table, spec, out } = files;
  writeFileSync(table, csv.endsWith("\n") ? csv : `${csv}\n`);
  writeFileSync(spec, JSON.stringify({ ...PEOPLE, thresholds: THRESHOLDS, threads: THREADS }));
  const truth = truthOf(table);
  const runs = csv.length < SMALL ? 3 : 1;
  const ours = middle(runs, () => ourRun(table, spec, out));
  const mine = quality(out, truth);
  const proposed = middle(runs, () => ourRun(table, "-", out));
  const own = quality(out, truth);
  const peers = PEERS.filter(({ python }) => existsSync(python)).map(({ python }) =>
    besideSplink(what, { python, files, truth, runs, ours, mine }),
  );
  const best = Math.max(...peers.map(({ f1 }) => f1));
  return [
    ...(peers.length > 0 ? peers.flatMap(({ rows }) => rows) : [alone(what, ours, mine)]),
    besideSql(what, { files, truth, runs, ours, mine }),
    {
      name: `${what}, proposed specification`,
      ratio: peers.length > 0 ? own.pair / best : null,
      detail: `F1 ${f(own.pair)}, B-cubed ${f(own.cubed)}, ${ms(total(proposed))}, ${proposed.pairs} pairs, ${Math.round(proposed.memory)} MB`,
    },
  ];
}

const alone = (what, ours, mine) => ({
  name: `${what}, same rules`,
  ratio: null,
  detail: `F1 ${f(mine.pair)}, ${ms(total(ours))}; Splink is not installed (bench/setup-link.sh)`,
});

function besideSql(what, { files: { table, spec, out }, truth, runs, ours, mine }) {
  const plain = middle(
    runs,
    () => sqlRun(table, spec, out),
    ({ wall }) => wall,
  );
  const theirs = quality(out, truth);
  return {
    name: `${what}, same rules, speed against plain SQL on DuckDB`,
    ratio: plain.wall / total(ours),
    detail: `ours ${ms(total(ours))}, SQL ${ms(plain.wall)}, processor time ${(plain.cpu / ours.cpu).toFixed(1)} times ours, ${Math.round(plain.memory)} MB, F1 ${f(mine.pair)} and ${f(theirs.pair)}`,
  };
}

/** Beside one version of Splink, which has the best of several thresholds. */
function besideSplink(what, { python, files: { table, spec, out }, truth, runs, ours, mine }) {
  const time = ({ read, train, predict, cluster }) => read + train + predict + cluster;
  const peer = middle(runs, () => splinkRun(python, table, spec, out), time);
  const theirs = THRESHOLDS.map(threshold => quality(`${out}.${threshold}`, truth)).reduce((a, b) =>
    b.pair > a.pair ? b : a,
  );
  const splink = `Splink ${peer.splink}`;
  const rows = [
    {
      name: `${what}, same rules, speed against ${splink}`,
      ratio: time(peer) / total(ours),
      detail: `ours ${ms(total(ours))}, Splink ${ms(time(peer))}, ${THREADS} threads each`,
    },
    {
      name: `${what}, same rules, processor time against ${splink}`,
      ratio: peer.cpu / ours.cpu,
      detail: `ours ${ms(ours.cpu)}, Splink ${ms(peer.cpu)}`,
    },
    {
      name: `${what}, same rules, memory against ${splink}`,
      ratio: peer.memory / ours.memory,
      detail: `ours ${Math.round(ours.memory)} MB, Splink ${Math.round(peer.memory)} MB`,
    },
    {
      name: `${what}, same rules, F1 against ${splink}`,
      ratio: mine.pair / theirs.pair,
      detail: `ours ${f(mine.pair)} (B-cubed ${f(mine.cubed)}), Splink ${f(theirs.pair)} (${f(theirs.cubed)})`,
    },
  ];
  return { rows, f1: theirs.pair };
}

/** The run in the middle of so many by its time: of a quarter of a second a single one says little. */
function middle(runs, run, time = total) {
  const done = Array.from({ length: runs }, run).sort((a, b) => time(a) - time(b));
  return done[done.length >> 1];
}

const splinkRun = (python, table, spec, out) =>
  JSON.parse(
    execFileSync(python, [here("link/splink_link.py"), table, spec, out], {
      encoding: "utf8",
      stdio: ["ignore", "pipe", "ignore"],
    })
      .trim()
      .split("\n")
      .at(-1),
  );

const ourRun = (table, spec, out) =>
  JSON.parse(
    execFileSync(process.execPath, [here("link/custodes-link.mjs"), table, spec, out, String(THREADS)], {
      encoding: "utf8",
    }),
  );

const sqlRun = (table, spec, out) =>
  JSON.parse(
    execFileSync(process.execPath, [here("link/duckdb-sql.mjs"), table, spec, out, String(THREADS)], {
      encoding: "utf8",
    }),
  );

const total = ({ read, plan, link }) => read + plan + link;
const ms = time => `${Math.round(time)} ms`;
const f = value => value.toFixed(4);

function rowsOf(file) {
  const [header, ...lines] = readFileSync(file, "utf8").split(/\r?\n/).filter(Boolean);
  return { header: header.split(","), lines };
}

/** The gold label of each id; the columns before them hold no quotes. */
function truthOf(table) {
  const { header, lines } = rowsOf(table);
  const at = header.indexOf("gold");
  return new Map(
    lines.map(line => {
      const cells = line.split(",");
      return [cells[0], at === 1 ? cells[1] : cells.at(-1)];
    }),
  );
}

function quality(file, truth) {
  const found = new Map(rowsOf(file).lines.map(line => line.split(",")));
  const numbers = new Map();
  const clusters = [...truth.keys()].map(id => {
    const cluster = found.get(id);
    if (!numbers.has(cluster)) numbers.set(cluster, numbers.size);
    return numbers.get(cluster);
  });
  const labels = [...truth.values()];
  return { pair: pairwise(clusters, labels).f1, cubed: bCubed(clusters, labels).f1 };
}
