import { choleskyInverse, choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Design } from "../model/design.ts";
import type { HeldColumns } from "./fast/held.ts";
import type { Fit } from "./fit.ts";
import { COLLINEAR, product, ROUNDING, submatrix } from "./least-squares.ts";

type Part = Omit<Fit, "statistics" | "n" | "effects" | "breadWeights">;

/**
 * Least squares on columns that are not written down, the outcome first: coefficients and their refinement as in `regress`. Columns and residuals
 * are written when something asks for them, such as the variance of single rows.
 */
export function heldRegression(
  held: HeldColumns,
  design: Design,
  scale: readonly number[],
): Part & { squares: number } {
  const k = scale.length;
  const all = held.gram();
  const at = (i: number, j: number) => all[i * (k + 1) + j]!;
  const gram = Float64Array.from({ length: k * k }, (_, place) =>
    at(1 + Math.floor(place / k), 1 + (place % k)),
  );
  const products = Float64Array.from({ length: k }, (_, j) => at(1 + j, 0));
  const squares = at(0, 0);
  const { factor, kept } = orderedCholesky(gram, { tolerance: COLLINEAR, reference: scale });
  const b = choleskySolve(factor, products);
  let left = held.combination(residualOf(b));
  const change = choleskySolve(factor, left.products.subarray(1));
  const moves = change.some((value, j) => value ** 2 * gram[j * k + j]! > ROUNDING ** 2 * squares);
  for (let j = 0; j < k; j++) b[j]! += change[j]!;
  if (moves) left = held.combination(residualOf(b));
  const keep = scale.map((_, j) => j).filter(j => kept[j] === 1);
  const mixture = residualOf(b);
  const written = lazily(() => writtenDown(held, mixture, design.weights));
  return {
    names: keep.map(j => design.columns[j]!.name),
    coefficients: Float64Array.from(keep, j => b[j]!),
    bread: submatrix(choleskyInverse(factor), keep, k),
    transform: null,
    dispersion: "residual",
    ssr: left.squares,
    squares,
    collinear: design.columns.filter((_, j) => kept[j] === 0).map(({ name }) => name),
    iterations: held.solved.iterations,
    converged: held.solved.converged,
    scoreSums: (groups: Pick<Factor, "codes" | "size">) => {
      const sums = held.groupSums(mixture, groups);
      return sums === null ? null : keep.map(j => sums[1 + j]!);
    },
    get basis() {
      return keep.map(j => written().columns[1 + j]!);
    },
    get residuals() {
      return written().residuals;
    },
    get scoreResidual() {
      return written().scoreResidual;
    },
  };
}

/** Coefficients of `y - Xb` over all columns. */
const residualOf = (b: Float64Array): Float64Array => Float64Array.of(1, ...b.map(value => -value));

function writtenDown(held: HeldColumns, mixture: Float64Array, weights: Float64Array | null) {
  const columns = held.columns();
  const residuals = columns[0]!.slice();
  for (let j = 1; j < columns.length; j++) {
    const column = columns[j]!;
    for (let row = 0; row < residuals.length; row++) residuals[row]! += mixture[j]! * column[row]!;
  }
  return { columns, residuals, scoreResidual: weights === null ? residuals : product(residuals, weights) };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
