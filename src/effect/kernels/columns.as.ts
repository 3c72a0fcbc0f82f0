// Columns that stand one below the other in a place that fits into the cache, with the rows of whole groups; the first of these is the row `start` of the panel. They
// are taken four at a time, so up to the next multiple of four there must be places.

import { columnAt, lanesAdded, rowAt, STRIDE } from "./inline/lanes.as";
import { addTo, intAt, splatAt } from "./inline/rows.as";

@inline
function weighed(value: v128, weight: v128, hasWeights: bool): v128 {
  return hasWeights ? f64x2.mul(value, weight) : value;
}

/** Two rows less a mean, times the roots of their weights. */
@inline
function lessen(at: usize, mean: v128, root: v128, hasWeights: bool): void {
  v128.store(at, weighed(f64x2.sub(v128.load(at), mean), root, hasWeights));
}

@inline
function lessenLast(at: usize, mean: v128, root: v128, hasWeights: bool): void {
  v128.store64_lane(at, weighed(f64x2.sub(v128.load64_zero(at), mean), root, hasWeights), 0);
}

@inline
function centreFour(
  hasWeights: bool, columns: usize, pointers: usize, first: i32, last: i32, start: i32, inverse: usize, roots: usize, shifts: usize,
  sums: usize,
): void {
  const zero = f64x2.splat(0);
  const shift01 = v128.load(shifts);
  const shift23 = v128.load(shifts, 16);
  let sum01 = zero;
  let sum23 = zero;
  let squares01 = zero;
  let squares23 = zero;
  let from = intAt(pointers, first) - start;
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1) - start;
    let s0 = zero;
    let s1 = zero;
    let s2 = zero;
    let s3 = zero;
    let row = from;
    for (; row + 2 <= to; row += 2) {
      const at = rowAt(columns, row);
      const root = hasWeights ? v128.load(rowAt(roots, row)) : zero;
      const weight = f64x2.mul(root, root);
      s0 = f64x2.add(s0, weighed(v128.load(at), weight, hasWeights));
      s1 = f64x2.add(s1, weighed(v128.load(at, STRIDE), weight, hasWeights));
      s2 = f64x2.add(s2, weighed(v128.load(at, 2 * STRIDE), weight, hasWeights));
      s3 = f64x2.add(s3, weighed(v128.load(at, 3 * STRIDE), weight, hasWeights));
    }
    if (row < to) {
      const at = rowAt(columns, row);
      const root = hasWeights ? v128.load64_zero(rowAt(roots, row)) : zero;
      const weight = f64x2.mul(root, root);
      s0 = f64x2.add(s0, weighed(v128.load64_zero(at), weight, hasWeights));
      s1 = f64x2.add(s1, weighed(v128.load64_zero(at, STRIDE), weight, hasWeights));
      s2 = f64x2.add(s2, weighed(v128.load64_zero(at, 2 * STRIDE), weight, hasWeights));
      s3 = f64x2.add(s3, weighed(v128.load64_zero(at, 3 * STRIDE), weight, hasWeights));
    }
    const share = splatAt(inverse, g);
    const mean01 = f64x2.mul(lanesAdded(s0, s1), share);
    const mean23 = f64x2.mul(lanesAdded(s2, s3), share);
    const m0 = v128.shuffle<f64>(mean01, mean01, 0, 0);
    const m1 = v128.shuffle<f64>(mean01, mean01, 1, 1);
    const m2 = v128.shuffle<f64>(mean23, mean23, 0, 0);
    const m3 = v128.shuffle<f64>(mean23, mean23, 1, 1);
    for (row = from; row + 2 <= to; row += 2) {
      const at = rowAt(columns, row);
      const root = hasWeights ? v128.load(rowAt(roots, row)) : zero;
      lessen(at, m0, root, hasWeights);
      lessen(at + STRIDE, m1, root, hasWeights);
      lessen(at + 2 * STRIDE, m2, root, hasWeights);
      lessen(at + 3 * STRIDE, m3, root, hasWeights);
    }
    if (row < to) {
      const at = rowAt(columns, row);
      const root = hasWeights ? v128.load64_zero(rowAt(roots, row)) : zero;
      lessenLast(at, m0, root, hasWeights);
      lessenLast(at + STRIDE, m1, root, hasWeights);
      lessenLast(at + 2 * STRIDE, m2, root, hasWeights);
      lessenLast(at + 3 * STRIDE, m3, root, hasWeights);
    }
    if (!hasWeights) {
      const rows = f64x2.splat(<f64>(to - from));
      const away01 = f64x2.sub(mean01, shift01);
      const away23 = f64x2.sub(mean23, shift23);
      const heavy01 = f64x2.mul(rows, away01);
      const heavy23 = f64x2.mul(rows, away23);
      sum01 = f64x2.add(sum01, heavy01);
      sum23 = f64x2.add(sum23, heavy23);
      squares01 = f64x2.add(squares01, f64x2.mul(heavy01, away01));
      squares23 = f64x2.add(squares23, f64x2.mul(heavy23, away23));
    }
    from = to;
  }
  if (!hasWeights) {
    addTo(sums, sum01);
    addTo(sums + 16, sum23);
    addTo(sums + 32, squares01);
    addTo(sums + 48, squares23);
  }
}

/**
 * Takes the means of the groups `first` to `last - 1` out of the columns. With `roots` (of the weights of rows) columns are multiplied by them too. Without, what
 * the means of groups differ from `shifts`, one a column, is added up over rows, and its squares: at `sums` four of those and then four of these for every four columns.
 */
export function centreColumns(
  columns: usize, count: i32, pointers: usize, first: i32, last: i32, start: i32, inverse: usize, roots: usize, shifts: usize, sums: usize,
): void {
  for (let c = 0; c < count; c += 4) {
    const at = columnAt(columns, c);
    const own = shifts + (<usize>c << 3);
    const to = sums + (<usize>c << 4);
    if (roots == 0) centreFour(false, at, pointers, first, last, start, inverse, 0, own, to);
    else centreFour(true, at, pointers, first, last, start, inverse, roots, own, to);
  }
}

@inline
function levelAt(values: usize, codes: usize, row: i32, bytes: usize): usize {
  return values + <usize>load<u32>(codes + (<usize>row << 2)) * bytes;
}

@inline
function spreadFour(at: usize, a: v128, b: v128): void {
  addTo(at, a);
  addTo(at + 16, b);
}

/** Adds the columns up by level: at `out` a line of `count` sums for each of them. `codes` begin with the first row. */
export function sumLevels(columns: usize, count: i32, codes: usize, n: i32, out: usize): void {
  const bytes = <usize>count << 3;
  for (let c = 0; c < count; c += 4) {
    const four = columnAt(columns, c);
    const own = out + (<usize>c << 3);
    let row = 0;
    for (; row + 2 <= n; row += 2) {
      const at = rowAt(four, row);
      const v0 = v128.load(at);
      const v1 = v128.load(at, STRIDE);
      const v2 = v128.load(at, 2 * STRIDE);
      const v3 = v128.load(at, 3 * STRIDE);
      spreadFour(levelAt(own, codes, row, bytes), v128.shuffle<f64>(v0, v1, 0, 2), v128.shuffle<f64>(v2, v3, 0, 2));
      spreadFour(levelAt(own, codes, row + 1, bytes), v128.shuffle<f64>(v0, v1, 1, 3), v128.shuffle<f64>(v2, v3, 1, 3));
    }
    if (row < n) {
      const at = rowAt(four, row);
      const v01 = v128.load64_lane(at + STRIDE, v128.load64_zero(at), 1);
      const v23 = v128.load64_lane(at + 3 * STRIDE, v128.load64_zero(at, 2 * STRIDE), 1);
      spreadFour(levelAt(own, codes, row, bytes), v01, v23);
    }
  }
}

/** Takes from the columns what a line of `count` values says for the level of each row. */
export function lessenLevelsOf(columns: usize, count: i32, codes: usize, n: i32, values: usize): void {
  const bytes = <usize>count << 3;
  const zero = f64x2.splat(0);
  for (let c = 0; c < count; c += 4) {
    const four = columnAt(columns, c);
    const own = values + (<usize>c << 3);
    let row = 0;
    for (; row + 2 <= n; row += 2) {
      const at = rowAt(four, row);
      const one = levelAt(own, codes, row, bytes);
      const other = levelAt(own, codes, row + 1, bytes);
      const v01 = v128.load(one);
      const v23 = v128.load(one, 16);
      const w01 = v128.load(other);
      const w23 = v128.load(other, 16);
      lessen(at, v128.shuffle<f64>(v01, w01, 0, 2), zero, false);
      lessen(at + STRIDE, v128.shuffle<f64>(v01, w01, 1, 3), zero, false);
      lessen(at + 2 * STRIDE, v128.shuffle<f64>(v23, w23, 0, 2), zero, false);
      lessen(at + 3 * STRIDE, v128.shuffle<f64>(v23, w23, 1, 3), zero, false);
    }
    if (row < n) {
      const at = rowAt(four, row);
      const one = levelAt(own, codes, row, bytes);
      lessenLast(at, v128.load64_zero(one), zero, false);
      lessenLast(at + STRIDE, v128.load64_zero(one, 8), zero, false);
      lessenLast(at + 2 * STRIDE, v128.load64_zero(one, 16), zero, false);
      lessenLast(at + 3 * STRIDE, v128.load64_zero(one, 24), zero, false);
    }
  }
}

export function rootsOf(weights: usize, n: i32, out: usize): void {
  for (let row = 0; row < n; row++) store<f64>(rowAt(out, row), sqrt(load<f64>(rowAt(weights, row))));
}
