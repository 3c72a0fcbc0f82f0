import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import { COLLINEAR, ROUNDING } from "./least-squares.ts";

/** Columns of which only sums are had, the outcome first. */
export interface Summed {
  /** The products of all columns, by rows. */
  readonly gram: () => Float64Array;
  /** The products with a combination of the columns, and its squares. */
  readonly combination: (coefficients: Float64Array) => { products: Float64Array; squares: number };
}

export interface NormalSolution {
  /** One a regressor, 0 for those left out. */
  readonly b: Float64Array;
  readonly factor: Float64Array;
  readonly kept: Uint8Array;
  readonly ssr: number;
  /** Of the outcome. */
  readonly squares: number;
}

/** Least squares from sums: coefficients and, where they may have lost digits, their refinement, as in `regress`. */
export function solveNormal(held: Summed, scale: readonly number[]): NormalSolution {
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
  return { b, factor, kept, ssr, squares };
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
  held: Summed,
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
export const residualOf = (b: Float64Array): Float64Array => Float64Array.of(1, ...b.map(value => -value));

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}
