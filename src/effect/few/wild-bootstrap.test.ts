import { expect, test } from "vitest";
import { frameOf } from "../data/frame.ts";
import { estimateAll } from "../estimate.ts";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign } from "../model/design.ts";
import { describeOracle, type Expected, expectClose, expectNear } from "../oracle.testing.ts";
import { seededRandom } from "../random.ts";
import { wildBootstrap } from "./wild-bootstrap.ts";

describeOracle("wild-bootstrap", (expected, frame) => {
  test.each([
    ["grunfeld_ols_capital", "inv ~ value + capital", "capital", "firm"],
    ["grunfeld_ols_value", "inv ~ value + capital", "value", "firm"],
    ["grunfeld_fe_firm_value", "inv ~ value + capital | firm", "value", "firm"],
    ["grunfeld_fe_firm_year_capital", "inv ~ value + capital | firm + year", "capital", "firm"],
    ["unbalanced_fe_firm_year_x2", "y ~ x1 + x2 | firm + year", "x2", "region"],
    ["unbalanced_fe_firm_year_x2_weighted", "y ~ x1 + x2 | firm + year", "x2", "region"],
  ])("%s", (name, text, term, cluster) => {
    const formula = parseFormula(text);
    const file = name.startsWith("grunfeld") ? "grunfeld.csv" : "unbalanced.csv";
    const options = { singletons: "keep", ...(name.endsWith("weighted") ? { weights: "w" } : {}) } as const;
    const design = buildDesign(formula, formula.outcomes[0]!, frame(file), options);
    const reference = expected[name];
    for (const tested of reference.tests as Expected[]) {
      for (const [kind, imposed] of [
        ["wcr", true],
        ["wcu", false],
      ] as const) {
        const result = wildBootstrap(design, { term, cluster, null: tested.null, imposed, level: null });
        expect(result.enumerated).toBe(true);
        expect(result.draws).toBe(reference.draws);
        expectClose(result.estimate, reference.estimate, 1e-8, "estimate");
        expectClose(result.se, reference.se_cluster_without_correction, 1e-8, "se");
        expectClose(result.t, tested[kind].t, 1e-8, "t");
        expect(result.counts).toEqual({
          absGreater: tested[kind].abs_greater,
          absEqual: tested[kind].abs_equal,
          less: tested[kind].less,
          greater: tested[kind].greater,
        });
      }
    }
    const draws = 4000;
    for (const simulated of reference.monte_carlo_99999_draws as Expected[]) {
      for (const weights of ["webb", "mammen"] as const) {
        const random = seededRandom(17);
        const result = wildBootstrap(design, {
          term,
          cluster,
          null: simulated.null,
          weights,
          draws,
          random,
          level: null,
        });
        const p = simulated[weights].p_symmetric;
        const error = 4 * Math.sqrt(Math.max(p * (1 - p), 1e-4) * (1 / 99_999 + 1 / draws));
        expectNear(result.p, p, error, `${weights} ${simulated.null}`);
      }
    }
  });

  test("the interval holds the nulls that the test does not reject", () => {
    const formula = parseFormula("inv ~ value + capital | firm");
    const design = buildDesign(formula, formula.outcomes[0]!, frame("grunfeld.csv"));
    const options = { term: "capital", cluster: "firm" };
    const { low, high, estimate } = wildBootstrap(design, options);
    expect(low).toBeLessThan(estimate);
    expect(high).toBeGreaterThan(estimate);
    const p = (value: number) => wildBootstrap(design, { ...options, null: value, level: null }).p;
    expect(p(low + 1e-4)).toBeGreaterThan(0.05);
    expect(p(low - 1e-4)).toBeLessThanOrEqual(0.05);
    expect(p(high - 1e-4)).toBeGreaterThan(0.05);
    expect(p(high + 1e-4)).toBeLessThanOrEqual(0.05);
  });

  test("random draws without a seed are refused", () => {
    const formula = parseFormula("inv ~ value");
    const design = buildDesign(formula, formula.outcomes[0]!, frame("grunfeld.csv"));
    expect(() => wildBootstrap(design, { term: "value", cluster: "firm", weights: "webb" })).toThrowError(
      /seed/,
    );
    expect(() => wildBootstrap(design, { term: "capital", cluster: "firm" })).toThrowError(
      /no such coefficient/,
    );
  });
});

test.each(["y ~ x + z", "y ~ x + z | year", "y ~ x + z | firm"])(
  "sums by cluster and level give what refitted pieces give: %s",
  formula => {
    const random = seededRandom(8);
    const rows = Array.from({ length: 180 }, (_, row) => row).filter(row => row % 13 !== 5);
    const data = {
      x: rows.map(() => random()),
      z: rows.map(() => random()),
      w: rows.map(() => 0.5 + random()),
      year: rows.map(row => row % 6),
      firm: rows.map(row => Math.floor(row / 6)),
      region: rows.map(row => Math.floor(row / 36)),
      // A second effect with one level changes nothing, and takes the general way.
      all: rows.map(() => 1),
      y: rows.map(row => random() * (1 + (row % 3))),
    };
    const general = formula.includes("|") ? `${formula} + all` : `${formula} | all + one`;
    for (const weights of [{}, { weights: "w" }]) {
      const run = (text: string, more = {}) =>
        estimateAll({ ...data, one: data.all, ...more }, text, {
          vcov: "cluster:region",
          bootstrap: { cluster: "region", weights: "webb", draws: 499, seed: 3 },
          ...weights,
        })[0]!.bootstrap!.find(({ term }) => term === "x")!;
      const quick = run(formula);
      const slow = run(general);
      expect(quick.t).toBeCloseTo(slow.t, 8);
      expect(quick.p).toBe(slow.p);
      expect(quick.low).toBeCloseTo(slow.low, 6);
      expect(quick.high).toBeCloseTo(slow.high, 6);
    }
  },
);

test.each([
  ["weights", { weights: "w" }, "unit"],
  ["equal weights, an odd number of clusters", {}, "half"],
])("pieces that the kernels hold give the statistics of the plain code: %s", (_, options, cluster) => {
  const n = 3000;
  const draw = seededRandom(31);
  const column = (of: (row: number) => number) => Float64Array.from({ length: n }, (_none, row) => of(row));
  const data = {
    unit: column(row => row % 12),
    half: column(row => row % 7),
    place: column(() => Math.floor(200 * draw())),
    time: column(() => Math.floor(9 * draw())),
    x: column(draw),
    z: column(draw),
    w: column(() => 0.5 + draw()),
    y: column(draw),
  };
  const formula = parseFormula("y ~ x + z | place + time");
  const design = buildDesign(formula, formula.outcomes[0]!, frameOf(data), options);
  const [fast, plain] = [true, false].map(kernels =>
    wildBootstrap(design, { term: "x", cluster, random: seededRandom(1), draws: 999, fast: kernels }),
  );
  expect(fast!.counts).toEqual(plain!.counts);
  for (const name of ["estimate", "se", "t", "p", "low", "high"] as const)
    expect(fast![name]).toBeCloseTo(plain![name], 8);
});
