// Sums by group of the products of columns that stand in pairs with residuals.

import { intAt, pairAt, splatAt } from "./inline/rows.as";

/** For every group of rows that stand together. `residuals` and `pair` begin with the row `from` of the first group. */
export function scoreGroups(pair: usize, residuals: usize, pointers: usize, first: i32, last: i32, sums: usize): void {
  const start = intAt(pointers, first);
  let row = 0;
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1) - start;
    let sum = f64x2.splat(0);
    for (; row < to; row++) sum = f64x2.add(sum, f64x2.mul(v128.load(pairAt(pair, row)), splatAt(residuals, row)));
    v128.store(pairAt(sums, g), sum);
  }
}

/** The same for groups given by a code a row. */
export function scoreCodes(pair: usize, residuals: usize, codes: usize, n: i32, sums: usize): void {
  for (let i = 0; i < n; i++) {
    const to = pairAt(sums, intAt(codes, i));
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(v128.load(pairAt(pair, i)), splatAt(residuals, i))));
  }
}

/** For two columns alone: the products of both with `a * first + b * second`, by group of rows that stand together, from the rows themselves. */
export function scorePair(
  pair: usize, a: f64, b: f64, weights: usize, pointers: usize, first: i32, last: i32, sums: usize,
): void {
  const mixture = f64x2.replace_lane(f64x2.splat(a), 1, b);
  let row = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let sum = f64x2.splat(0);
    for (; row < to; row++) {
      const value = v128.load(pairAt(pair, row));
      const mixed = residual(f64x2.mul(value, mixture), weights, row);
      sum = f64x2.add(sum, f64x2.mul(value, mixed));
    }
    v128.store(pairAt(sums, g), sum);
  }
}

/** The sum of both parts, in both places, weighted. */
@inline
function residual(parts: v128, weights: usize, row: i32): v128 {
  const mixed = f64x2.add(parts, v128.shuffle<f64>(parts, parts, 1, 0));
  return weights == 0 ? mixed : f64x2.mul(mixed, splatAt(weights, row));
}

@inline
function listed(list: usize, i: i32): usize {
  return <usize>load<u32>(list + (<usize>i << 2));
}

/** `count` is known where this is inlined, so that what only more pairs need falls away. */
@inline
function scoreMany(
  count: i32, pairs: usize, mixture: usize, weights: usize, pointers: usize, first: i32, last: i32, scores: usize,
): void {
  const r0 = listed(pairs, 0);
  const r1 = listed(pairs, 1);
  const r2 = count > 2 ? listed(pairs, 2) : r1;
  const r3 = count > 3 ? listed(pairs, 3) : r1;
  const r4 = count > 4 ? listed(pairs, 4) : r1;
  const r5 = count > 5 ? listed(pairs, 5) : r1;
  const zero = f64x2.splat(0);
  let row = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    let s4 = zero;
    let s5 = zero;
    for (; row < to; row++) {
      const v0 = v128.load(pairAt(r0, row));
      const v1 = v128.load(pairAt(r1, row));
      const v2 = count > 2 ? v128.load(pairAt(r2, row)) : zero;
      const v3 = count > 3 ? v128.load(pairAt(r3, row)) : zero;
      const v4 = count > 4 ? v128.load(pairAt(r4, row)) : zero;
      const v5 = count > 5 ? v128.load(pairAt(r5, row)) : zero;
      let parts = f64x2.add(f64x2.mul(v0, v128.load(mixture)), f64x2.mul(v1, v128.load(mixture, 16)));
      if (count > 2) parts = f64x2.add(parts, f64x2.mul(v2, v128.load(mixture, 32)));
      if (count > 3) parts = f64x2.add(parts, f64x2.mul(v3, v128.load(mixture, 48)));
      if (count > 4) parts = f64x2.add(parts, f64x2.mul(v4, v128.load(mixture, 64)));
      if (count > 5) parts = f64x2.add(parts, f64x2.mul(v5, v128.load(mixture, 80)));
      const mixed = residual(parts, weights, row);
      s0 = f64x2.add(s0, f64x2.mul(v0, mixed));
      s1 = f64x2.add(s1, f64x2.mul(v1, mixed));
      if (count > 2) s2 = f64x2.add(s2, f64x2.mul(v2, mixed));
      if (count > 3) s3 = f64x2.add(s3, f64x2.mul(v3, mixed));
      if (count > 4) s4 = f64x2.add(s4, f64x2.mul(v4, mixed));
      if (count > 5) s5 = f64x2.add(s5, f64x2.mul(v5, mixed));
    }
    const place = g - first;
    v128.store(pairAt(listed(scores, 0), place), s0);
    v128.store(pairAt(listed(scores, 1), place), s1);
    if (count > 2) v128.store(pairAt(listed(scores, 2), place), s2);
    if (count > 3) v128.store(pairAt(listed(scores, 3), place), s3);
    if (count > 4) v128.store(pairAt(listed(scores, 4), place), s4);
    if (count > 5) v128.store(pairAt(listed(scores, 5), place), s5);
  }
}

/**
 * For every group of rows that stand together the products of two to six pairs with a mixture of all of them, in one visit of the rows. `pairs` and
 * `scores` list where the pairs stand and where the sums of the first group go; `mixture` holds a factor for each column.
 */
export function scoreMixture(
  count: i32, pairs: usize, mixture: usize, weights: usize, pointers: usize, first: i32, last: i32, scores: usize,
): void {
  if (count == 2) scoreMany(2, pairs, mixture, weights, pointers, first, last, scores);
  else if (count == 3) scoreMany(3, pairs, mixture, weights, pointers, first, last, scores);
  else if (count == 4) scoreMany(4, pairs, mixture, weights, pointers, first, last, scores);
  else if (count == 5) scoreMany(5, pairs, mixture, weights, pointers, first, last, scores);
  else scoreMany(6, pairs, mixture, weights, pointers, first, last, scores);
}
