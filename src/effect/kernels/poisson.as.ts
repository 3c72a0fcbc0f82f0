// The rows of a Poisson model with log link, two at a time, in the order of the base effect.

/** ln 2 in two parts: the product of the first with a whole number of up to 11 bits is exact. */
const LN2_HIGH: f64 = 6.93147180369123816490e-1;
const LN2_LOW: f64 = 1.90821492927058770002e-10;

/**
 * e^x for |x| < 700: x = k ln 2 + r with |r| <= ln 2 / 2, and the series of e^r to r^13, whose rest is below a unit in the last place.
 */
@inline
function exponential(x: v128): v128 {
  const k = f64x2.nearest(f64x2.mul(x, f64x2.splat(1.4426950408889634)));
  const r = f64x2.sub(f64x2.sub(x, f64x2.mul(k, f64x2.splat(LN2_HIGH))), f64x2.mul(k, f64x2.splat(LN2_LOW)));
  let sum = f64x2.splat(1.0 / 6227020800.0);
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 479001600.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 39916800.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 3628800.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 362880.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 40320.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 5040.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 720.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 120.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 24.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1.0 / 6.0));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(0.5));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  sum = f64x2.add(f64x2.mul(sum, r), f64x2.splat(1));
  const power = i64x2.extend_low_i32x4_s(i32x4.trunc_sat_f64x2_s_zero(k));
  return f64x2.mul(sum, i64x2.shl(i64x2.add(power, i64x2.splat(1023)), 52));
}

/**
 * For `n` rows, an even number (the caller pads), from the linear predictor: weights of the working regression, its outcome less the offset, and at
 * `sums` the weighted sum of mean - y eta, and the largest |eta|. `prior` and `offset` may be nowhere.
 */
export function poissonRows(
  eta: usize, y: usize, prior: usize, offset: usize, n: i32, weights: usize, working: usize, sums: usize,
): void {
  let total = f64x2.splat(0);
  let widest = f64x2.splat(0);
  for (let i = 0; i < n; i += 2) {
    const at = <usize>i << 3;
    const x = v128.load(eta + at);
    const outcome = v128.load(y + at);
    const mean = exponential(x);
    const heavy = prior == 0 ? f64x2.splat(1) : v128.load(prior + at);
    const base = offset == 0 ? x : f64x2.sub(x, v128.load(offset + at));
    v128.store(weights + at, f64x2.mul(heavy, mean));
    v128.store(working + at, f64x2.add(base, f64x2.sub(f64x2.div(outcome, mean), f64x2.splat(1))));
    total = f64x2.add(total, f64x2.mul(heavy, f64x2.sub(mean, f64x2.mul(outcome, x))));
    widest = f64x2.max(widest, f64x2.abs(x));
  }
  store<f64>(sums, load<f64>(sums) + f64x2.extract_lane(total, 0) + f64x2.extract_lane(total, 1));
  store<f64>(sums + 8, max(load<f64>(sums, 8), max(f64x2.extract_lane(widest, 0), f64x2.extract_lane(widest, 1))));
}

/** The linear predictor that a working regression leads to: its outcome less the residuals, and the offset. */
export function stepRows(working: usize, offset: usize, residuals: usize, n: i32, out: usize): void {
  for (let i = 0; i < n; i++) {
    const at = <usize>i << 3;
    const value = load<f64>(working + at) - load<f64>(residuals + at);
    store<f64>(out + at, offset == 0 ? value : value + load<f64>(offset + at));
  }
}

/** `a = (a + b) / 2`. */
export function halveWay(a: usize, b: usize, n: i32): void {
  for (let i = 0; i < n; i++) {
    const at = <usize>i << 3;
    store<f64>(a + at, (load<f64>(a + at) + load<f64>(b + at)) / 2);
  }
}

export function largestGap(a: usize, b: usize, n: i32): f64 {
  let most: f64 = 0;
  for (let i = 0; i < n; i++) {
    const at = <usize>i << 3;
    most = max(most, abs(load<f64>(a + at) - load<f64>(b + at)));
  }
  return most;
}
