// Steps of a Poisson model with log link: the linear predictor moves, and the means follow. Rows stand as pairs of the linear predictor and a regressor;
// `weights` are the means (times the prior weights).

import { intAt, pairAt } from "./inline/rows.as";

/** Where in the tables of `exponential.ts` something stands, two numbers alike each, and the powers of two after them. */
const PER_STEP: usize = 0;
const ROUNDING: usize = 16;
const STEP_HIGH: usize = 32;
const STEP_LOW: usize = 48;
const SERIES: usize = 64;
const POWERS: usize = 144;

/**
 * e^x for |x| < 700: x = k ln 2 / 64 + r with |r| <= ln 2 / 128, the power of two of k / 64 from a table, and the series of e^r to r^5, whose rest is
 * below a unit in the last place (Tang 1989). A constant from memory costs less than one in the code.
 */
@inline
function exponential(x: v128, tables: usize): v128 {
  // Adding 1.5 * 2^52 rounds to whole numbers, which stand in the lowest bits.
  const rounded = f64x2.add(f64x2.mul(x, v128.load(tables, PER_STEP)), v128.load(tables, ROUNDING));
  const k = f64x2.sub(rounded, v128.load(tables, ROUNDING));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, v128.load(tables, STEP_HIGH))), f64x2.mul(k, v128.load(tables, STEP_LOW)));
  let sum = v128.load(tables, SERIES);
  sum = f64x2.add(f64x2.mul(sum, r), v128.load(tables, SERIES + 16));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load(tables, SERIES + 32));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load(tables, SERIES + 48));
  sum = f64x2.add(f64x2.mul(sum, r), v128.load(tables, SERIES + 64));
  const first = tables + (<usize>(i64x2.extract_lane(rounded, 0) & 63) << 3);
  const second = tables + (<usize>(i64x2.extract_lane(rounded, 1) & 63) << 3);
  const power = v128.load64_lane(second, v128.load64_zero(first, POWERS), 1, POWERS);
  const scaled = f64x2.add(power, f64x2.mul(power, f64x2.mul(sum, r)));
  return i64x2.add(scaled, i64x2.shl(i64x2.shr_s(rounded, 6), 52));
}

/** e^x for every number of the list `x`, written to `out`. */
export function exponentials(x: usize, n: i32, tables: usize, out: usize): void {
  for (let i = 0; i < n; i += 2) {
    const at = <usize>i << 3;
    v128.store(out + at, exponential(v128.load(x + at), tables));
  }
}

/** Adds `a * first + b * second` of other pairs to the linear predictor. */
export function addRegressors(pair: usize, n: i32, a: f64, b: f64, rows: usize): void {
  for (let i = 0; i < n; i++) {
    const at = pairAt(rows, i);
    store<f64>(at, load<f64>(at) + a * load<f64>(pairAt(pair, i)) + b * load<f64>(pairAt(pair, i), 8));
  }
}

/** What no, one or two slots add to a row. */
@inline
function stepOf(slots: i32, a: usize, b: usize, p: usize, q: usize, i: i32): v128 {
  const first = slots > 0 ? v128.load(pairAt(p, intAt(a, i))) : f64x2.splat(0);
  return slots > 1 ? f64x2.add(first, v128.load(pairAt(q, intAt(b, i)))) : first;
}

/** The last of an odd number of rows. */
@inline
function moveLast(
  slots: i32, isAll: bool, a: usize, b: usize, p: usize, q: usize, i: i32,
  slope: f64, furthest: f64, rows: usize, weights: usize, tables: usize, sums: usize,
): void {
  const step = stepOf(slots, a, b, p, q, i);
  const row = f64x2.add(v128.load(pairAt(rows, i)), step);
  const x = f64x2.extract_lane(row, 1);
  const eta = f64x2.extract_lane(row, 0) + slope * x;
  const at = weights + (<usize>i << 3);
  const before = load<f64>(at);
  const mean = f64x2.extract_lane(exponential(f64x2.splat(max(min(eta, furthest), -furthest)), tables), 0);
  v128.store(pairAt(rows, i), f64x2.replace_lane(row, 0, eta));
  store<f64>(at, mean);
  const change = isAll ? abs(f64x2.extract_lane(step, 0) + slope * x) : abs((mean - before) / before);
  store<f64>(sums, max(load<f64>(sums), abs(eta)));
  store<f64>(sums, max(load<f64>(sums, 8), change), 8);
}

@inline
function moveAll(
  slots: i32, isAll: bool, a: usize, b: usize, p: usize, q: usize, from: i32, to: i32,
  slope: f64, furthest: f64, rows: usize, weights: usize, tables: usize, sums: usize,
): void {
  const slopes = f64x2.splat(slope);
  const top = f64x2.splat(furthest);
  const bottom = f64x2.splat(-furthest);
  let widest = f64x2.splat(0);
  let change = f64x2.splat(0);
  const end = from + ((to - from) & ~1);
  for (let i = from; i < end; i += 2) {
    let first = v128.load(pairAt(rows, i));
    let second = v128.load(pairAt(rows, i), 16);
    let moved = f64x2.splat(0);
    if (slots > 0) {
      const one = stepOf(slots, a, b, p, q, i);
      const other = stepOf(slots, a, b, p, q, i + 1);
      moved = v128.shuffle<f64>(one, other, 0, 2);
      first = f64x2.add(first, one);
      second = f64x2.add(second, other);
    }
    const x = v128.shuffle<f64>(first, second, 1, 3);
    const by = f64x2.mul(slopes, x);
    const eta = f64x2.add(v128.shuffle<f64>(first, second, 0, 2), by);
    v128.store(pairAt(rows, i), v128.shuffle<f64>(eta, x, 0, 2));
    v128.store(pairAt(rows, i), v128.shuffle<f64>(eta, x, 1, 3), 16);
    const at = weights + (<usize>i << 3);
    const mean = exponential(f64x2.pmax(f64x2.pmin(eta, top), bottom), tables);
    widest = f64x2.pmax(widest, f64x2.abs(eta));
    if (isAll) change = f64x2.pmax(change, f64x2.abs(f64x2.add(moved, by)));
    else {
      const before = v128.load(at);
      change = f64x2.pmax(change, f64x2.abs(f64x2.div(f64x2.sub(mean, before), before)));
    }
    v128.store(at, mean);
  }
  store<f64>(sums, max(load<f64>(sums), max(f64x2.extract_lane(widest, 0), f64x2.extract_lane(widest, 1))));
  store<f64>(sums, max(load<f64>(sums, 8), max(f64x2.extract_lane(change, 0), f64x2.extract_lane(change, 1))), 8);
  if (end < to) moveLast(slots, isAll, a, b, p, q, end, slope, furthest, rows, weights, tables, sums);
}

/**
 * Moves rows by a step of no, one or two slots (`a` and `b` not 0), adds `slope` times the regressor to the linear predictor and sets the weights to its
 * exponential, as if it went no further from 0 than `furthest`. At `sums` the largest |linear predictor| and, after it, how far one has moved: where
 * `isAll` (nothing was added to it before) the largest distance, else the largest relative change of a weight.
 */
export function moveRows(
  isAll: i32, a: usize, b: usize, p: usize, q: usize, from: i32, to: i32,
  slope: f64, furthest: f64, rows: usize, weights: usize, tables: usize, sums: usize,
): void {
  if (!isAll) {
    if (a == 0) moveAll(0, false, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
    else if (b == 0) moveAll(1, false, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
    else moveAll(2, false, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
  } else if (a == 0) moveAll(0, true, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
  else if (b == 0) moveAll(1, true, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
  else moveAll(2, true, a, b, p, q, from, to, slope, furthest, rows, weights, tables, sums);
}
