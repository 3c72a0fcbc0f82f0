import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { factorOf } from "../data/factor.ts";
import { seededRandom } from "../random.ts";
import { Absorber, type Effect } from "./absorb.ts";
import { approximateCholesky, solveLaplacian } from "./approximate-cholesky.ts";

const effectOf = (codes: ArrayLike<number>, slopes: Float64Array[] = [], intercept = true): Effect => ({
  name: "",
  factor: factorOf({ kind: "number", values: Float64Array.from(codes) }),
  intercept,
  slopes,
});

/** Largest weighted sum of a residual over a level, which is 0 for a projection. */
function largestSum(column: Float64Array, effects: readonly Effect[], weights: Float64Array | null): number {
  let largest = 0;
  for (const { factor, intercept, slopes } of effects) {
    for (const multiplier of [...(intercept ? [null] : []), ...slopes]) {
      const sums = new Float64Array(factor.size);
      for (let row = 0; row < column.length; row++) {
        sums[factor.codes[row]!]! += (weights?.[row] ?? 1) * (multiplier?.[row] ?? 1) * column[row]!;
      }
      largest = Math.max(largest, ...sums.map(Math.abs));
    }
  }
  return largest;
}

describe("Absorber", () => {
  test("residuals are orthogonal to every level and slope, and what is taken out is a combination of them", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.boolean(), fc.boolean(), (seed, weighted, sloped) => {
        const random = seededRandom(seed);
        const n = 120;
        const draw = (levels: number) => Array.from({ length: n }, () => Math.floor(random() * levels));
        const slope = Float64Array.from({ length: n }, () => 2000 + 10 * random());
        const effects = [effectOf(draw(15)), effectOf(draw(8), sloped ? [slope] : []), effectOf(draw(4))];
        const weights = weighted ? Float64Array.from({ length: n }, () => 0.5 + random()) : null;
        const columns = [0, 1, 2].map(() => Float64Array.from({ length: n }, random));
        const first = Absorber.of(effects, { weights, tolerance: 1e-12 });
        const absorbed = first.absorb(columns);
        expect(absorbed.converged).toBe(true);
        for (const column of absorbed.columns)
          expect(largestSum(column, effects, weights)).toBeLessThan(1e-5);
        const again = first.absorb(absorbed.columns).columns;
        for (const [j, column] of again.entries()) {
          expect(Math.max(...column.map((v, row) => Math.abs(v - absorbed.columns[j]![row]!)))).toBeLessThan(
            1e-8,
          );
        }
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  test("a badly connected panel goes over to the strong solver and ends at the same residuals", () => {
    const n = 6000;
    const random = seededRandom(2);
    const worker = Array.from({ length: n }, (_, i) => Math.floor(i / 10));
    // Firms in a ring: the diagonal alone takes hundreds of iterations.
    const firm = Array.from({ length: n }, (_, i) => i % 260);
    const year = Array.from({ length: n }, (_, i) => i % 10);
    const effects = [effectOf(worker), effectOf(firm), effectOf(year)];
    for (const weights of [null, Float64Array.from({ length: n }, () => 0.5 + random())]) {
      const column = Float64Array.from({ length: n }, random);
      const quick = Absorber.of(effects, { weights }).absorb([column]);
      expect(quick.converged).toBe(true);
      expect(quick.iterations).toBeLessThan(80);
      expect(largestSum(quick.columns[0]!, effects, weights)).toBeLessThan(1e-6);
    }
  });
});

test("the approximate Cholesky factor of a tree is exact", () => {
  const nodes = 30;
  const random = seededRandom(6);
  const from = Int32Array.from({ length: nodes - 1 }, (_, e) => Math.floor(random() * (e + 1)));
  const to = Int32Array.from({ length: nodes - 1 }, (_, e) => e + 1);
  const weight = Float64Array.from({ length: nodes - 1 }, () => 0.1 + random());
  const x = Float64Array.from({ length: 2 * nodes }, random);
  const right = new Float64Array(2 * nodes);
  for (let e = 0; e < from.length; e++) {
    for (const c of [0, 1]) {
      const flow = weight[e]! * (x[2 * from[e]! + c]! - x[2 * to[e]! + c]!);
      right[2 * from[e]! + c]! += flow;
      right[2 * to[e]! + c]! -= flow;
    }
  }
  solveLaplacian(approximateCholesky({ nodes, from, to, weight }, random), right, 0);
  const shift = right[0]! - x[0]!;
  for (let node = 0; node < nodes; node++) expect(right[2 * node]! - x[2 * node]!).toBeCloseTo(shift, 9);
});

test("one effect alone: means of weighted, unsorted and sorted rows are taken out alike", () => {
  const codes = Int32Array.from({ length: 60 }, (_, row) => (row * 7) % 9);
  const column = Float64Array.from(codes, (code, row) => code * 3 + Math.sin(row));
  const weights = Float64Array.from(codes, (_, row) => 1 + (row % 4));
  const order = [...codes.keys()].sort((a, b) => codes[a]! - codes[b]!);
  const effectOf = (levels: Int32Array) => ({
    name: "g",
    factor: { codes: levels, size: 9, label: String, value: Number },
    intercept: true,
    slopes: [],
  });
  const sortedCodes = Int32Array.from(order, row => codes[row]!);
  for (const w of [null, weights]) {
    const taken = Absorber.of([effectOf(codes)], { weights: w }).absorb([column]).columns[0]!;
    const sorted = Absorber.of([effectOf(sortedCodes)], {
      weights: w === null ? null : Float64Array.from(order, row => w[row]!),
    }).absorb([Float64Array.from(order, row => column[row]!)]).columns[0]!;
    for (const [place, row] of order.entries()) expect(taken[row]).toBeCloseTo(sorted[place]!, 12);
    for (let level = 0; level < 9; level++)
      expect(
        taken.reduce((sum, value, row) => sum + (codes[row] === level ? value * (w?.[row] ?? 1) : 0), 0),
      ).toBeCloseTo(0, 10);
  }
});
