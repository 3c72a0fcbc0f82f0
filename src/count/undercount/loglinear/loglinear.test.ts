import { describe, expect, test } from "vitest";
import { captureTable } from "../table/table.ts";
import { oracle, oracleTable, within } from "../testing/oracles.ts";
import { allModels, averageModels, best, scoreModel } from "./loglinear.ts";
import { hierarchicalModels, modelOf } from "./models.ts";
import { LoglinearFitter } from "./poisson-fit.ts";
import { profileModel } from "./profile-model.ts";

/** `exact` of the oracle is a Poisson fit iterated to 1e-14; profiles of Rcapture stop at 1e-4. */
const EXACT = 1e-9;
const CRITERIA = 1e-6;
const STEPS = 1e-4;

/** "[123,14]" as sets of lists. */
function parse(name: string, lists: number) {
  return modelOf(
    lists,
    [...name.matchAll(/\d+/g)].map(([digits]) =>
      [...digits].reduce((set, digit) => set | (1 << (Number(digit) - 1)), 0),
    ),
  );
}

const spec = oracle("undercount-loglinear");

describe.skipIf(spec === null)("agreement with Rcapture and exact fits (skipped without ../shared)", () => {
  for (const data of ["kosovo", "hiv"]) {
    test(`${data}: all 113 hierarchical models, their errors and criteria`, () => {
      const table = oracleTable("undercount-loglinear", data);
      const models = allModels(table);
      const expected = spec!.expected[data];
      expect(models).toHaveLength(expected.hierarchical_models.length);
      const byTerms = new Map(models.map(scored => [[...scored.model.terms].sort().join(), scored]));
      for (const { model, infoFit, exact } of expected.hierarchical_models) {
        const scored = byTerms.get([...parse(model, 4).terms].sort().join())!;
        if (infoFit !== 0 || exact.abundance > 1e8) continue;
        within(scored.deviance, exact.deviance, { absolute: 1e-6 });
        within(scored.abundance, exact.abundance, { relative: EXACT });
        within(scored.se, exact.stderr, { relative: 1e-7 });
        within(scored.logLikelihood, exact.loglik, { absolute: CRITERIA });
        within(scored.aic, exact.AIC, { absolute: CRITERIA });
        within(scored.bic, exact.BIC, { absolute: CRITERIA });
        if (scored.parameters < 14) within(scored.aicc, exact.AICc, { absolute: CRITERIA });
      }
    });

    test(`${data}: averages by AIC and BIC`, () => {
      // Rcapture leaves out models whose fit ended with a warning of R; the average is over the same ones.
      const warned = new Set(
        spec!.expected[data].hierarchical_models
          .filter((each: { infoFit: number }) => each.infoFit !== 0)
          .map((each: { model: string }) => [...parse(each.model, 4).terms].join()),
      );
      const models = allModels(oracleTable("undercount-loglinear", data)).filter(
        ({ model }) => !warned.has(model.terms.join()),
      );
      for (const criterion of ["aic", "bic"] as const) {
        const expected = spec!.expected[data][`model_average_${criterion}`];
        const average = averageModels(models, criterion)!;
        expect(average.usable).toBe(expected.models);
        within(average.abundance, expected.abundance, { relative: EXACT });
        within(average.se, expected.unconditional_se_burnham_anderson, { relative: 1e-7 });
        expect([...best(models, criterion)!.model.terms]).toEqual([...parse(expected.best, 4).terms]);
      }
    });

    test(`${data}: profile likelihood intervals of the multinomial`, () => {
      const table = oracleTable("undercount-loglinear", data);
      for (const { model, multinomial_profile: wanted } of spec!.expected[data].profile_intervals) {
        const profile = profileModel(table, parse(model, 4))!;
        within(profile.value, wanted.abundance, { relative: STEPS });
        within(profile.low, wanted.infCL, { relative: STEPS });
        within(profile.high!, wanted.supCL, { relative: STEPS });
      }
    });
  }
});

test("there are 8, 113 and 6,893 hierarchical models of 3, 4 and 5 lists", () => {
  expect([3, 4, 5].map(lists => hierarchicalModels(lists).length)).toEqual([8, 113, 6893]);
});

test("a model on the boundary is fitted on the cells it leaves, and refused where the unseen number is not identified", () => {
  // A and C share no case: with their interaction two cells are forced to 0.
  const table = captureTable(["A", "B", "C"], [0, 40, 30, 6, 20, 0, 5, 0]);
  const fitter = new LoglinearFitter(3);
  const one = scoreModel(fitter, table, modelOf(3, [5]));
  expect(one.usable).toBe(true);
  // What is left is B against A or C: a two-list table for each, with the same chance of B.
  expect(one.abundance).toBeGreaterThan(table.observed);
  expect(scoreModel(fitter, table, modelOf(3, [3, 5, 6])).usable).toBe(false);
});

test("a saturated model of a complete table returns the table", () => {
  const counts = Float64Array.of(0, 5, 6, 7, 8, 9, 10, 11);
  const fit = new LoglinearFitter(3).fit(modelOf(3, [3, 5, 6]).terms, counts);
  for (let cell = 1; cell < 8; cell++) expect(fit.mu[cell]).toBeCloseTo(counts[cell]!, 9);
  // Three lists without their common interaction: the unseen cell is the product of odd cells over even ones.
  expect(fit.mu[0]).toBeCloseTo((5 * 6 * 8 * 11) / (7 * 9 * 10), 9);
});
