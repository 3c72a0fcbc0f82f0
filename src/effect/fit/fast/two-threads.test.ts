import { expect, test } from "vitest";
import { estimateAll } from "../../estimate.ts";
import { startSecondThread } from "../../kernels/side-by-side.ts";
import { seededRandom } from "../../random.ts";
import { SPLIT_ROWS } from "./base-order.ts";

const random = seededRandom(4);
// Poisson models leave units without outcomes out.
const n = Math.round(1.1 * SPLIT_ROWS) + 7;
const list = (make: (row: number) => number) => Float64Array.from({ length: n }, (_, row) => make(row));
const data = {
  unit: list(row => Math.floor(row / 8)),
  shuffled: list(() => Math.floor(random() * 20_000)),
  firm: list(() => Math.floor(random() * 900)),
  ring: list(row => row % 900),
  year: list(row => row % 8),
  team: list(() => Math.floor(random() * 50)),
  ...Object.fromEntries(["x1", "x2", "x3", "x4", "y"].map(name => [name, list(() => random())])),
  count: list(() => Math.floor(3 * random())),
};

const models = [
  ["ols", "y ~ x1 | unit"],
  ["ols", "y ~ x1 | unit + firm"],
  ["ols", "y ~ x1 | shuffled + firm + year"],
  ["ols", "y ~ x1 + x2 + x3 + x4 | unit + firm + year"],
  ["ols", "y ~ x1 + x2 | unit + ring"],
  ["ols", "y ~ x1 + x2 + x3 | unit", "cluster:unit"],
  ["ols", "y ~ x1 + x2 + x3 + x4 | unit + year", "cluster:unit"],
  ["ols", "y ~ x1 | unit + firm + year + team"],
  ["poisson", "count ~ x1 | unit + firm + year"],
  ["poisson", "count ~ x1 + x2 + x3 | shuffled + firm"],
] as const;

const resultOf = (model: "ols" | "poisson", formula: string, threads: number, vcov = "cluster:year") =>
  estimateAll(data, formula, { vcov, model, threads }).map(({ terms, fit }) => ({
    terms,
    fit,
  }));

test.each(models)(
  "two threads say what one says, to the last digit: %s %s",
  async (model, formula, vcov = undefined) => {
    const alone = resultOf(model, formula, 1, vcov);
    const second = await startSecondThread();
    const before = second.shared;
    expect(resultOf(model, formula, 2, vcov)).toEqual(alone);
    expect(second.shared).toBeGreaterThan(before);
  },
);

test("what a caller throws while two threads work ends the estimate, and the next one is right", async () => {
  const alone = resultOf("ols", "y ~ x1 | unit + firm", 1);
  await startSecondThread();
  let steps = 0;
  const run = () =>
    estimateAll(data, "y ~ x1 | unit + firm", {
      vcov: "iid",
      threads: 2,
      // Every look at the clock is a second later, so that each iteration is told of.
      clock: () => 1000 * steps++,
      onProgress: ({ what }) => {
        if (what.includes("iteration")) throw new Error("enough");
      },
    });
  expect(run).toThrowError("enough");
  expect(resultOf("ols", "y ~ x1 | unit + firm", 2)).toEqual(alone);
});
