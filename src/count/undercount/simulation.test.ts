import { expect, test } from "vitest";
import { random } from "../../stats/random.ts";
import { captureTable } from "./table/table.ts";
import type { Estimate } from "./types.ts";
import { undercount } from "./undercount.ts";

/** A population in which case i is on list j with the chance given, independently. */
function simulate(size: number, chances: readonly number[], seed: number) {
  const stream = random(seed);
  const counts = new Float64Array(1 << chances.length);
  for (let i = 0; i < size; i++) {
    let set = 0;
    chances.forEach((chance, list) => {
      if (stream.uniform() < chance) set |= 1 << list;
    });
    counts[set]!++;
  }
  return captureTable(
    chances.map((_, at) => `L${at}`),
    counts,
  );
}

function coverage(chances: readonly number[], method: string, repetitions: number): number {
  let covered = 0;
  for (let seed = 1; seed <= repetitions; seed++) {
    const estimate = undercount(simulate(600, chances, seed), { methods: [method], draws: 0 })
      .estimates[0] as Estimate;
    if (estimate.low <= 600 && (estimate.high === null || estimate.high >= 600)) covered++;
  }
  return covered / repetitions;
}

/** Four standard errors below 95 % in so many repetitions; the tables in docs/explanation/undercount.md go further. */
const floor = (repetitions: number) => 0.95 - 4 * Math.sqrt((0.95 * 0.05) / repetitions);

test("where its assumptions hold, an interval at 95 % holds the true number about that often", () => {
  for (const [chances, method, repetitions] of [
    [[0.4, 0.3], "chapman", 200],
    [[0.4, 0.3], "lincoln-petersen", 200],
    [[0.4, 0.3], "profile-likelihood", 200],
    [[0.3, 0.25, 0.2, 0.3], "independence", 80],
    [[0.3, 0.25, 0.2], "decomposable-graphs", 40],
  ] as const)
    expect(coverage(chances, method, repetitions), method).toBeGreaterThan(floor(repetitions));
});

test("where lists attract each other, independence is too low and the lower bound is not above the truth", () => {
  const stream = random(3);
  const counts = new Float64Array(8);
  for (let i = 0; i < 2000; i++) {
    const easy = stream.uniform() < 0.4;
    let set = 0;
    for (let list = 0; list < 3; list++) if (stream.uniform() < (easy ? 0.6 : 0.1)) set |= 1 << list;
    counts[set]!++;
  }
  const { estimates, warnings } = undercount(captureTable(["A", "B", "C"], counts), {
    draws: 0,
    methods: ["independence", "chao-lower-bound", "heterogeneity-darroch"],
  });
  const of = (method: string) => estimates.find(estimate => estimate.method === method)!;
  expect(of("independence").high!).toBeLessThan(2000);
  expect(of("chao-lower-bound").low).toBeLessThan(2000);
  expect(of("chao-lower-bound").value).toBeGreaterThan(of("independence").value);
  expect(warnings.join()).toMatch(/cases differ/);
});

test("estimates clearly below Chao's lower bound are counted in a warning", () => {
  const stream = random(4);
  const counts = new Float64Array(16);
  for (let i = 0; i < 2000; i++) {
    const easy = stream.uniform() < 0.5;
    let set = 0;
    for (let list = 0; list < 4; list++) if (stream.uniform() < (easy ? 0.45 : 0.08)) set |= 1 << list;
    counts[set]!++;
  }
  const table = captureTable(["A", "B", "C", "D"], counts);
  const methods = ["independence", "chao-lower-bound", "sparse-stepwise", "loglinear-bic"];
  const { estimates, warnings } = undercount(table, { draws: 0, methods });
  const low = estimates.filter(
    ({ method, diagnostics }) => method !== "independence" && diagnostics["below_lower_bound"] === true,
  );
  expect(low.length).toBeGreaterThan(0);
  const proper = estimates.length - 2;
  expect(warnings.join()).toMatch(
    new RegExp(`${low.length} of ${proper} estimates lies? clearly below Chao's lower bound`),
  );
});
