import { expect, test } from "vitest";
import { random } from "./random.ts";

const DRAWS = 40_000;

/** Mean and variance of many draws against theory, within 5 standard errors. */
function agrees(draw: () => number, centre: number, spread: number): void {
  let sum = 0;
  let squares = 0;
  for (let i = 0; i < DRAWS; i++) {
    const x = draw() - centre;
    sum += x;
    squares += x * x;
  }
  const se = Math.sqrt(spread / DRAWS);
  expect(Math.abs(sum / DRAWS)).toBeLessThan(5 * se);
  expect(Math.abs(squares / DRAWS / spread - 1)).toBeLessThan(0.1);
}

test("the same seed gives the same stream, another seed another", () => {
  const draws = (seed: number) => {
    const stream = random(seed);
    return Array.from({ length: 5 }, () => stream.uniform());
  };
  expect(draws(1)).toEqual(draws(1));
  expect(draws(1)).not.toEqual(draws(2));
});

test("moments of every distribution are those of theory", () => {
  const r = random(11);
  agrees(() => r.uniform(), 0.5, 1 / 12);
  agrees(() => r.normal(), 0, 1);
  for (const shape of [0.3, 1, 7.5]) agrees(() => r.gamma(shape), shape, shape);
  agrees(() => r.beta(2, 5), 2 / 7, 10 / (49 * 8));
  for (const mean of [0.7, 9, 40, 3000]) agrees(() => r.poisson(mean), mean, mean);
  for (const [n, p] of [
    [20, 0.1],
    [100, 0.3],
    [5000, 0.02],
    [4000, 0.9],
  ] as const)
    agrees(() => r.binomial(n, p), n * p, n * p * (1 - p));
});

test("a binomial draw has the right distribution and not only the right moments", () => {
  const r = random(5);
  const [n, p] = [60, 0.35];
  const counts = new Float64Array(n + 1);
  for (let i = 0; i < DRAWS; i++) counts[r.binomial(n, p)]!++;
  let probability = (1 - p) ** n;
  let chi = 0;
  let cells = 0;
  for (let k = 0; k <= n; k++) {
    const expected = DRAWS * probability;
    if (expected >= 10) {
      chi += (counts[k]! - expected) ** 2 / expected;
      cells++;
    }
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  }
  expect(chi).toBeLessThan(cells + 5 * Math.sqrt(2 * cells));
});

test("a multinomial draw shares out all of n", () => {
  const counts = new Float64Array(3);
  random(3).multinomial(1000, Float64Array.of(1, 0, 3), counts);
  expect(counts[0]! + counts[2]!).toBe(1000);
  expect(counts[1]).toBe(0);
});
