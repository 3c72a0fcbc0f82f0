import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import { randomFrom } from "../random.ts";
import {
  type EmOptions,
  estimateParameters,
  type Parameters,
  type PatternCounts,
  scorePattern,
} from "./em.ts";

const folder = new URL("../../../../shared/oracles/fellegi-sunter/", import.meta.url);
const json = (name: string) => JSON.parse(readFileSync(new URL(name, folder), "utf8"));

/** The oracle names parameters by field; ours go by position. */
interface Named {
  lambda: number;
  m: Record<string, number[]>;
  u: Record<string, number[]>;
}

function readPatterns(name: string): PatternCounts {
  const rows = parse(readFileSync(new URL(name, folder)), { columns: true, cast: true }) as Record<
    string,
    number
  >[];
  const names = Object.keys(rows[0]!).filter(key => key !== "count");
  return {
    fields: names.map(field => ({ name: field, levels: Math.max(...rows.map(row => row[field]!)) + 1 })),
    levels: Int8Array.from(rows.flatMap(row => names.map(field => row[field]!))),
    counts: Float64Array.from(rows, row => row["count"]!),
  };
}

const ours = ({ fields }: PatternCounts, { lambda, m, u }: Named): Parameters => ({
  lambda,
  m: fields.map(({ name }) => m[name]!),
  u: fields.map(({ name }) => u[name]!),
});

function apart(patterns: PatternCounts, result: Parameters, expected: Named): number {
  const flat = ({ lambda, m, u }: Parameters) => [lambda, ...m.flat(), ...u.flat()];
  const wanted = flat(ours(patterns, expected));
  return Math.max(...flat(result).map((value, index) => Math.abs(value - wanted[index]!)));
}

const MODELS: [name: string, file: string, fixed: EmOptions["fixed"]][] = [
  ["binary_free", "patterns_binary.csv", {}],
  ["levels_u_fixed", "patterns_levels.csv", { u: true }],
  ["levels_free", "patterns_levels.csv", {}],
  ["levels_u_and_lambda_fixed", "patterns_levels.csv", { u: true, lambda: true }],
];

/** Differences of the last digit accumulate over hundreds of iterations; the oracle's own implementations differ by 1e-13. */
const TOLERANCE = 1e-9;

test.skipIf(!existsSync(folder)).each(MODELS)(
  "EM agrees with the reference on %s, at every snapshot and at convergence (needs ../shared)",
  (model, file, fixed) => {
    const patterns = readPatterns(file);
    const start = ours(patterns, json("spec.json").start[model]);
    const expected = json("expected.json")[model];
    for (const [name, snapshot] of Object.entries(expected.snapshots as Record<string, Named>)) {
      const iterations = Number(name.split("_")[1]);
      const result = estimateParameters(patterns, start, { fixed: fixed!, iterations, tolerance: 0 });
      expect(apart(patterns, result, snapshot), name).toBeLessThan(1e-11);
    }
    const result = estimateParameters(patterns, start, { fixed: fixed!, iterations: 5000 });
    expect(result.converged).toBe(true);
    expect(apart(patterns, result, expected)).toBeLessThan(TOLERANCE);
    expect(result.logLikelihood / expected.loglik).toBeCloseTo(1, 12);
  },
);

const TINY: PatternCounts = {
  fields: [
    { name: "a", levels: 2 },
    { name: "b", levels: 2 },
    { name: "c", levels: 2 },
  ],
  levels: Int8Array.from([0, 0, 0, 1, 1, 1, 1, 0, 0, 0, 1, 0, -1, 1, 1, 0, 0, 1, 1, 1, 0, 1, 0, 1, 0, 1, 1]),
  counts: Float64Array.from([900, 60, 50, 40, 5, 30, 8, 7, 9]),
};
const START: Parameters = {
  lambda: 0.1,
  m: [
    [0.1, 0.9],
    [0.1, 0.9],
    [0.1, 0.9],
  ],
  u: [
    [0.9, 0.1],
    [0.9, 0.1],
    [0.9, 0.1],
  ],
};

test("the likelihood never falls from one iteration to the next", () => {
  const path = Array.from(
    { length: 40 },
    (_, iterations) => estimateParameters(TINY, START, { iterations, tolerance: 0 }).logLikelihood,
  );
  expect(path.slice(1).filter((value, index) => value < path[index]! - 1e-9)).toEqual([]);
});

test("more agreement never lowers the weight, and a missing field takes no side", () => {
  const result = estimateParameters(TINY, START);
  const weight = (pattern: number) => scorePattern(TINY, result, pattern).weight;
  expect(weight(1)).toBeGreaterThan(weight(6));
  expect(weight(6)).toBeGreaterThan(weight(2));
  expect(weight(2)).toBeGreaterThan(weight(0));
  expect(weight(4)).toBeGreaterThan(weight(0));
});

test("kernels estimate what the plain code estimates, to the last bit", () => {
  const random = randomFrom(8);
  const fields = [4, 2, 5, 3].map((levels, at) => ({ name: String(at), levels }));
  const levels = Int8Array.from(
    { length: 4 * 200 },
    (_, at) => Math.floor(random() * (fields[at % 4]!.levels + 1)) - 1,
  );
  const counts = Float64Array.from({ length: 200 }, () => 1 + Math.floor(random() * 40));
  const rows = (rising: boolean) =>
    fields.map(({ levels: many }) => {
      const sums = Array.from({ length: many }, (_, level) => (rising ? level + 1 : many - level));
      return sums.map(sum => sum / sums.reduce((a, b) => a + b, 0));
    });
  const start = { lambda: 0.2, m: rows(true), u: rows(false) };
  for (const fixed of [{}, { u: true }, { m: true, lambda: true }]) {
    const options = { fixed, iterations: 60, tolerance: 1e-9 };
    const kernels = estimateParameters({ fields, levels, counts }, start, options);
    expect(kernels).toEqual(
      estimateParameters({ fields, levels, counts }, start, { ...options, plain: true }),
    );
    expect(kernels.iterations).toBeGreaterThan(1);
  }
});
