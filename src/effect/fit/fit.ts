import type { Factor } from "../data/factor.ts";
import type { Effect } from "./absorb.ts";

/**
 * A fitted model in the form that every variance estimator needs. The estimate solves `sum of scores = 0` where the
 * score of row i is `basis[i] * scoreResidual[i]`; `bread` is the inverse of the (expected) derivative.
 */
export interface Fit {
  /** Names of the coefficients kept, the constant `(Intercept)` first. */
  readonly names: readonly string[];
  readonly coefficients: Float64Array;
  /** Columns after the effects (or the constant's mean) are taken out, one a coefficient; the constant itself is 1. */
  readonly basis: readonly Float64Array[];
  /** In terms of the basis. */
  readonly bread: Float64Array;
  /** Takes coefficients of the basis to those named; null if they are the same. By rows. */
  readonly transform: Float64Array | null;
  /** Weighted residual of the row: w u for least squares, w (y - mu) for Poisson and logit. */
  readonly scoreResidual: Float64Array;
  /** Sums of the scores by group, one array a coefficient, where they are had without writing basis and residuals down; null for other groups. */
  readonly scoreSums?: (groups: Pick<Factor, "codes" | "size">) => Float64Array[] | null;
  /** The products of these sums added up over the groups, by rows, where they are had without the sums; null for other groups. */
  readonly scoreProducts?: (groups: Pick<Factor, "codes" | "size">) => Float64Array | null;
  /** Weights of the bread, `bread = (basis' W basis)^-1`; null if 1. */
  readonly breadWeights: Float64Array | null;
  /** Multiplies the bread in the iid variance before corrections: sum of w u² over n - K for least squares, else 1. */
  readonly dispersion: "residual" | "one";
  /** Sum of squared (weighted) residuals of the fit, for the iid variance. */
  readonly ssr: number;
  readonly n: number;
  readonly effects: readonly Effect[];
  /** Regressors left out because they are combinations of earlier ones or of the effects. */
  readonly collinear: readonly string[];
  /** Set where regressors were instrumented. */
  readonly instrumented?: true;
  readonly residuals: Float64Array;
  readonly iterations: number;
  readonly converged: boolean;
  /** Named statistics: r2, within r2, log-likelihood and the like. */
  readonly statistics: Readonly<Record<string, number>>;
}
