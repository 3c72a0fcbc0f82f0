// Undercount kernels against a plain way to the same numbers in the same run: log-linear fits by sums over the lattice of lists against
// Poisson regression on the dense design matrix, choice and bootstrap, and effective draws a second of the latent class sampler.
// Times are of the processor, because they are compared on busy machines too. Where R is at hand with the packages that
// bench/undercount/peer.R names, Rcapture and LCMCR run on the same tables and their times stand beside ours.

import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

import { captureTable, undercount } from "../dist/count/index.js";
import { fitPoisson } from "../dist/count/undercount/dense-poisson.js";
import { latentClassDraws } from "../dist/count/undercount/latent-class.js";
import { allModels } from "../dist/count/undercount/loglinear.js";
import { hierarchicalModels } from "../dist/count/undercount/models.js";
import { essBulk, random } from "../dist/stats/index.js";

/** A population of two classes seen by lists of different reach. */
function population(lists, size) {
  const stream = random(17);
  const counts = new Float64Array(1 << lists);
  for (let i = 0; i < size; i++) {
    const factor = stream.uniform() < 0.5 ? 0.5 : 1.6;
    let set = 0;
    for (let list = 0; list < lists; list++)
      if (stream.uniform() < factor * (0.18 + 0.05 * list)) set |= 1 << list;
    counts[set]++;
  }
  return captureTable(
    Array.from({ length: lists }, (_, at) => `L${at + 1}`),
    counts,
  );
}

function cpu(work) {
  const start = process.cpuUsage();
  const result = work();
  const { user, system } = process.cpuUsage(start);
  return { result, ms: (user + system) / 1000 };
}

function denseFits(table) {
  const cells = Array.from({ length: table.counts.length - 1 }, (_, at) => at + 1);
  const y = cells.map(cell => table.counts[cell]);
  for (const { terms } of hierarchicalModels(table.lists.length))
    fitPoisson(
      cells.map(cell => Float64Array.from(terms, term => ((cell & term) === term ? 1 : 0))),
      y,
    );
}

/** The table as a CSV of combinations with a count. */
function combinations({ lists, counts }) {
  const rows = Array.from({ length: counts.length - 1 }, (_, at) => at + 1).map(set =>
    [...lists.map((_, list) => (set >> list) & 1), counts[set]].join(","),
  );
  return `${[...lists, "count"].join(",")}\n${rows.join("\n")}\n`;
}

/** What an R script prints for the same tables; null where R, or a package that the script needs, is not there. */
function peer(script, { four, five, draws }) {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-undercount-"));
  const kept = (name, text) => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };
  const files = [five, four].flatMap(table => [
    kept(`${table.lists.length}.csv`, combinations(table)),
    kept(
      `${table.lists.length}.models`,
      hierarchicalModels(table.lists.length)
        .map(({ terms }) => [...terms].join(" "))
        .join("\n"),
    ),
  ]);
  try {
    const path = fileURLToPath(new URL(`undercount/${script}`, import.meta.url));
    const { status, stdout } = spawnSync("Rscript", [path, ...files, String(draws)], { encoding: "utf8" });
    return status === 0 ? JSON.parse(stdout.trim().split("\n").at(-1)) : null;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Draws of N by the plain sampler in C++, and its seconds of processor; null where there is no compiler. */
function compiled(table, { draws, thinning, chains }) {
  const folder = mkdtempSync(join(tmpdir(), "custodes-bench-undercount-"));
  try {
    const [program, csv] = [join(folder, "latent-class"), join(folder, "table.csv")];
    const source = fileURLToPath(new URL("undercount/latent-class.cpp", import.meta.url));
    if (spawnSync("c++", ["-O2", "-std=c++17", "-o", program, source]).status !== 0) return null;
    writeFileSync(csv, combinations(table));
    const given = [csv, 10, 2000, draws, thinning, chains].map(String);
    const { stdout } = spawnSync(program, given, { encoding: "utf8", maxBuffer: 2 ** 28 });
    const [seconds, ...all] = stdout.trim().split(" ").map(Number);
    return {
      seconds,
      chains: Array.from({ length: chains }, (_, at) =>
        Float64Array.from(all.slice(at * draws, (at + 1) * draws)),
      ),
    };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Effective draws a second of our sampler against those of the plain one in C++ (bench/undercount/latent-class.cpp). */
function besideCompiled(table) {
  const options = { draws: 2000, thinning: 10, chains: 4 };
  const name = `latent classes, ${table.lists.length} lists, effective draws a second, ours / plain Gibbs in C++ (at least 1)`;
  const peer = compiled(table, options);
  if (peer === null) return { name, ratio: null, detail: "there is no C++ compiler" };
  const mine = cpu(() => latentClassDraws(table, options));
  const [ours, theirs] = [(1000 * essBulk(mine.result)) / mine.ms, essBulk(peer.chains) / peer.seconds];
  return { name, ratio: ours / theirs, detail: `${Math.round(ours)} against ${Math.round(theirs)}` };
}

/** Our times against those of R's own glm.fit, the engine of Rcapture. */
function besideGlm(r, { lattice, bootstrap }) {
  if (r === null) return [{ name: "glm.fit of R", ratio: null, detail: "R is not at hand" }];
  return [
    {
      name: "all models of 5 lists, glm of R with a formula, as Rcapture calls it / ours (at least 10)",
      ratio: (1000 * r.formula5) / lattice.ms,
      detail: `${r.formula5.toFixed(1)} s in R, from every tenth model`,
    },
    {
      name: "bootstrap of 1000, 4 lists, glm of R with a formula / ours (at least 10)",
      ratio: (1000 * r.formulaBootstrap4) / bootstrap.ms,
      detail: `${r.formulaBootstrap4.toFixed(1)} s in R, from a hundredth of the resamples`,
    },
    {
      name: "all models of 5 lists, glm.fit of R / ours (at least 10)",
      ratio: (1000 * r.models5) / lattice.ms,
      detail: `${r.models5.toFixed(1)} s in R`,
    },
    {
      name: "bootstrap of 1000, 4 lists, all models chosen from again, glm.fit of R / ours (at least 10)",
      ratio: (1000 * r.bootstrap4) / bootstrap.ms,
      detail: `${r.bootstrap4.toFixed(1)} s in R, from a hundredth of the resamples`,
    },
  ];
}

/** Our times against those of R's packages; one line that says so where they are not at hand. */
function beside(r, { lattice, bootstrap, latent, size }) {
  if (r === null)
    return [
      {
        name: "Rcapture and LCMCR",
        ratio: null,
        detail: "these packages of R are not at hand: see bench/undercount/peer.R",
      },
    ];
  const lines = [
    {
      name: "all models of 5 lists, Rcapture / ours (at least 10)",
      ratio: (1000 * r.models5) / lattice.ms,
      detail: `${r.models5.toFixed(1)} s in R`,
    },
    {
      name: "bootstrap of 1000, 4 lists, Rcapture / ours (at least 10)",
      ratio: (1000 * r.bootstrap4) / bootstrap.ms,
      detail: `${r.bootstrap4.toFixed(1)} s in R, from a tenth of the resamples`,
    },
  ];
  if (r.latentEffective !== undefined)
    lines.push({
      name: "latent classes, effective draws a second, ours / LCMCR (at least 1)",
      ratio: size / (latent.ms / 1000) / (r.latentEffective / r.latentSeconds),
      detail: `${Math.round(r.latentEffective / r.latentSeconds)} in R`,
    });
  return lines;
}

export function run() {
  const five = population(5, 3000);
  const four = population(4, 3000);
  allModels(four);
  const lattice = cpu(() => allModels(five));
  const dense = cpu(() => denseFits(five));
  const bootstraps = [4, 5].map(lists =>
    cpu(() => undercount(lists === 4 ? four : five, { methods: ["loglinear-bootstrap"], draws: 1000 })),
  );
  const denseFour = cpu(() => {
    for (let turn = 0; turn < 10; turn++) denseFits(four);
  });
  const sparse = cpu(() => undercount(five, { methods: ["sparse-stepwise"], draws: 1000 }));
  const graphs = cpu(() => undercount(five, { methods: ["decomposable-graphs"] }));
  const latent = cpu(() => latentClassDraws(five, { draws: 2000, thinning: 10, chains: 4 }));
  const size = essBulk(latent.result);
  const seconds = ({ ms }) => `${(ms / 1000).toFixed(2)} s of processor`;
  return [
    {
      name: `all ${lattice.result.length} models of 5 lists, dense design / lattice`,
      ratio: dense.ms / lattice.ms,
      detail: `${seconds(lattice)} against ${seconds(dense)}`,
    },
    {
      name: "bootstrap of 1000, 4 lists, all 113 models chosen from again, dense design / lattice",
      ratio: (100 * denseFour.ms) / bootstraps[0].ms,
      detail: seconds(bootstraps[0]),
    },
    {
      name: "bootstrap of 1000, 5 lists, stepwise choice again",
      ratio: null,
      detail: seconds(bootstraps[1]),
    },
    { name: "sparse stepwise with bootstrap of 1000, 5 lists", ratio: null, detail: seconds(sparse) },
    { name: "822 graphs of 5 lists", ratio: null, detail: seconds(graphs) },
    {
      name: "latent classes, effective draws a second of processor",
      ratio: null,
      detail: `${Math.round(size / (latent.ms / 1000))} (${Math.round(size)} in ${seconds(latent)})`,
    },
    ...[3, 4, 5].map(lists => besideCompiled(lists === 5 ? five : population(lists, 3000))),
    ...besideGlm(peer("glm.R", { four, five, draws: 1000 }), { lattice, bootstrap: bootstraps[0] }),
    ...beside(peer("peer.R", { four, five, draws: 1000 }), {
      lattice,
      bootstrap: bootstraps[0],
      latent,
      size,
    }),
  ];
}
