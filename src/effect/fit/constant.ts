import { multiply, transpose } from "../../stats/linalg.ts";
import type { Fit } from "./fit.ts";
import { sumOfWeights } from "./weight-sums.ts";

type Part = Pick<Fit, "names" | "coefficients" | "basis" | "bread" | "transform">;

/**
 * Adds the constant to a fit on centred columns. The basis gains a column of ones, orthogonal to the others; the
 * transform takes its coefficient (the mean of y) to the constant of the uncentred model.
 */
export function withConstant(
  part: Part,
  {
    y,
    columns,
    weights,
  }: { y: Float64Array; columns: readonly Float64Array[]; weights: Float64Array | null },
): Part {
  const k = columns.length + 1;
  const total = weights === null ? y.length : sumOfWeights(weights);
  const mean = (column: Float64Array) => {
    let sum = 0;
    for (let i = 0; i < column.length; i++) sum += (weights === null ? 1 : weights[i]!) * column[i]!;
    return sum / total;
  };
  const means = columns.map(mean);
  const transform = new Float64Array(k * k);
  const bread = new Float64Array(k * k);
  bread[0] = 1 / total;
  for (let i = 0; i < k; i++) transform[i * k + i] = 1;
  for (let j = 1; j < k; j++) {
    transform[j] = -means[j - 1]!;
    for (let i = 1; i < k; i++) bread[i * k + j] = part.bread[(i - 1) * (k - 1) + j - 1]!;
  }
  const centred = Float64Array.of(mean(y), ...part.coefficients);
  return {
    names: ["(Intercept)", ...part.names],
    coefficients: multiply(transform, centred, k),
    basis: [new Float64Array(y.length).fill(1), ...part.basis],
    bread,
    transform,
  };
}

/** `T V T'` for the transform of a fit. */
export function transformed(v: Float64Array, transform: Float64Array | null): Float64Array {
  if (transform === null) return v;
  const k = Math.round(Math.sqrt(v.length));
  return multiply(multiply(transform, v, k), transpose(transform, k), k);
}
