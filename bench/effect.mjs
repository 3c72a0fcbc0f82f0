// Panel regression and Poisson with clustered errors, from columns in memory to coefficients, beside pyfixest from PyPI and, where R is at hand,
// fixest from CRAN (bench/setup-effect.sh). All get the same data and one thread each and take turns; a ratio is of processor times, the least of the rounds, and above 1 means we are
// faster. With CUSTODES_BENCH_THREADS=2 all get two, and a ratio is of times on the wall, which mean something on an idle machine only. Beside it
// stand our time as a multiple of what a triad takes to move the least bytes, and our peak memory as one of the columns used.
// CUSTODES_BENCH_ROWS=1e5,1e6,1e7 (1e5,1e6), CUSTODES_BENCH_SETS=simple,difficult,shuffled (all), CUSTODES_BENCH_MODELS=ols,poisson (both),
// CUSTODES_BENCH_REGRESSORS=1,10 (1), CUSTODES_BENCH_ROUNDS=5 (5) and CUSTODES_BENCH_WAIT=60 choose: a peer is given so many seconds an estimate,
// and asked only once for one of which it takes more than a sixth of that.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { delimiter } from "node:path";
import { fileURLToPath } from "node:url";
import { factorOf } from "../dist/effect/data/factor.js";
import { Absorber } from "../dist/effect/fit/absorb.js";
import { estimateAll, frameOf } from "../dist/effect/index.js";
import { startSecondThread } from "../dist/effect/kernels/side-by-side.js";
import { panel } from "./effect/data.mjs";
import { leastBytes, nanosecondsAByte, spent } from "./effect/limit.mjs";
import { openPeer } from "./effect/peer.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const python = `${root}/.tmp/effect-venv/bin/python`;
/** Where bench/setup-effect.sh installs fixest, and where R looks anyway. */
const library = [`${root}/.tmp/effect-r`, process.env.R_LIBS].filter(Boolean).join(delimiter);
const file = `${root}/.tmp/effect-bench.bin`;
const EFFECTS = ["id", "id + year", "id + firm", "id + firm + year"];
const MODELS = { ols: "y", poisson: "count" };
const list = (name, preset) => process.env[`CUSTODES_BENCH_${name}`]?.split(",") ?? preset;
const ROUNDS = Number(list("ROUNDS", ["5"])[0]);
const THREADS = Number(list("THREADS", ["1"])[0]);
/** Processor time of one thread, or time on the wall of two. */
const TIME = THREADS === 1 ? "milliseconds" : "wall";
const WAIT = Number(list("WAIT", ["60"])[0]);

/** The iterations that the solve of this set takes; none where it is exact at once. */
function iterationsOf(columns, effects, regressors) {
  const coded = effects.map(name => ({
    name,
    factor: factorOf({ kind: "number", values: columns[name] }),
    intercept: true,
    slopes: [],
  }));
  const right = Array.from({ length: regressors }, (_, j) => columns[`x${j + 1}`]);
  return Absorber.of(coded).hold([columns.y, ...right])?.solved.iterations ?? 0;
}

function ours(columns, formula, model) {
  // New views of the same numbers: nothing that an earlier run coded may be used again.
  const fresh = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values.subarray()]),
  );
  let result;
  const started = performance.now();
  const milliseconds = spent(() => {
    [result] = estimateAll(frameOf(fresh), formula, { vcov: "cluster:id", model, threads: THREADS });
  });
  const wall = performance.now() - started;
  return { milliseconds, wall, estimate: result.terms[0].estimate, se: result.terms[0].se };
}

/** All in turn, ours first; the first round warms up and is not counted, unless a peer takes long. */
async function byTurns(columns, question, peers) {
  const own = [];
  const others = peers.map(peer => ({ peer, answers: [], asks: true }));
  for (let round = 0; round <= ROUNDS; round++) {
    // Between two rounds it may have gone to sleep for good.
    if (THREADS > 1) await startSecondThread();
    own.push(ours(columns, question.formula, question.model));
    for (const other of others) {
      if (!other.asks) continue;
      const answer = await other.peer.ask(question);
      other.answers.push(answer);
      other.asks = !answer.isLate && answer[TIME] < (1000 * WAIT) / 6;
    }
  }
  const counted = runs => (runs.length > 1 ? runs.slice(1) : runs);
  const least = runs => Math.min(...counted(runs).map(run => run[TIME]));
  const theirs = others.map(({ peer, answers }) => ({
    name: peer.name,
    first: answers[0],
    time: least(answers),
  }));
  return { own: own[0], ownTime: least(own), theirs };
}

function memory(columns, formula, model) {
  const names = Object.keys(columns);
  const rows = columns.id.length;
  const args = [`${root}/bench/effect/memory.mjs`, file, String(rows), names.join(","), model, formula];
  const { stdout } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const used = new Set(formula.match(/\w+/g));
  return Number(stdout) / (8 * rows * names.filter(name => used.has(name)).length);
}

const relative = (a, b) => (Math.abs(a - b) / Math.abs(b)).toExponential(0);

function describe({ own, ownTime }, { name, first, time }, set) {
  const ratio = time / ownTime;
  if (first.isLate) {
    return {
      name: `${set}, ${name} / ours at least`,
      ratio,
      detail: `${name} not waited for after ${WAIT} s`,
    };
  }
  const same = `coefficient differs by ${relative(own.estimate, first.estimate)}, error by ${relative(own.se, first.se)}`;
  return { name: `${set}, ${name} ${first.version} / ours`, ratio, detail: same };
}

/** Our time beside what it takes to move the bytes, and our memory beside that of the columns. */
function shares(columns, { model, formula, effects, regressors, ownTime }) {
  const split = effects.split(" + ");
  const bytes = leastBytes({
    rows: columns.id.length,
    effects: split.length,
    iterations: model === "ols" ? iterationsOf(columns, split, regressors) : 0,
    ...{ regressors, model },
  });
  const limit = (bytes * nanosecondsAByte()) / 1e6;
  const used = memory(columns, formula, model);
  return `${(ownTime / limit).toFixed(1)} x the memory-bandwidth limit, memory ${used.toFixed(1)} x the input`;
}

async function* benchSet({ rows, kind, regressors }, known) {
  const columns = panel(rows, kind, { regressors });
  const names = Object.keys(columns);
  writeFileSync(file, "");
  for (const name of names) writeFileSync(file, new Uint8Array(columns[name].buffer), { flag: "a" });
  const peers = known.map(peer => openPeer(peer, file, { rows, names, seconds: WAIT, threads: THREADS }));
  const right = Array.from({ length: regressors }, (_, j) => `x${j + 1}`).join(" + ");
  for (const model of list("MODELS", Object.keys(MODELS))) {
    for (const effects of EFFECTS) {
      const formula = `${MODELS[model]} ~ ${right} | ${effects}`;
      const result = await byTurns(columns, { model, formula }, peers);
      const share = shares(columns, { model, formula, effects, regressors, ownTime: result.ownTime });
      const many = `${regressors > 1 ? `, ${regressors} regressors` : ""}${THREADS > 1 ? `, ${THREADS} threads` : ""}`;
      const set = `${model} ${kind} ${rows.toExponential(0)} ${effects}${many}`;
      yield { name: set, ratio: null, detail: share };
      for (const other of result.theirs) yield describe(result, other, set);
    }
  }
  for (const peer of peers) peer.close();
}

/** The peers that are installed; of each of the others a line that says so. */
function installed() {
  const beside = name => fileURLToPath(new URL(`effect/${name}`, import.meta.url));
  const r = { ...process.env, R_LIBS: library };
  const hasFixest = spawnSync("Rscript", ["-e", "library(fixest)"], { env: r }).status === 0;
  return [
    {
      name: "pyfixest",
      isThere: existsSync(python),
      command: [python, beside("peer.py")],
      env: process.env,
    },
    { name: "fixest", isThere: hasFixest, command: ["Rscript", beside("peer.R")], env: r },
  ];
}

export async function* run() {
  const peers = installed();
  for (const { name, isThere } of peers)
    if (!isThere) yield { name, ratio: null, detail: "absent: run bench/setup-effect.sh" };
  const known = peers.filter(({ isThere }) => isThere);
  mkdirSync(`${root}/.tmp`, { recursive: true });
  for (const rows of list("ROWS", ["1e5", "1e6"]).map(Number))
    for (const kind of list("SETS", ["simple", "difficult", "shuffled"]))
      for (const regressors of list("REGRESSORS", ["1"]).map(Number))
        yield* benchSet({ rows, kind, regressors }, known);
  rmSync(file, { force: true });
}
