import { multiply, transpose } from "../../stats/linalg.ts";
import type { Fit } from "../fit/fit.ts";
import { type Distribution, inferTerms, type TermEstimate } from "../vcov/inference.ts";

/** A weighted sum of coefficients; `weights` holds positions and weights. */
export interface Combination {
  readonly name: string;
  readonly weights: ReadonlyMap<number, number>;
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
