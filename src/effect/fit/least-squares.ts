import { choleskyInverse, choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { NamedColumn } from "../model/terms.ts";
import {
  BLOCK,
  combine,
  difference,
  innerProduct,
  momentsOf,
  partialProduct,
  type Weighted,
} from "./products.ts";

/** A column is left out if its squared distance from the earlier ones is this small beside its own variation. */
export const COLLINEAR = 1e-11;

export interface Regression {
  /** One a column kept. */
  readonly coefficients: Float64Array;
  readonly bread: Float64Array;
  /** Positions of the columns kept. */
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  readonly residuals: Float64Array;
  /** Weighted squares of the residuals, and of `y`. */
  readonly ssr: number;
  readonly squares: number;
  /** `y` less the residuals. */
  readonly fitted: Float64Array;
}

export interface RegressOptions extends Weighted {
  readonly scale: ArrayLike<number>;
}

/** A change of the coefficients that moves no residual by more than this part of `y` is rounding. */
export const ROUNDING = 1e-15;

/**
 * Weighted least squares of `y` on columns from which the effects are already taken out. `scale` holds the variation
 * of each column before that, against which collinearity is judged. Coefficients are refined once on the residuals,
 * which gives back the digits that normal equations lose.
 */
export function regress(
  y: Float64Array,
  columns: readonly Float64Array[],
  { weights, scale, raw }: RegressOptions,
): Regression {
  const k = columns.length;
  const { gram, products, squares } = momentsOf(y, columns, {
    weights,
    ...(raw === undefined ? {} : { raw }),
  });
  const { factor, kept } = orderedCholesky(gram, { tolerance: COLLINEAR, reference: scale });
  const all = choleskySolve(factor, products);
  const left = residualsOf(y, columns, { b: all, weights });
  const change = choleskySolve(factor, left.products);
  let { ssr } = left;
  const moves = columns.some((_, j) => change[j]! ** 2 * gram[j * k + j]! > ROUNDING ** 2 * squares);
  if (moves) {
    combine(
      columns,
      change.map(value => -value),
      left.residuals,
    );
    ssr = innerProduct(left.residuals, left.residuals, weights);
  }
  for (let j = 0; j < k; j++) all[j]! += change[j]!;
  const inverse = choleskyInverse(factor);
  const keep = columns.map((_, j) => j).filter(j => kept[j] === 1);
  return {
    coefficients: Float64Array.from(keep, j => all[j]!),
    bread: submatrix(inverse, keep, k),
    kept: keep,
    dropped: columns.map((_, j) => j).filter(j => kept[j] === 0),
    residuals: left.residuals,
    ssr,
    squares,
    get fitted() {
      return difference(y, left.residuals);
    },
  };
}

export function submatrix(a: Float64Array, keep: readonly number[], order: number): Float64Array {
  return Float64Array.from({ length: keep.length ** 2 }, (_, at) => {
    const [i, j] = [Math.floor(at / keep.length), at % keep.length];
    return a[keep[i]! * order + keep[j]!]!;
  });
}

/** `r = y - X b` with `X'Wr` and `r'Wr`, in one visit of the rows. */
function residualsOf(
  y: Float64Array,
  columns: readonly Float64Array[],
  { b, weights }: { b: Float64Array; weights: Float64Array | null },
) {
  const residuals = new Float64Array(y.length);
  const products = new Float64Array(columns.length);
  let ssr = 0;
  for (let from = 0; from < y.length; from += BLOCK) {
    const to = Math.min(y.length, from + BLOCK);
    const rows = { from, to, weights };
    for (let i = from; i < to; i++) residuals[i] = y[i]!;
    for (let j = 0; j < columns.length; j++) subtractScaled(residuals, columns[j]!, { from, to, by: b[j]! });
    for (let j = 0; j < columns.length; j++) products[j]! += partialProduct(columns[j]!, residuals, rows);
    ssr += partialProduct(residuals, residuals, rows);
  }
  return { residuals, products, ssr };
}

function subtractScaled(
  out: Float64Array,
  column: Float64Array,
  { from, to, by }: { from: number; to: number; by: number },
): void {
  if (by === 0) return;
  for (let i = from; i < to; i++) out[i]! -= by * column[i]!;
}

export const valuesOf = (columns: readonly NamedColumn[]): Float64Array[] =>
  columns.map(({ values }) => values);
