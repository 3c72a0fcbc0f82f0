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
  const ssr = isSafe(factor, { gram, products, squares }, b)
    ? squares - dot(products, b)
    : refine(held, factor, { gram, squares }, b);
  const keep = scale.map((_, j) => j).filter(j => kept[j] === 1);
  const mixture = residualOf(b);
  const written = lazily(() => writtenDown(held, mixture, design.weights));
  return {
    names: keep.map(j => design.columns[j]!.name),
    coefficients: Float64Array.from(keep, j => b[j]!),
    bread: submatrix(choleskyInverse(factor), keep, k),
    transform: null,
    dispersion: "residual",
    ssr,
    squares,
    collinear: design.columns.filter((_, j) => kept[j] === 0).map(({ name }) => name),
    iterations: held.solved.iterations,
    converged: held.solved.converged,
    scoreSums: (groups: Pick<Factor, "codes" | "size">) => {
      return held.groupSums(
        mixture,
        groups,
        keep.map(j => 1 + j),
      );
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

interface Moments {
  readonly gram: Float64Array;
  readonly products: Float64Array;
  readonly squares: number;
}

/** Share of its own variation that a column keeps beside the earlier ones, and of the outcome that the residuals keep, from which on normal equations lose no more than two digits. */
const SAFE = 0.01;

function isSafe(factor: Float64Array, { gram, products, squares }: Moments, b: Float64Array): boolean {
  const k = b.length;
  if (squares - dot(products, b) < SAFE * squares) return false;
  for (let j = 0; j < k; j++) if (!(factor[j * k + j]! ** 2 >= SAFE * gram[j * k + j]!)) return false;
  return true;
}

/** Corrects the coefficients once on the residuals, as `regress`; the squares of the residuals. */
function refine(
  held: HeldColumns,
  factor: Float64Array,
  { gram, squares }: Pick<Moments, "gram" | "squares">,
  b: Float64Array,
): number {
  const k = b.length;
  const left = held.combination(residualOf(b));
  const change = choleskySolve(factor, left.products.subarray(1));
  for (let j = 0; j < k; j++) b[j]! += change[j]!;
  const moves = change.some((value, j) => value ** 2 * gram[j * k + j]! > ROUNDING ** 2 * squares);
  return moves ? held.combination(residualOf(b)).squares : left.squares;
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

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
