// What a column of numbers holds, and its coding by level. Rows come in chunks, so that a column need not be copied whole.

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
  const shift = v128.load64_splat(state + SHIFT);
  const infinity = f64x2.splat(Infinity);
  let low = infinity;
  let high = f64x2.splat(-Infinity);
  let sum = f64x2.splat(0);
  let squares = f64x2.splat(0);
  let finite = i32x4.splat(-1);
  let whole = i32x4.splat(-1);
  const even = n & ~1;
  for (let i = 0; i < even; i += 2) {
    const value = v128.load(values + (<usize>i << 3));
    finite = v128.and(finite, f64x2.lt(f64x2.abs(value), infinity));
    whole = v128.and(whole, f64x2.eq(f64x2.trunc(value), value));
    low = f64x2.pmin(low, value);
    high = f64x2.pmax(high, value);
    const moved = f64x2.sub(value, shift);
    sum = f64x2.add(sum, moved);
    squares = f64x2.add(squares, f64x2.mul(moved, moved));
  }
  if (!v128.all_true<i64>(finite)) {
    factsWithGaps(values, 0, n, state);
    return;
  }
  if (!v128.all_true<i64>(whole)) store<f64>(state + FRACTIONS, load<f64>(state + FRACTIONS) + 1);
  store<f64>(state + LOW, min(load<f64>(state + LOW), min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1))));
  store<f64>(state + HIGH, max(load<f64>(state + HIGH), max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1))));
  store<f64>(state + SUM, load<f64>(state + SUM) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
  store<f64>(state + SQUARES, load<f64>(state + SQUARES) + f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1));
  factsWithGaps(values, even, n, state);
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

/** Whole numbers as distances from the lowest, missing ones as -1. `gaps` says whether there may be any. */
export function distances(values: usize, n: i32, low: f64, gaps: i32, codes: usize): void {
  let done = 0;
  if (!gaps) {
    const least = f64x2.splat(low);
    done = n & ~3;
    for (let i = 0; i < done; i += 4) {
      const at = values + (<usize>i << 3);
      const first = i32x4.trunc_sat_f64x2_s_zero(f64x2.sub(v128.load(at), least));
      const second = i32x4.trunc_sat_f64x2_s_zero(f64x2.sub(v128.load(at, 16), least));
      v128.store(codes + (<usize>i << 2), v128.shuffle<i64>(first, second, 0, 2));
    }
  }
  for (let i = done; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    store<i32>(codes + (<usize>i << 2), abs(value) < Infinity ? <i32>(value - low) : -1);
  }
}

/**
 * Adds up how often each code occurs; -1 is nobody's. `last` is the code before the chunk; the result is that of its end, or -2 for ever where
 * codes do not ascend. Runs of a code are counted in a register.
 */
export function countCodes(codes: usize, n: i32, counts: usize, last: i32): i32 {
  let ascends = last != -2;
  let before = last;
  let run = 0;
  for (let i = 0; i < n; i++) {
    const code = load<i32>(codes + (<usize>i << 2));
    if (code != before) {
      addCount(counts, before, run);
      ascends = ascends && code > before;
      before = code;
      run = 0;
    }
    run += 1;
  }
  addCount(counts, before, run);
  return ascends ? before : -2;
}

@inline
function addCount(counts: usize, code: i32, run: i32): void {
  if (code < 0) return;
  const at = counts + (<usize>code << 2);
  store<i32>(at, load<i32>(at) + run);
}

/** Each code as the entry of a table; -1 stays. */
export function mapCodes(codes: usize, n: i32, table: usize): void {
  for (let i = 0; i < n; i++) {
    const at = codes + (<usize>i << 2);
    const code = load<i32>(at);
    if (code >= 0) store<i32>(at, load<i32>(table + (<usize>code << 2)));
  }
}

@inline
function slotOf(bits: u64, mask: i32): i32 {
  return <i32>((bits * 0x9e3779b97f4a7c15) >> 33) & mask;
}

/** Slot of a value in a table with linear probing: where it is, or the empty one (code -1) where it belongs. */
@inline
function probe(bits: u64, keys: usize, slots: usize, mask: i32): i32 {
  let slot = slotOf(bits, mask);
  while (load<i32>(slots + (<usize>slot << 2)) >= 0 && load<u64>(keys + (<usize>slot << 3)) != bits) slot = (slot + 1) & mask;
  return slot;
}

/**
 * Codes values by a hash table in order of first appearance, and lists the distinct ones. Stops before a value that would be one more than
 * `most`; the rows done are returned, the number of distinct values is kept at `size`.
 */
export function hashCodes(
  values: usize, n: i32, keys: usize, slots: usize, mask: i32, codes: usize, distinct: usize, size: usize, most: i32,
): i32 {
  let known = load<i32>(size);
  let row = 0;
  for (; row < n; row++) {
    // Adding 0 makes -0 and 0 one value.
    const value = load<f64>(values + (<usize>row << 3)) + 0;
    if (!(abs(value) < Infinity)) {
      store<i32>(codes + (<usize>row << 2), -1);
      continue;
    }
    const bits = reinterpret<u64>(value);
    const slot = probe(bits, keys, slots, mask);
    let code = load<i32>(slots + (<usize>slot << 2));
    if (code < 0) {
      if (known == most) break;
      code = known++;
      store<u64>(keys + (<usize>slot << 3), bits);
      store<i32>(slots + (<usize>slot << 2), code);
      store<f64>(distinct + (<usize>code << 3), value);
    }
    store<i32>(codes + (<usize>row << 2), code);
  }
  store<i32>(size, known);
  return row;
}

/** Fills an empty table with the distinct values. */
export function hashAgain(distinct: usize, size: i32, keys: usize, slots: usize, mask: i32): void {
  for (let code = 0; code < size; code++) {
    const bits = load<u64>(distinct + (<usize>code << 3));
    const slot = probe(bits, keys, slots, mask);
    store<u64>(keys + (<usize>slot << 3), bits);
    store<i32>(slots + (<usize>slot << 2), code);
  }
}

/** Writes for each code the rank of its value among the distinct ones in ascending order. */
export function rankCodes(sorted: usize, size: i32, keys: usize, slots: usize, mask: i32, ranks: usize): void {
  for (let rank = 0; rank < size; rank++) {
    const slot = probe(load<u64>(sorted + (<usize>rank << 3)), keys, slots, mask);
    store<i32>(ranks + (<usize>load<i32>(slots + (<usize>slot << 2)) << 2), rank);
  }
}
