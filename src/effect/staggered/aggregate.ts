import { multiply, transpose } from "../../stats/linalg.ts";
import type { Fit } from "../fit/fit.ts";
import { type Distribution, inferTerms, type TermEstimate } from "../vcov/inference.ts";

/** A weighted sum of coefficients; `weights` holds positions and weights. */
export interface Combination {
  readonly name: string;
  readonly weights: ReadonlyMap<number, number>;
}

/** Covariance of combinations of coefficients with this covariance matrix, weights taken as known. */
export function combineCovariance(combinations: readonly Combination[], matrix: Float64Array): Float64Array {
  const k = Math.round(Math.sqrt(matrix.length));
  const q = combinations.length;
  const covariance = new Float64Array(q * q);
  for (let a = 0; a < q; a++) {
    for (let b = 0; b < q; b++) {
      let sum = 0;
      for (const [i, wi] of combinations[a]!.weights)
        for (const [j, wj] of combinations[b]!.weights) sum += wi * wj * matrix[i * k + j]!;
      covariance[a * q + b] = sum;
    }
  }
  return covariance;
}

/** Estimates of combinations of coefficients, weights taken as known. */
export function combineTerms(
  fit: Pick<Fit, "coefficients">,
  combinations: readonly Combination[],
  { matrix, distribution, level }: { matrix: Float64Array; distribution: Distribution; level?: number },
): TermEstimate[] {
  const k = fit.coefficients.length;
  const loading = new Float64Array(combinations.length * k);
  for (const [row, { weights }] of combinations.entries()) {
    for (const [position, weight] of weights) loading[row * k + position] = weight;
  }
  if (combinations.length === 0) return [];
  const estimates = multiply(loading, fit.coefficients, k);
  const variance = multiply(multiply(loading, matrix, k), transpose(loading, k), k);
  const names = combinations.map(({ name }) => name);
  return inferTerms(names, estimates, {
    matrix: variance,
    distribution,
    ...(level === undefined ? {} : { level }),
  });
}

/** Weights in proportion to `sizes`, adding to one. */
export function shares(positions: readonly number[], sizes: readonly number[]): Map<number, number> {
  const total = positions.reduce((sum, position) => sum + sizes[position]!, 0);
  return new Map(positions.map(position => [position, sizes[position]! / total]));
}
