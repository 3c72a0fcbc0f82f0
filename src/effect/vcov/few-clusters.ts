import { UserError } from "../../codebook/errors.ts";
import { tSf } from "../../stats/index.ts";
import { fromEigen, multiply, symmetricEigen, symmetrize, transpose } from "../../stats/linalg.ts";
import { degreesUsed } from "../fit/degrees.ts";
import type { Fit } from "../fit/fit.ts";
import { type Partialler, partiallerOf } from "../fit/partial.ts";
import { clusterBasis } from "./cluster-space.ts";
import { columnMatrix } from "./column-matrix.ts";
import { outerSum } from "./meat.ts";

/** CR0 none, CR1 sqrt(G/(G - 1)), CR1S Stata's, CR2 bias-reduced, CR3 close to the jackknife. */
export type ClusterVariant = "CR0" | "CR1" | "CR1S" | "CR2" | "CR3";

export interface SmallSampleTerm {
  readonly term: string;
  readonly se: number;
  /** Satterthwaite degrees of freedom. */
  readonly df: number;
  readonly p: number;
}

/** Levels of effects and regressors within one cluster; with more the dense adjustment is refused. */
const MOST_DIMENSIONS = 400;

export interface SmallSampleVariance {
  /** Of the coefficients named, by rows. */
  readonly matrix: Float64Array;
  /** Satterthwaite degrees of freedom, one a coefficient. */
  readonly df: Float64Array;
}

/**
 * Cluster-robust errors adjusted for few clusters with Satterthwaite degrees of freedom (Bell and McCaffrey 2002;
 * Pustejovsky and Tipton 2018), under a working model of independent errors; least squares without weights. Fixed effects count in the
 * adjustment as if they were written as regressors.
 */
export function smallSampleVariance(
  fit: Fit,
  codes: Int32Array,
  variant: ClusterVariant,
): SmallSampleVariance {
  refuseOthers(fit);
  const k = fit.names.length;
  const G = codes.reduce((most, code) => Math.max(most, code + 1), 0);
  const x = columnMatrix(fit.basis);
  const groups = Array.from({ length: G }, (): number[] => []);
  for (let row = 0; row < codes.length; row++) groups[codes[row]!]!.push(row);
  const partialler =
    fit.effects.length === 0
      ? null
      : partiallerOf({ effects: fit.effects, constant: false, y: fit.residuals, weights: null });
  // Row j: what a row of residuals adds to coefficient j.
  const toNamed = multiply(fit.transform ?? identity(k), fit.bread, k);
  const parts = groups.map(rows => adjusted(x, rows, { fit, variant, G, partialler }));
  const df = new Float64Array(k);
  const scores = fit.names.map(() => new Float64Array(G));
  for (let j = 0; j < k; j++) {
    const loadings = parts.map(({ ax }) => multiply(ax, toNamed.subarray(j * k, (j + 1) * k), k));
    for (const [g, rows] of groups.entries())
      for (const [i, row] of rows.entries()) scores[j]![g]! += loadings[g]![i]! * fit.residuals[row]!;
    df[j] = satterthwaite(x, { groups, loadings, fit, partialler });
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
  if (fit.breadWeights !== null || fit.dispersion !== "residual") {
    throw new UserError({
      code: "few-clusters",
      message: "CR2 and CR3 are here for least squares without weights and instruments",
      hint: "use the wild cluster bootstrap (--bootstrap CLUSTER)",
    });
  }
}

function tooWide(dimensions: number): UserError {
  return new UserError({
    code: "few-clusters",
    message: `CR2 and CR3 adjust ${dimensions} levels of effects and regressors within one cluster`,
    expected: `at most ${MOST_DIMENSIONS}`,
    hint: "use the wild cluster bootstrap (--bootstrap CLUSTER)",
  });
}

const identity = (n: number): Float64Array =>
  Float64Array.from({ length: n * n }, (_, at) => Number(at % (n + 1) === 0));

interface Adjustment {
  readonly fit: Fit;
  readonly variant: ClusterVariant;
  readonly G: number;
  readonly partialler: Partialler | null;
}

/** `A_g X_g` (rows by k), where A_g is the adjustment of the variant. */
function adjusted(
  x: Float64Array,
  rows: readonly number[],
  { fit, variant, G, partialler }: Adjustment,
): { ax: Float64Array } {
  const k = fit.names.length;
  const own = Float64Array.from(
    { length: rows.length * k },
    (_, at) => x[rows[Math.floor(at / k)]! * k + (at % k)]!,
  );
  if (variant === "CR0") return { ax: own };
  if (variant === "CR1" || variant === "CR1S") {
    const stata = variant === "CR1S" ? (fit.n - 1) / (fit.n - degreesUsed(fit.effects, k, new Set())) : 1;
    const factor = Math.sqrt((G / (G - 1)) * stata);
    return { ax: own.map(value => value * factor) };
  }
  const basis = clusterBasis(rows, fit.basis, fit.effects);
  if (basis.length > MOST_DIMENSIONS) throw tooWide(basis.length);
  const power = variant === "CR2" ? -0.5 : -1;
  const rest = restOfModel(rows, basis, { fit, partialler });
  const r = basis.length;
  // Outside the basis the residual maker is the identity, so only the part within it changes.
  const inside = fromEigen(symmetricEigen(rest), value => (value > 1e-10 ? value ** power : 0) - 1);
  const q = columnMatrix(basis);
  const coordinates = multiply(transpose(q, r), own, rows.length);
  const change = multiply(q, multiply(inside, coordinates, r), r);
  return { ax: own.map((value, at) => value + change[at]!) };
}

/** `Q'(I - H)Q` for the basis Q of a cluster, where H projects on regressors and effects together. */
function restOfModel(
  rows: readonly number[],
  basis: readonly Float64Array[],
  { fit, partialler }: Pick<Adjustment, "fit" | "partialler">,
): Float64Array {
  const r = basis.length;
  const k = fit.names.length;
  const rest = identity(r);
  const withinOf = (column: Float64Array) => rows.map(row => column[row]!);
  if (partialler !== null)
    for (let first = 0; first < r; first += 2) {
      const spread = basis.slice(first, first + 2).map(column => spreadOver(rows, column, fit.n));
      for (const [at, column] of partialler.partial(spread).columns.entries()) {
        const left = withinOf(column);
        for (let i = 0; i < r; i++)
          rest[i * r + first + at] = left.reduce((sum, value, place) => sum + value * basis[i]![place]!, 0);
      }
    }
  const loads = Float64Array.from({ length: r * k }, (_, at) => {
    const [i, c] = [Math.floor(at / k), at % k];
    return rows.reduce((sum, row, place) => sum + basis[i]![place]! * fit.basis[c]![row]!, 0);
  });
  const fitted = multiply(multiply(loads, fit.bread, k), transpose(loads, k), k);
  return symmetrize(rest.map((value, at) => value - fitted[at]!));
}

/** Values of the rows of a cluster among zeros for all other rows. */
function spreadOver(rows: readonly number[], values: ArrayLike<number>, n: number): Float64Array {
  const whole = new Float64Array(n);
  for (const [place, row] of rows.entries()) whole[row] = values[place]!;
  return whole;
}

interface Loadings {
  readonly groups: readonly (readonly number[])[];
  readonly loadings: readonly Float64Array[];
  readonly fit: Fit;
  readonly partialler: Partialler | null;
}

/** `tr(P)² / tr(P P)` for the Gram matrix of the clusters' loadings on the errors. */
function satterthwaite(x: Float64Array, { groups, loadings, fit, partialler }: Loadings): number {
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
    const spread = partialler === null ? null : spreadOf(groups[g]!, loadings[g]!, { fit, partialler });
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

/** The loadings of a cluster over all rows, the effects taken out. */
function spreadOf(
  rows: readonly number[],
  loadings: Float64Array,
  { fit, partialler }: { fit: Fit; partialler: Partialler },
): Float64Array {
  return partialler.partial([spreadOver(rows, loadings, fit.n)]).columns[0]!;
}
