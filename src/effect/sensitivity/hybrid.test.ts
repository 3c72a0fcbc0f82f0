import { expect, test } from "vitest";
import { random } from "../../stats/index.ts";
import { supremum } from "../staggered/window.ts";
import { keptUnder, relativeMagnitudesInterval } from "./relative-magnitudes.ts";
import { sensitivityOf } from "./report.ts";
import { Programme } from "./simplex.ts";

test("a linear programme is solved, and solved again from where the last one ended", () => {
  // x1 + x2 + x3 = 1, x1 - x2 = 0: along x3 from 1 to x1 = x2 = 1/2.
  const programme = new Programme([Float64Array.of(1, 1, 1), Float64Array.of(1, -1, 0)], [1, 0]);
  expect(programme.maximize([1, 2, 1]).value).toBeCloseTo(1.5, 12);
  expect(Array.from(programme.maximize([0, 0, 4]).x)).toEqual([0, 0, 1]);
  expect(programme.maximize([3, 3, 1]).value).toBeCloseTo(3, 12);
  expect(() => new Programme([Float64Array.of(1, 1), Float64Array.of(1, 1)], [1, 2])).toThrowError(
    RangeError,
  );
});

test("sets that allow for other trends cover when trends do differ, and grow with what is allowed", () => {
  const stream = random(12);
  const sd = 0.3;
  // The trend rises by 0.4 a period throughout; the effect is 1 in both periods.
  const trend = [-0.8, -0.4, 0.4, 0.8];
  const sigma = Float64Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? sd * sd : 0.3 * sd * sd));
  let [covered, ordinary] = [0, 0];
  const rounds = 120;
  for (let round = 0; round < rounds; round++) {
    const common = stream.normal() * Math.sqrt(0.3);
    const beta = Float64Array.from(
      trend,
      (value, i) => value + (i > 1 ? 1 : 0) + sd * (common + Math.sqrt(0.7) * stream.normal()),
    );
    const study = { beta, sigma, pre: 2 };
    covered += Number(keptUnder(study, [0.5, 0.5], { Mbar: 1, value: 1, draws: 200 }));
    ordinary += Number(keptUnder(study, [0.5, 0.5], { Mbar: 0, value: 1, draws: 200 }));
  }
  expect(covered / rounds).toBeGreaterThan(0.93);
  expect(ordinary / rounds).toBeLessThan(0.7);
  const study = { beta: Float64Array.from(trend, (value, i) => value + Number(i > 1)), sigma, pre: 2 };
  const widths = [0.5, 1, 2].map(Mbar => {
    const { low, high } = relativeMagnitudesInterval(study, [0.5, 0.5], { Mbar, draws: 200 });
    return high - low;
  });
  expect(widths[0]!).toBeLessThan(widths[1]!);
  expect(widths[1]!).toBeLessThan(widths[2]!);
});

test("sensitivity needs estimates without a gap up to the reference, and finds where a clear effect breaks down", () => {
  const at = [-4, -3, -2, 0, 1];
  const sigma = Float64Array.from({ length: 25 }, (_, cell) => (cell % 6 === 0 ? 0.01 : 0));
  const found = sensitivityOf({ at, beta: Float64Array.of(0.1, -0.1, 0.05, 1, 1.1), sigma })!;
  expect(found.before).toEqual([-4, -2]);
  expect(found.periods).toEqual([0, 1]);
  expect(found.estimate).toBeCloseTo(1.05, 12);
  expect(found.breakdown).toBeGreaterThan(0.5);
  expect(found.breakdown).toBeLessThan(4);
  expect(
    sensitivityOf({ at: [-4, -3, 0], beta: Float64Array.of(0, 0, 1), sigma: sigma.slice(0, 9) }),
  ).toBeNull();
  expect(
    sensitivityOf({ at: [-2, -1, 0], beta: Float64Array.of(0, 0, 1), sigma: sigma.slice(0, 9) }),
  ).toBeNull();
});

test("the simultaneous critical value is that of one normal for one estimate and larger for several", () => {
  const options = { draws: 20_000, seed: 3, level: 0.95 };
  expect(supremum(Float64Array.of(4), options)).toBeCloseTo(1.96, 1);
  const three = Float64Array.of(1, 0, 0, 0, 1, 0, 0, 0, 1);
  expect(supremum(three, options)).toBeCloseTo(2.388, 1);
  expect(supremum(new Float64Array(9).fill(1), options)).toBeCloseTo(1.96, 1);
});
