import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { chaoBiasCorrected, chaoClassic, chaoLowerBound } from "./bounds/chao.ts";
import { type Heterogeneity, heterogeneityModel } from "./bounds/heterogeneity.ts";
import * as two from "./bounds/two-lists.ts";
import { captureFrequencies } from "./table/table.ts";
import { oracle, oracleTable, within } from "./testing/oracles.ts";

const CLOSED = 1e-12;
const PROFILE = 1e-6;
const pairs = oracle("undercount-two-lists");
const loglinear = oracle("undercount-loglinear");

describe.skipIf(pairs === null)("two lists agree with their closed forms (skipped without ../shared)", () => {
  const rows =
    pairs === null
      ? []
      : readFileSync(
          new URL("../../../../shared/oracles/undercount-two-lists/tables.csv", import.meta.url),
          "utf8",
        )
          .trim()
          .split(/\r?\n/)
          .slice(1);
  for (const row of rows) {
    const [id, both, first, second] = row.split(",") as [string, string, string, string];
    test(`${id}: Lincoln-Petersen, Chapman, Bailey and their intervals`, () => {
      const lists = { both: Number(both), first: Number(first), second: Number(second) };
      const expected = pairs!.expected[id];
      const chapman = two.chapman(lists);
      within(chapman.value, expected.chapman.estimate, { relative: CLOSED });
      within(chapman.variance, expected.chapman.variance, { relative: CLOSED });
      if (expected.chapman.ci_lognormal_unseen) {
        const interval = two.lognormalInterval(expected.observed, chapman);
        for (const at of [0, 1] as const)
          within(interval[at], expected.chapman.ci_lognormal_unseen[at], { relative: CLOSED });
      }
      within(two.bailey(lists).value, expected.bailey.estimate, { relative: CLOSED });
      within(two.bailey(lists).variance, expected.bailey.variance, { relative: CLOSED });
      const petersen = two.lincolnPetersen(lists);
      if (expected.lincoln_petersen) {
        within(petersen!.value, expected.lincoln_petersen.estimate, { relative: CLOSED });
        within(petersen!.variance, expected.lincoln_petersen.variance_delta, { relative: CLOSED });
      } else expect(petersen).toBeNull();
      if (expected.transformed_logit_sadinle) {
        const interval = two.transformedLogit(lists);
        for (const at of [0, 1] as const)
          within(interval[at], expected.transformed_logit_sadinle.ci[at], { relative: CLOSED });
      }
      if (expected.profile_likelihood_binomial) {
        const { maximum, ci } = expected.profile_likelihood_binomial;
        const profile = two.binomialProfile(lists)!;
        within(profile.value, maximum, { relative: PROFILE });
        within(profile.low, ci[0], { relative: PROFILE });
        within(profile.high!, ci[1], { relative: PROFILE });
      }
    });
  }
});

describe.skipIf(loglinear === null)(
  "heterogeneity models agree with Rcapture (skipped without ../shared)",
  () => {
    const NAMES: Record<string, { lists: boolean; heterogeneity: Heterogeneity }> = {
      M0: { lists: false, heterogeneity: "none" },
      Mt: { lists: true, heterogeneity: "none" },
      "Mh Chao (LB)": { lists: false, heterogeneity: "chao" },
      "Mh Poisson2": { lists: false, heterogeneity: "poisson2" },
      "Mh Darroch": { lists: false, heterogeneity: "darroch" },
      "Mh Gamma3.5": { lists: false, heterogeneity: "gamma3.5" },
      "Mth Chao (LB)": { lists: true, heterogeneity: "chao" },
      "Mth Poisson2": { lists: true, heterogeneity: "poisson2" },
      "Mth Darroch": { lists: true, heterogeneity: "darroch" },
      "Mth Gamma3.5": { lists: true, heterogeneity: "gamma3.5" },
    };
    for (const data of ["kosovo", "hiv", "hare"])
      test(`${data}: M0, Mt, Mh and Mth with their intervals, Chao's lower bounds`, () => {
        const table = oracleTable("undercount-loglinear", data);
        const expected = loglinear!.expected[data];
        for (const { model, abundance, stderr, deviance } of expected.closedp_t) {
          if (!(model in NAMES)) continue;
          const fit = heterogeneityModel(table, { ...NAMES[model]!, interval: false });
          within(fit.value, abundance, { relative: PROFILE });
          within(fit.se, stderr, { relative: 1e-4 });
          within(fit.deviance, deviance, { absolute: 1e-5 });
        }
        for (const { model, interval } of expected.heterogeneity) {
          const key = Object.keys(NAMES).find(name => name.startsWith(model))!;
          const { profile } = heterogeneityModel(table, NAMES[key]!);
          within(profile!.value, interval.abundance, { relative: 1e-4 });
          within(profile!.low, interval.infCL, { relative: 1e-4 });
          // Rcapture stops its search for the upper end at some point and says so.
          if (typeof interval.supCL === "string")
            expect(profile!.high!).toBeGreaterThan(Number(interval.supCL.slice(1)));
          else within(profile!.high!, interval.supCL, { relative: 1e-4 });
        }
        const f = captureFrequencies(table);
        const { classic, bias_corrected, finite_lists } = expected.chao_lower_bound;
        within(chaoClassic(table.observed, f[1]!, f[2]!)!, classic, { relative: CLOSED });
        within(chaoBiasCorrected(table.observed, f[1]!, f[2]!), bias_corrected, { relative: CLOSED });
        within(chaoLowerBound(f).value, finite_lists, { relative: CLOSED });
      });
  },
);
