import { describe, expect, test } from "vitest";
import { factorOf } from "../../data/factor.ts";
import { forgetSums, gatherSums, sumsOf } from "../../data/gathered.ts";
import { seededRandom } from "../../random.ts";
import { Absorber, type Effect } from "../absorb.ts";
import type { Held } from "./held.ts";
import { HeldStream } from "./held-stream.ts";

const random = seededRandom(21);
const n = 60_000;

const effectOf = (codes: ArrayLike<number>): Effect => ({
  name: "",
  factor: factorOf({ kind: "number", values: Float64Array.from(codes) }),
  intercept: true,
  slopes: [],
});

/** Persons of one to nine rows, each with rows of other years. */
const person: number[] = [];
const year: number[] = [];
for (let id = 0; person.length < n; id++) {
  const start = Math.floor(4 * random());
  const length = 1 + Math.floor(9 * random());
  for (let t = 0; t < length && person.length < n; t++) {
    person.push(id);
    year.push(start + t);
  }
}

const noise = () => Float64Array.from({ length: n }, () => random() - 0.5);
/** What a person always has is large beside what changes. */
const level = Float64Array.from(person, id => 1e6 + 1000 * (id % 7));
const far = level.map(value => value + random());
const ofYear = Float64Array.from({ length: n }, (_, row) => Math.sin(year[row]!) + 1e-3 * random());
const six = [noise(), far, noise(), ofYear, noise(), noise()];
/** The same without it, which subtraction gives to the last digit: plain code that iterates ends where digits of the large numbers end. */
const near = six.map(x => (x === far ? far.map((value, row) => value - level[row]!) : x));
const weights = Float64Array.from({ length: n }, () => (random() < 0.02 ? 0 : 0.2 + random()));

/** As the written columns say. */
function wantedProducts(columns: readonly Float64Array[], w: Float64Array | null): number[] {
  return columns.flatMap(x =>
    columns.map(y => x.reduce((sum, value, row) => sum + (w?.[row] ?? 1) * value * y[row]!, 0)),
  );
}

/** The largest difference of products, each beside the squares of its two columns. */
function gapOf(found: ArrayLike<number>, wanted: readonly number[]): number {
  const k = Math.sqrt(wanted.length);
  const size = (at: number) => Math.sqrt(wanted[Math.floor(at / k) * (k + 1)]! * wanted[(at % k) * (k + 1)]!);
  return wanted.reduce((most, value, at) => Math.max(most, Math.abs(found[at]! - value) / size(at)), 0);
}

const panels: readonly (readonly [string, readonly Effect[], Float64Array | null])[] = [
  ["persons", [effectOf(person)], null],
  ["persons, rows weighted", [effectOf(person)], weights],
  ["persons and years", [effectOf(person), effectOf(year)], null],
];

describe.each(panels)("columns that pass by: %s", (_, effects, w) => {
  const absorber = Absorber.of(effects, { weights: w, tolerance: 1e-13, fast: true });
  const plain = Absorber.of(effects, { weights: w, tolerance: 1e-13, fast: false });
  const held = (columns: readonly Float64Array[]): Held => {
    const found = absorber.hold(columns)!;
    expect(found).toBeInstanceOf(HeldStream);
    return found;
  };

  test.each([3, 4, 5, 6])("products of %i columns are those of the plain code", count => {
    const columns = six.slice(0, count);
    const wanted = wantedProducts(plain.absorb(near.slice(0, count)).columns, w);
    expect(gapOf(held(columns).gram(), wanted)).toBeLessThan(1e-12);
  });

  test("products of sums by group are those of the plain code, whoever used the memory meanwhile", () => {
    const mixture = Float64Array.of(1, -0.5, 0.25, 2, 0, -1);
    const written = plain.absorb(near).columns;
    const groups = effects[0]!.factor;
    const sums = written.map(() => new Float64Array(groups.size));
    for (let row = 0; row < n; row++) {
      const mixed = written.reduce((sum, x, j) => sum + mixture[j]! * x[row]!, 0) * (w?.[row] ?? 1);
      for (const [j, x] of written.entries()) sums[j]![groups.codes[row]!]! += x[row]! * mixed;
    }
    const found = held(six);
    const wanted = wantedProducts(sums, null);
    const all = [0, 1, 2, 3, 4, 5];
    // What is left of the column that the years nearly determine has three digits fewer.
    expect(gapOf(found.groupProducts(mixture, groups, all)!, wanted)).toBeLessThan(1e-11);
    Absorber.of([effectOf(year)], { fast: true }).absorb(six);
    const { squares } = found.combination(mixture);
    expect(squares / quadratic(wantedProducts(written, w), mixture)).toBeCloseTo(1, 10);
    expect(gapOf(found.groupProducts(mixture, groups, all)!, wanted)).toBeLessThan(1e-11);
    expect(found.groupProducts(mixture, effectOf(year).factor, all)).toBe(null);
  });
});

const quadratic = (matrix: readonly number[], x: Float64Array) =>
  matrix.reduce((sum, value, at) => sum + value * x[Math.floor(at / x.length)]! * x[at % x.length]!, 0);

test("a column that the second effect determines keeps the digits of what little is left", () => {
  const determined = Float64Array.from(year, (value, row) => value ** 2 + (row === 5 ? 1e-3 : 0));
  const columns = [noise(), determined, noise()];
  const effects = [effectOf(person), effectOf(year)];
  const gram = Absorber.of(effects, { fast: true }).hold(columns)!.gram();
  const written = Absorber.of(effects, { fast: false, tolerance: 1e-14 }).absorb(columns).columns;
  expect(gapOf(gram, wantedProducts(written, null))).toBeLessThan(1e-8);
});

test("sums that are awaited are noted on the way, and missing numbers with them", () => {
  const gappy = noise();
  gappy[30_001] = Number.NaN;
  for (const values of [far, gappy]) gatherSums(values);
  Absorber.of([effectOf(person)], { fast: true }).hold([noise(), far, gappy]);
  const { shift, sum, squares, missing } = sumsOf(far)!;
  const away = far.map(value => value - shift);
  expect(missing).toBe(0);
  expect(sum / away.reduce((a, b) => a + b, 0)).toBeCloseTo(1, 12);
  expect(squares / away.reduce((a, b) => a + b * b, 0)).toBeCloseTo(1, 12);
  expect(sumsOf(gappy)!.missing).toBe(1);
  forgetSums();
});

test("several rows of a group in a year, and rows in no order, are left to solves by iteration", () => {
  const twice = year.map(value => Math.floor(value / 2));
  const isStream = (effects: readonly Effect[]) =>
    Absorber.of(effects, { fast: true }).hold(six) instanceof HeldStream;
  expect(isStream([effectOf(person), effectOf(twice)])).toBe(false);
  expect(isStream([effectOf(person.toReversed())])).toBe(false);
});
