import { expect, test } from "vitest";
import { factsOf, forgetFacts } from "../data/facts.ts";
import { forgetSums, gatherSums, sumsOf } from "../data/gathered.ts";
import { estimateAll } from "../estimate.ts";
import { Absorber } from "../fit/absorb.ts";
import { seededRandom } from "../random.ts";

const random = seededRandom(5);
const n = 30_000;
const list = (make: (row: number) => number) => Float64Array.from({ length: n }, (_, row) => make(row));
const unit = list(row => Math.floor(row / 6));
const order = Array.from({ length: n }, (_, row) => row).sort((a, b) => Math.sin(a) - Math.sin(b));
const data = {
  ...{ unit, shuffled: Float64Array.from(order, row => unit[row]!) },
  ...{ firm: list(() => Math.floor(90 * random())), year: list(row => row % 6), team: list(row => row % 11) },
  ...{ y: list(random), x1: list(random), x2: list(random), x3: list(random), x4: list(random) },
  weight: list(() => 0.5 + random()),
};

const holed = (values: Float64Array, row: number, value: number): Float64Array => {
  const copy = values.slice();
  copy[row] = value;
  return copy;
};

test.each([
  ["y ~ x1 | unit", {}],
  ["y ~ x1 | unit + firm", {}],
  ["y ~ x1 | shuffled + firm + year", {}],
  ["y ~ x1 + x2 + x3 + x4 | unit", {}],
  ["y ~ x1 + x2 + x3 + x4 | unit + firm", { weights: "weight" }],
  ["y ~ x1 + x2 + x3 + x4 | shuffled + firm + year", {}],
  ["y ~ x1 + x2 | unit + firm + year + team", {}],
])("rows without a value far from either end of a column are left out and counted: %s", (formula, more) => {
  const gaps = {
    ...data,
    y: holed(data.y, 17_000, Number.NaN),
    x1: holed(holed(data.x1, 12_345, Number.POSITIVE_INFINITY), 17_000, Number.NaN),
  };
  const options = { vcov: "cluster:firm", ...more } as const;
  const [fast] = estimateAll(gaps, formula, { ...options, fast: true });
  const [plain] = estimateAll(gaps, formula, { ...options, fast: false });
  expect(fast!.dropped).toEqual([
    { reason: "no value of y", rows: 1 },
    { reason: "no value of x1", rows: 1 },
  ]);
  expect(fast!.n).toBe(n - 2);
  expect(fast!.notes).toEqual(plain!.notes);
  for (const [j, { estimate, se }] of plain!.terms.entries()) {
    expect(Math.abs(fast!.terms[j]!.estimate - estimate)).toBeLessThan(1e-8 * se);
    expect(fast!.terms[j]!.se / se).toBeCloseTo(1, 8);
  }
});

test("a column without a value in any row but its ends is refused with its reason", () => {
  const empty = {
    ...data,
    x1: data.x1.map((value, row) => (row > 3000 && row < n - 3000 ? Number.NaN : value)),
  };
  const [kept] = estimateAll(empty, "y ~ x1 | unit", { vcov: "cluster:unit" });
  expect(kept!.dropped[0]).toEqual({ reason: "no value of x1", rows: n - 6001 });
  const none = () => estimateAll(empty, "y ~ x1 | unit", { vcov: "cluster:unit", subset: "x1 > 2" });
  expect(none).toThrow(/no row is left to estimate from/);
});

test.each(["unit", "shuffled"] as const)(
  "what a solve notes of its columns is what a look through them shows: %s",
  base => {
    const values = holed(data.x1, 20_001, 1e9);
    forgetFacts();
    forgetSums();
    const wanted = factsOf(values.slice())!;
    expect(gatherSums(values)).toBe(true);
    const codes = Int32Array.from(data[base]);
    const factor = { codes, size: n / 6, label: String, value: Number };
    Absorber.of([{ name: base, factor, intercept: true, slopes: [] }], { fast: true })
      .hold([data.y, values])!
      .gram();
    // Known by now: nothing is left to take note of.
    expect(gatherSums(values)).toBe(false);
    const found = sumsOf(values)!;
    expect([found.shift, found.missing]).toEqual([wanted.shift, wanted.missing]);
    expect(found.sum / wanted.sum).toBeCloseTo(1, 12);
    expect(found.squares / wanted.squares).toBeCloseTo(1, 12);
  },
);
