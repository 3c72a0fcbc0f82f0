import { UserError } from "../../codebook/errors.ts";
import { tSf } from "../../stats/index.ts";
import { multiply } from "../../stats/linalg.ts";
import { degreesUsed } from "../fit/degrees.ts";
import type { Fit } from "../fit/fit.ts";
import { type ClusterSpace, changeWithin } from "./cluster-adjustment.ts";
import { columnMatrix } from "./column-matrix.ts";
import { outerSum } from "./meat.ts";
import { type ResidualMaker, residualMakerOf, spreadOver } from "./residual-maker.ts";

/** CR0 none, CR1 sqrt(G/(G - 1)), CR1S Stata's, CR2 bias-reduced, CR3 close to the jackknife. */
export type ClusterVariant = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3";

export interface SmallSampleTerm {
  readonly term: string;
  readonly se: number;
  /** Satterthwaite degrees of freedom. */
  readonly df: number;
  readonly p: number;
}

export interface SmallSampleVariance {
  /** Of the coefficients named, by rows. */
  readonly matrix: Float64Array;
  /** Satterthwaite degrees of freedom, one a coefficient. */
  readonly df: Float64Array;
}

/**
 * Cluster-robust errors adjusted for few clusters with Satterthwaite degrees of freedom (Bell and McCaffrey 2002;
 * Pustejovsky and Tipton 2018, eq. 9 to 12), under a working model of independent errors of equal variance, also where rows have weights. Fixed
 * effects count in the adjustment as if they were written as regressors; with instruments the fitted regressors stand for the regressors.
 */
export function smallSampleVariance(
  fit: Fit,
  codes: Int32Array,
  variant: ClusterVariant,
): SmallSampleVariance {
  refuseOthers(fit);
  const k = fit.names.length;
  const G = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const groups = Array.from({ length: G }, (): number[] => []);
  for (let row = 0; row < codes.length; row++) groups[codes[row]!]!.push(row);
  const maker = residualMakerOf(fit);
  // Row j: what a row of residuals adds to coefficient j.
  const toNamed = multiply(fit.transform ?? identity(k), fit.bread, k);
  const parts = groups.map(rows => adjusted(rows, { fit, variant, G, maker }));
  const df = new Float64Array(k);
  const scores = fit.names.map(() => new Float64Array(G));
  const x = columnMatrix(fit.basis);
  for (let j = 0; j < k; j++) {
    const loadings = parts.map(part => multiply(part, toNamed.subarray(j * k, (j + 1) * k), k));
    for (const [g, rows] of groups.entries())
      for (const [i, row] of rows.entries()) scores[j]![g]! += loadings[g]![i]! * fit.residuals[row]!;
    const given = { groups, loadings, fit, maker };
    df[j] = fit.breadWeights === null ? satterthwaite(x, given) : weightedSatterthwaite(given);
  }
  return { matrix: outerSum(scores), df };
}

/** The same, as a table of terms. */
export function smallSampleClusters(fit: Fit, codes: Int32Array, variant: ClusterVariant): SmallSampleTerm[] {
  const { matrix, df } = smallSampleVariance(fit, codes, variant);
  const k = fit.names.length;
  return fit.names.map((term, j) => {
    const se = Math.sqrt(matrix[j * k + j]!);
    return { term, se, df: df[j]!, p: 2 * tSf(Math.abs(fit.coefficients[j]! / se), df[j]!) };
  });
}

function refuseOthers(fit: Fit): void {
  if (fit.dispersion === "residual") return;
  throw new UserError({
    code: "few-clusters",
    message: "CR2 and CR3 are here for least squares and two-stage least squares",
    hint: "cluster (--vcov cluster:NAME), and read intervals of few clusters with care",
  });
}

const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));

interface Adjustment {
  readonly fit: Fit;
  readonly variant: ClusterVariant;
  readonly G: number;
  readonly maker: ResidualMaker;
}

/** `A_g' W_g X_g` (rows by k), where A_g is the adjustment of the variant. */
function adjusted(rows: readonly number[], { fit, variant, G, maker }: Adjustment): Float64Array {
  const k = fit.names.length;
  const weights = fit.breadWeights;
  const scaled = (power: number) =>
    Float64Array.from({ length: rows.length * k }, (_, at) => {
      const row = rows[Math.floor(at / k)]!;
      return fit.basis[at % k]![row]! * (weights === null ? 1 : weights[row]! ** power);
    });
  if (variant === "CR0") return scaled(1);
  if (variant === "CR1" || variant === "CR1S") {
    const stata = variant === "CR1S" ? (fit.n - 1) / (fit.n - degreesUsed(fit.effects, k, new Set())) : 1;
    const factor = Math.sqrt((G / (G - 1)) * stata);
    return scaled(1).map(value => value * factor);
  }
  const space: ClusterSpace = { rows, fit, maker };
  if (variant === "CR2") return changeWithin(scaled(1), space, { power: -0.5, side: "rows" });
  // (I - H_gg)^-1 is symmetric between roots of the weights.
  const inner = changeWithin(scaled(0.5), space, { power: -1, side: "roots" });
  if (weights === null) return inner;
  return inner.map((value, at) => value * Math.sqrt(weights[rows[Math.floor(at / k)]!]!));
}

interface Loadings {
  readonly groups: readonly (readonly number[])[];
  readonly loadings: readonly Float64Array[];
  readonly fit: Fit;
  readonly maker: ResidualMaker;
}

/** `tr(P)² / tr(P P)` for the Gram matrix of the clusters' loadings on the errors, without weights. */
function satterthwaite(x: Float64Array, { groups, loadings, fit, maker }: Loadings): number {
  const k = fit.names.length;
  const G = groups.length;
  // p_g = (I - H)_g' a_g; the regressors' part of H needs only the k-vectors X_g'a_g.
  const inner = groups.map((rows, g) => {
    const sum = new Float64Array(k);
    for (const [i, row] of rows.entries())
      for (let c = 0; c < k; c++) sum[c]! += loadings[g]![i]! * x[row * k + c]!;
    return sum;
  });
  let trace = 0;
  let squares = 0;
  for (let g = 0; g < G; g++) {
    const spread =
      fit.effects.length === 0
        ? null
        : maker.withoutEffects([spreadOver(groups[g]!, loadings[g]!, fit.n)])[0]!;
    const left = multiply(inner[g]!, fit.bread, k);
    for (let h = 0; h < G; h++) {
      let value = -left.reduce((sum, v, c) => sum + v * inner[h]![c]!, 0);
      if (spread !== null)
        for (const [i, row] of groups[h]!.entries()) value += loadings[h]![i]! * spread[row]!;
      else if (g === h) value += loadings[g]!.reduce((sum, v) => sum + v * v, 0);
      if (g === h) trace += value;
      squares += value * value;
    }
  }
  return trace ** 2 / squares;
}

/** The same with weights, where I - H is no longer symmetric: the Gram matrix is `a_g'(I - H)(I - H)'a_h`. */
function weightedSatterthwaite({ groups, loadings, fit, maker }: Loadings): number {
  let trace = 0;
  let squares = 0;
  for (const [g, rows] of groups.entries()) {
    const [transposed] = maker.transposed([spreadOver(rows, loadings[g]!, fit.n)]);
    const [whole] = maker.apply([transposed!]);
    for (const [h, others] of groups.entries()) {
      const value = others.reduce((sum, row, i) => sum + loadings[h]![i]! * whole![row]!, 0);
      if (g === h) trace += value;
      squares += value * value;
    }
  }
  return trace ** 2 / squares;
}
