import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { sumOfLogWeights } from "./weight-sums.ts";

test("the sum of logarithms is that of each, whatever the size of the weights", () => {
  const random = seededRandom(8);
  const sizes = [0, 0, 0, 12, -12, 140, -140, 300, -300, -320];
  const weights = Float64Array.from(
    { length: 5000 },
    (_, row) => (0.5 + random()) * 10 ** sizes[row % sizes.length]!,
  );
  const wanted = weights.reduce((sum, weight) => sum + Math.log(weight), 0);
  expect(sumOfLogWeights(weights) / wanted).toBeCloseTo(1, 12);
  expect(sumOfLogWeights(new Float64Array(0))).toBe(0);
});
