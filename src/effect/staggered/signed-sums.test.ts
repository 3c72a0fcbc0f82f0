import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { signedSums } from "./signed-sums.ts";

test("signed sums have mean 0 and the squares of the influences as variances and covariances", () => {
  const random = seededRandom(2);
  const n = 37;
  const a = Float64Array.from({ length: n }, () => random());
  const b = Float64Array.from({ length: n }, (_, unit) => (unit % 3 === 0 ? random() : 0));
  const draws = 40_000;
  const [x, y] = signedSums([[a], [b]], draws, seededRandom(4));
  const mean = (values: (draw: number) => number) => {
    let sum = 0;
    for (let draw = 0; draw < draws; draw++) sum += values(draw);
    return sum / draws;
  };
  const product = (u: Float64Array, v: Float64Array) => u.reduce((sum, value, i) => sum + value * v[i]!, 0);
  expect(Math.abs(mean(draw => x![draw]!))).toBeLessThan((4 * Math.sqrt(product(a, a))) / Math.sqrt(draws));
  expect(mean(draw => x![draw]! ** 2) / product(a, a)).toBeCloseTo(1, 1);
  expect(mean(draw => y![draw]! ** 2) / product(b, b)).toBeCloseTo(1, 1);
  expect(mean(draw => x![draw]! * y![draw]!) / product(a, b)).toBeCloseTo(1, 1);
  const largest = a.reduce((sum, value) => sum + value, 0);
  expect(Math.max(...x!)).toBeLessThanOrEqual(largest + 1e-12);
});

test("signed sums of lists that miss some cohorts are the same as of lists with zeros there", () => {
  const random = seededRandom(6);
  const sizes = [5, 70, 2100];
  const lists = [0, 1, 2].map(() => sizes.map(length => Float64Array.from({ length }, random)));
  const sparse = lists.map((list, j) => list.map((values, c) => (c === j ? null : values)));
  const full = sparse.map(list => list.map((values, c) => values ?? new Float64Array(sizes[c]!)));
  const [found, wanted] = [sparse, full].map(influences => signedSums(influences, 50, seededRandom(7)));
  for (const [j, values] of found!.entries())
    for (const [draw, value] of values.entries()) expect(value).toBeCloseTo(wanted![j]![draw]!, 10);
});
