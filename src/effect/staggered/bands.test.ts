import { expect, test } from "vitest";
import { seededRandom } from "../random.ts";
import { Aggregator } from "./aggregation.ts";
import { drawsOf, simultaneousBands } from "./bands.ts";
import { type Cell, covarianceOf } from "./group-time.ts";

const random = seededRandom(8);
const n = 400;
const cohort = Float64Array.from({ length: n }, (_, unit) => [3, 4, 5, Number.POSITIVE_INFINITY][unit % 4]!);
const weight = Float64Array.from({ length: n }, () => 0.5 + random());
const units = { n, of: Int32Array.from(cohort.keys()), cohort, weight };
const cells = [3, 4, 5].flatMap(group =>
  [1, 2, 3, 4, 5, 6].map((time): Cell => {
    const isBase = time === group - 1;
    const influence = Float64Array.from(cohort, own =>
      !isBase && (own === group || own === 1 / 0) ? random() - 0.5 : 0,
    );
    return { group, time, att: isBase ? 0 : random(), se: isBase ? Number.NaN : 1, influence };
  }),
);
const aggregate = new Aggregator(units, cells);
const event = aggregate.event();
const banded = { cells, averages: event.combinations, cohortWeights: aggregate.cohortWeights() };

test("the influence of an average is the combination of what it is made of", () => {
  for (const [j, { cells: own, cohorts, every }] of event.combinations.entries()) {
    const wanted = event.influences[j]!;
    for (let unit = 0; unit < n; unit += 7) {
      let sum = every;
      for (const [cell, factor] of own) sum += factor * cell.influence[unit]!;
      for (const [c, factor] of cohorts.entries()) sum += factor * banded.cohortWeights[c]![unit]!;
      expect(sum).toBeCloseTo(wanted[unit]!, 12);
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
  const wanted = covarianceOf(moving.map(({ influence }) => influence)).map(value => value * n * n);
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
  const found = covarianceOf(influences);
  for (const [a, left] of influences.entries())
    for (const [b, right] of influences.entries())
      expect(found[a * cells.length + b]).toBeCloseTo(
        left.reduce((sum, value, unit) => sum + value * right[unit]!, 0) / n / n,
        15,
      );
});
