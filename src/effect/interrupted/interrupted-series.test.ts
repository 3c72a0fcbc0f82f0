import { expect, test } from "vitest";
import { interruptedPicture } from "../picture/paths.ts";
import { standaloneSvg } from "../picture/svg.ts";
import { seededRandom } from "../random.ts";
import { estimateInterrupted } from "./estimate.ts";
import { interruptedSeries } from "./interrupted-series.ts";

const times = Array.from({ length: 30 }, (_, i) => 1990 + i);
const truth = (time: number) => 4 + 0.5 * (time - 2005) + (time >= 2005 ? 3 - 0.2 * (time - 2005) : 0);

test("level, trend, jump and change of trend of a series without noise are exact", () => {
  const { before, jump, trendChange } = interruptedSeries(times, times.map(truth), { date: 2005 });
  expect(before.value.estimate).toBeCloseTo(4, 9);
  expect(before.trend.estimate).toBeCloseTo(0.5, 9);
  expect(jump.estimate).toBeCloseTo(3, 9);
  expect(trendChange.estimate).toBeCloseTo(-0.2, 9);
});

test("with noise the intervals hold the truth and missing values are left out", () => {
  const random = seededRandom(4);
  const values = times.map((time, i) => (i === 3 ? Number.NaN : truth(time) + 0.4 * (random() - 0.5)));
  const { jump, n, vcov } = interruptedSeries(times, values, { date: 2005, lag: 2 });
  expect(n).toBe(29);
  expect(vcov).toBe("Newey-West, 2 lags");
  expect(jump.low).toBeLessThan(3);
  expect(jump.high).toBeGreaterThan(3);
});

test("too few times on one side are refused", () => {
  expect(() => interruptedSeries(times, times.map(truth), { date: 2018 })).toThrowError(/at least 3/);
});

test("more regressors stand beside the segments, and the earlier line is carried on without the jump", () => {
  const season = times.map(time => Math.cos(time * 2));
  const y = times.map((time, i) => truth(time) + 2 * season[i]!);
  const run = estimateInterrupted({ year: times, y, season }, "y ~ year + season", {
    date: 2005,
    vcov: "hc1",
  });
  expect(run.terms.map(({ term }) => term)).toEqual([
    "(Intercept)",
    "trend before",
    "jump",
    "change of trend",
    "season",
  ]);
  expect(run.terms[4]!.estimate).toBeCloseTo(2, 9);
  const last = run.path.at(-1)!;
  expect(last.fitted).toBeCloseTo(last.observed, 9);
  expect(last.fitted - last.counterfactual!).toBeCloseTo(3 - 0.2 * (last.time - 2005), 9);
  expect(run.path[0]!.counterfactual).toBeNull();
  expect(standaloneSvg(interruptedPicture(run)).match(/class="dot"/g)).toHaveLength(30);
});

test("a choice of errors, one outcome and one row a time are asked for", () => {
  const y = times.map(truth);
  const run = (text: string, vcov?: string) => () =>
    estimateInterrupted({ year: times, one: times.map(() => 1), y }, text, {
      date: 2005,
      ...(vcov ? { vcov } : {}),
    });
  expect(run("y ~ year")).toThrowError(/nothing is assumed/);
  expect(run("y ~ 1 | year", "nw:1")).toThrowError(/one outcome and the time/);
  expect(run("y ~ one", "nw:1")).toThrowError(/30 rows have 1 different times/);
});
