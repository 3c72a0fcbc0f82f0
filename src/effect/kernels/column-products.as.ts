// Products of columns that stand one below the other in a place that fits into the cache.

import { columnAt, lanesAdded, rowAt, STRIDE } from "./inline/lanes.as";
import { intAt, splatAt } from "./inline/rows.as";

/** Rows whose columns stay in the nearest cache while all products of them are taken. */
const TILE: i32 = 256;

@inline
function addLanes(value: v128, at: usize): void {
  store<f64>(at, load<f64>(at) + f64x2.extract_lane(value, 0) + f64x2.extract_lane(value, 1));
}

/**
 * Adds the products of `wide` columns at `a` with `narrow` at `b` (up to three each) or, where they are the same, with those up to themselves: nine sums find room in
 * registers. What is not asked for falls away where this is inlined.
 */
@inline
function tile(wide: i32, narrow: i32, same: bool, a: usize, b: usize, n: i32, sums: usize, line: usize): void {
  const zero = f64x2.splat(0);
  let s00 = zero;
  let s01 = zero;
  let s02 = zero;
  let s10 = zero;
  let s11 = zero;
  let s12 = zero;
  let s20 = zero;
  let s21 = zero;
  let s22 = zero;
  let row: usize = 0;
  const even = <usize>(n & ~1) << 3;
  for (; row < even; row += 16) {
    const p = a + row;
    const q = b + row;
    const x0 = v128.load(p);
    const x1 = wide > 1 ? v128.load(p, STRIDE) : zero;
    const x2 = wide > 2 ? v128.load(p, 2 * STRIDE) : zero;
    const y0 = same ? x0 : v128.load(q);
    s00 = f64x2.add(s00, f64x2.mul(x0, y0));
    if (wide > 1) s10 = f64x2.add(s10, f64x2.mul(x1, y0));
    if (wide > 2) s20 = f64x2.add(s20, f64x2.mul(x2, y0));
    if (narrow > 1) {
      const y1 = same ? x1 : v128.load(q, STRIDE);
      if (!same) s01 = f64x2.add(s01, f64x2.mul(x0, y1));
      if (wide > 1) s11 = f64x2.add(s11, f64x2.mul(x1, y1));
      if (wide > 2) s21 = f64x2.add(s21, f64x2.mul(x2, y1));
    }
    if (narrow > 2) {
      const y2 = same ? x2 : v128.load(q, 2 * STRIDE);
      if (!same) s02 = f64x2.add(s02, f64x2.mul(x0, y2));
      if (!same && wide > 1) s12 = f64x2.add(s12, f64x2.mul(x1, y2));
      if (wide > 2) s22 = f64x2.add(s22, f64x2.mul(x2, y2));
    }
  }
  if (n & 1) {
    const p = a + row;
    const q = b + row;
    const x0 = v128.load64_zero(p);
    const x1 = wide > 1 ? v128.load64_zero(p, STRIDE) : zero;
    const x2 = wide > 2 ? v128.load64_zero(p, 2 * STRIDE) : zero;
    const y0 = v128.load64_zero(q);
    const y1 = narrow > 1 ? v128.load64_zero(q, STRIDE) : zero;
    const y2 = narrow > 2 ? v128.load64_zero(q, 2 * STRIDE) : zero;
    s00 = f64x2.add(s00, f64x2.mul(x0, y0));
    s01 = f64x2.add(s01, f64x2.mul(x0, y1));
    s02 = f64x2.add(s02, f64x2.mul(x0, y2));
    s10 = f64x2.add(s10, f64x2.mul(x1, y0));
    s11 = f64x2.add(s11, f64x2.mul(x1, y1));
    s12 = f64x2.add(s12, f64x2.mul(x1, y2));
    s20 = f64x2.add(s20, f64x2.mul(x2, y0));
    s21 = f64x2.add(s21, f64x2.mul(x2, y1));
    s22 = f64x2.add(s22, f64x2.mul(x2, y2));
  }
  addLanes(s00, sums);
  if (narrow > 1 && !same) addLanes(s01, sums + 8);
  if (narrow > 2 && !same) addLanes(s02, sums + 16);
  if (wide > 1) {
    addLanes(s10, sums + line);
    if (narrow > 1) addLanes(s11, sums + line + 8);
    if (narrow > 2 && !same) addLanes(s12, sums + line + 16);
  }
  if (wide > 2) {
    addLanes(s20, sums + 2 * line);
    if (narrow > 1) addLanes(s21, sums + 2 * line + 8);
    if (narrow > 2) addLanes(s22, sums + 2 * line + 16);
  }
}

/** Adds the products of each column with those up to itself at `sums`, a square of `count` by rows; each tile of rows is summed by itself first. */
export function gramColumns(columns: usize, count: i32, n: i32, sums: usize): void {
  const line = <usize>count << 3;
  for (let row = 0; row < n; row += TILE) {
    const rows = min(TILE, n - row);
    const top = rowAt(columns, row);
    for (let i = 0; i < count; i += 3) {
      const a = columnAt(top, i);
      const to = sums + <usize>i * line;
      const wide = min(3, count - i);
      for (let j = 0; j < i; j += 3) {
        const b = columnAt(top, j);
        const at = to + (<usize>j << 3);
        if (wide == 3) tile(3, 3, false, a, b, rows, at, line);
        else if (wide == 2) tile(2, 3, false, a, b, rows, at, line);
        else tile(1, 3, false, a, b, rows, at, line);
      }
      const at = to + (<usize>i << 3);
      if (wide == 3) tile(3, 3, true, a, a, rows, at, line);
      else if (wide == 2) tile(2, 2, true, a, a, rows, at, line);
      else tile(1, 1, true, a, a, rows, at, line);
    }
  }
}

/** `out` = the columns added up, each times its factor. */
export function mixColumns(columns: usize, count: i32, factors: usize, n: i32, out: usize): void {
  let row = 0;
  for (; row + 8 <= n; row += 8) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let at = rowAt(columns, row);
    for (let c = 0; c < count; c++, at += STRIDE) {
      const factor = splatAt(factors, c);
      s0 = f64x2.add(s0, f64x2.mul(factor, v128.load(at)));
      s1 = f64x2.add(s1, f64x2.mul(factor, v128.load(at, 16)));
      s2 = f64x2.add(s2, f64x2.mul(factor, v128.load(at, 32)));
      s3 = f64x2.add(s3, f64x2.mul(factor, v128.load(at, 48)));
    }
    const to = rowAt(out, row);
    v128.store(to, s0);
    v128.store(to, s1, 16);
    v128.store(to, s2, 32);
    v128.store(to, s3, 48);
  }
  for (; row < n; row++) {
    let sum: f64 = 0;
    for (let c = 0; c < count; c++) sum += load<f64>(factors + (<usize>c << 3)) * load<f64>(rowAt(columnAt(columns, c), row));
    store<f64>(rowAt(out, row), sum);
  }
}

/**
 * For every group the sums of the columns, four at a time, times a number a row; the first row of the first group is the first of the columns. Those of a column stand
 * one after the other at `scores`, and those of all columns as columns do.
 */
export function scoreColumns(columns: usize, count: i32, residuals: usize, pointers: usize, first: i32, last: i32, scores: usize): void {
  const start = intAt(pointers, first);
  for (let c = 0; c < count; c += 4) {
    const four = columnAt(columns, c);
    let out = columnAt(scores, c);
    let row = 0;
    for (let g = first; g < last; g++, out += 8) {
      const to = intAt(pointers, g + 1) - start;
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      let s3 = s0;
      for (; row + 2 <= to; row += 2) {
        const at = rowAt(four, row);
        const residual = v128.load(rowAt(residuals, row));
        s0 = f64x2.add(s0, f64x2.mul(residual, v128.load(at)));
        s1 = f64x2.add(s1, f64x2.mul(residual, v128.load(at, STRIDE)));
        s2 = f64x2.add(s2, f64x2.mul(residual, v128.load(at, 2 * STRIDE)));
        s3 = f64x2.add(s3, f64x2.mul(residual, v128.load(at, 3 * STRIDE)));
      }
      if (row < to) {
        const at = rowAt(four, row);
        const residual = v128.load64_zero(rowAt(residuals, row));
        s0 = f64x2.add(s0, f64x2.mul(residual, v128.load64_zero(at)));
        s1 = f64x2.add(s1, f64x2.mul(residual, v128.load64_zero(at, STRIDE)));
        s2 = f64x2.add(s2, f64x2.mul(residual, v128.load64_zero(at, 2 * STRIDE)));
        s3 = f64x2.add(s3, f64x2.mul(residual, v128.load64_zero(at, 3 * STRIDE)));
        row++;
      }
      const s01 = lanesAdded(s0, s1);
      const s23 = lanesAdded(s2, s3);
      v128.store64_lane(out, s01, 0);
      v128.store64_lane(out + STRIDE, s01, 1);
      v128.store64_lane(out + 2 * STRIDE, s23, 0);
      v128.store64_lane(out + 3 * STRIDE, s23, 1);
    }
  }
}
