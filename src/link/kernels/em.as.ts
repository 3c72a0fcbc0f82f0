// One iteration of EM on pattern counts: `responsibilities` and `maximise` of `../train/em.ts` in plain code, in the same order of sums, so that the numbers are the
// same to the last bit.

import { at8 } from "./inline/lists.as";

@inline
function start(starts: usize, field: i32): i32 {
  return i32.load(starts + (<usize>field << 2));
}

let moved: f64 = 0;

/** Makes shares of sums, or keeps what was there where there are none, and notes the largest change. */
function shares(sums: usize, values: usize, from: i32, to: i32, fixed: bool): void {
  if (fixed) return;
  let total: f64 = 0;
  for (let level = from; level < to; level++) total += f64.load(at8(sums, level));
  if (!(total > 0)) return;
  for (let level = from; level < to; level++) {
    const value = f64.load(at8(sums, level)) / total;
    moved = max(moved, abs(value - f64.load(at8(values, level))));
    f64.store(at8(values, level), value);
  }
}

/**
 * Levels of `width` fields, of which field f has the entries `starts[f]` to `starts[f + 1] - 1` in `m`, `u` and the two places for sums; `share` is the share of
 * matches. Bits of `fixed`: lambda, m, u. Returns the largest change of a parameter.
 */
export function iterate(width: i32, starts: usize, patterns: usize, counts: usize, length: i32, share: usize, m: usize, u: usize, sumsM: usize, sumsU: usize, fixed: i32): f64 {
  const levels = start(starts, width);
  memory.fill(sumsM, 0, <usize>levels << 3);
  memory.fill(sumsU, 0, <usize>levels << 3);
  const lambda = f64.load(share);
  let matches: f64 = 0;
  let pairs: f64 = 0;
  for (let pattern = 0; pattern < length; pattern++) {
    const own = patterns + <usize>(pattern * width);
    let match = lambda;
    let other = 1 - lambda;
    for (let field = 0; field < width; field++) {
      const level = <i32>load<i8>(own + <usize>field);
      if (level < 0) continue;
      const place = start(starts, field) + level;
      match *= f64.load(at8(m, place));
      other *= f64.load(at8(u, place));
    }
    const count = f64.load(at8(counts, pattern));
    const part = (match + other > 0 ? match / (match + other) : 0) * count;
    matches += part;
    pairs += count;
    for (let field = 0; field < width; field++) {
      const level = <i32>load<i8>(own + <usize>field);
      if (level < 0) continue;
      const place = start(starts, field) + level;
      f64.store(at8(sumsM, place), f64.load(at8(sumsM, place)) + part);
      f64.store(at8(sumsU, place), f64.load(at8(sumsU, place)) + (count - part));
    }
  }
  moved = 0;
  if ((fixed & 1) == 0 && pairs != 0) {
    moved = abs(matches / pairs - lambda);
    f64.store(share, matches / pairs);
  }
  for (let field = 0; field < width; field++) {
    shares(sumsM, m, start(starts, field), start(starts, field + 1), (fixed & 2) != 0);
    shares(sumsU, u, start(starts, field), start(starts, field + 1), (fixed & 4) != 0);
  }
  return moved;
}
