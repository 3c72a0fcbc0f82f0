import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { captureTable } from "../table/table.ts";
import { oracle, oracleTable, within } from "../testing/oracles.ts";
import { decomposableGraphs } from "./decomposable.ts";
import { graphAverage, graphQuantile } from "./graph-average.ts";

const spec = oracle("undercount-dga");

test("there are 2, 8, 61 and 822 decomposable graphs on 2 to 5 lists", () => {
  expect([2, 3, 4, 5].map(lists => decomposableGraphs(lists).length)).toEqual([2, 8, 61, 822]);
});

test("more overlap means fewer unseen cases", () => {
  const few = graphAverage(captureTable(["A", "B", "C"], [0, 40, 40, 5, 40, 5, 5, 2]));
  const many = graphAverage(captureTable(["A", "B", "C"], [0, 20, 20, 20, 20, 20, 20, 17]));
  expect(few.mean - few.observed).toBeGreaterThan(many.mean - many.observed);
  expect(few.posterior.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 10);
});

describe.skipIf(spec === null)("agreement with dga (skipped without ../shared)", () => {
  /** Sets of the graphs file, whose lists count from 1, as one sorted text. */
  const key = (cliques: readonly number[]) => [...cliques].sort((a, b) => a - b).join();
  const bitset = (lists: number[]) => lists.reduce((set, list) => set | (1 << (list - 1)), 0);

  for (const [lists, graphs] of [
    [3, 8],
    [4, 61],
    [5, 822],
  ] as const)
    test(`the ${graphs} graphs of ${lists} lists are those of the package, separators and all`, () => {
      const file: { cliques: number[][]; separators: number[][] }[] = JSON.parse(
        readFileSync(
          new URL(`../../../../../shared/oracles/undercount-dga/graphs${lists}.json`, import.meta.url),
          "utf8",
        ),
      );
      const wanted = file
        .map(
          each =>
            `${key(each.cliques.map(bitset))}|${key(each.separators.map(bitset).filter(set => set !== 0))}`,
        )
        .sort();
      expect(
        decomposableGraphs(lists)
          .map(each => `${key(each.cliques)}|${key(each.separators)}`)
          .sort(),
      ).toEqual(wanted);
    });

  const CASES = {
    three_default: "three",
    three_uniform_prior: "three",
    kosovo_default: "kosovo",
    kosovo_delta1: "kosovo",
    madigan_york_5: "madigan_york_5",
    madigan_york_5_delta_half: "madigan_york_5",
  };
  for (const [name, data] of Object.entries(CASES))
    test(`${name}: posterior of N and of every graph`, () => {
      const expected = spec!.expected[name];
      const table = oracleTable("undercount-dga", data);
      const result = graphAverage(table, {
        delta: expected.delta,
        unseen: expected.Nmissing,
        prior: name.endsWith("uniform_prior") ? "flat" : "inverse",
      });
      within(result.mean, expected.mean, { relative: 1e-8 });
      within(result.sd, expected.sd, { relative: 1e-8 });
      expect(result.mode).toBe(expected.mode);
      for (const [level, n] of Object.entries(expected.quantiles))
        expect(graphQuantile(result, Number(level))).toBe(n);
      const file: { cliques: number[][] }[] = JSON.parse(
        readFileSync(
          new URL(
            `../../../../../shared/oracles/undercount-dga/graphs${table.lists.length}.json`,
            import.meta.url,
          ),
          "utf8",
        ),
      );
      const mine = new Map(result.graphs.map((graph, at) => [key(graph.cliques), result.probabilities[at]!]));
      for (const [at, probability] of expected.all_model_probabilities.entries())
        within(mine.get(key(file[at]!.cliques.map(bitset)))!, probability, { absolute: 1e-9 });
    });
});
