// Sums of products of columns that stand in pairs.

@inline
function at(vector: usize, i: i32): usize {
  return vector + (<usize>i << 4);
}

@inline
function weight(weights: usize, i: i32): v128 {
  return v128.load64_splat(weights + (<usize>i << 3));
}

@inline
function weightedAt(rows: usize, i: i32, weights: usize): v128 {
  const value = v128.load(at(rows, i));
  return weights == 0 ? value : f64x2.mul(value, weight(weights, i));
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
    const right = v128.load(at(b, i));
    straight = f64x2.add(straight, f64x2.mul(left, right));
    crossed = f64x2.add(crossed, f64x2.mul(left, swapped(right)));
    const leftNext = weightedAt(a, i + 1, weights);
    const rightNext = v128.load(at(b, i), 16);
    straightNext = f64x2.add(straightNext, f64x2.mul(leftNext, rightNext));
    crossedNext = f64x2.add(crossedNext, f64x2.mul(leftNext, swapped(rightNext)));
  }
  if (n & 1) {
    const left = weightedAt(a, even, weights);
    const right = v128.load(at(b, even));
    straight = f64x2.add(straight, f64x2.mul(left, right));
    crossed = f64x2.add(crossed, f64x2.mul(left, swapped(right)));
  }
  v128.store(sums, f64x2.add(v128.load(sums), f64x2.add(straight, straightNext)));
  v128.store(sums + 16, f64x2.add(v128.load(sums, 16), f64x2.add(crossed, crossedNext)));
}

/** Rows whose pairs stay in the cache while all products of them are taken. */
const BLOCK: i32 = 1024;

@inline
function listed(list: usize, i: i32): usize {
  return <usize>load<u32>(list + (<usize>i << 2));
}

/**
 * Adds the products of each pair from `first` on with those up to itself, over rows from `from` on. `pairs` lists where they stand; at `sums` there are
 * four numbers for every two pairs, as of `crossProducts`, (0, 0), (1, 0), (1, 1), (2, 0) and so on.
 */
export function allProducts(pairs: usize, first: i32, count: i32, from: i32, to: i32, weights: usize, sums: usize): void {
  for (let row = from; row < to; row += BLOCK) {
    const n = min(BLOCK, to - row);
    const heavy = weights == 0 ? <usize>0 : weights + (<usize>row << 3);
    for (let p = first; p < count; p++)
      for (let q = 0; q <= p; q++)
        crossProducts(at(listed(pairs, p), row), at(listed(pairs, q), row), n, heavy, sums + (<usize>((p * (p + 1)) / 2 + q) << 5));
  }
}

/** `out += a * first + b * second`, or without `add` `out =`. */
export function combinePair(pair: usize, n: i32, a: f64, b: f64, add: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const value = a * load<f64>(at(pair, i)) + b * load<f64>(at(pair, i), 8);
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
  for (let i = 0; i < n; i++) sum = f64x2.add(sum, f64x2.mul(v128.load(at(pair, i)), weight(residuals, i)));
  v128.store(sums, f64x2.add(v128.load(sums), sum));
}

/** The same for every group of rows that stand together. `residuals` and `pair` begin with the row `from` of the first group. */
export function scoreGroups(pair: usize, residuals: usize, pointers: usize, first: i32, last: i32, sums: usize): void {
  const start = load<i32>(pointers + (<usize>first << 2));
  let row = 0;
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2)) - start;
    let sum = f64x2.splat(0);
    for (; row < to; row++) sum = f64x2.add(sum, f64x2.mul(v128.load(at(pair, row)), weight(residuals, row)));
    v128.store(at(sums, g), sum);
  }
}

/** The same for groups given by a code a row. */
export function scoreCodes(pair: usize, residuals: usize, codes: usize, n: i32, sums: usize): void {
  for (let i = 0; i < n; i++) {
    const to = at(sums, load<i32>(codes + (<usize>i << 2)));
    v128.store(to, f64x2.add(v128.load(to), f64x2.mul(v128.load(at(pair, i)), weight(residuals, i))));
  }
}

/** For two columns alone: the products of both with `a * first + b * second`, by group of rows that stand together, from the rows themselves. */
export function scorePair(
  pair: usize, a: f64, b: f64, weights: usize, pointers: usize, first: i32, last: i32, sums: usize,
): void {
  const mixture = f64x2.replace_lane(f64x2.splat(a), 1, b);
  let row = load<i32>(pointers + (<usize>first << 2));
  for (let g = first; g < last; g++) {
    const to = load<i32>(pointers + (<usize>(g + 1) << 2));
    let sum = f64x2.splat(0);
    for (; row < to; row++) {
      const value = v128.load(at(pair, row));
      const parts = f64x2.mul(value, mixture);
      let mixed = f64x2.add(parts, v128.shuffle<f64>(parts, parts, 1, 0));
      if (weights != 0) mixed = f64x2.mul(mixed, weight(weights, row));
      sum = f64x2.add(sum, f64x2.mul(value, mixed));
    }
    v128.store(at(sums, g), sum);
  }
}

/** One column of pairs as a list. */
export function takeColumn(pairs: usize, n: i32, which: i32, out: usize): void {
  for (let i = 0; i < n; i++) store<f64>(out + (<usize>i << 3), load<f64>(at(pairs, i) + (<usize>which << 3)));
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
