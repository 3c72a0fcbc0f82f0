import { expect, test } from "vitest";
import { isWorthAnother } from "./growth.ts";

const progress = { workers: 1, elapsed: 2_000, left: 2_000_000, pace: 0.002 };

test("another worker comes where those that are there would be busy for long", () => {
  expect(isWorthAnother(progress)).toBe(true);
  expect(isWorthAnother({ ...progress, left: 500_000 })).toBe(false);
  expect(isWorthAnother({ ...progress, workers: 2 })).toBe(false);
  expect(isWorthAnother({ ...progress, workers: 2, left: 8_000_000 })).toBe(true);
});

test("the first documents of a worker, which are slow, bring no other", () => {
  expect(isWorthAnother({ ...progress, elapsed: 400, pace: 0.02 })).toBe(false);
});

test("where nobody knows what is left, or nothing is done, time decides", () => {
  expect(isWorthAnother({ ...progress, left: null })).toBe(false);
  expect(isWorthAnother({ ...progress, left: null, elapsed: 4_000 })).toBe(true);
  expect(isWorthAnother({ ...progress, pace: null, elapsed: 4_000 })).toBe(true);
});
