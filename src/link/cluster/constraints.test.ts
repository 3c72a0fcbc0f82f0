import fc from "fast-check";
import { expect, test } from "vitest";
import type { UserError } from "../../codebook/errors.ts";
import { planLink } from "../blocking/plan.ts";
import { conflictsJson } from "../format.ts";
import { linkTable } from "../pairs.ts";
import { probabilityOf } from "../score/score.ts";
import { tableFrom } from "../table/columns.ts";
import { type ClusterOptions, clusterPairs } from "./cluster.ts";

const ROWS = 9;

interface Case {
  readonly weights: readonly number[];
  readonly apart: readonly (readonly [number, number])[];
  readonly sources: readonly number[];
}

const at = (a: number, b: number) => Math.min(a, b) * ROWS + Math.max(a, b);

const cases: fc.Arbitrary<Case> = fc.record({
  weights: fc.array(fc.integer({ min: -12, max: 12 }), { minLength: ROWS * ROWS, maxLength: ROWS * ROWS }),
  apart: fc.array(
    fc.tuple(fc.nat(ROWS - 1), fc.nat(ROWS - 1)).filter(([a, b]) => a !== b),
    { maxLength: 4 },
  ),
  sources: fc.array(fc.integer({ min: -1, max: 3 }), { minLength: ROWS, maxLength: ROWS }),
});

function clustered({ weights, apart, sources }: Case, clustering: ClusterOptions["clustering"]) {
  const weight = (a: number, b: number) => weights[at(a, b)]!;
  const pairs: [number, number][] = [];
  for (let a = 0; a < ROWS; a++) for (let b = a + 1; b < ROWS; b++) pairs.push([a, b]);
  const list = {
    length: pairs.length,
    a: Int32Array.from(pairs, ([a]) => a),
    b: Int32Array.from(pairs, ([, b]) => b),
    probability: Float64Array.from(pairs, ([a, b]) => probabilityOf(weight(a, b))),
  };
  const options = {
    threshold: 0.5,
    weight,
    apart,
    sources: Int32Array.from(sources),
    ...(clustering && { clustering }),
  };
  return clusterPairs(ROWS, list, options);
}

test("whatever the evidence, no two rows that are decided different or come from one source share a cluster", () => {
  fc.assert(
    fc.property(cases, fc.constantFrom("average", "components", "refined" as const), (one, clustering) => {
      const { of } = clustered(one, clustering);
      for (const [a, b] of one.apart) expect(of[a]).not.toBe(of[b]);
      for (let a = 0; a < ROWS; a++)
        for (let b = a + 1; b < ROWS; b++)
          if (one.sources[a]! >= 0 && one.sources[a] === one.sources[b]) expect(of[a]).not.toBe(of[b]);
    }),
    { seed: 11, numRuns: 400 },
  );
});

/** Log2 odds of pairs by "a b"; all others are clearly two. */
function refined(odds: Readonly<Record<string, number>>, favour = 0): number[] {
  const weight = (a: number, b: number) => odds[`${Math.min(a, b)} ${Math.max(a, b)}`] ?? -9;
  const pairs = Object.keys(odds).map(pair => pair.split(" ").map(Number));
  const { of } = clusterPairs(
    ROWS,
    {
      length: pairs.length,
      a: Int32Array.from(pairs, ([a]) => a!),
      b: Int32Array.from(pairs, ([, b]) => b!),
      probability: Float64Array.from(pairs, ([a, b]) => probabilityOf(weight(a!, b!))),
    },
    { threshold: 0.5, weight, favour, clustering: "refined" },
  );
  return [...of];
}

test("refinement places a row that is left over where it is likest, if what favours joining outweighs the doubt", () => {
  const odds = { "0 1": 8, "0 2": 8, "1 2": 8, "0 3": -2, "1 3": -2, "2 3": -1 };
  expect(refined(odds).slice(0, 4)).toEqual([0, 0, 0, 1]);
  expect(refined(odds, 4).slice(0, 4)).toEqual([0, 0, 0, 0]);
  expect(refined(odds, 1).slice(0, 4)).toEqual([0, 0, 0, 1]);
});

test("refinement leaves a row with another just like it, however many are somewhat like it", () => {
  const odds = { "0 1": 9, "2 3": 9, "2 4": 9, "3 4": 9, "1 2": 3, "1 3": 3, "1 4": 3 };
  expect(refined(odds).slice(0, 5)).toEqual([0, 0, 1, 1, 1]);
  const stray = { "0 1": 9, "2 3": 9, "2 4": 9, "3 4": 9, "0 5": 8, "1 5": -9, "2 5": 7, "3 5": 7, "4 5": 7 };
  const of = refined(stray);
  expect(of[5]).toBe(of[2]);
});

test("pairs that are alike and kept apart are shown with the reason, likeliest first", () => {
  const weights = new Array<number>(ROWS * ROWS).fill(-12);
  weights[at(0, 1)] = 9;
  weights[at(1, 2)] = 8;
  weights[at(3, 4)] = 7;
  weights[at(5, 6)] = 6;
  const { conflicts, keptApart } = clustered(
    { weights, apart: [[3, 4]], sources: [-1, -1, -1, -1, -1, 2, 2, -1, -1] },
    "average",
  );
  expect(conflicts.map(({ a, b, reason }) => `${a} ${b} ${reason}`)).toEqual([
    "1 2 evidence",
    "3 4 decision",
    "5 6 one-per-source",
  ]);
  expect(keptApart).toBe(3);
});

test("decisions that contradict each other are refused, and the rows are named", () => {
  const decide = () =>
    clusterPairs(
      4,
      { length: 0, a: new Int32Array(), b: new Int32Array(), probability: new Float64Array() },
      {
        threshold: 0.5,
        weight: () => 0,
        together: [
          [0, 1],
          [1, 2],
        ],
        apart: [[0, 2]],
      },
    );
  try {
    decide();
    expect.unreachable();
  } catch (error) {
    expect((error as UserError).problems[0]).toMatchObject({ code: "contradiction" });
    expect((error as UserError).problems[0]!.message).toContain("rows 2 and 3");
  }
});

const twice = (cells: readonly string[]) => [...cells, ...cells];
const people = tableFrom({
  name: twice(["amina okafor", "boris mensah", "carla novak", "dmitri jansen", "elena kaplan"]),
  town: twice(["lagos", "accra", "brno", "utrecht", "izmir"]),
  list: ["A", "A", "A", "A", "A", "A", "B", "B", "B", "B"],
});
const spec = {
  fields: [
    { column: "name", compare: "name" as const },
    { column: "town", compare: "name" as const },
  ],
  block: [["name"], ["town"]],
  threshold: 0.5,
  seed: 1,
};

test("a specification can say that a list names everybody once, and a file of decisions that two are one", () => {
  const { clusters } = linkTable(people, { ...spec, one_per: "list" });
  expect([clusters.of[0] === clusters.of[5], clusters.of[1] === clusters.of[6]]).toEqual([false, true]);
  const decided = linkTable(people, spec, {
    decisions: [
      { a: 1, b: 6, same: false },
      { a: 0, b: 2, same: true },
    ],
  }).clusters;
  expect([decided.of[1] === decided.of[6], decided.of[0] === decided.of[2]]).toEqual([false, true]);
  expect(conflictsJson(people, linkTable(people, { ...spec, one_per: "list" }))[0]).toMatchObject({
    rows: ["1", "6"],
    reason: "one-per-source",
  });
});

test("a plan counts what a run then compares, rule by rule", () => {
  const plan = planLink(people, spec);
  const { rules, compared } = linkTable(people, spec);
  expect(plan.rules.map(({ added }) => added)).toEqual(rules.map(({ added }) => added));
  expect([plan.pairs, plan.all, plan.rules.at(-1)!.cumulative]).toEqual([compared, 45, compared]);
  expect(plan.recall).toBeGreaterThan(0);
});
