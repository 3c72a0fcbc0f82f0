import { expect, test } from "vitest";
import { parseFormula } from "../formula/formula.ts";
import { buildDesign } from "../model/design.ts";
import { describeOracle, expectClose } from "../oracle.testing.ts";
import { randomEffects } from "./random-effects.ts";

describeOracle("panel-grunfeld", (expected, frame) => {
  test("between, random effects and Hausman's test of plm", () => {
    const formula = parseFormula("inv ~ value + capital | firm");
    const design = buildDesign(formula, formula.outcomes[0]!, frame("data.csv"));
    const result = randomEffects(design);
    const reference = expected.other_packages.plm;
    for (const [fit, values] of [
      [result.within, reference.within],
      [result.between, reference.between],
      [result.random, reference.random_swar],
    ] as const) {
      expect(fit.names).toEqual(Object.keys(values));
      for (const [j, name] of fit.names.entries()) expectClose(fit.coefficients[j], values[name], 1e-9, name);
    }
    expectClose(result.hausman.statistic, reference.hausman.statistic, 1e-7, "Hausman");
    expectClose(result.hausman.p, reference.hausman.p, 1e-7, "p");
  });
});
