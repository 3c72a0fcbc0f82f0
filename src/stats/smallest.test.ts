import { expect, test } from "vitest";
import { random } from "./random.ts";
import { smallest } from "./smallest.ts";

test("the value at any place of the sorted list is found, also with ties", () => {
  const stream = random(5);
  for (let round = 0; round < 300; round++) {
    const values = Float64Array.from({ length: 1 + (round % 40) }, () => Math.floor(20 * stream.uniform()));
    const sorted = values.slice().sort();
    for (const place of values.keys()) expect(smallest(values.slice(), place)).toBe(sorted[place]);
    const moved = values.slice();
    for (const place of [...values.keys()].reverse()) expect(smallest(moved, place)).toBe(sorted[place]);
  }
});
