import { expect, test } from "vitest";
import { loadKernels } from "../../stats/kernels/load.ts";
import { estimateAll } from "../estimate.ts";
import { exponentialTables } from "../kernels/exponential.ts";
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

test("many regressors, one of them determined by the others, and outcomes of very different size", () => {
  const more = [1, 2, 3, 4].map(j => x.map((value, row) => Math.sin(j * row + value)));
  const skew = y.map((value, row) => value * Math.exp(6 * Math.sin(unit[row]! / 9)));
  const wide = {
    ...data,
    skew,
    a: more[0]!,
    b: more[1]!,
    c: more[2]!,
    d: more[3]!,
    twice: x.map(v => 2 * v - 1e3),
  };
  const options = { model: "poisson", vcov: "cluster:place" } as const;
  for (const formula of [
    "y ~ x + a + b + twice + c + d | unit + place",
    "skew ~ x + a + b | place + time",
    "skew ~ a + x + b + c | unit",
  ]) {
    const [fast] = estimateAll(wide, formula, { ...options, fast: true });
    const [plain] = estimateAll(wide, formula, { ...options, fast: false });
    expect(fast!.collinear).toEqual(plain!.collinear);
    expect(fast!.terms.map(({ term }) => term)).toEqual(plain!.terms.map(({ term }) => term));
    for (const [j, { estimate, se }] of plain!.terms.entries()) {
      expect(Math.abs(fast!.terms[j]!.estimate - estimate)).toBeLessThan(1e-8 * se);
      expect(fast!.terms[j]!.se / se).toBeCloseTo(1, 7);
    }
  }
});

test("rows whose zero outcome is predicted perfectly are found by kernels as by the plain code", () => {
  // 1 in some rows without outcome only, and a part of the time the only one of its place.
  const flag = Float64Array.from(y, (value, row) => (value === 0 && row % 11 === 0 ? 1 : 0));
  for (const formula of ["y ~ x + flag | unit", "y ~ flag + x | place + time"]) {
    const options = { model: "poisson", vcov: "iid" } as const;
    const [fast] = estimateAll({ ...data, flag }, formula, { ...options, fast: true });
    const [plain] = estimateAll({ ...data, flag }, formula, { ...options, fast: false });
    expect(fast!.dropped).toEqual(plain!.dropped);
    expect(fast!.dropped.some(({ reason }) => reason.startsWith("separated"))).toBe(true);
    expect(fast!.n).toBe(plain!.n);
    expect(fast!.terms[0]!.estimate).toBeCloseTo(plain!.terms[0]!.estimate, 8);
  }
});

test("outcomes too large for sums in place are fitted all the same", () => {
  const large = { ...data, y: y.map(value => value * 1e7) };
  const options = { model: "poisson", vcov: "iid" } as const;
  const [fast] = estimateAll(large, "y ~ x | unit", { ...options, fast: true });
  const [plain] = estimateAll(data, "y ~ x | unit", { ...options, fast: false });
  expect(fast!.terms[0]!.estimate).toBeCloseTo(plain!.terms[0]!.estimate, 8);
});

test("exponential and logarithm of the kernels are those of the language to the last digits", () => {
  const { run, memory } = loadKernels<Kernels>(wasm);
  const eta = Float64Array.from({ length: 2000 }, (_, i) => (i - 1000) * 0.6 + random());
  const list = (at: number) => new Float64Array(memory.buffer, at, 2000);
  list(1024).set(eta);
  const tables = exponentialTables();
  new Float64Array(memory.buffer, 20_480, tables.length).set(tables);
  run.exponentials(1024, 2000, 20_480, 40_960);
  for (const [i, value] of list(40_960).entries())
    expect(Math.abs(value / Math.exp(eta[i]!) - 1)).toBeLessThan(2 * Number.EPSILON);
  // Near 1 too, where a logarithm must keep its relative digits.
  list(1024).set(eta.map((value, i) => (i % 2 === 0 ? Math.exp(value) : 1 + value * 1e-8)));
  run.logarithms(1024, 2000, 20_480);
  for (const [i, value] of list(20_480).entries())
    expect(Math.abs(value / Math.log(list(1024)[i]!) - 1)).toBeLessThan(1e-15);
});

test("a node that stands alone takes the step that makes its means its outcomes", () => {
  const { run, memory } = loadKernels<Kernels>(wasm);
  const pairs = new Float64Array(memory.buffer, 64, 8);
  pairs.set([30, 5, -0.5, 5, 1e-7, 5, -0.95, 5]);
  run.ownSteps(64, 4);
  for (const [i, wanted] of [Math.log(31), Math.log(0.5), Math.log1p(1e-7), -0.95].entries())
    expect(pairs[2 * i]).toBeCloseTo(wanted, 14);
  // What belongs to the regressor stays.
  expect([1, 3, 5, 7].map(i => pairs[i])).toEqual([5, 5, 5, 5]);
});

test("effects far from each other, in rows in no order, with gaps, weights and units alone, are fitted as by the plain code", () => {
  const order = Array.from({ length: n }, (_, row) => row).sort((a, b) => Math.sin(a) - Math.sin(b));
  const far = y.map(
    (value, row) => value * Math.round(Math.exp(4 * Math.sin(place[row]! * place[row]!)) + 0.4),
  );
  const mixed = (values: Float64Array) => Float64Array.from(order, row => values[row]!);
  const shuffled = {
    y: mixed(far).map((value, row) => (row % 97 === 0 ? Number.NaN : value)),
    x: mixed(x).map((value, row) => (row % 89 === 0 ? Number.NaN : value)),
    unit: mixed(unit.map((value, row) => (row % 501 === 0 ? -row - 1 : value))),
    ...{ place: mixed(place), time: mixed(time), weight: mixed(weight) },
  };
  for (const formula of ["y ~ x | unit + place", "y ~ x | unit + place + time"]) {
    const options = { model: "poisson", vcov: "cluster:unit", weights: "weight" } as const;
    const [fast] = estimateAll(shuffled, formula, { ...options, fast: true });
    const [plain] = estimateAll(shuffled, formula, { ...options, fast: false });
    expect(fast!.dropped).toEqual(plain!.dropped);
    expect(fast!.dropped.length).toBeGreaterThan(2);
    expect(Math.abs(fast!.terms[0]!.estimate - plain!.terms[0]!.estimate)).toBeLessThan(
      1e-8 * plain!.terms[0]!.se,
    );
    expect(fast!.terms[0]!.se / plain!.terms[0]!.se).toBeCloseTo(1, 8);
  }
});
