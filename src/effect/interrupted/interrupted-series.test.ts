import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
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
