import fc from "fast-check";
import { expect, test } from "vitest";
import { didYouMean, editDistance, nearest } from "./suggest.ts";

test("edits are insertions, deletions, substitutions and exchanged neighbours", () => {
  expect(editDistance("kazakhstan", "kazakstan")).toBe(1);
  expect(editDistance("KZA", "KAZ")).toBe(1);
  expect(editDistance("", "abc")).toBe(3);
  expect(editDistance("abc", "xyz", 1)).toBeGreaterThan(1);
});

test("among words at the same distance the one with the same letters is meant", () => {
  expect(nearest("KZA", ["DZA", "KAZ", "KWT"])).toBe("KAZ");
  expect(nearest("USB", ["UZB", "USA"])).toBe("UZB");
  expect(didYouMean("skye", ["water", "sky"])).toBe("did you mean sky?");
});

test("nothing is suggested when nothing is near", () => {
  expect(nearest("paper", ["sky", "water"])).toBeNull();
  expect(didYouMean("paper", [])).toBeUndefined();
});

test("distance is symmetric, zero for equal words only, and never above the longer length", () => {
  const word = fc.stringMatching(/^[a-d]{0,7}$/);
  fc.assert(
    fc.property(word, word, (a, b) => {
      const distance = editDistance(a, b);
      expect(distance).toBe(editDistance(b, a));
      expect(distance === 0).toBe(a === b);
      expect(distance).toBeLessThanOrEqual(Math.max(a.length, b.length));
    }),
    { seed: 8, numRuns: 500 },
  );
});
