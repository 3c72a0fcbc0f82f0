// Sums of products of columns that stand in pairs.

import { pairAt, splatAt } from "./inline/rows.as";

@inline
function weightedAt(rows: usize, i: i32, weights: usize): v128 {
  const value = v128.load(pairAt(rows, i));
  return weights == 0 ? value : f64x2.mul(value, splatAt(weights, i));
}

@inline
function swapped(value: v128): v128 {
  return v128.shuffle<f64>(value, value, 1, 0);
}

/** Adds at `sums` the products first·first, second·second, first·second and second·first of two pairs. */
export function crossProducts(a: usize, b: usize, n: i32, weights: usize, sums: usize): void {
  if (weights == 0) products(a, b, n, 0, sums);
  else products(a, b, n, weights, sums);
}

/** Two rows at a time, so that an addition need not wait for the one before. */
@inline
function products(a: usize, b: usize, n: i32, weights: usize, sums: usize): void {
  let straight = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  let straightNext = f64x2.splat(0);
  let crossedNext = f64x2.splat(0);
  const even = n & ~1;
  for (let i = 0; i < even; i += 2) {
    const left = weightedAt(a, i, weights);
    const right = v128.load(pairAt(b, i));
    straight = f64x2.add(straight, f64x2.mul(left, right));
    crossed = f64x2.add(crossed, f64x2.mul(left, swapped(right)));
    const leftNext = weightedAt(a, i + 1, weights);
    const rightNext = v128.load(pairAt(b, i), 16);
    straightNext = f64x2.add(straightNext, f64x2.mul(leftNext, rightNext));
    crossedNext = f64x2.add(crossedNext, f64x2.mul(leftNext, swapped(rightNext)));
  }
  if (n & 1) {
    const left = weightedAt(a, even, weights);
    const right = v128.load(pairAt(b, even));
    straight = f64x2.add(straight, f64x2.mul(left, right));
    crossed = f64x2.add(crossed, f64x2.mul(left, swapped(right)));
  }
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.add(straight, straightNext)));
  v128.store(sums + 16, f64x2.add(v128.load(sums, 16), f64x2.add(crossed, crossedNext)));
}

/** Rows whose pairs stay in the nearest cache while all products of them are taken. */
const BLOCK: i32 = 256;

@inline
function listed(list: usize, i: i32): usize {
  return <usize>load<u32>(list + (<usize>i << 2));
}

/** Where the sums of two pairs stand, the first of which is not before the other. */
@inline
function sumsOf(sums: usize, p: i32, q: i32): usize {
  return sums + (<usize>((p * (p + 1)) / 2 + q) << 5);
}

/** The products of two pairs with two others: each row is fetched once for all four. */
@inline
function squareOfProducts(
  a0: usize, a1: usize, b0: usize, b1: usize, n: i32, weights: usize, s00: usize, s01: usize, s10: usize, s11: usize,
): void {
  let straight00 = v128.load(s00);
  let crossed00 = v128.load(s00, 16);
  let straight01 = v128.load(s01);
  let crossed01 = v128.load(s01, 16);
  let straight10 = v128.load(s10);
  let crossed10 = v128.load(s10, 16);
  let straight11 = v128.load(s11);
  let crossed11 = v128.load(s11, 16);
  for (let i = 0; i < n; i++) {
    const left = weightedAt(a0, i, weights);
    const next = weightedAt(a1, i, weights);
    let right = v128.load(pairAt(b0, i));
    straight00 = f64x2.add(straight00, f64x2.mul(left, right));
    straight10 = f64x2.add(straight10, f64x2.mul(next, right));
    right = swapped(right);
    crossed00 = f64x2.add(crossed00, f64x2.mul(left, right));
    crossed10 = f64x2.add(crossed10, f64x2.mul(next, right));
    right = v128.load(pairAt(b1, i));
    straight01 = f64x2.add(straight01, f64x2.mul(left, right));
    straight11 = f64x2.add(straight11, f64x2.mul(next, right));
    right = swapped(right);
    crossed01 = f64x2.add(crossed01, f64x2.mul(left, right));
    crossed11 = f64x2.add(crossed11, f64x2.mul(next, right));
  }
  v128.store(s00, straight00);
  v128.store(s00, crossed00, 16);
  v128.store(s01, straight01);
  v128.store(s01, crossed01, 16);
  v128.store(s10, straight10);
  v128.store(s10, crossed10, 16);
  v128.store(s11, straight11);
  v128.store(s11, crossed11, 16);
}

/**
 * Adds the products of each pair from `first` on with those up to itself, over rows from `from` on. `pairs` lists where they stand; at `sums` there are
 * four numbers for every two pairs, as of `crossProducts`, (0, 0), (1, 0), (1, 1), (2, 0) and so on.
 */
export function allProducts(pairs: usize, first: i32, count: i32, from: i32, to: i32, weights: usize, sums: usize): void {
  for (let row = from; row < to; row += BLOCK) {
    const n = min(BLOCK, to - row);
    const heavy = weights == 0 ? <usize>0 : weights + (<usize>row << 3);
    let p = first;
    for (; p + 1 < count; p += 2) {
      const a0 = pairAt(listed(pairs, p), row);
      const a1 = pairAt(listed(pairs, p + 1), row);
      let q = 0;
      for (; q + 1 < p; q += 2) {
        const b0 = pairAt(listed(pairs, q), row);
        const b1 = pairAt(listed(pairs, q + 1), row);
        const s0 = sumsOf(sums, p, q);
        const s1 = sumsOf(sums, p + 1, q);
        if (weights == 0) squareOfProducts(a0, a1, b0, b1, n, 0, s0, s0 + 32, s1, s1 + 32);
        else squareOfProducts(a0, a1, b0, b1, n, heavy, s0, s0 + 32, s1, s1 + 32);
      }
      for (let rest = q; rest <= p; rest++) crossProducts(a0, pairAt(listed(pairs, rest), row), n, heavy, sumsOf(sums, p, rest));
      for (let rest = q; rest <= p + 1; rest++) crossProducts(a1, pairAt(listed(pairs, rest), row), n, heavy, sumsOf(sums, p + 1, rest));
    }
    if (p < count)
      for (let q = 0; q <= p; q++)
        crossProducts(pairAt(listed(pairs, p), row), pairAt(listed(pairs, q), row), n, heavy, sumsOf(sums, p, q));
  }
}
