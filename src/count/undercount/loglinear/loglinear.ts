import type { CaptureTable } from "../table/table.ts";
import { hierarchicalModels, type Model } from "./models.ts";
import { LoglinearFitter } from "./poisson-fit.ts";

export type Criterion = "aic" | "aicc" | "bic";

/** A model with what selection and averaging need of its fit. */
export interface ScoredModel {
  readonly model: Model;
  /** Estimated number of all cases: observed + e to the intercept. */
  readonly abundance: number;
  /** Standard error of the abundance: √(e^b + e^2b var b) for the intercept b (Rivest and Baillargeon 2007). */
  readonly se: number;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly parameters: number;
  readonly aic: number;
  /** Infinite where there are no cells left to correct with. */
  readonly aicc: number;
  readonly bic: number;
  /** False where the estimate ran off or is beyond every reason. */
  readonly usable: boolean;
}

/** Estimates above this many times the observed number mean that the table does not bound them. */
export const UNBOUNDED = 1e4;

/** Fits a model and scores it. AIC = 2p − 2ℓ, BIC = p log n − 2ℓ with n the observed cases, AICc with the number of cells. */
export function scoreModel(fitter: LoglinearFitter, table: CaptureTable, model: Model): ScoredModel {
  const fit = fitter.fitExtended(model.terms, table.counts);
  const p = fit.parameters;
  const cells = table.counts.length - 1;
  const unseen = fit.mu[0]!;
  const aic = 2 * p - 2 * fit.logLikelihood;
  return {
    model,
    abundance: table.observed + unseen,
    se: Math.sqrt(unseen + unseen * unseen * fit.interceptVariance),
    logLikelihood: fit.logLikelihood,
    deviance: fit.deviance,
    parameters: p,
    aic,
    aicc: p < cells - 1 ? aic + (2 * p * (p + 1)) / (cells - p - 1) : Number.POSITIVE_INFINITY,
    bic: p * Math.log(table.observed) - 2 * fit.logLikelihood,
    usable: fit.converged && unseen < UNBOUNDED * Math.max(1, table.observed),
  };
}

/** Lists up to which every hierarchical model is fitted; beyond, the search is stepwise. */
export const EXHAUSTIVE_LISTS = 5;

/** Every hierarchical model of the table's lists, scored. For at most `EXHAUSTIVE_LISTS` lists. */
export function allModels(table: CaptureTable): ScoredModel[] {
  const fitter = new LoglinearFitter(table.lists.length);
  return hierarchicalModels(table.lists.length).map(model => scoreModel(fitter, table, model));
}

/** The usable model with the least value of the criterion; the one with fewer parameters on a tie. Null where none is usable. */
export function best(models: readonly ScoredModel[], criterion: Criterion): ScoredModel | null {
  let found: ScoredModel | null = null;
  for (const model of models) {
    if (!model.usable || !Number.isFinite(model[criterion])) continue;
    const ahead = found === null ? -1 : model[criterion] - found[criterion];
    if (ahead < 0 || (ahead === 0 && model.parameters < found!.parameters)) found = model;
  }
  return found;
}

export interface Average {
  readonly abundance: number;
  /** Unconditional standard error: Σ w √(se² + (N − N̄)²) (Burnham and Anderson 2002, eq. 4.9). */
  readonly se: number;
  /** Weights e^(−Δ/2) of the usable models, in the order given; 0 for the others. */
  readonly weights: Float64Array;
  readonly usable: number;
}

/** Average over models with weights from an information criterion. Null where no model is usable. */
export function averageModels(models: readonly ScoredModel[], criterion: Criterion): Average | null {
  const least = best(models, criterion);
  if (least === null) return null;
  const weights = Float64Array.from(models, model =>
    model.usable ? Math.exp(-(model[criterion] - least[criterion]) / 2) : 0,
  );
  const total = weights.reduce((sum, w) => sum + w, 0);
  let abundance = 0;
  for (const [at, model] of models.entries()) {
    weights[at]! /= total;
    if (weights[at]! > 0) abundance += weights[at]! * model.abundance;
  }
  let se = 0;
  for (const [at, model] of models.entries())
    if (weights[at]! > 0) se += weights[at]! * Math.hypot(model.se, model.abundance - abundance);
  return { abundance, se, weights, usable: models.filter(model => model.usable).length };
}
