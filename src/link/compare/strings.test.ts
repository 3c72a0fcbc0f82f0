import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { expect, test } from "vitest";
import { damerauLevenshtein, jaro, jaroWinkler, levenshtein, osa } from "./strings.ts";

const oracle = new URL("../../../../shared/oracles/string-distances/", import.meta.url);
const text = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", "c", "é", "警"), maxLength: 12 }),
  fc.string({ unit: "grapheme", maxLength: 60 }),
);
const pairs = fc.tuple(text, text);
const SEED = { seed: 1966, numRuns: 500 };

test.skipIf(!existsSync(oracle))(
  "distances and similarities agree with stringdist and jellyfish on 200 pairs of many scripts (needs ../shared)",
  () => {
    const expected = JSON.parse(readFileSync(new URL("expected.json", oracle), "utf8")).pairs as Record<
      string,
      number
    >[];
    const data = parse(readFileSync(new URL("data.csv", oracle)), { columns: true }) as {
      a: string;
      b: string;
    }[];
    expect(data.map(({ a, b }) => [levenshtein(a, b), osa(a, b), damerauLevenshtein(a, b)])).toEqual(
      expected.map(row => [row["levenshtein"], row["osa"], row["damerau_levenshtein"]]),
    );
    const apart = data.map(({ a, b }, index) =>
      Math.max(
        Math.abs(jaro(a, b) - expected[index]!["jaro"]!),
        Math.abs(jaroWinkler(a, b) - expected[index]!["jaro_winkler"]!),
      ),
    );
    expect(Math.max(...apart)).toBeLessThan(1e-12);
  },
);

test("the classic pairs have the published values", () => {
  expect(levenshtein("kitten", "sitting")).toBe(3);
  expect([osa("CA", "ABC"), damerauLevenshtein("CA", "ABC")]).toEqual([3, 2]);
  expect(jaroWinkler("MARTHA", "MARHTA")).toBeCloseTo(0.9611, 4);
  expect([jaro("", ""), jaro("", "a")]).toEqual([1, 0]);
});

test("every measure is symmetric, and equal strings are equal", () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      for (const distance of [levenshtein, osa, damerauLevenshtein]) {
        expect(distance(a, b)).toBe(distance(b, a));
        expect(distance(a, a)).toBe(0);
      }
      expect(Math.abs(jaroWinkler(a, a) - 1)).toBeLessThan(1e-15);
    }),
    SEED,
  );
});

test("distances keep their order and their bounds, similarities stay between 0 and 1", () => {
  fc.assert(
    fc.property(pairs, ([a, b]) => {
      const longest = Math.max([...a].length, [...b].length);
      expect(damerauLevenshtein(a, b)).toBeLessThanOrEqual(osa(a, b));
      expect(osa(a, b)).toBeLessThanOrEqual(levenshtein(a, b));
      expect(levenshtein(a, b)).toBeLessThanOrEqual(longest);
      expect(jaroWinkler(a, b)).toBeGreaterThanOrEqual(jaro(a, b));
      expect(jaroWinkler(a, b)).toBeLessThanOrEqual(1 + 1e-15);
    }),
    SEED,
  );
});

test("the bit-parallel distance equals the table on both sides of 32 characters", () => {
  const long = fc.string({ unit: fc.constantFrom("a", "b"), minLength: 28, maxLength: 40 });
  fc.assert(
    fc.property(long, long, (a, b) => {
      // One character in front pushes the shorter string over the limit of the bit-parallel form without changing the distance.
      expect(levenshtein(`${"x".repeat(33)}${a}`, `${"x".repeat(33)}${b}`)).toBe(levenshtein(a, b));
    }),
    SEED,
  );
});
