import { expect, test } from "vitest";
import { estimateAll, estimateFromCsv } from "./estimate.ts";
import { fitIv } from "./fit/iv.ts";
import { ivTests } from "./fit/iv-tests.ts";
import { parseFormula } from "./formula/formula.ts";
import { buildDesign } from "./model/design.ts";
import { describeOracle, expectClose, expectNear } from "./oracle.testing.ts";
import { parseCorrection } from "./vcov/correction.ts";
import { parseVcov } from "./vcov/spec.ts";
import { vcovOf } from "./vcov/vcov.ts";

describeOracle("panel-iv", (expected, frame) => {
  const data = frame("data.csv");
  const vcovs: Record<string, string> = { iid: "iid", HC1: "hc1", cluster_id: "cluster:id" };
  test.each([
    ["iv_fe0", "y ~ x1 | endo ~ z1 + z2", undefined],
    ["iv_fe2", "y ~ x1 + x2 | id + year | endo ~ z1 + z2", undefined],
    ["iv_exact", "y ~ x1 + x2 | id + year | endo ~ z1", undefined],
    ["iv_w", "y ~ x1 + x2 | id + year | endo ~ z1 + z2", "w"],
    ["iv_fe3", "y ~ x1 + x2 | id + firm + year | endo ~ z1 + z2", undefined],
  ])("%s: %s", (name, text, weights) => {
    const reference = expected[name];
    const formula = parseFormula(text);
    const design = buildDesign(formula, formula.outcomes[0]!, data, weights === undefined ? {} : { weights });
    const fit = fitIv(design);
    const k = fit.names.length;
    expect(fit.n).toBe(reference.nobs);
    expect([...fit.names].sort()).toEqual(Object.keys(reference.coefficients).sort());
    for (const [j, term] of fit.names.entries()) {
      expectClose(fit.coefficients[j], reference.coefficients[term], 1e-8, term);
    }
    // With weights fixest compares a weighted with an unweighted sum of squares.
    if (weights === undefined) expectClose(fit.statistics["r2_second_stage"], reference.fit.r2, 1e-8, "r2");
    expectClose(fit.statistics["ssr"], reference.fit.ssr, 1e-8, "ssr");
    const [stage] = fit.firstStages;
    for (const [vcov, values] of Object.entries<{ se: Record<string, number> }>(reference.inference)) {
      const spec = parseVcov(vcovs[vcov]!);
      const { matrix } = vcovOf(fit, design, { spec });
      for (const [j, term] of fit.names.entries()) {
        expectClose(Math.sqrt(matrix[j * k + j]!), values.se[term]!, 1e-7, `${vcov} ${term}`);
      }
      const first = vcovOf(stage!, design, { spec });
      for (const [j, term] of stage!.names.entries()) {
        const q = stage!.names.length;
        expectClose(stage!.coefficients[j], reference.first_stage.coefficients[term], 1e-8, `first ${term}`);
        expectClose(
          Math.sqrt(first.matrix[j * q + j]!),
          reference.first_stage[`se_${vcov}`][term],
          1e-7,
          `first ${term}`,
        );
      }
      const tests = ivTests(fit, other => vcovOf(other, design, { spec }));
      const wald = reference.tests[`first_stage_wald_${vcov}`];
      if (wald !== undefined) {
        expectClose(tests["first_stage_wald"], wald.stat, 1e-6, "wald");
        expectClose(tests["first_stage_wald_p"], wald.p, 1e-5, "wald p");
      }
    }
    const tests = ivTests(fit, other => vcovOf(other, design, { spec: { kind: "iid" } }));
    expectClose(tests["first_stage_F"], reference.tests.first_stage_F.stat, 1e-6, "F");
    expectClose(tests["wu_hausman"], reference.tests.wu_hausman.stat, 1e-6, "Wu-Hausman");
    expectNear(tests["wu_hausman_p"], reference.tests.wu_hausman.p, 1e-8, "Wu-Hausman p");
    // With weights fixest's statistic is negative, which n R² cannot be; ours is that of the weighted regression.
    if (reference.tests.sargan !== undefined && weights === undefined) {
      expectClose(tests["sargan"], reference.tests.sargan.stat, 1e-6, "Sargan");
      expectClose(tests["sargan_p"], reference.tests.sargan.p, 1e-6, "Sargan p");
    }
    // One endogenous regressor: the Cragg-Donald F is the first-stage F; fixest's leaves the effects out of K.
    if (weights === undefined) {
      const used = stage!.names.length;
      const K =
        used +
        design.effects.reduce((sum, e) => sum + e.factor.size, 0) -
        Math.max(0, design.effects.length - 1);
      expectClose(
        (tests["first_stage_F"]! * (fit.n - used)) / (fit.n - K),
        reference.tests.cragg_donald,
        1e-6,
        "CD",
      );
    }
  });

  // The reference computed this F on the 844 rows with the two singletons, which changes n/(n - k) of HC1 only.
  test.each([
    ["effective_F_HC1", "hc1", "default"],
    ["effective_F_iid", "iid", "default"],
    ["effective_F_cluster_id_no_correction", "cluster:id", "none"],
  ])("%s", (name, vcov, ssc) => {
    const formula = parseFormula("y ~ x1 + x2 | id + year | endo ~ z1 + z2");
    const design = buildDesign(formula, formula.outcomes[0]!, data, { singletons: "keep" });
    const fit = fitIv(design);
    const correction = parseCorrection(ssc);
    const tests = ivTests(fit, other => vcovOf(other, design, { spec: parseVcov(vcov), correction }));
    expectClose(tests["effective_F"], expected.iv_fe2.tests[name], 1e-6, name);
  });

  test("too few instruments are refused", () => {
    expect(() => estimateFromCsv(data, "y ~ x1 | c(endo) + x2 ~ z1", { vcov: "iid" })).toThrowError();
    expect(() => estimateFromCsv(data, "y ~ x1 | endo + x2 ~ z1", { vcov: "iid" })).toThrowError(
      /only 1 instruments/,
    );
  });
});

test("weak instruments are pointed out, strong ones are not", () => {
  const rows = Array.from({ length: 200 }, (_, i) => i);
  const z = rows.map(i => Math.sin(i * 1.3));
  const noise = rows.map(i => Math.cos(i * 2.1) + Math.sin(i * 5.7));
  const notesOf = (strength: number) => {
    const x = z.map((value, i) => strength * value + noise[i]!);
    const y = x.map((value, i) => 2 * value + noise[i]! + Math.cos(i));
    return estimateAll({ x, y, z }, "y ~ 1 | x ~ z", { vcov: "hc1" })[0]!.notes.join(" ");
  };
  expect(notesOf(0.02)).toMatch(/weak instruments: their effective F is/);
  expect(notesOf(2)).not.toMatch(/weak/);
});
