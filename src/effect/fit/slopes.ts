import type { Effect } from "./absorb.ts";

/**
 * The slope regressors of an effect, made orthogonal to its constant and to each other within every level and scaled
 * to a mean square of 1. The span is the same, so is every residual; but slopes in years or other large numbers no
 * longer make the system badly conditioned. A slope without variation in a level is 0 there.
 */
export function orthogonalSlopes({ factor, intercept, slopes }: Effect): Float64Array[] {
  const done: Float64Array[] = [];
  for (const slope of slopes) {
    const column = slope.slice();
    const before = squaresByLevel(column, factor);
    // A second pass takes out what rounding left of large means.
    for (let pass = 0; pass < 2; pass++) {
      if (intercept) subtractProjection(column, null, factor);
      for (const earlier of done) subtractProjection(column, earlier, factor);
    }
    normalize(column, before, factor);
    done.push(column);
  }
  return done;
}

type Levels = Effect["factor"];

function squaresByLevel(column: Float64Array, { codes, size }: Levels): Float64Array {
  const squares = new Float64Array(size);
  for (let row = 0; row < column.length; row++) squares[codes[row]!]! += column[row]! ** 2;
  return squares;
}

/** Takes out of `column` its projection on `on` (null: a constant) within every level. */
function subtractProjection(column: Float64Array, on: Float64Array | null, { codes, size }: Levels): void {
  const products = new Float64Array(size);
  const squares = new Float64Array(size);
  for (let row = 0; row < column.length; row++) {
    const value = on === null ? 1 : on[row]!;
    products[codes[row]!]! += column[row]! * value;
    squares[codes[row]!]! += value * value;
  }
  for (let row = 0; row < column.length; row++) {
    const level = codes[row]!;
    if (squares[level]! > 0)
      column[row]! -= (products[level]! / squares[level]!) * (on === null ? 1 : on[row]!);
  }
}

function normalize(column: Float64Array, before: Float64Array, factor: Levels): void {
  const { codes, size } = factor;
  const after = squaresByLevel(column, factor);
  const counts = new Float64Array(size);
  for (let row = 0; row < column.length; row++) counts[codes[row]!]! += 1;
  for (let row = 0; row < column.length; row++) {
    const level = codes[row]!;
    // 1e-20 is a relative size of 1e-10: less than that of the original variation is rounding.
    const spent = after[level]! <= 1e-20 * before[level]!;
    column[row] = spent ? 0 : column[row]! / Math.sqrt(after[level]! / counts[level]!);
  }
}
