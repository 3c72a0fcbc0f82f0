import type { Factor } from "../data/factor.ts";
import { levelCounts } from "../data/level-counts.ts";

/** Columns less their (weighted) means by level. The rows may stand in any order. */
export function withoutMeans(
  columns: readonly Float64Array[],
  factor: Pick<Factor, "codes" | "size">,
  weights: Float64Array | null,
): Float64Array[] {
  const { counts, sorted } = levelCounts(factor);
  if (sorted && weights === null) return columns.map(column => withoutRunMeans(column, counts));
  const inverse = weights === null ? inverseOf(counts) : inverseSums(factor, weights);
  return columns.map(column => withoutMean(column, { codes: factor.codes, weights, inverse }));
}

/** Rows of a level stand together, so that its sum stays in a register. */
function withoutRunMeans(column: Float64Array, counts: Int32Array): Float64Array {
  const left = new Float64Array(column.length);
  let from = 0;
  for (let level = 0; level < counts.length; level++) {
    const to = from + counts[level]!;
    let sum = 0;
    for (let row = from; row < to; row++) sum += column[row]!;
    const mean = sum / (to - from);
    for (let row = from; row < to; row++) left[row] = column[row]! - mean;
    from = to;
  }
  return left;
}

function inverseOf(counts: Int32Array): Float64Array {
  const inverse = new Float64Array(counts.length);
  for (let level = 0; level < counts.length; level++)
    if (counts[level]! > 0) inverse[level] = 1 / counts[level]!;
  return inverse;
}

function inverseSums({ codes, size }: Pick<Factor, "codes" | "size">, weights: Float64Array): Float64Array {
  const sums = new Float64Array(size);
  for (let row = 0; row < codes.length; row++) sums[codes[row]!]! += weights[row]!;
  return sums.map(sum => (sum > 0 ? 1 / sum : 0));
}

interface Levels {
  readonly codes: Int32Array;
  readonly weights: Float64Array | null;
  /** One over the sum of the weights of each level. */
  readonly inverse: Float64Array;
}

function withoutMean(column: Float64Array, { codes, weights, inverse }: Levels): Float64Array {
  const means = new Float64Array(inverse.length);
  if (weights === null) for (let row = 0; row < codes.length; row++) means[codes[row]!]! += column[row]!;
  else for (let row = 0; row < codes.length; row++) means[codes[row]!]! += weights[row]! * column[row]!;
  for (let level = 0; level < means.length; level++) means[level]! *= inverse[level]!;
  const left = new Float64Array(column.length);
  for (let row = 0; row < codes.length; row++) left[row] = column[row]! - means[codes[row]!]!;
  return left;
}
