import { describe, expect, test } from "vitest";
import { logGamma } from "../../../stats/gamma.ts";
import { essMean, essQuantile, mcseQuantile, mean, quantile, rhat, variance } from "../../../stats/mcmc.ts";
import { logFactorial, random } from "../../../stats/random.ts";
import { captureTable } from "../table/table.ts";
import { oracle, oracleTable } from "../testing/oracles.ts";
import { concentrationPosterior, gainOfExchange } from "./class-sizes.ts";
import { latentClassDraws } from "./latent-class.ts";
import { MixtureLikelihood } from "./mixture-likelihood.ts";
import { sliceStep } from "./slice.ts";

const spec = oracle("undercount-lcmcr");

describe.skipIf(spec === null)("agreement with LCMCR (skipped without ../shared)", () => {
  for (const [name, data, classes, thinning] of [
    ["simulated_5_K10", "simulated_5", 10, 5],
    ["kosovo_K10", "kosovo", 10, 25],
  ] as const)
    test(`${name}: the posterior of N within four Monte Carlo errors`, { timeout: 120_000 }, () => {
      const expected = spec!.expected[name];
      const draws = latentClassDraws(oracleTable("undercount-lcmcr", data), {
        classes,
        burnin: 4000,
        draws: 2000,
        thinning,
        chains: 4,
        seed: 7,
      });
      const all = Float64Array.from(draws.flatMap(chain => [...chain]));
      const close = (value: number, error: number, wanted: { value: number; monte_carlo_se: number }) =>
        expect(Math.abs(value - wanted.value)).toBeLessThan(4 * Math.hypot(error, wanted.monte_carlo_se));
      close(mean(all), Math.sqrt(variance(all) / essMean(draws)), expected.mean);
      for (const [level, wanted] of Object.entries(expected.quantiles) as [
        string,
        { value: number; monte_carlo_se: number },
      ][]) {
        expect(essQuantile(draws, Number(level))).toBeGreaterThan(20);
        close(quantile(all, Number(level)), mcseQuantile(draws, Number(level)), wanted);
      }
    });
});

test("the gradient of the summed-out posterior is its slope", () => {
  const table = captureTable(["A", "B", "C", "D"], [0, 31, 40, 12, 25, 0, 9, 4, 60, 8, 0, 3, 11, 2, 5, 1]);
  const stream = random(5);
  const likelihood = new MixtureLikelihood(table, 2);
  likelihood.hold(
    Float64Array.from([0.3, -0.2, 0.4]),
    Float64Array.from({ length: 16 }, () => stream.uniform()),
  );
  const point = {
    odds: Float64Array.from({ length: 8 }, () => stream.normal()),
    sticks: Float64Array.from([0.5, -0.4]),
  };
  for (const part of ["odds", "sticks"] as const)
    for (let i = 0; i < point[part].length; i++) {
      const moved = (by: number) => {
        const near = { ...point, [part]: Float64Array.from(point[part]) };
        near[part][i]! += by;
        return likelihood.at(near, 0.7);
      };
      const slope = (moved(1e-5) - moved(-1e-5)) / 2e-5;
      likelihood.at(point, 0.7);
      expect(likelihood.gradient[part][i]).toBeCloseTo(slope, 3);
    }
});

test("the posterior of α falls with the classes that are empty, as the prior of the sizes has it", () => {
  // Two classes: the first stick is Beta(1, α), so that all n cases fall to the first with chance Γ(1 + n) Γ(1 + α) / Γ(1 + n + α).
  const posterior = concentrationPosterior(Float64Array.from([7, 0]), { shape: 2, rate: 3, total: 7 });
  const direct = (alpha: number) =>
    2 * Math.log(alpha) - 3 * alpha + logGamma(1 + alpha) - logGamma(8 + alpha);
  for (const alpha of [0.01, 0.5, 4])
    expect(posterior(Math.log(alpha)) - posterior(0)).toBeCloseTo(direct(alpha) - direct(1), 9);
});

test("an exchange of two classes gains what its undoing loses", () => {
  for (const [a, b] of [
    [0, 1],
    [1, 3],
    [0, 3],
  ] as const) {
    const sizes = Float64Array.from([5, 40, 0, 2]);
    const exchanged = Float64Array.from(sizes);
    [exchanged[a], exchanged[b]] = [sizes[b]!, sizes[a]!];
    const prior = (n: Float64Array) =>
      concentrationPosterior(n, { shape: 1, rate: 1, total: 47 })(Math.log(0.6)) +
      n.subarray(0, 3).reduce((sum, size) => sum + logFactorial(size), 0);
    const gain = gainOfExchange(sizes, { alpha: 0.6, a, b });
    expect(gain).toBeCloseTo(prior(exchanged) - prior(sizes), 9);
    expect(gainOfExchange(exchanged, { alpha: 0.6, a, b })).toBeCloseTo(-gain, 9);
  }
});

test("a slice sampler draws from the density that it is given", () => {
  const stream = random(3);
  let x = 5;
  const draws = Float64Array.from({ length: 20_000 }, () => {
    // The logarithm of a gamma variable of shape 3.
    x = sliceStep(at => 3 * at - Math.exp(at), x, { width: 1, stream });
    return Math.exp(x);
  });
  expect(mean(draws)).toBeCloseTo(3, 1);
  expect(variance(draws)).toBeGreaterThan(2.8);
  expect(variance(draws)).toBeLessThan(3.2);
});

test("the same seed gives the same draws, and chains agree on an easy table", () => {
  const table = captureTable(["A", "B", "C"], [0, 60, 60, 60, 60, 60, 60, 60]);
  const options = { draws: 400, burnin: 500, thinning: 5, chains: 2 };
  expect(latentClassDraws(table, options)).toEqual(latentClassDraws(table, options));
  expect(rhat(latentClassDraws(table, options))).toBeLessThan(1.1);
});
