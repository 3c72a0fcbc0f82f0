import { expect, test } from "vitest";
import { linkTable } from "../pairs.ts";
import type { Spec } from "../spec.ts";
import { tableFrom } from "../table/columns.ts";
import { learnFrom } from "./learn.ts";

/** Two hundred people twice; the second time half of them have moved, and the only rule asks for the same town. */
const count = 200;
const person = (at: number) => `${"bcdfgklmnp"[at % 10]}a${"rstvzbdfgh"[Math.floor(at / 10) % 10]}o${at}`;
const people = Array.from({ length: 2 * count }, (_, row) => row % count);
const table = tableFrom({
  name: people.map(person),
  born: people.map(at => `19${10 + (at % 80)}-0${1 + (at % 9)}-1${at % 10}`),
  town: people.map((at, row) => `town ${(at + (row >= count && at % 2 === 0 ? 7 : 0)) % 40}`),
});
const spec: Spec = {
  fields: [
    { column: "name", compare: "name" },
    { column: "born", compare: "date" },
    { column: "town", compare: "category" },
  ],
  block: [["town"]],
  seed: 1,
};
const judged = people
  .slice(0, count)
  .map(at => ({ a: at, b: at + count, same: true }))
  .slice(0, 60);

test("what no rule lets EM see is learnt from pairs that people judged", () => {
  const result = linkTable(table, spec);
  const before = result.parameters.m[2]!.at(-1)!;
  const leftOut = { unknown: 0, undecided: 0, contradictory: 0 };
  const learned = learnFrom(result, { pairs: judged, sampled: false, leftOut });
  expect(before).toBeGreaterThan(0.85);
  // Half of the sixty pairs share their town; a hundred pairs of the run count beside them.
  expect(learned.m[2]!.at(-1)!).toBeCloseTo((100 * before + 30) / 160, 6);
  for (const levels of learned.m) expect(levels.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 9);
  expect(learned.u).toBe(result.parameters.u);
});

test("pairs of a drawn sheet count for those that they were drawn from; labels of no match teach nothing", () => {
  const result = linkTable(table, spec);
  const leftOut = { unknown: 0, undecided: 0, contradictory: 0 };
  const apart = [{ a: 0, b: 1, same: false }];
  expect(learnFrom(result, { pairs: apart, sampled: true, leftOut })).toBe(result.parameters);
  const joined = judged.filter(({ a, b }) => result.clusters.of[a] === result.clusters.of[b]);
  const missed = judged.filter(({ a, b }) => result.clusters.of[a] !== result.clusters.of[b]);
  expect(missed.length).toBeGreaterThan(0);
  const few = [...joined.slice(0, 2), ...missed.slice(0, 2)];
  const weighted = learnFrom(result, { pairs: few, sampled: true, leftOut });
  const plain = learnFrom(result, { pairs: few, sampled: false, leftOut });
  // The joined ones stand for a hundred, the missed ones only for themselves.
  expect(weighted.m[2]!.at(-1)!).toBeGreaterThan(plain.m[2]!.at(-1)!);
});
