import { describe, expect, test } from "vitest";
import { factorOf } from "../../data/factor.ts";
import { seededRandom } from "../../random.ts";
import { Absorber, type Effect } from "../absorb.ts";

const effectOf = (codes: ArrayLike<number>): Effect => ({
  name: "",
  factor: factorOf({ kind: "number", values: Float64Array.from(codes) }),
  intercept: true,
  slopes: [],
});

const random = seededRandom(9);
const n = 50_000;
const draw = (levels: number) => Int32Array.from({ length: n }, () => Math.floor(random() * levels));
const sorted = Int32Array.from({ length: n }, (_, row) => Math.floor(row / 7));
const unsorted = draw(7000);
const ring = Int32Array.from({ length: n }, (_, row) => row % 260);
const inGroup = Int32Array.from({ length: n }, (_, row) => row % 7);
const spells = Int32Array.from({ length: n }, (_, row) => (row % 7) + (Math.floor(row / 7) % 5));
const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, random));
const weights = Float64Array.from({ length: n }, () => 0.2 + random());

const largestGap = (a: Float64Array, b: Float64Array) =>
  a.reduce((most, value, row) => Math.max(most, Math.abs(value - b[row]!)), 0);

const panels: readonly (readonly [string, readonly Effect[]])[] = [
  ["one effect, rows in order", [effectOf(sorted)]],
  ["one effect, rows in no order", [effectOf(unsorted)]],
  ["two effects, rows in order", [effectOf(sorted), effectOf(draw(300))]],
  ["two effects, rows in no order", [effectOf(unsorted), effectOf(draw(300))]],
  ["three effects, a balanced panel", [effectOf(sorted), effectOf(draw(300)), effectOf(inGroup)]],
  ["three effects, groups of different years", [effectOf(sorted), effectOf(spells), effectOf(draw(300))]],
  ["three effects in a ring", [effectOf(sorted), effectOf(ring), effectOf(draw(9))]],
  ["three effects, rows in no order", [effectOf(unsorted), effectOf(draw(300)), effectOf(draw(9))]],
  ["four effects", [effectOf(unsorted), effectOf(draw(300)), effectOf(draw(9)), effectOf(draw(20))]],
];

describe.each(panels)("%s", (_, effects) => {
  test.each([
    ["equal weights", null],
    ["weights", weights],
  ])("kernels take out what the plain code takes out (%s)", (_name, w) => {
    const options = { weights: w, tolerance: 1e-12 };
    const fast = Absorber.of(effects, { ...options, fast: true }).absorb(columns);
    const plain = Absorber.of(effects, { ...options, fast: false }).absorb(columns);
    expect(fast.converged).toBe(true);
    for (const [j, column] of fast.columns.entries())
      expect(largestGap(column, plain.columns[j]!)).toBeLessThan(1e-10);
  });

  test("sums over columns that stay in the kernels' memory are those of the columns written down", () => {
    const absorber = Absorber.of(effects, { weights, tolerance: 1e-12 });
    const held = absorber.hold(columns)!;
    const written = held.columns();
    // What stood there is overwritten, and made again without a word.
    Absorber.of(effects.slice(0, 1), { fast: true }).absorb(columns);
    const gram = held.gram();
    const b = Float64Array.of(1, -0.5, 0.25);
    const mixed = Float64Array.from({ length: n }, (_, row) =>
      written.reduce((sum, column, j) => sum + b[j]! * column[row]!, 0),
    );
    const { products, squares } = held.combination(b);
    const product = (x: Float64Array, y: Float64Array) =>
      x.reduce((sum, value, row) => sum + weights[row]! * value * y[row]!, 0);
    expect(squares).toBeCloseTo(product(mixed, mixed), 7);
    for (const [i, x] of written.entries()) {
      expect(products[i]).toBeCloseTo(product(x, mixed), 7);
      for (const [j, y] of written.entries()) expect(gram[3 * i + j]).toBeCloseTo(product(x, y), 7);
    }
    for (const { factor } of effects) {
      const sums = held.groupSums(b, factor, [0, 1, 2])!;
      for (const [j, x] of written.entries()) {
        const wanted = new Float64Array(factor.size);
        for (let row = 0; row < n; row++)
          wanted[factor.codes[row]!]! += weights[row]! * x[row]! * mixed[row]!;
        expect(largestGap(sums[j]!, wanted)).toBeLessThan(1e-9);
      }
    }
  });
});

test.each(panels)("six columns solved for together are what they are pair by pair: %s", (_, effects) => {
  const six = [0, 1, 2, 3, 4, 5].map(() => Float64Array.from({ length: n }, random));
  for (const w of [null, weights]) {
    const absorber = Absorber.of(effects, { weights: w, tolerance: 1e-12 });
    const held = absorber.hold(six)!;
    expect(held.solved.converged).toBe(true);
    const written = absorber.absorb(six).columns;
    const gram = absorber.hold(six)!.gram();
    const product = (x: Float64Array, y: Float64Array) =>
      x.reduce((sum, value, row) => sum + (w?.[row] ?? 1) * value * y[row]!, 0);
    for (const [i, x] of written.entries())
      for (const [j, y] of written.entries()) expect(gram[6 * i + j]).toBeCloseTo(product(x, y), 7);
  }
});

test("sums by group of one pair of columns are taken from the rows themselves", () => {
  for (const effects of [[effectOf(sorted), effectOf(draw(300))], [effectOf(unsorted)]]) {
    for (const w of [null, weights]) {
      const held = Absorber.of(effects, { weights: w, tolerance: 1e-12 }).hold(columns.slice(0, 2))!;
      const [first, second] = held.columns();
      for (const { factor } of effects) {
        const sums = held.groupSums(Float64Array.of(1, -0.5), factor, [1])![0]!;
        const wanted = new Float64Array(factor.size);
        for (let row = 0; row < n; row++)
          wanted[factor.codes[row]!]! +=
            (w?.[row] ?? 1) * second![row]! * (first![row]! - 0.5 * second![row]!);
        expect(largestGap(sums, wanted)).toBeLessThan(1e-10);
      }
    }
  }
  const foreign = factorOf({ kind: "number", values: Float64Array.from(draw(5)) });
  const held = Absorber.of([effectOf(sorted)]).hold(columns)!;
  expect(held.groupSums(Float64Array.of(1, 0, 0), foreign, [0])).toBe(null);
});

test("one column alone, and a group larger than a block of rows", () => {
  const effects = [
    effectOf(Int32Array.from({ length: n }, (_, row) => (row < 40_000 ? 0 : row))),
    effectOf(draw(5)),
  ];
  const fast = Absorber.of(effects, { fast: true }).absorb(columns.slice(0, 1)).columns[0]!;
  const plain = Absorber.of(effects, { fast: false }).absorb(columns.slice(0, 1)).columns[0]!;
  expect(largestGap(fast, plain)).toBeLessThan(1e-10);
});

test.each([3, 4, 5, 8, 9, 12])(
  "products of sums by group are those of the sums themselves: %i columns",
  count => {
    const effects = [effectOf(sorted), effectOf(inGroup)];
    const many = Array.from({ length: count }, () => Float64Array.from({ length: n }, random));
    const mixture = Float64Array.from({ length: count }, random);
    for (const w of [null, weights]) {
      const held = Absorber.of(effects, { weights: w, tolerance: 1e-12 }).hold(many)!;
      const wanted = [1, 2, count - 1];
      const groups = effects[0]!.factor;
      const sums = held.groupSums(mixture, groups, wanted)!;
      const products = held.groupProducts(mixture, groups, wanted)!;
      for (const [i, left] of sums.entries())
        for (const [j, right] of sums.entries()) {
          const product = left.reduce((sum, value, g) => sum + value * right[g]!, 0);
          expect(products[3 * i + j]! / product).toBeCloseTo(1, 9);
        }
      expect(held.groupProducts(mixture, effects[1]!.factor, wanted)).toBe(null);
    }
  },
);
