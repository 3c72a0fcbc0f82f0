// Panel regression with clustered errors, from columns in memory to coefficients, beside pyfixest from PyPI
// (bench/setup-effect.sh). Both get the same data and take turns in the same run; a ratio above 1 means we are faster.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { estimateAll, frameOf } from "../dist/effect/index.js";
import { panel } from "./effect/data.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const python = `${root}/.tmp/effect-venv/bin/python`;
const EFFECTS = ["id", "id + year", "id + firm", "id + firm + year"];
const RUNS = 3;

const median = values => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];

function ours(columns, formula) {
  const times = [];
  let estimate;
  for (let run = 0; run <= RUNS; run++) {
    // New views of the same numbers: nothing that an earlier run coded may be used again.
    const frame = frameOf(
      Object.fromEntries(Object.entries(columns).map(([name, values]) => [name, values.subarray()])),
    );
    const started = performance.now();
    [estimate] = estimateAll(frame, formula, { vcov: "cluster:id" });
    times.push(performance.now() - started);
  }
  return {
    milliseconds: median(times.slice(1)),
    estimate: estimate.terms[0].estimate,
    se: estimate.terms[0].se,
  };
}

function peer(file, rows, formula) {
  const { status, stdout, stderr } = spawnSync(
    python,
    [`${root}/bench/effect/peer.py`, file, String(rows), formula, String(RUNS)],
    {
      encoding: "utf8",
    },
  );
  if (status !== 0) throw new Error(`pyfixest failed: ${stderr.slice(-400)}`);
  return JSON.parse(stdout);
}

/** Time to read every column of the regression twice: what any method must at least move. */
function bandwidth(columns, names) {
  const used = names.map(name => columns[name]);
  const times = [];
  // The first runs also compile the loop.
  for (let run = 0; run < 9; run++) {
    const started = performance.now();
    let sum = 0;
    for (let pass = 0; pass < 2; pass++)
      for (const column of used) for (let i = 0; i < column.length; i++) sum += column[i];
    times.push(performance.now() - started + (sum === 0.5 ? 1 : 0));
  }
  return median(times);
}

export async function run() {
  const results = [];
  const havePeer = existsSync(python);
  if (!havePeer) results.push({ name: "pyfixest", ratio: null, detail: "absent: run bench/setup-effect.sh" });
  mkdirSync(`${root}/.tmp`, { recursive: true });
  const sizes = process.env.CUSTODES_BENCH_ROWS?.split(",").map(Number) ?? [100_000, 1_000_000];
  for (const rows of sizes) {
    for (const kind of ["simple", "difficult", "shuffled"]) {
      const columns = panel(rows, kind);
      const file = `${root}/.tmp/effect-bench.bin`;
      writeFileSync(
        file,
        Buffer.concat(["id", "firm", "year", "x1", "y"].map(name => Buffer.from(columns[name].buffer))),
      );
      for (const effects of EFFECTS) {
        const formula = `y ~ x1 | ${effects}`;
        const own = ours(columns, formula);
        const limit = bandwidth(columns, ["y", "x1", ...effects.split(" + ")]);
        const name = `${kind} ${rows.toExponential(0)} ${effects}`;
        const share = `${(own.milliseconds / limit).toFixed(1)} x the time of reading its columns twice`;
        if (!havePeer) {
          results.push({ name, ratio: null, detail: share });
          continue;
        }
        const other = peer(file, rows, formula);
        const difference = Math.abs(own.estimate - other.estimate) / Math.abs(other.estimate);
        const seDifference = Math.abs(own.se - other.se) / other.se;
        results.push({
          name: `${name}, pyfixest ${other.version} / ours`,
          ratio: other.milliseconds / own.milliseconds,
          detail: `${share}; coefficient differs by ${difference.toExponential(0)}, error by ${seDifference.toExponential(0)}`,
        });
      }
      rmSync(file);
    }
  }
  return results;
}
