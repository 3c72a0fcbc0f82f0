// What a column of numbers holds. Rows come in chunks, so that a column need not be copied whole.

/** Numbers of the state of `facts`. */
const LOW: usize = 0;
const HIGH: usize = 8;
const SUM: usize = 16;
const SQUARES: usize = 24;
const SHIFT: usize = 32;
const MISSING: usize = 40;
const FRACTIONS: usize = 48;

/**
 * Lowest and highest value, sums of the values less a shift and of their squares, and how many are missing (NaN or infinite) or not whole. The
 * caller sets the shift and the lowest and highest to infinities at first.
 */
export function facts(values: usize, n: i32, state: usize): void {
  const even = n & ~3;
  // Once some were found that are not whole, it no longer matters whether others are.
  const hasFractions = load<f64>(state + FRACTIONS) > 0;
  const isFinite = hasFractions ? factsOf(values, even, state, false) : factsOf(values, even, state, true);
  factsWithGaps(values, isFinite ? even : 0, n, state);
}

/** Of four numbers at a time, so that an addition need not wait for the one before; false, and nothing done, where some are missing. */
@inline
function factsOf(values: usize, n: i32, state: usize, asksWhole: bool): bool {
  const shift = v128.load64_splat(state + SHIFT);
  let low = f64x2.splat(Infinity);
  let high = f64x2.splat(-Infinity);
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let sumNext = f64x2.splat(0);
  let squaresNext = f64x2.splat(0);
  let whole = i32x4.splat(-1);
  for (let i = 0; i < n; i += 4) {
    const at = values + (<usize>i << 3);
    const value = v128.load(at);
    const next = v128.load(at, 16);
    if (asksWhole) {
      whole = v128.and(whole, f64x2.eq(f64x2.trunc(value), value));
      whole = v128.and(whole, f64x2.eq(f64x2.trunc(next), next));
    }
    low = f64x2.pmin(low, f64x2.pmin(value, next));
    high = f64x2.pmax(high, f64x2.pmax(value, next));
    const moved = f64x2.sub(value, shift);
    const movedNext = f64x2.sub(next, shift);
    sum = f64x2.add(sum, moved);
    sumNext = f64x2.add(sumNext, movedNext);
    squares = f64x2.add(squares, f64x2.mul(moved, moved));
    squaresNext = f64x2.add(squaresNext, f64x2.mul(movedNext, movedNext));
  }
  const square = both(f64x2.add(squares, squaresNext));
  // A missing number leaves its mark on the squares; so do numbers too large for them, which are looked at one by one then.
  if (!(square < Infinity)) return false;
  if (asksWhole && !v128.all_true<i64>(whole)) store<f64>(state + FRACTIONS, load<f64>(state + FRACTIONS) + 1);
  store<f64>(state + LOW, min(load<f64>(state + LOW), min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))));
  store<f64>(state + HIGH, max(load<f64>(state + HIGH), max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))));
  store<f64>(state + SUM, load<f64>(state + SUM) + both(f64x2.add(sum, sumNext)));
  store<f64>(state + SQUARES, load<f64>(state + SQUARES) + square);
  return true;
}

@inline
function both(sum: v128): f64 {
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

function factsWithGaps(values: usize, from: i32, n: i32, state: usize): void {
  const shift = load<f64>(state + SHIFT);
  for (let i = from; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    if (!(abs(value) < Infinity)) {
      store<f64>(state + MISSING, load<f64>(state + MISSING) + 1);
      continue;
    }
    if (trunc(value) != value) store<f64>(state + FRACTIONS, load<f64>(state + FRACTIONS) + 1);
    store<f64>(state + LOW, min(load<f64>(state + LOW), value));
    store<f64>(state + HIGH, max(load<f64>(state + HIGH), value));
    store<f64>(state + SUM, load<f64>(state + SUM) + (value - shift));
    store<f64>(state + SQUARES, load<f64>(state + SQUARES) + (value - shift) * (value - shift));
  }
}
