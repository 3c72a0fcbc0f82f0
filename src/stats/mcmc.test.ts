import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import * as m from "./mcmc.ts";
import { random } from "./random.ts";

const ORACLE = new URL("../../../shared/oracles/mcmc-diagnostics/", import.meta.url);
const here = existsSync(ORACLE);

/** The oracle's tolerance; with ties the quantile that cuts them is a matter of rounding. */
const TOLERANCE = 1e-6;
const TIES = 1e-4;

describe.skipIf(!here)("agreement with the R package posterior (skipped without ../shared)", () => {
  const expected = here ? JSON.parse(readFileSync(new URL("expected.json", ORACLE), "utf8")) : {};
  const measures: Record<string, (chains: m.Chains) => number> = {
    rhat: m.rhat,
    rhat_basic: m.rhatBasic,
    ess_bulk: m.essBulk,
    ess_tail: m.essTail,
    ess_basic: m.essMean,
    ess_mean: m.essMean,
    ess_sd: m.essSd,
    ess_median: chains => m.essQuantile(chains, 0.5),
    mcse_mean: m.mcseMean,
    mcse_sd: m.mcseSd,
    mcse_median: chains => m.mcseQuantile(chains, 0.5),
    mcse_q05: chains => m.mcseQuantile(chains, 0.05),
    mcse_q95: chains => m.mcseQuantile(chains, 0.95),
  };
  for (const [name, values] of Object.entries(expected) as [string, Record<string, number>][]) {
    test(`${name}: R-hat, effective sizes and Monte Carlo errors`, () => {
      const chains = read(name);
      const wrong: string[] = [];
      const check = (key: string, actual: number, wanted: number) => {
        const tolerance = name === "discrete" ? TIES : TOLERANCE;
        if (!(Math.abs(actual - wanted) <= tolerance * Math.abs(wanted)))
          wrong.push(`${key}: ${actual} for ${wanted}`);
      };
      for (const [key, measure] of Object.entries(measures)) check(key, measure(chains), values[key]!);
      const single = values["single_chain"] as unknown as Record<string, number>;
      const one = [chains[0]!];
      check("single rhat", m.rhat(one), single["rhat"]!);
      check("single ess_bulk", m.essBulk(one), single["ess_bulk"]!);
      check("single ess_tail", m.essTail(one), single["ess_tail"]!);
      expect(wrong).toEqual([]);
    });
  }
});

function read(name: string): Float64Array[] {
  const rows = readFileSync(new URL(`${name}.csv`, ORACLE), "utf8")
    .trim()
    .split("\n")
    .slice(1);
  const table = rows.map(row => row.split(",").map(Number));
  return table[0]!.map((_, chain) => Float64Array.from(table, row => row[chain]!));
}

test("independent draws have an effective size near their number and an R-hat near 1", () => {
  const chains = [1, 2].map(seed => {
    const stream = random(seed);
    return Float64Array.from({ length: 500 }, () => stream.normal());
  });
  expect(m.rhat(chains)).toBeLessThan(1.02);
  expect(m.essBulk(chains)).toBeGreaterThan(700);
});

test("chains that disagree are told by their R-hat", () => {
  const chains = [1, 2].map(seed => {
    const stream = random(seed);
    return Float64Array.from({ length: 500 }, () => stream.normal() + 2 * seed);
  });
  expect(m.rhat(chains)).toBeGreaterThan(1.4);
});
