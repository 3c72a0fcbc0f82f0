import { describe, expect, test } from "vitest";
import { essMean, essQuantile, mcseQuantile, mean, quantile, rhat, variance } from "../../stats/mcmc.ts";
import { latentClassDraws } from "./latent-class.ts";
import { captureTable } from "./table.ts";
import { oracle, oracleTable } from "./testing/oracles.ts";

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

test("the same seed gives the same draws, and chains agree on an easy table", () => {
  const table = captureTable(["A", "B", "C"], [0, 60, 60, 60, 60, 60, 60, 60]);
  const options = { draws: 400, burnin: 500, thinning: 5, chains: 2 };
  expect(latentClassDraws(table, options)).toEqual(latentClassDraws(table, options));
  expect(rhat(latentClassDraws(table, options))).toBeLessThan(1.1);
});
