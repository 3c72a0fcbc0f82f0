import { expect, test } from "vitest";
import { variationOf } from "../fit/variation.ts";
import { seededRandom } from "../random.ts";
import { factorOf, takeFactor } from "./factor.ts";
import { factsOf } from "./facts.ts";
import { fastCodes } from "./fast-codes.ts";
import { levelCounts } from "./level-counts.ts";
import { plainCodes } from "./plain-codes.ts";
import { flaggedRows } from "./runs.ts";
import { rowsOf, unwrittenOf } from "./unwritten.ts";

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

const random = seededRandom(11);
const many = (draw: (row: number) => number) => Float64Array.from({ length: 20_000 }, (_, row) => draw(row));

test.each([
  ["whole numbers in order", many(row => Math.floor(row / 3) - 50)],
  ["numbers of any kind in order", many(row => Math.floor(row / 3) ** 3 / 7 - 1e9)],
  ["whole numbers in order but for the last", many(row => (row === 19_999 ? 0 : row))],
  ["whole numbers in a range wider than the rows", many(() => Math.floor(70_000 * random()))],
  ["whole numbers of which a lower one comes late", many(row => (row === 15_000 ? -7 : row % 90))],
  ["whole numbers with a fraction late", many(row => (row === 15_000 ? 0.5 : row % 90))],
  ["whole numbers with a far one late", many(row => (row === 15_000 ? 1e9 : row % 90))],
  [
    "whole numbers with missing ones late",
    many(row => (row > 15_000 && row % 7 === 0 ? Number.NaN : row % 90)),
  ],
  ["missing numbers alone at first", many(row => (row < 9000 ? Number.NaN : row % 90))],
  ["whole numbers with gaps", many(() => 2 * Math.floor(300 * random()))],
  [
    "whole numbers and missing values",
    many(() => (random() < 0.1 ? Number.NaN : Math.floor(300 * random()))),
  ],
  ["few hashes", many(() => Math.floor(40 * random()) * 2 ** 40 + 0.5)],
  ["hashes, nearly all distinct", many(() => random() * 1e300)],
  ["zeros of both signs, infinities and hashes", many(row => [0, -0, 1 / 0, 1e15 * random()][row % 4]!)],
  ["missing values alone", many(() => Number.NaN)],
  ["one value", many(() => 1e200)],
  ["whole numbers beyond 32 bits, in a small range", many(() => 2 ** 45 + Math.floor(9 * random()))],
])("large columns are coded as small ones: %s", (_, values) => {
  const fast = fastCodes(values)!;
  const plain = plainCodes(values);
  expect(fast.size).toBe(plain.size);
  expect(fast.codes).toEqual(plain.codes);
  expect(levelCounts(fast)).toEqual(levelCounts(plain));
  for (let level = 0; level < fast.size; level += 7) {
    expect(fast.value(level)).toBe(plain.value(level));
    expect(fast.label(level)).toBe(plain.label(level));
  }
});

test("facts of a column are those of its finite numbers", () => {
  const values = many(row => (row % 100 === 3 ? Number.NaN : row % 1000 === 7 ? -1 / 0 : 1e6 + random()));
  const finite = values.filter(Number.isFinite);
  const facts = factsOf(values)!;
  expect(facts).toMatchObject({ missing: values.length - finite.length, whole: false });
  expect(facts.low).toBe(finite.reduce((a, b) => Math.min(a, b)));
  expect(facts.high).toBe(finite.reduce((a, b) => Math.max(a, b)));
  expect(facts.sum).toBeCloseTo(
    finite.reduce((sum, value) => sum + value - facts.shift, 0),
    6,
  );
  const kept = Float64Array.from(finite);
  const plain = variationOf(kept, null);
  factsOf(kept);
  expect(variationOf(kept, null) / plain).toBeCloseTo(1, 12);
});

test("a factor in order is in order on some of its rows, without the levels that are gone", () => {
  const values = many(row => Math.floor(row / 7) / 3);
  const factor = fastCodes(values)!;
  const rows = flaggedRows(Uint8Array.from(values, (_, row) => Number(row % 70 > 9 && row % 5 !== 3)));
  const own = takeFactor(factor, rows);
  const plain = plainCodes(Float64Array.from(rows, row => values[row]!));
  expect(own.size).toBeLessThan(factor.size);
  expect(own.size).toBe(plain.size);
  expect(own.codes).toEqual(plain.codes);
  expect(levelCounts(own)).toEqual(levelCounts(plain));
  for (let level = 0; level < own.size; level += 11) expect(own.label(level)).toBe(plain.label(level));
  // Rows may be asked for in another order.
  const backwards = takeFactor(factor, rows.toReversed());
  expect(backwards.codes).toEqual(plain.codes.toReversed());
});

test("codes are made again for whoever asks for them, and only then", () => {
  const inOrder = many(row => Math.floor(row / 7) / 3);
  const gaps = many(row => 5 * (row % 90));
  for (const values of [inOrder, gaps]) {
    const factor = fastCodes(values)!;
    const seen = new Int32Array(values.length);
    unwrittenOf(factor)!.each((codes, from) => seen.set(codes, from));
    expect(rowsOf(factor)).toBe(values.length);
    expect(factor.codes).toEqual(seen);
    expect(factor.codes).toBe(factor.codes);
    expect(seen.every((level, row) => factor.value(level) === values[row])).toBe(true);
  }
});
