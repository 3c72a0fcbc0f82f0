// Coverage of the undercount methods on simulated populations of known size, as the Markdown table of docs/explanation/undercount.md.
//   npm run build && node bench/undercount/coverage.mjs [repetitions] [of them with latent classes] [METHOD,... only these rows]
// The rows of closed forms and searches take minutes for 2,000 repetitions, a bootstrap a second for each population, a latent class two.
// A share p of n intervals has the Monte Carlo error sqrt(p (1 - p) / n). One scenario a line of SCENARIOS; seeds are fixed, so that the table comes out the same.
import { captureTable, undercount } from "../../dist/count/index.js";
import { random } from "../../dist/stats/index.js";

const REPETITIONS = Number(process.argv[2] ?? 80);
const WITH_LATENT = Number(process.argv[3] ?? 40);
const DRAWS = 200;
const BASE = [0.3, 0.25, 0.2, 0.35];

/** `chance(stream)` gives, for one case, the probability of each list given the lists before it: (list, reported so far) => p. */
const SCENARIOS = [
  { name: "independent, N = 1000", size: 1000, chance: () => list => BASE[list] },
  { name: "independent, N = 100", size: 100, chance: () => list => BASE[list] },
  {
    name: "one pair attracts",
    size: 1000,
    chance: () => (list, set) => shift(BASE[list], list === 1 && set & 1 ? 1.2 : 0),
  },
  {
    name: "one pair repels",
    size: 1000,
    chance: () => (list, set) => shift(BASE[list], list === 1 && set & 1 ? -1.2 : 0),
  },
  {
    name: "two pairs attract",
    size: 1000,
    chance: () => (list, set) =>
      shift(BASE[list], (list === 1 && set & 1) || (list === 3 && set & 4) ? 1.2 : 0),
  },
  {
    name: "two classes of cases",
    size: 1000,
    chance: stream => {
      const hard = stream.uniform() < 0.5;
      return list => (hard ? 0.35 : 1.7) * BASE[list];
    },
  },
  {
    name: "every case differs (logit sd 1)",
    size: 1000,
    chance: stream => {
      const z = stream.normal();
      return list => shift(BASE[list], z);
    },
  },
  { name: "sparse lists, N = 1000", size: 1000, chance: () => list => 0.3 * BASE[list] },
];

function shift(p, logit) {
  const odds = (p / (1 - p)) * Math.exp(logit);
  return odds / (1 + odds);
}

function simulate({ size, chance }, stream) {
  const counts = new Float64Array(1 << BASE.length);
  for (let i = 0; i < size; i++) {
    const probability = chance(stream);
    let set = 0;
    for (let list = 0; list < BASE.length; list++)
      if (stream.uniform() < probability(list, set)) set |= 1 << list;
    counts[set]++;
  }
  return captureTable(["A", "B", "C", "D"], counts);
}

const ALL = [
  "chao-lower-bound",
  "independence",
  "loglinear-bic",
  "loglinear-aic",
  "loglinear-average-bic",
  "loglinear-average-aic",
  "loglinear-bootstrap",
  "sparse-stepwise",
  "decomposable-graphs",
  "latent-class",
  "heterogeneity-poisson2",
  "heterogeneity-darroch",
  "heterogeneity-gamma",
];
const ONLY = process.argv[4]?.split(",");
const METHODS = ONLY ? ALL.filter(method => ONLY.includes(method)) : ALL;

function measure(scenario, index) {
  const found = new Map(METHODS.map(method => [method, { tried: 0, covered: 0, values: [], refused: 0 }]));
  for (let repetition = 0; repetition < REPETITIONS; repetition++) {
    const table = simulate(scenario, random(1000 * (index + 1) + repetition));
    const methods = repetition < WITH_LATENT ? METHODS : METHODS.filter(method => method !== "latent-class");
    const { estimates, refused } = undercount(table, { draws: DRAWS, seed: repetition + 1, methods });
    for (const { method, value, low, high, diagnostics } of estimates) {
      const into = found.get(method);
      into.tried++;
      into.values.push(value / scenario.size);
      const bound = diagnostics.lower_bound === true;
      // A lower bound is right where it lies, with its interval, not wholly above the truth.
      if (low <= scenario.size && (bound || high === null || high >= scenario.size)) into.covered++;
    }
    for (const { method } of refused) found.get(method).refused++;
  }
  return found;
}

const median = values => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const results = SCENARIOS.map((scenario, index) => {
  const result = measure(scenario, index);
  console.error(`${scenario.name} done`);
  return result;
});
console.log(`| method | populations | ${SCENARIOS.map(({ name }) => name).join(" | ")} |`);
console.log(`|---|---|${SCENARIOS.map(() => "---").join("|")}|`);
for (const method of METHODS) {
  const cells = results.map(result => {
    const { tried, covered, values, refused } = result.get(method);
    if (tried === 0) return "refused";
    const share = `${Math.round((100 * covered) / tried)} % · ${median(values).toFixed(2)}`;
    return refused > 0 ? `${share} · ${Math.round((100 * refused) / (tried + refused))} % refused` : share;
  });
  const populations = method === "latent-class" ? Math.min(WITH_LATENT, REPETITIONS) : REPETITIONS;
  console.log(`| ${method} | ${populations} | ${cells.join(" | ")} |`);
}
