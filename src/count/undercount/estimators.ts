import { chaoLowerBound } from "./bounds/chao.ts";
import { type Heterogeneity, heterogeneityModel } from "./bounds/heterogeneity.ts";
import {
  binomialProfile,
  chapman,
  lincolnPetersen,
  lognormalInterval,
  transformedLogit,
} from "./bounds/two-lists.ts";
import { type Context, NO_BOUND, type Outcome } from "./context.ts";
import { graphs, latent } from "./estimate-bayes.ts";
import { averaged, profiled, selected, selectionBootstrap, sparse } from "./loglinear/estimate-loglinear.ts";
import { scoreModel } from "./loglinear/loglinear.ts";
import { mainEffects } from "./loglinear/models.ts";
import { LoglinearFitter } from "./loglinear/poisson-fit.ts";
import { type CaptureTable, captureFrequencies } from "./table/table.ts";

/** The estimators by method. */
export const ESTIMATORS: Readonly<Record<string, (context: Context) => Outcome>> = {
  "chao-lower-bound": ({ table, level }) => {
    const bound = chaoLowerBound(captureFrequencies(table), { level });
    return { ...bound, model: "", diagnostics: { lower_bound: true, interval: "log-normal" } };
  },
  "lincoln-petersen": ({ table, level }) => {
    const estimate = lincolnPetersen(two(table));
    if (estimate === null)
      return "the two lists share no case, so that nothing bounds the number of unseen ones";
    const [low, high] =
      estimate.variance === 0 ? [estimate.value, estimate.value] : transformedLogit(two(table), level);
    return {
      value: estimate.value,
      low: Math.max(low, table.observed),
      high,
      model: "",
      diagnostics: { se: Math.sqrt(estimate.variance), interval: "transformed logit" },
    };
  },
  chapman: ({ table, level }) => {
    const lists = two(table);
    // The formula still gives a number, of which its +1 is all there is.
    if (lists.both === 0)
      return "the two lists share no case, so that the value would rest on the correction of the formula alone";
    const estimate = chapman(lists);
    const [low, high] = lognormalInterval(table.observed, estimate, level);
    return {
      value: estimate.value,
      low,
      high,
      model: "",
      diagnostics: { se: Math.sqrt(estimate.variance), interval: "log-normal" },
    };
  },
  "profile-likelihood": ({ table, level }) => {
    const profile = binomialProfile(two(table), level);
    if (profile === null)
      return "one of the three cells of the two lists is empty, so that the likelihood has no inner peak";
    return { ...profile, model: "", diagnostics: { interval: "profile likelihood" } };
  },
  independence: context => {
    const scored = scoreModel(
      new LoglinearFitter(context.table.lists.length),
      context.table,
      mainEffects(context.table.lists.length),
    );
    return scored.usable ? profiled(context, scored) : NO_BOUND;
  },
  "loglinear-bic": context => selected(context, "bic"),
  "loglinear-aic": context => selected(context, "aic"),
  "loglinear-aicc": context => selected(context, "aicc"),
  "loglinear-average-bic": context => averaged(context, "bic"),
  "loglinear-average-aic": context => averaged(context, "aic"),
  "loglinear-bootstrap": context => selectionBootstrap(context),
  "sparse-stepwise": context => sparse(context),
  "decomposable-graphs": context => graphs(context),
  "latent-class": context => latent(context),
  "heterogeneity-chao": context => heterogeneous(context, "chao"),
  "heterogeneity-poisson2": context => heterogeneous(context, "poisson2"),
  "heterogeneity-darroch": context => heterogeneous(context, "darroch"),
  "heterogeneity-gamma": context => heterogeneous(context, "gamma3.5"),
};

function two({ counts }: CaptureTable) {
  return { first: counts[1]!, second: counts[2]!, both: counts[3]! };
}

function heterogeneous({ table, level }: Context, heterogeneity: Heterogeneity): Outcome {
  const fit = heterogeneityModel(table, { lists: true, heterogeneity, level });
  if (fit.slope !== null && fit.slope < 0)
    return "cases differ less between lists than chance alone would have it, so that no heterogeneity fits";
  if (!fit.converged || fit.profile === null || !(fit.value < 1e4 * table.observed)) return NO_BOUND;
  return {
    value: fit.value,
    low: Math.min(fit.profile.low, fit.value),
    high: fit.profile.high,
    model: `Mth, ${heterogeneity}`,
    diagnostics: {
      se: fit.se,
      deviance: fit.deviance,
      parameters: fit.parameters,
      interval: "profile likelihood",
      ...(heterogeneity === "chao" ? { lower_bound: true } : {}),
    },
  };
}
