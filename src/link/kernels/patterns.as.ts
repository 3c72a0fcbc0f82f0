// Counts the patterns of levels that a batch of pairs shows (`countPatterns` of `../compare/patterns.ts`): an open-addressing table from a pattern, as a number
// with a digit for each field, to its place; the patterns in the order in which they were first seen.
import { highestLevel, widthOf } from "./levels.as";

const BATCH: i32 = 4096;

let slots: usize = 0;
let mask: i32 = 0;
let patterns: usize = 0;
let counts: usize = 0;
let known: i32 = 0;

/** Bytes of memory for so many patterns at most, a power of two. */
export function patternBytes(most: i32): i32 {
  return most * (2 * 16 + 8 + widthOf());
}

/** Begins to count in memory of this thread, which need not be zero. */
export function startPatterns(at: usize, most: i32): void {
  slots = at;
  mask = 2 * most - 1;
  counts = slots + (<usize>(2 * most) << 4);
  patterns = counts + (<usize>most << 3);
  known = 0;
  memory.fill(slots, 0, <usize>(2 * most) << 4);
}

/** Counts the patterns of a batch by its levels, field by field; returns how many patterns are known by now. */
export function countPatterns(levels: usize, length: i32): i32 {
  const width = widthOf();
  for (let pair = 0; pair < length; pair++) {
    let code: u64 = 0;
    for (let field = width - 1; field >= 0; field--)
      code = code * <u64>(highestLevel(field) + 2) + <u64>(<i32>load<i8>(levels + <usize>(field * BATCH + pair)) + 1);
    const mixed = code * 0x9e3779b97f4a7c15;
    let slot = <i32>(mixed >> 33) & mask;
    let at = slots + (<usize>slot << 4);
    while (load<i32>(at + 8) != 0 && load<u64>(at) != code) {
      slot = (slot + 1) & mask;
      at = slots + (<usize>slot << 4);
    }
    let place = load<i32>(at + 8) - 1;
    if (place < 0) {
      place = known++;
      store<u64>(at, code);
      store<i32>(at + 8, known);
      store<f64>(counts + (<usize>place << 3), 0);
      for (let field = 0; field < width; field++)
        store<i8>(patterns + <usize>(place * width + field), load<i8>(levels + <usize>(field * BATCH + pair)));
    }
    const count = counts + (<usize>place << 3);
    store<f64>(count, load<f64>(count) + 1);
  }
  return known;
}

/** Where the counts of the patterns (eight bytes each) and their levels (a byte a field) stand. */
export function patternCounts(): usize {
  return counts;
}
export function patternLevels(): usize {
  return patterns;
}
