import { UserError } from "../../codebook/errors.ts";
import { tSf } from "../../stats/index.ts";
import { fromEigen, multiply, symmetricEigen, transpose } from "../../stats/linalg.ts";
import type { Fit } from "../fit/fit.ts";
import { columnMatrix } from "./column-matrix.ts";

/** CR0 none, CR1 sqrt(G/(G - 1)), CR1S Stata's, CR2 bias-reduced, CR3 close to the jackknife. */
export type ClusterVariant = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3";

export interface SmallSampleTerm {
  readonly term: string;
  readonly se: number;
  /** Satterthwaite degrees of freedom. */
  readonly df: number;
  readonly p: number;
}

/** With more rows in one cluster the dense adjustment is refused. */
const MOST_ROWS = 3000;

/**
 * Cluster-robust errors adjusted for few clusters with Satterthwaite degrees of freedom (Bell and McCaffrey 2002;
 * Pustejovsky and Tipton 2018), under a working model of independent errors; least squares without weights and
 * fixed effects, which are to be written as regressors.
 */
export function smallSampleClusters(fit: Fit, codes: Int32Array, variant: ClusterVariant): SmallSampleTerm[] {
  if (fit.breadWeights !== null || fit.effects.length > 0 || fit.dispersion !== "residual") {
    throw new UserError({
      code: "few-clusters",
      message: "CR2 and CR3 are here for least squares without weights and fixed effects",
      hint: "write the effects as regressors, or use the wild cluster bootstrap",
    });
  }
  const k = fit.names.length;
  const G = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const x = columnMatrix(fit.basis);
  const groups = Array.from({ length: G }, (_, g) => [...codes.keys()].filter(row => codes[row] === g));
  const transform = fit.transform ?? identity(k);
  // Row j: what a row of residuals adds to coefficient j.
  const toNamed = multiply(transform, fit.bread, k);
  const parts = groups.map(rows => adjusted(x, rows, { fit, variant, G }));
  return fit.names.map((term, j) => {
    const loadings = parts.map(({ ax }) => multiply(ax, toNamed.subarray(j * k, (j + 1) * k), k));
    let variance = 0;
    for (const [g, rows] of groups.entries()) {
      const score = rows.reduce((sum, row, i) => sum + loadings[g]![i]! * fit.residuals[row]!, 0);
      variance += score * score;
    }
    const se = Math.sqrt(variance);
    const df = satterthwaite(x, { groups, loadings, fit });
    const t = Math.abs(fit.coefficients[j]! / se);
    return { term, se, df, p: 2 * tSf(t, df) };
  });
}

const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));

interface Adjustment {
  readonly fit: Fit;
  readonly variant: ClusterVariant;
  readonly G: number;
}

/** `A_g X_g` (rows by k), where A_g is the adjustment of the variant. */
function adjusted(
  x: Float64Array,
  rows: readonly number[],
  { fit, variant, G }: Adjustment,
): { ax: Float64Array } {
  const k = fit.names.length;
  const own = Float64Array.from(
    { length: rows.length * k },
    (_, at) => x[rows[Math.floor(at / k)]! * k + (at % k)]!,
  );
  if (variant === "CR0") return { ax: own };
  if (variant === "CR1" || variant === "CR1S") {
    const stata = variant === "CR1S" ? (fit.n - 1) / (fit.n - k) : 1;
    const factor = Math.sqrt((G / (G - 1)) * stata);
    return { ax: own.map(value => value * factor) };
  }
  if (rows.length > MOST_ROWS) {
    throw new UserError({
      code: "few-clusters",
      message: `a cluster has ${rows.length} rows`,
      expected: `at most ${MOST_ROWS}`,
    });
  }
  const n = rows.length;
  const hat = multiply(multiply(own, fit.bread, k), transpose(own, k), k);
  const rest = hat.map((value, at) => (at % (n + 1) === 0 ? 1 : 0) - value);
  const power = variant === "CR2" ? -0.5 : -1;
  const a = fromEigen(symmetricEigen(rest), value => (value > 1e-10 ? value ** power : 0));
  return { ax: multiply(a, own, n) };
}

interface Loadings {
  readonly groups: readonly (readonly number[])[];
  readonly loadings: readonly Float64Array[];
  readonly fit: Fit;
}

/** `tr(P)² / tr(P P)` for the Gram matrix of the clusters' loadings on the errors. */
function satterthwaite(x: Float64Array, { groups, loadings, fit }: Loadings): number {
  const k = fit.names.length;
  const G = groups.length;
  // p_g = (I - H)_g' a_g; products need only a_g'a_g on the diagonal and the k-vectors X_g'a_g.
  const inner = groups.map((rows, g) => {
    const sum = new Float64Array(k);
    for (const [i, row] of rows.entries())
      for (let c = 0; c < k; c++) sum[c]! += loadings[g]![i]! * x[row * k + c]!;
    return sum;
  });
  let trace = 0;
  let squares = 0;
  for (let g = 0; g < G; g++) {
    for (let h = 0; h < G; h++) {
      const left = multiply(inner[g]!, fit.bread, k);
      let value = -left.reduce((sum, v, c) => sum + v * inner[h]![c]!, 0);
      if (g === h) {
        value += loadings[g]!.reduce((sum, v) => sum + v * v, 0);
        trace += value;
      }
      squares += value * value;
    }
  }
  return trace ** 2 / squares;
}
