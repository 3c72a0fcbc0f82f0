// Undercount kernels against a plain way to the same numbers in the same run: log-linear fits by sums over the lattice of lists against
// Poisson regression on the dense design matrix, choice and bootstrap, and effective draws a second of the latent class sampler.
// Times are of the processor, because they are compared on busy machines too.

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

export function run() {
  const five = population(5, 3000);
  const four = population(4, 3000);
  allModels(four);
  const lattice = cpu(() => allModels(five));
  const dense = cpu(() => denseFits(five));
  const bootstraps = [4, 5].map(lists =>
    cpu(() => undercount(lists === 4 ? four : five, { methods: ["loglinear-bootstrap"], draws: 1000 })),
  );
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
      name: "bootstrap of 1000, 4 lists, all 113 models chosen from again",
      ratio: null,
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
  ];
}
