import { fromEigen, symmetricEigen } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Effect } from "../fit/absorb.ts";
import { transformed } from "../fit/constant.ts";
import { degreesUsed, isNested } from "../fit/degrees.ts";
import type { Fit } from "../fit/fit.ts";
import { product } from "../fit/products.ts";
import type { Design } from "../model/design.ts";
import type { Correction } from "./correction.ts";
import { exactRank } from "./rank.ts";

/** The variance of the coefficients of a fit, with what it rests on. */
export interface Vcov {
  /** By rows, in the order of the fit's names. */
  readonly matrix: Float64Array;
  readonly name: string;
  /** Number of clusters (periods for Newey-West and Driscoll-Kraay) by name; empty for iid and HC. */
  readonly clusters: Readonly<Record<string, number>>;
  /** Degrees of freedom of the t distribution. */
  readonly df: number;
  /** Where each coefficient has its own. */
  readonly dfs?: Float64Array;
  /** K of the small-sample factor. */
  readonly parameters: number;
  /** The factor applied, in words. */
  readonly correction: string;
  /** Diagonal before eigenvalues below zero were raised; null if the matrix was positive definite. */
  readonly varianceBeforeFix: Float64Array | null;
  readonly notes: readonly string[];
}

export type Sampled = Pick<Design, "frame" | "rows" | "panel">;

/** `basis * scoreResidual`, one array a coefficient. */
export function scoresOf(fit: Fit): Float64Array[] {
  return fit.basis.map(column => product(column, fit.scoreResidual));
}

/** K under the rule of the correction; effects nested in a cluster count as one level unless all are counted. */
export function parametersOf(
  fit: Fit,
  correction: Correction,
  clusters: readonly Pick<Factor, "codes" | "size">[] = [],
): number {
  const k = fit.names.length;
  if (correction.countEffects === "none") return k;
  const nested = new Set<Effect>();
  if (correction.countEffects === "nonnested") {
    for (const effect of fit.effects) if (clusters.some(one => isNested(effect, one))) nested.add(effect);
  }
  const used = degreesUsed(fit.effects, k, nested);
  if (!correction.exactK || nested.size > 0) return used;
  return k + exactRank(fit.effects);
}

/** What a variance of the basis is said to be. */
interface Parts {
  readonly name: string;
  readonly clusters?: Readonly<Record<string, number>>;
  readonly df: number;
  readonly dfs?: Float64Array;
  readonly parameters: number;
  readonly correction: string;
  readonly notes?: readonly string[];
}

/** Takes a variance of the basis to the coefficients named. */
export function finish(fit: Fit, variance: Float64Array, parts: Parts): Vcov {
  const matrix = transformed(variance, fit.transform);
  return { clusters: {}, notes: [], varianceBeforeFix: null, ...parts, matrix };
}

export const scaled = (matrix: Float64Array, factor: number): Float64Array =>
  matrix.map(value => value * factor);

/** Small-sample factors in words. */
export function wordsOf(correction: Correction, K: number, G: number): string {
  const parts = [
    ...(correction.adjustK ? [`(n - 1)/(n - K) with K = ${K}`] : []),
    ...(correction.adjustG
      ? [`G/(G - 1) with G = ${correction.clusterDf === "min" ? G : "that of each part"}`]
      : []),
  ];
  return parts.length === 0 ? "none" : parts.join(", ");
}

/** Eigenvalues below this are raised to it, as fixest does; less where the matrix itself is that small. */
const LOWEST_EIGENVALUE = 1e-16;

/** Sums of one-way matrices can have negative eigenvalues; they are raised, and it is said. */
export function madePositive(vcov: Vcov): Vcov {
  const eigen = symmetricEigen(vcov.matrix);
  const largest = eigen.values.reduce((a, b) => Math.max(a, b), 0);
  const lowest = Math.min(LOWEST_EIGENVALUE, 1e-12 * largest);
  if (eigen.values.every(value => value >= lowest)) return vcov;
  const k = eigen.values.length;
  return {
    ...vcov,
    matrix: fromEigen(eigen, value => Math.max(value, lowest)),
    varianceBeforeFix: Float64Array.from({ length: k }, (_, i) => vcov.matrix[i * k + i]!),
    notes: [
      ...vcov.notes,
      "the variance matrix was not positive definite; its negative eigenvalues were set to 0",
    ],
  };
}
