import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { Aggregator } from "./aggregation.ts";
import { drawsOf, simultaneousBands } from "./bands.ts";
import type { Cell } from "./group-time.ts";
import { covarianceOf, type Influence } from "./influence.ts";
import type { Units } from "./units.ts";

const random = seededRandom(8);
const n = 400;
const size = n / 4;
const cohorts = [3, 4, 5, Number.POSITIVE_INFINITY];
const units: Units = {
  n,
  of: Int32Array.from({ length: n }, (_, unit) => unit),
  cohorts,
  starts: Int32Array.from([0, 1, 2, 3, 4], c => c * size),
  weight: Float64Array.from({ length: n }, () => 0.5 + random()),
};
const cells = [3, 4, 5].flatMap(group =>
  [1, 2, 3, 4, 5, 6].map((time): Cell => {
    const isBase = time === group - 1;
    const influence = cohorts.map(own =>
      !isBase && (own === group || own === 1 / 0)
        ? Float64Array.from({ length: size }, () => random() - 0.5)
        : null,
    );
    return { group, time, att: isBase ? 0 : random(), se: isBase ? Number.NaN : 1, influence };
  }),
);
const aggregate = new Aggregator(units, cells);
const event = aggregate.event();
const banded = { cells, averages: event.combinations, units: aggregate.unitTerms() };

/** The influence of one unit. */
const valueAt = (influence: Influence, unit: number) =>
  influence[Math.floor(unit / size)]?.[unit % size] ?? 0;

test("the influence of an average is the combination of what it is made of", () => {
  for (const [j, { cells: own, cohorts, every }] of event.combinations.entries()) {
    const wanted = event.influences[j]!;
    for (let unit = 0; unit < n; unit += 7) {
      let sum = every * valueAt(banded.units.every, unit);
      for (const [cell, factor] of own) sum += factor * valueAt(cell.influence, unit);
      for (const [c, factor] of cohorts.entries()) sum += factor * valueAt(banded.units.cohorts[c]!, unit);
      expect(sum).toBeCloseTo(valueAt(wanted, unit), 12);
    }
  }
});

test("draws of averages vary together as their influences say, and those of the base period are left out", () => {
  const draws = 20_000;
  const drawn = drawsOf(banded, draws, seededRandom(3));
  expect(drawn.cells).toHaveLength(cells.length - 3);
  const all = event.influences.map((influence, j) => ({ influence, combination: event.combinations[j]! }));
  const moving = all.filter(({ combination }) => [...combination.cells.keys()].some(({ se }) => se === 1));
  expect(drawn.averages).toHaveLength(moving.length);
  const wanted = covarianceOf(
    moving.map(({ influence }) => influence),
    n,
  ).map(value => value * n * n);
  for (const [a, left] of drawn.averages.entries())
    for (const [b, right] of drawn.averages.entries()) {
      const product = left.reduce((sum, value, draw) => sum + value * right[draw]!, 0) / draws;
      const scale = Math.sqrt(wanted[a * moving.length + a]! * wanted[b * moving.length + b]!);
      expect(Math.abs(product - wanted[a * moving.length + b]!)).toBeLessThan(0.05 * scale);
    }
});

test("critical values are above that of one effect and rise with the number of effects", () => {
  const { groupTime, event: ofEvent } = simultaneousBands(banded, {
    draws: 5000,
    random: seededRandom(1),
    level: 0.95,
  });
  expect(ofEvent).toBeGreaterThan(2.2);
  expect(groupTime).toBeGreaterThan(ofEvent);
  expect(groupTime).toBeLessThan(3.3);
});

test("covariances of influences that are mostly 0 are those of all their products", () => {
  const influences = cells.map(({ influence }) => influence);
  const found = covarianceOf(influences, n);
  for (const [a, left] of influences.entries())
    for (const [b, right] of influences.entries()) {
      let sum = 0;
      for (let unit = 0; unit < n; unit++) sum += valueAt(left, unit) * valueAt(right, unit);
      expect(found[a * cells.length + b]).toBeCloseTo(sum / n / n, 15);
    }
});
