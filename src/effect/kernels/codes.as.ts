// Columns of numbers coded by level. Rows come in chunks, so that a column need not be copied whole.

/**
 * For numbers in ascending order: lists at `starts` the rows, the first of which is `from`, where a new number begins, after the `runs` that are known.
 * How many are known then; -1 where a number is lower than the one before or none at all.
 */
export function ascendingRuns(values: usize, n: i32, from: i32, before: f64, starts: usize, runs: i32): i32 {
  let ascends = 1;
  for (let i = 0; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    store<i32>(starts + (<usize>runs << 2), from + i);
    runs += i32(value > before);
    ascends &= i32(value >= before);
    before = value;
  }
  return ascends ? runs : -1;
}

/** 2^52: beside it a double has no room for fractions, and whole numbers stand in its lowest bits. */
const WHOLE: f64 = 4503599627370496;

/** Numbers as distances from `low`; the highest of them, or -1 where a number is missing, not whole, lower or farther than `most`. */
export function wholeDistances(values: usize, n: i32, low: f64, most: f64, codes: usize): f64 {
  const least = f64x2.splat(low);
  const whole = f64x2.splat(WHOLE);
  let exact = i32x4.splat(-1);
  let near = f64x2.splat(0);
  let far = near;
  const done = n & ~3;
  for (let i = 0; i < done; i += 4) {
    const at = values + (<usize>i << 3);
    const first = f64x2.sub(v128.load(at), least);
    const second = f64x2.sub(v128.load(at, 16), least);
    const firstCode = f64x2.add(first, whole);
    const secondCode = f64x2.add(second, whole);
    exact = v128.and(exact, f64x2.eq(f64x2.sub(firstCode, whole), first));
    exact = v128.and(exact, f64x2.eq(f64x2.sub(secondCode, whole), second));
    near = f64x2.pmin(near, f64x2.pmin(first, second));
    far = f64x2.pmax(far, f64x2.pmax(first, second));
    v128.store(codes + (<usize>i << 2), v128.shuffle<i32>(firstCode, secondCode, 0, 2, 4, 6));
  }
  let highest = max(f64x2.extract_lane(far, 0), f64x2.extract_lane(far, 1));
  let isGood = v128.all_true<i64>(exact) && f64x2.extract_lane(near, 0) >= 0 && f64x2.extract_lane(near, 1) >= 0 && highest <= most;
  for (let i = done; i < n && isGood; i++) {
    const distance = load<f64>(values + (<usize>i << 3)) - low;
    isGood = distance >= 0 && distance <= most && trunc(distance) == distance;
    if (isGood) store<i32>(codes + (<usize>i << 2), <i32>distance);
    highest = max(highest, distance);
  }
  return isGood ? highest : -1;
}

/** Whole numbers as distances from the lowest, missing ones as -1. */
export function distances(values: usize, n: i32, low: f64, codes: usize): void {
  for (let i = 0; i < n; i++) {
    const value = load<f64>(values + (<usize>i << 3));
    store<i32>(codes + (<usize>i << 2), abs(value) < Infinity ? <i32>(value - low) : -1);
  }
}

/** Adds up how often each code occurs; -1 is nobody's. Runs of a code are counted in a register. */
export function countCodes(codes: usize, n: i32, counts: usize): void {
  let before = -1;
  let run = 0;
  for (let i = 0; i < n; i++) {
    const code = load<i32>(codes + (<usize>i << 2));
    if (code != before) {
      addCount(counts, before, run);
      before = code;
      run = 0;
    }
    run += 1;
  }
  addCount(counts, before, run);
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
