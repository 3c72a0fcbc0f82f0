import type { Numbers } from "../../data/taken.ts";
import type { Gradients } from "./gradients.ts";

/** What a Poisson model is made of, one number a row. */
export interface PoissonRows {
  readonly y: Numbers;
  readonly regressors: readonly Numbers[];
  readonly prior: Float64Array | null;
  readonly offset: Float64Array | null;
  /** Weighted sum of the outcomes. */
  readonly total: number;
}

/** What a visit of all rows shows. */
export interface Visit {
  /** Sum of the (weighted) outcomes times the logarithm of the (weighted) means: with it the likelihood rises and falls, as the means add up to the outcomes. */
  readonly likelihood: number;
  /** No mean has moved by a larger factor, less 1. */
  readonly change: number;
}

export type SolvePrecision = Pick<Gradients, "maxIterations" | "onStep"> & {
  /** For the outcome of the working regression, beside itself. */
  readonly outcome: number;
  /** For the regressors, beside their first right-hand sides. */
  readonly regressors: number;
};

/** The linear predictor of rows of which nothing is known but prior weight and offset; null where it is 0. */
export function startOf(prior: Float64Array | null, offset: Float64Array | null): Float64Array | null {
  if (prior === null) return offset;
  return prior.map((weight, row) => Math.log(weight) + (offset === null ? 0 : offset[row]!));
}
