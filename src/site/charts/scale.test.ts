import fc from "fast-check";
import { expect, test } from "vitest";
import { yearTicks } from "./axis.tsx";
import { domainOf, linear, niceTicks } from "./scale.ts";

test("ticks are round numbers inside the domain", () => {
  expect(niceTicks(0, 1000)).toEqual([0, 500, 1000]);
  expect(niceTicks(0, 1)).toEqual([0, 0.5, 1]);
  expect(niceTicks(2006, 2024, 4)).toEqual([2010, 2015, 2020]);
});

test("whatever the domain, ticks rise, stay inside it and are few", () => {
  fc.assert(
    fc.property(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.double({ min: 1e-6, max: 1e9, noNaN: true }),
      (low, size) => {
        const high = low + size;
        fc.pre(high > low && size / Math.max(Math.abs(low), Math.abs(high)) > 1e-6);
        const ticks = niceTicks(low, high);
        const room = size * 1e-6;
        expect(ticks.length).toBeLessThanOrEqual(12);
        expect(ticks.every((tick, i) => i === 0 || tick > ticks[i - 1]!)).toBe(true);
        expect(ticks.every(tick => tick >= low - room && tick <= high + room)).toBe(true);
      },
    ),
    { seed: 7, numRuns: 200 },
  );
});

test("a domain holds all values and starts at zero unless they lie close together", () => {
  expect(domainOf([52, 100])[0]).toBe(0);
  expect(domainOf([893, 900])[0]).toBeGreaterThan(800);
  expect(domainOf([5, 5])).toEqual([0, 6]);
  expect(domainOf([0, 0])).toEqual([0, 1]);
  expect(domainOf([-3, 4])[0]).toBeLessThan(-3);
});

test("a scale maps the ends of its domain to the ends of its range", () => {
  const x = linear([10, 20], [0, 100]);
  expect([x(10), x(15), x(20)]).toEqual([0, 50, 100]);
});

test("every year of a short time is written under its axis, of a long one some", () => {
  expect(yearTicks(2022, 2024)).toEqual([2022, 2023, 2024]);
  expect(yearTicks(2020, 2020)).toEqual([2020]);
  expect(yearTicks(1990, 2025)).toEqual([1990, 2000, 2010, 2020]);
});
