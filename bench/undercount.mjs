// Undercount kernels against a plain way to the same numbers in the same run: log-linear fits by sums over the lattice of lists against
// Poisson regression on the dense design matrix, choice and bootstrap, and effective draws a second of the latent class sampler.
// Times are of the processor, because they are compared on busy machines too; beside a peer the least of the turns. Where R is at hand
// with the packages that bench/setup-undercount.sh installs, Rcapture and LCMCR take turns with ours on the same tables.

import { captureTable, undercount } from "../dist/count/index.js";
import { fitPoisson } from "../dist/count/undercount/bounds/dense-poisson.js";
import { latentClassDraws } from "../dist/count/undercount/latent-class/latent-class.js";
import { allModels, best } from "../dist/count/undercount/loglinear/loglinear.js";
import { hierarchicalModels, modelName } from "../dist/count/undercount/loglinear/models.js";
import { profileModel } from "../dist/count/undercount/loglinear/profile-model.js";
import { essBulk, random } from "../dist/stats/index.js";
import { lcmcrSampler, ofR, plainSampler } from "./undercount/peers.mjs";

/** Turns that ours and a peer take one after the other. */
const TURNS = 2;

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

/** Effective draws a second of our sampler against those of another on the same table, its draws held to the same measure. */
function besideSampler(table, sampler, absent) {
  const options = { draws: 2000, thinning: 10, chains: 4 };
  const turns = Array.from({ length: TURNS }, () => ({
    mine: cpu(() => latentClassDraws(table, options)),
    theirs: sampler(table, options),
  }));
  const [{ mine, theirs }] = turns;
  const name = `latent classes, ${table.lists.length} lists, effective draws a second, ours / ${theirs?.name ?? absent} (at least 1)`;
  if (theirs === null) return { name, ratio: null, detail: `${absent} is not at hand` };
  const rate = (chains, seconds) => essBulk(chains) / Math.min(...seconds);
  const ours = rate(
    mine.result,
    turns.map(turn => turn.mine.ms / 1000),
  );
  const other = rate(
    theirs.chains,
    turns.map(turn => turn.theirs.seconds),
  );
  const [a, b] = [mine.result, theirs.chains].map(chains => meanAndError(chains));
  return {
    name,
    ratio: ours / other,
    detail: `${Math.round(ours)} against ${Math.round(other)}; mean of N ${a} and ${b}`,
  };
}

function meanAndError(chains) {
  const all = chains.flatMap(chain => [...chain]);
  const mean = all.reduce((sum, value) => sum + value, 0) / all.length;
  const variance = all.reduce((sum, value) => sum + (value - mean) ** 2, 0) / all.length;
  return `${mean.toFixed(0)} ± ${Math.sqrt(variance / essBulk(chains)).toFixed(0)}`;
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

/** Our times against those of Rcapture, and how far the estimates of the same models lie apart. */
function besideRcapture({ five, four }) {
  const turns = Array.from({ length: TURNS }, () => ({
    models: cpu(() => allModels(five)),
    profile: cpu(() => profileModel(five, best(allModels(five), "aic").model)),
    bootstrap: cpu(() => undercount(four, { methods: ["loglinear-bootstrap"], draws: 1000 })),
    r: ofR("rcapture.R", { five, four, draws: 1000 }),
  }));
  const [{ r, models, profile }] = turns;
  if (r === null)
    return [{ name: "Rcapture", ratio: null, detail: "not at hand: run bench/setup-undercount.sh" }];
  const least = of => Math.min(...turns.map(of));
  const compared = (what, mine, theirs, detail) => ({
    name: `${what}, Rcapture ${r.version} / ours (at least 10)`,
    ratio: (1000 * theirs) / mine,
    detail: `${theirs.toFixed(1)} s in R; ${detail}`,
  });
  const interval = ({ value, low, high }) => [value, low, high].map(number => number.toFixed(1)).join(", ");
  const [value, low, high] = r.interval;
  return [
    compared(
      `all ${r.names.length} models of 5 lists`,
      least(turn => turn.models.ms),
      least(turn => turn.r.models5),
      apart(models.result, r),
    ),
    compared(
      "profile interval of the best model of 5 lists, chosen from all",
      least(turn => turn.profile.ms),
      least(turn => turn.r.models5 + turn.r.profile5),
      `${interval(profile.result)} and ${interval({ value, low, high })}`,
    ),
    compared(
      "bootstrap of 1000, 4 lists, all models chosen from again",
      least(turn => turn.bootstrap.ms),
      least(turn => turn.r.bootstrap4),
      "from a fiftieth of the resamples",
    ),
  ];
}

/** How many models both have, and the greatest relative difference of N and of AIC among those that bound N. */
function apart(models, { names, abundance, aic }) {
  const key = name => name.replaceAll(":", "").slice(1, -1).split(/, ?/).sort().join();
  const ours = new Map(models.map(found => [key(modelName(found.model, ["1", "2", "3", "4", "5"])), found]));
  const both = names.flatMap((name, at) => {
    const found = ours.get(key(name));
    return found?.usable && abundance[at] !== null ? [{ found, n: abundance[at], aic: aic[at] }] : [];
  });
  const most = of => Math.max(...both.map(of)).toExponential(0);
  const n = most(pair => Math.abs(pair.found.abundance / pair.n - 1));
  return `${both.length} models of both, N apart by ${n}, AIC by ${most(pair => Math.abs(pair.found.aic / pair.aic - 1))} at most`;
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
    ...[population(3, 3000), four, five].flatMap(table => [
      besideSampler(table, plainSampler, "a compiler of C++"),
      besideSampler(table, lcmcrSampler, "LCMCR"),
    ]),
    ...besideGlm(ofR("glm.R", { four, five, draws: 1000 }), { lattice, bootstrap: bootstraps[0] }),
    ...besideRcapture({ five, four }),
  ];
}
