// Steps of a Poisson model with log link: the base effect gets its best value, and sums are taken. Rows stand in the order of the base effect, as pairs of
// the linear predictor and a regressor; `weights` are the means (times the prior weights), which add up to the outcomes in every group of the base then.

import { intAt, pairAt } from "./inline/rows.as";

/** ln 2 in two parts: the product of the first with a whole number of up to 20 bits is exact. */
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

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

/** D'W(1, x) of a row is added at its nodes. */
@inline
function addStep(slots: i32, weight: f64, value: v128, a: usize, b: usize, out: usize, outQ: usize, i: i32): void {
  if (slots == 0) return;
  const by = f64x2.mul(f64x2.splat(weight), f64x2.replace_lane(value, 0, 1));
  const to = pairAt(out, intAt(a, i));
  v128.store(to, f64x2.add(v128.load(to), by));
  if (slots == 1) return;
  const toQ = pairAt(outQ, intAt(b, i));
  v128.store(toQ, f64x2.add(v128.load(toQ), by));
}

/** Two rows at a time, so that an addition need not wait for the one before. */
@inline
function fitRows(
  slots: i32, pointers: usize, first: i32, last: i32, inverse: usize, y: usize, weights: usize, rows: usize,
  a: usize, b: usize, out: usize, outQ: usize, sums: usize,
): void {
  let products = v128.load(sums);
  let productsNext = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let largest = load<f64>(sums, 24);
  let from = load<i32>(pointers + (<usize>first << 2));
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2));
    const even = from + ((to - from) & ~1);
    let totals = f64x2.splat(0);
    let moments = totals;
    for (let i = from; i < even; i += 2) {
      const weight = v128.load(weights + (<usize>i << 3));
      const x = v128.shuffle<f64>(v128.load(pairAt(rows, i)), v128.load(pairAt(rows, i), 16), 1, 3);
      totals = f64x2.add(totals, weight);
      moments = f64x2.add(moments, f64x2.mul(weight, x));
    }
    let total = f64x2.extract_lane(totals, 0) + f64x2.extract_lane(totals, 1);
    let moment = f64x2.extract_lane(moments, 0) + f64x2.extract_lane(moments, 1);
    if (even < to) {
      const weight = load<f64>(weights + (<usize>even << 3));
      total += weight;
      moment += weight * load<f64>(pairAt(rows, even), 8);
    }
    const share = total * load<f64>(inverse + (<usize>g << 3));
    const change = -logarithm(share);
    const scale = 1 / share;
    const shift = f64x2.replace_lane(f64x2.splat(change), 1, -moment / total);
    largest = max(largest, abs(change));
    for (let i = from; i < even; i += 2) {
      const at = weights + (<usize>i << 3);
      const weight = f64x2.mul(v128.load(at), f64x2.splat(scale));
      const value = f64x2.add(v128.load(pairAt(rows, i)), shift);
      const next = f64x2.add(v128.load(pairAt(rows, i), 16), shift);
      v128.store(at, weight);
      v128.store(pairAt(rows, i), value);
      v128.store(pairAt(rows, i), next, 16);
      products = f64x2.add(products, f64x2.mul(v128.load64_splat(y + (<usize>i << 3)), value));
      productsNext = f64x2.add(productsNext, f64x2.mul(v128.load64_splat(y + (<usize>i << 3), 8), next));
      const x = v128.shuffle<f64>(value, next, 1, 3);
      squares = f64x2.add(squares, f64x2.mul(weight, f64x2.mul(x, x)));
      addStep(slots, f64x2.extract_lane(weight, 0), value, a, b, out, outQ, i);
      addStep(slots, f64x2.extract_lane(weight, 1), next, a, b, out, outQ, i + 1);
    }
    if (even < to) {
      const at = weights + (<usize>even << 3);
      const weight = load<f64>(at) * scale;
      const value = f64x2.add(v128.load(pairAt(rows, even)), shift);
      store<f64>(at, weight);
      v128.store(pairAt(rows, even), value);
      products = f64x2.add(products, f64x2.mul(v128.load64_splat(y + (<usize>even << 3)), value));
      const x = f64x2.extract_lane(value, 1);
      squares = f64x2.add(squares, f64x2.replace_lane(f64x2.splat(0), 0, weight * x * x));
      addStep(slots, weight, value, a, b, out, outQ, even);
    }
    from = to;
  }
  v128.store(sums, f64x2.add(products, productsNext));
  store<f64>(sums, load<f64>(sums, 16) + f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1), 16);
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
    const at = pairAt(out, load<i32>(nodes + (<usize>i << 2)));
    const value = f64x2.replace_lane(v128.load(pairAt(rows, i)), 0, 1);
    v128.store(at, f64x2.add(v128.load(at), f64x2.mul(v128.load64_splat(weights + (<usize>i << 3)), value)));
  }
}

/** From D'W(1, x) the right-hand side D'(y - mu, W x), and one over the weight of every node; `totals` are the outcomes by node. */
export function rightNodes(pairs: usize, n: i32, totals: usize, inverse: usize): void {
  for (let i = 0; i < n; i++) {
    const at = pairAt(pairs, i);
    const weight = load<f64>(at);
    store<f64>(inverse + (<usize>i << 3), weight > 0 ? 1 / weight : 0);
    store<f64>(at, load<f64>(totals + (<usize>i << 3)) - weight);
  }
}

/**
 * Newton's step a of a node that stands alone, whose outcomes add up to 1 + a times its means, becomes the one that makes them equal, ln(1 + a), in the
 * first of each pair. A large step downwards is left as it is.
 */
export function ownSteps(pairs: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const step = load<f64>(pairAt(pairs, i));
    if (step > -0.9) store<f64>(pairAt(pairs, i), logarithm(1 + step));
  }
}

/** `out = a - b`. */
export function differences(a: usize, b: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = <usize>i << 3;
    store<f64>(out + at, load<f64>(a + at) - load<f64>(b + at));
  }
}
