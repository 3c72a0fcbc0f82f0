// Panel regression and Poisson with clustered errors, from columns in memory to coefficients, beside pyfixest from PyPI (bench/setup-effect.sh).
// Both get the same data and one thread each and take turns; a ratio is of processor times, the least of the rounds, and above 1 means we are
// faster. CUSTODES_BENCH_ROWS=1e5,1e6,1e7, CUSTODES_BENCH_SETS=simple,shuffled and CUSTODES_BENCH_ROUNDS=5 choose.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { factorOf } from "../dist/effect/data/factor.js";
import { Absorber } from "../dist/effect/fit/absorb.js";
import { estimateAll, frameOf } from "../dist/effect/index.js";
import { panel } from "./effect/data.mjs";
import { leastBytes, nanosecondsAByte, spent } from "./effect/limit.mjs";
import { openPeer } from "./effect/peer.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const python = `${root}/.tmp/effect-venv/bin/python`;
const file = `${root}/.tmp/effect-bench.bin`;
const EFFECTS = ["id", "id + year", "id + firm", "id + firm + year"];
const MODELS = { ols: "y", poisson: "count" };
const list = (name, preset) => process.env[`CUSTODES_BENCH_${name}`]?.split(",") ?? preset;
const ROUNDS = Number(list("ROUNDS", ["5"])[0]);

/** The iterations that the solve of this set takes. */
function iterationsOf(columns, effects) {
  const coded = effects.map(name => ({
    name,
    factor: factorOf({ kind: "number", values: columns[name] }),
    intercept: true,
    slopes: [],
  }));
  return Absorber.of(coded).hold([columns.y, columns.x1])?.solved.iterations ?? 0;
}

function ours(columns, formula, model) {
  // New views of the same numbers: nothing that an earlier run coded may be used again.
  const fresh = Object.fromEntries(
    Object.entries(columns).map(([name, values]) => [name, values.subarray()]),
  );
  let result;
  const milliseconds = spent(() => {
    [result] = estimateAll(frameOf(fresh), formula, { vcov: "cluster:id", model });
  });
  return { milliseconds, estimate: result.terms[0].estimate, se: result.terms[0].se };
}

/** Both in turn, ours first; the first round warms up and is not counted. */
async function byTurns(columns, question, peer) {
  const rounds = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const own = ours(columns, question.formula, question.model);
    rounds.push({ own, other: (await peer?.ask(question)) ?? null });
  }
  const counted = rounds.slice(1);
  const least = pick => Math.min(...counted.map(round => pick(round)?.milliseconds ?? Number.NaN));
  const { own, other } = counted[0];
  return { own, other, ownTime: least(round => round.own), otherTime: least(round => round.other) };
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

function describe({ own, other, ownTime, otherTime }, name, share) {
  if (other === null) return { name, ratio: null, detail: share };
  const same = `coefficient differs by ${relative(own.estimate, other.estimate)}, error by ${relative(own.se, other.se)}`;
  return {
    name: `${name}, pyfixest ${other.version} / ours`,
    ratio: otherTime / ownTime,
    detail: `${share}; ${same}`,
  };
}

export async function* run() {
  const havePeer = existsSync(python);
  if (!havePeer) yield { name: "pyfixest", ratio: null, detail: "absent: run bench/setup-effect.sh" };
  mkdirSync(`${root}/.tmp`, { recursive: true });
  for (const rows of list("ROWS", ["1e5", "1e6"]).map(Number)) {
    for (const kind of list("SETS", ["simple", "difficult", "shuffled"])) {
      const columns = panel(rows, kind);
      const names = Object.keys(columns);
      writeFileSync(file, "");
      for (const name of names) writeFileSync(file, new Uint8Array(columns[name].buffer), { flag: "a" });
      const peer = havePeer ? openPeer(python, file, { rows, names }) : null;
      for (const model of list("MODELS", Object.keys(MODELS))) {
        for (const effects of EFFECTS) {
          const formula = `${MODELS[model]} ~ x1 | ${effects}`;
          const result = await byTurns(columns, { model, formula }, peer);
          const parts = [`memory ${memory(columns, formula, model).toFixed(1)} x the input`];
          if (model === "ols") {
            const split = effects.split(" + ");
            const bytes = leastBytes({
              rows,
              effects: split.length,
              iterations: iterationsOf(columns, split),
            });
            const limit = (bytes * nanosecondsAByte()) / 1e6;
            parts.unshift(`${(result.ownTime / limit).toFixed(1)} x the memory-bandwidth limit`);
          }
          yield describe(result, `${model} ${kind} ${rows.toExponential(0)} ${effects}`, parts.join(", "));
        }
      }
      peer?.close();
    }
  }
  rmSync(file, { force: true });
}
