import { expect, test } from "vitest";
import { factorOf, levelCounts } from "./factor.ts";

const coded = (values: number[]) => factorOf({ kind: "number", values: Float64Array.from(values) });

test.each([
  ["a range with gaps and missing values", [7, Number.NaN, 3, 7, -2, 3, Number.NaN]],
  ["numbers that are not whole", [0.5, Number.NaN, 1e12, 0.5, -1e-12]],
  ["whole numbers far apart", [0, 4e9, -4e9, 0]],
  ["missing values alone", [Number.NaN, Number.POSITIVE_INFINITY]],
  ["the lowest beside missing values first", [Number.NaN, -2147483648, -2147483647, -2147483648]],
])("levels are the sorted distinct values: %s", (_, values) => {
  const factor = coded(values);
  const distinct = [...new Set(values.filter(Number.isFinite))].sort((a, b) => a - b);
  expect(factor.size).toBe(distinct.length);
  expect(Array.from({ length: factor.size }, (_none, level) => factor.value(level))).toEqual(distinct);
  expect([...factor.codes]).toEqual(values.map(value => distinct.indexOf(value)));
  const { counts, missing, sorted } = levelCounts(factor);
  expect([...counts]).toEqual(distinct.map(value => values.filter(one => one === value).length));
  expect(missing).toBe(values.filter(value => !Number.isFinite(value)).length);
  expect(sorted).toBe(missing === 0 && values.every((value, i) => i === 0 || value >= values[i - 1]!));
});

test("rows in order are known to be", () => {
  expect(levelCounts(coded([1, 1, 2, 5])).sorted).toBe(true);
  expect(levelCounts(coded([1, 2, 1])).sorted).toBe(false);
});
