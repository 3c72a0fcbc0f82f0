import { expect, test } from "vitest";
import { loadKernels } from "../../stats/kernels/load.ts";
import { estimateAll } from "../estimate.ts";
import { type Kernels, wasm } from "../kernels/wasm.ts";
import { seededRandom } from "../random.ts";

const random = seededRandom(21);
const n = 20_001;
const unit = Float64Array.from({ length: n }, (_, row) => Math.floor(row / 8));
const place = Float64Array.from({ length: n }, () => Math.floor(120 * random()));
const time = Float64Array.from({ length: n }, (_, row) => row % 8);
const x = Float64Array.from({ length: n }, random);
const z = Float64Array.from(x, value => value * random() + 3);
const weight = Float64Array.from({ length: n }, () => 0.5 + random());
const exposure = Float64Array.from({ length: n }, () => random());
const y = Float64Array.from(x, (value, row) => {
  const end = Math.exp(-Math.exp(0.4 * value + 0.3 * Math.sin(unit[row]!) + 0.1 * Math.cos(place[row]!)));
  let [count, product] = [0, random()];
  for (; product > end; product *= random()) count += 1;
  return count;
});
const data = { y, x, z, unit, place, time, weight, exposure };

test.each([
  ["y ~ x | unit", {}],
  ["y ~ x + z | place + unit", { weights: "weight" }],
  ["y ~ x + z | unit + place + time", { offset: "exposure" }],
  ["y ~ x + z | place", { weights: "weight", offset: "exposure" }],
])("a Poisson model that is reweighted in place is that of the plain code: %s", (formula, more) => {
  const options = { model: "poisson", vcov: "cluster:unit", ...more } as const;
  const [fast] = estimateAll(data, formula, { ...options, fast: true });
  const [plain] = estimateAll(data, formula, { ...options, fast: false });
  expect(fast!.notes).toEqual(plain!.notes);
  expect(fast!.n).toBe(plain!.n);
  for (const [j, term] of plain!.terms.entries()) {
    expect(fast!.terms[j]!.term).toBe(term.term);
    expect(fast!.terms[j]!.estimate / term.estimate).toBeCloseTo(1, 9);
    expect(fast!.terms[j]!.se / term.se).toBeCloseTo(1, 8);
  }
  for (const [name, value] of Object.entries(plain!.fit)) expect(fast!.fit[name]! / value).toBeCloseTo(1, 10);
  const [rows] = estimateAll(data, formula, { ...options, vcov: "hc1", fast: true });
  const [wanted] = estimateAll(data, formula, { ...options, vcov: "hc1", fast: false });
  expect(rows!.terms[0]!.se / wanted!.terms[0]!.se).toBeCloseTo(1, 8);
});

test("outcomes too large for sums in place are fitted all the same", () => {
  const large = { ...data, y: y.map(value => value * 1e7) };
  const options = { model: "poisson", vcov: "iid" } as const;
  const [fast] = estimateAll(large, "y ~ x | unit", { ...options, fast: true });
  const [plain] = estimateAll(data, "y ~ x | unit", { ...options, fast: false });
  expect(fast!.terms[0]!.estimate).toBeCloseTo(plain!.terms[0]!.estimate, 8);
});

test("the exponential of the kernels is that of the language to the last digits", () => {
  const { run, memory } = loadKernels<Kernels>(wasm);
  const eta = Float64Array.from({ length: 2000 }, (_, i) => (i - 1000) * 0.6 + random());
  new Float64Array(memory.buffer, 1024, 2000).set(eta);
  new Float64Array(memory.buffer, 20_480, 2000).fill(0);
  run.poissonRows(1024, 20_480, 0, 0, 2000, 40_960, 20_480, 64);
  for (const [i, value] of new Float64Array(memory.buffer, 40_960, 2000).entries())
    expect(Math.abs(value / Math.exp(eta[i]!) - 1)).toBeLessThan(1e-15);
});
