// Combinations of columns that stand in pairs, and sums of their products with residuals.

import { pairAt, pairOf, splatAt } from "./inline/rows.as";

/** `out += a * first + b * second`, or without `add` `out =`. */
export function combinePair(pair: usize, n: i32, a: f64, b: f64, add: i32, out: usize): void {
  const mixture = pairOf(a, b);
  for (let i = 0; i < n; i++) {
    const parts = f64x2.mul(mixture, v128.load(pairAt(pair, i)));
    const value = f64x2.extract_lane(parts, 0) + f64x2.extract_lane(parts, 1);
    const to = out + (<usize>i << 3);
    store<f64>(to, add ? load<f64>(to) + value : value);
  }
}

/** The same for two pairs, the other mixed by `c` and `d`. */
export function combineTwo(one: usize, other: usize, n: i32, a: f64, b: f64, c: f64, d: f64, add: i32, out: usize): void {
  const mixture = pairOf(a, b);
  const next = pairOf(c, d);
  for (let i = 0; i < n; i++) {
    const parts = f64x2.add(f64x2.mul(mixture, v128.load(pairAt(one, i))), f64x2.mul(next, v128.load(pairAt(other, i))));
    const value = f64x2.extract_lane(parts, 0) + f64x2.extract_lane(parts, 1);
    const to = out + (<usize>i << 3);
    store<f64>(to, add ? load<f64>(to) + value : value);
  }
}

/** Adds the (weighted) squares of the numbers at `sums`. */
export function squareSum(values: usize, n: i32, weights: usize, sums: usize): void {
  let sum: f64 = 0;
  for (let i = 0; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    sum += value * value * (weights == 0 ? 1 : load<f64>(weights + (<usize>i << 3)));
  }
  store<f64>(sums, load<f64>(sums) + sum);
}

/** Multiplies the numbers by their weights. */
export function weigh(values: usize, n: i32, weights: usize): void {
  for (let i = 0; i < n; i++) {
    const to = values + (<usize>i << 3);
    store<f64>(to, load<f64>(to) * load<f64>(weights + (<usize>i << 3)));
  }
}

/** Adds the products of a pair and the residuals at `sums`. */
export function scoreSum(pair: usize, residuals: usize, n: i32, sums: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) sum = f64x2.add(sum, f64x2.mul(v128.load(pairAt(pair, i)), splatAt(residuals, i)));
  v128.store(sums, f64x2.add(v128.load(sums), sum));
}

/** One column of pairs as a list. */
export function takeColumn(pairs: usize, n: i32, which: i32, out: usize): void {
  for (let i = 0; i < n; i++) store<f64>(out + (<usize>i << 3), load<f64>(pairAt(pairs, i) + (<usize>which << 3)));
}

/** Adds at `sums` the weights, and the weighted sums of the numbers less the shift and of their squares. */
export function weightedSums(values: usize, weights: usize, n: i32, shift: f64, sums: usize): void {
  let total: f64 = 0;
  let sum: f64 = 0;
  let squares: f64 = 0;
  for (let i = 0; i < n; i++) {
    const w = load<f64>(weights + (<usize>i << 3));
    const value = load<f64>(values + (<usize>i << 3)) - shift;
    total += w;
    sum += w * value;
    squares += w * value * value;
  }
  store<f64>(sums, load<f64>(sums) + total);
  store<f64>(sums + 8, load<f64>(sums, 8) + sum);
  store<f64>(sums + 16, load<f64>(sums, 16) + squares);
}

/** The least of the numbers whose weight is exactly that; infinity where there is none. */
export function leastOf(values: usize, weights: usize, n: i32, weight: f64): f64 {
  const wanted = f64x2.splat(weight);
  const infinity = f64x2.splat(Infinity);
  let least = infinity;
  const even = n & ~1;
  for (let i = 0; i < even; i += 2) {
    const at = <usize>i << 3;
    const chosen = f64x2.eq(v128.load(weights + at), wanted);
    least = f64x2.pmin(least, v128.bitselect(v128.load(values + at), infinity, chosen));
  }
  const last = <usize>even << 3;
  const rest = n > even && load<f64>(weights + last) == weight ? load<f64>(values + last) : Infinity;
  return min(rest, min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1)));
}
