// Simulations of the estimators: coverage of 95 % intervals and size of tests, with fixed seeds. `node scripts/monte-carlo.mjs [ROUNDS]`
// after `npm run build`; the table goes into docs/explanation/inference.md.
import { estimateAll, runStaggered, seededRandom } from "../dist/effect/index.js";

const rounds = Number(process.argv[2] ?? 1000);
const normalOf = random => Math.sqrt(-2 * Math.log(random())) * Math.cos(2 * Math.PI * random());

/** Units over periods: unit and period effects, a regressor that drifts, errors that persist and differ in size between units. */
function panel(random, { units, periods, effect = 1 }) {
  const normal = () => normalOf(random);
  const data = { unit: [], time: [], x: [], z: [], y: [], counts: [], w: [] };
  for (let unit = 0; unit < units; unit++) {
    const [level, drift, size] = [normal(), normal(), 0.5 + random()];
    let error = 0;
    for (let time = 0; time < periods; time++) {
      error = 0.6 * error + size * normal();
      const [z, own] = [normal(), normal()];
      const x = drift * time * 0.3 + z + own;
      data.unit.push(unit);
      data.time.push(time);
      data.z.push(z);
      data.x.push(x);
      data.w.push(0.5 + random());
      data.y.push(effect * x + level + 0.2 * time + error);
      data.counts.push(poisson(Math.exp(0.3 * x + 0.2 * level), random));
    }
  }
  return data;
}

function poisson(mean, random) {
  let [count, product] = [0, random()];
  for (const limit = Math.exp(-mean); product > limit; count++) product *= random();
  return count;
}

/** Eight clusters that assign the regressor. */
function fewClusters(random) {
  const normal = () => normalOf(random);
  const clusters = Array.from({ length: 8 }, () => [normal(), normal()]);
  const g = Array.from({ length: 96 }, (_, row) => row % 8);
  return { g, x: g.map(c => clusters[c][0] + 0.3 * normal()), y: g.map(c => clusters[c][1] + normal()) };
}

/** Staggered adoption with effects that grow and differ between cohorts. */
function staggered(random) {
  const normal = () => normalOf(random);
  const data = { unit: [], time: [], cohort: [], y: [] };
  for (let unit = 0; unit < 60; unit++) {
    const cohort = [0, 4, 5, 7][unit % 4];
    const level = normal();
    for (let time = 0; time < 9; time++) {
      const since = cohort > 0 && time >= cohort ? time - cohort + 1 : 0;
      data.unit.push(unit);
      data.time.push(time);
      data.cohort.push(cohort);
      data.y.push(level + 0.3 * time + since * (cohort === 7 ? 2 : 1) + normal());
    }
  }
  return data;
}

/** Average effects on the treated rows, and by time since treatment averaged: what the estimators mean by "overall". */
const TREATED = (() => {
  const cells = [];
  for (const cohort of [4, 5, 7])
    for (let time = cohort; time < 9; time++)
      cells.push({ since: time - cohort, value: (time - cohort + 1) * (cohort === 7 ? 2 : 1) });
  return cells.reduce((sum, { value }) => sum + value, 0) / cells.length;
})();

const table = [];
const covers = ({ low, high }, truth) => Number(low <= truth && truth <= high);

function coverage(name, seed, draw, truth, count = rounds) {
  const random = seededRandom(seed);
  let [covered, sum, done] = [0, 0, 0];
  for (let round = 0; round < count; round++) {
    const term = draw(random);
    if (term === null) continue;
    covered += covers(term, truth);
    sum += term.estimate;
    done += 1;
  }
  const error = (100 * Math.sqrt(0.05 * 0.95)) / Math.sqrt(done);
  table.push([
    name,
    `${((100 * covered) / done).toFixed(1)} %`,
    error.toFixed(1),
    (sum / done - truth).toFixed(3),
    done,
  ]);
}

const slope = (data, formula, options, term) =>
  estimateAll(data, formula, options)[0].terms.find(one => one.term === term);

coverage(
  "least squares, two effects, clustered by 60 units",
  101,
  r => slope(panel(r, { units: 60, periods: 6 }), "y ~ x | unit + time", { vcov: "cluster:unit" }, "x"),
  1,
);
coverage(
  "the same, weighted",
  102,
  r =>
    slope(
      panel(r, { units: 60, periods: 6 }),
      "y ~ x | unit + time",
      { vcov: "cluster:unit", weights: "w" },
      "x",
    ),
  1,
);
coverage(
  "two-stage least squares",
  103,
  r =>
    slope(
      panel(r, { units: 60, periods: 6 }),
      "y ~ 1 | unit + time | x ~ z",
      { vcov: "cluster:unit" },
      "fit_x",
    ),
  1,
);
coverage(
  "Poisson, two effects",
  104,
  r =>
    slope(
      panel(r, { units: 60, periods: 6 }),
      "counts ~ x | unit + time",
      { vcov: "cluster:unit", model: "poisson" },
      "x",
    ),
  0.3,
);
coverage(
  "8 clusters: plain clustered",
  105,
  r => slope(fewClusters(r), "y ~ x", { vcov: "cluster:g" }, "x"),
  0,
);
coverage("8 clusters: CR2", 105, r => slope(fewClusters(r), "y ~ x", { vcov: "cr2:g" }, "x"), 0);
coverage("8 clusters: CR3", 105, r => slope(fewClusters(r), "y ~ x", { vcov: "cr3:g" }, "x"), 0);
coverage(
  "8 clusters: wild bootstrap, all sign vectors",
  105,
  r => {
    const [{ bootstrap }] = estimateAll(fewClusters(r), "y ~ x", {
      vcov: "cluster:g",
      bootstrap: { cluster: "g" },
    });
    return bootstrap.find(({ term }) => term === "x");
  },
  0,
  Math.ceil(rounds / 2),
);
for (const [method, name] of [
  ["callaway-santanna", "Callaway and Sant'Anna"],
  ["imputation", "Borusyak, Jaravel and Spiess"],
  ["two-stage", "Gardner"],
  ["extended-twfe", "extended two-way"],
  ["sun-abraham", "Sun and Abraham"],
  ["twfe", "two-way, which assumes that effects are alike"],
])
  coverage(
    `staggered: ${name}`,
    106,
    r => {
      const { results } = runStaggered(staggered(r), "y ~ 1 | unit + time", {
        cohort: "cohort",
        vcov: "cluster:unit",
        controls: "never",
        methods: [method],
      });
      return results[0]?.result.overall ?? null;
    },
    TREATED,
    Math.ceil(rounds / 2),
  );

console.log(
  "| what | 95 % intervals cover | simulation error, points | bias | rounds |\n|---|---|---|---|---|",
);
for (const row of table) console.log(`| ${row.join(" | ")} |`);
