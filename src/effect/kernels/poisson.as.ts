// Steps of a Poisson model with log link. Rows stand in the order of the base effect, as pairs of the linear predictor and a regressor; `weights`
// are the means (times the prior weights), which add up to the outcomes in every group of the base.

/** ln 2 in two parts: the product of the first with a whole number of up to 20 bits is exact. */
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

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

@inline
function pairOf(rows: usize, i: i32): usize {
  return rows + (<usize>i << 4);
}

/** Adds `a * first + b * second` of other pairs to the linear predictor. */
export function addRegressors(pair: usize, n: i32, a: f64, b: f64, rows: usize): void {
  for (let i = 0; i < n; i++) {
    const at = pairOf(rows, i);
    store<f64>(at, load<f64>(at) + a * load<f64>(pairOf(pair, i)) + b * load<f64>(pairOf(pair, i), 8));
  }
}

@inline
function codeOf(list: usize, i: i32): i32 {
  return load<i32>(list + (<usize>i << 2));
}

/** What no, one or two slots add to a row. */
@inline
function stepOf(slots: i32, a: usize, b: usize, p: usize, q: usize, i: i32): v128 {
  const first = slots > 0 ? v128.load(pairOf(p, codeOf(a, i))) : f64x2.splat(0);
  return slots > 1 ? f64x2.add(first, v128.load(pairOf(q, codeOf(b, i)))) : first;
}

/** The last of an odd number of rows. */
@inline
function moveLast(
  slots: i32, isAll: bool, a: usize, b: usize, p: usize, q: usize, i: i32,
  slope: f64, furthest: f64, rows: usize, weights: usize, tables: usize, sums: usize,
): void {
  const step = stepOf(slots, a, b, p, q, i);
  const row = f64x2.add(v128.load(pairOf(rows, i)), step);
  const x = f64x2.extract_lane(row, 1);
  const eta = f64x2.extract_lane(row, 0) + slope * x;
  const at = weights + (<usize>i << 3);
  const before = load<f64>(at);
  const mean = f64x2.extract_lane(exponential(f64x2.splat(max(min(eta, furthest), -furthest)), tables), 0);
  v128.store(pairOf(rows, i), f64x2.replace_lane(row, 0, eta));
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
    let first = v128.load(pairOf(rows, i));
    let second = v128.load(pairOf(rows, i), 16);
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
    v128.store(pairOf(rows, i), v128.shuffle<f64>(eta, x, 0, 2));
    v128.store(pairOf(rows, i), v128.shuffle<f64>(eta, x, 1, 3), 16);
    const at = weights + (<usize>i << 3);
    const mean = exponential(f64x2.pmax(f64x2.pmin(eta, top), bottom), tables);
    widest = f64x2.max(widest, f64x2.abs(eta));
    if (isAll) change = f64x2.max(change, f64x2.abs(f64x2.add(moved, by)));
    else {
      const before = v128.load(at);
      change = f64x2.max(change, f64x2.abs(f64x2.div(f64x2.sub(mean, before), before)));
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

/**
 * ln x for x > 0: x = 2^k m with m between the roots of 1/2 and of 2, and ln m = 2 (f + f^3/3 + f^5/5 + ...) with f = (m - 1) / (m + 1). The
 * logarithm of the language has a table in the memory, which is laid out otherwise here.
 */
@inline
function logarithm(x: f64): f64 {
  const bits = reinterpret<u64>(x);
  // 0x3fe6a09e667f3bcd is the root of 1/2.
  const power = <i64>(bits - 0x3fe6a09e667f3bcd) >> 52;
  const m = reinterpret<f64>(bits - (<u64>power << 52));
  const f = (m - 1) / (m + 1);
  const s = f * f;
  const k = <f64>power;
  // Near 1, where nearly all are in the end, the other terms are below a unit in the last place.
  if (s < 1e-3) {
    const few = (((s * (1.0 / 11.0) + 1.0 / 9.0) * s + 1.0 / 7.0) * s + 1.0 / 5.0) * s + 1.0 / 3.0;
    return k * LN2_HIGH + (2 * f + (2 * f * s * few + k * LN2_LOW));
  }
  let sum: f64 = 1.0 / 23.0;
  sum = sum * s + 1.0 / 21.0;
  sum = sum * s + 1.0 / 19.0;
  sum = sum * s + 1.0 / 17.0;
  sum = sum * s + 1.0 / 15.0;
  sum = sum * s + 1.0 / 13.0;
  sum = sum * s + 1.0 / 11.0;
  sum = sum * s + 1.0 / 9.0;
  sum = sum * s + 1.0 / 7.0;
  sum = sum * s + 1.0 / 5.0;
  sum = sum * s + 1.0 / 3.0;
  return k * LN2_HIGH + (2 * f + (2 * f * s * sum + k * LN2_LOW));
}

/** The same for every number of the list `x`, written to `out`. */
export function logarithms(x: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) store<f64>(out + (<usize>i << 3), logarithm(load<f64>(x + (<usize>i << 3))));
}

@inline
function addStep(out: usize, weight: f64, x: f64): void {
  v128.store(out, f64x2.add(v128.load(out), f64x2.replace_lane(f64x2.splat(weight), 1, weight * x)));
}

@inline
function fitRows(
  slots: i32, pointers: usize, first: i32, last: i32, inverse: usize, y: usize, weights: usize, rows: usize,
  a: usize, b: usize, out: usize, outQ: usize, sums: usize,
): void {
  let products = v128.load(sums);
  let squares = load<f64>(sums, 16);
  let largest = load<f64>(sums, 24);
  let from = load<i32>(pointers + (<usize>first << 2));
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2));
    let total: f64 = 0;
    let moment: f64 = 0;
    for (let i = from; i < to; i++) {
      const weight = load<f64>(weights + (<usize>i << 3));
      total += weight;
      moment += weight * load<f64>(pairOf(rows, i), 8);
    }
    const share = total * load<f64>(inverse + (<usize>g << 3));
    const change = -logarithm(share);
    const scale = 1 / share;
    const shift = f64x2.replace_lane(f64x2.splat(change), 1, -moment / total);
    largest = max(largest, abs(change));
    for (let i = from; i < to; i++) {
      const at = weights + (<usize>i << 3);
      const weight = load<f64>(at) * scale;
      const value = f64x2.add(v128.load(pairOf(rows, i)), shift);
      store<f64>(at, weight);
      v128.store(pairOf(rows, i), value);
      products = f64x2.add(products, f64x2.mul(v128.load64_splat(y + (<usize>i << 3)), value));
      const x = f64x2.extract_lane(value, 1);
      squares += weight * x * x;
      if (slots > 0) addStep(pairOf(out, codeOf(a, i)), weight, x);
      if (slots > 1) addStep(pairOf(outQ, codeOf(b, i)), weight, x);
    }
    from = to;
  }
  v128.store(sums, products);
  store<f64>(sums, squares, 16);
  store<f64>(sums, largest, 24);
}

/**
 * Sets the effect of every group of the base to its best value: its weights then add up to its outcomes, whose sum is `1 / inverse`. Takes the
 * weighted mean of its regressor out. Adds at `sums` the products of the outcomes with the linear predictor and with the regressor, the weighted
 * squares of the regressor, and (the largest) change of an effect of the base; and at `out` and `outQ` D'W(1, x) for no, one or two slots.
 */
export function fitGroups(
  pointers: usize, first: i32, last: i32, inverse: usize, y: usize, weights: usize, rows: usize,
  a: usize, b: usize, out: usize, outQ: usize, sums: usize,
): void {
  if (a == 0) fitRows(0, pointers, first, last, inverse, y, weights, rows, a, b, out, outQ, sums);
  else if (b == 0) fitRows(1, pointers, first, last, inverse, y, weights, rows, a, b, out, outQ, sums);
  else fitRows(2, pointers, first, last, inverse, y, weights, rows, a, b, out, outQ, sums);
}

/** `out += D'W(1, x)` for one slot. */
export function scatterStep(nodes: usize, from: i32, to: i32, weights: usize, rows: usize, out: usize): void {
  for (let i = from; i < to; i++) {
    const at = pairOf(out, load<i32>(nodes + (<usize>i << 2)));
    const value = f64x2.replace_lane(v128.load(pairOf(rows, i)), 0, 1);
    v128.store(at, f64x2.add(v128.load(at), f64x2.mul(v128.load64_splat(weights + (<usize>i << 3)), value)));
  }
}

/** From D'W(1, x) the right-hand side D'(y - mu, W x), and one over the weight of every node; `totals` are the outcomes by node. */
export function rightNodes(pairs: usize, n: i32, totals: usize, inverse: usize): void {
  for (let i = 0; i < n; i++) {
    const at = pairOf(pairs, i);
    const weight = load<f64>(at);
    store<f64>(inverse + (<usize>i << 3), weight > 0 ? 1 / weight : 0);
    store<f64>(at, load<f64>(totals + (<usize>i << 3)) - weight);
  }
}

/** `out = a - b`. */
export function differences(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = <usize>i << 3;
    store<f64>(out + at, load<f64>(a + at) - load<f64>(b + at));
  }
}
