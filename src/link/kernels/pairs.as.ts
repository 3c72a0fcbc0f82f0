// Many pairs of rows at once: their weights as `../compare/batch.ts` adds them up in plain code, how many have each level, and which patterns of levels occur.
import { codeOfRow, highestLevel, levelOf, rareLevelOf, widthOf } from "./levels.as";

/** Pairs of a batch: `BATCH` of `../compare/batch.ts`. */
const BATCH: i32 = 4096;
const UNKNOWN: i32 = -2;
/** Bytes of what one field weighs: where its levels and its values stand, and the most that a level below equality weighs. */
const WEIGHT: usize = 16;

let a: usize = 0;
let b: usize = 0;
let reach: usize = 0;
let into: usize = 0;
let levels: usize = 0;

/** Bytes that `setBatch` must be given for so many fields. */
export function batchBytes(count: i32): i32 {
  return BATCH * (4 + 4 + 8 + 8 + count);
}

/** Memory of this thread for a batch: rows a, rows b, what each pair can still reach, weights, and levels field by field. */
export function setBatch(at: usize): void {
  a = at;
  b = a + <usize>(4 * BATCH);
  reach = b + <usize>(4 * BATCH);
  into = reach + <usize>(8 * BATCH);
  levels = into + <usize>(8 * BATCH);
}

@inline
function firstOf(pair: i32): i32 {
  return load<i32>(a + (<usize>pair << 2));
}
@inline
function secondOf(pair: i32): i32 {
  return load<i32>(b + (<usize>pair << 2));
}
@inline
function weightOf(weights: usize, level: i32): f64 {
  return load<f64>(<usize>load<u32>(weights) + (<usize>level << 3));
}
@inline
function extraOf(weights: usize, code: i32): f64 {
  return load<f64>(<usize>load<u32>(weights + 4) + (<usize>code << 3));
}
@inline
function add(pair: i32, bits: f64): void {
  const place = reach + (<usize>pair << 3);
  store<f64>(place, load<f64>(place) + bits);
}

function withoutComparing(field: i32, weights: usize, length: i32): void {
  const known = levels + <usize>(field * BATCH);
  const highest = highestLevel(field);
  const top = weightOf(weights, highest);
  const best = load<f64>(weights + 8);
  for (let pair = 0; pair < length; pair++) {
    const first = codeOfRow(firstOf(pair), field);
    const second = codeOfRow(secondOf(pair), field);
    if (first < 0 || second < 0) store<i8>(known + <usize>pair, -1);
    else if (first == second) {
      store<i8>(known + <usize>pair, <i8>highest);
      add(pair, top + extraOf(weights, first));
    } else {
      store<i8>(known + <usize>pair, <i8>UNKNOWN);
      add(pair, best);
    }
  }
}

function comparing(field: i32, weights: usize, length: i32, least: f64): void {
  const known = levels + <usize>(field * BATCH);
  const best = load<f64>(weights + 8);
  for (let pair = 0; pair < length; pair++) {
    if (<i32>load<i8>(known + <usize>pair) != UNKNOWN || load<f64>(reach + (<usize>pair << 3)) < least) continue;
    const found = levelOf(field, firstOf(pair), secondOf(pair));
    if (found == UNKNOWN) return;
    store<i8>(known + <usize>pair, <i8>found);
    add(pair, weightOf(weights, found) - best);
  }
}

/** What needs no comparison, and the highest weight that each pair of the batch can still reach. */
export function begin(weights: usize, prior: f64, length: i32): void {
  for (let pair = 0; pair < length; pair++) store<f64>(reach + (<usize>pair << 3), prior);
  for (let field = 0; field < widthOf(); field++)
    withoutComparing(field, weights + <usize>field * WEIGHT, length);
}

/** Compares one field of the pairs that can reach `least`; nothing where the field has no kernel. */
export function compareField(weights: usize, field: i32, length: i32, least: f64): void {
  comparing(field, weights + <usize>field * WEIGHT, length, least);
}

/** The sum in the order of the fields, so that a pair has the same weight to the last bit however it was scored. */
export function finish(weights: usize, prior: f64, length: i32, least: f64): void {
  const width = widthOf();
  for (let pair = 0; pair < length; pair++) {
    let bits = -Infinity;
    if (load<f64>(reach + (<usize>pair << 3)) >= least) {
      bits = prior;
      for (let field = 0; field < width; field++) {
        const level = <i32>load<i8>(levels + <usize>(field * BATCH + pair));
        if (level < 0) continue;
        const own = weights + <usize>field * WEIGHT;
        bits += weightOf(own, level);
        if (level == highestLevel(field)) bits += extraOf(own, codeOfRow(firstOf(pair), field));
      }
    }
    store<f64>(into + (<usize>pair << 3), bits);
  }
}

/** Weight of one pair of rows; NaN where a field that has no kernel must be compared. */
export function weigh(weights: usize, prior: f64, first: i32, second: i32): f64 {
  let bits = prior;
  for (let field = 0; field < widthOf(); field++) {
    const level = levelOf(field, first, second);
    if (level == UNKNOWN) return NaN;
    if (level < 0) continue;
    const own = weights + <usize>field * WEIGHT;
    bits += weightOf(own, level);
    if (level == highestLevel(field)) bits += extraOf(own, codeOfRow(first, field));
  }
  return bits;
}

/** Levels of one field of the pairs of the batch, a byte each; `UNKNOWN` where the field has no kernel. */
export function levelsOfField(field: i32, length: i32): void {
  const known = levels + <usize>(field * BATCH);
  for (let pair = 0; pair < length; pair++)
    store<i8>(known + <usize>pair, <i8>levelOf(field, firstOf(pair), secondOf(pair)));
}

/** As `levelsOfField`, but of what is below the rare levels of the field only that it is. */
export function rareLevelsOfField(field: i32, length: i32): void {
  const known = levels + <usize>(field * BATCH);
  for (let pair = 0; pair < length; pair++)
    store<i8>(known + <usize>pair, <i8>rareLevelOf(field, firstOf(pair), secondOf(pair)));
}

/** Adds up how many pairs of the batch have each level of a field, by the levels that are known of them, in counts of four bytes. */
export function countField(field: i32, length: i32, counts: usize): void {
  const known = levels + <usize>(field * BATCH);
  for (let pair = 0; pair < length; pair++) {
    const level = <i32>load<i8>(known + <usize>pair);
    if (level < 0) continue;
    const place = counts + (<usize>level << 2);
    store<i32>(place, load<i32>(place) + 1);
  }
}

// The pairs of some groups of a rule, one batch after the other: where the next of them is.
let rows: usize = 0;
let starts: usize = 0;
let keys: usize = 0;
let rules: i32 = 0;
let rule: i32 = 0;
let group: i32 = 0;
let lastGroup: i32 = 0;
let left: i32 = 0;
let right: i32 = 0;

/** Begins with the pairs of groups `from` to `to - 1` of a rule: its rows by group, where groups start, and the keys of all rules row by row. */
export function startPairs(rowsAt: usize, startsAt: usize, keysAt: usize, count: i32, own: i32, from: i32, to: i32): void {
  rows = rowsAt;
  starts = startsAt;
  keys = keysAt;
  rules = count;
  rule = own;
  group = from;
  lastGroup = to;
  left = load<i32>(starts + (<usize>from << 2));
  right = left + 1;
}

@inline
function agreesEarlier(first: i32, second: i32): bool {
  const x = keys + (<usize>(first * rules) << 2);
  const y = keys + (<usize>(second * rules) << 2);
  for (let earlier = 0; earlier < rule; earlier++) {
    const key = load<i32>(x + (<usize>earlier << 2));
    if (key >= 0 && key == load<i32>(y + (<usize>earlier << 2))) return true;
  }
  return false;
}

/** Fills the batch with the next pairs that no earlier rule has, and returns their number; less than a batch where there are no more. */
export function nextPairs(): i32 {
  let length = 0;
  while (group < lastGroup) {
    const end = load<i32>(starts + (<usize>(group + 1) << 2));
    while (left < end) {
      const first = load<i32>(rows + (<usize>left << 2));
      while (right < end) {
        const second = load<i32>(rows + (<usize>right << 2));
        right++;
        if (rule > 0 && agreesEarlier(first, second)) continue;
        store<i32>(a + (<usize>length << 2), first);
        store<i32>(b + (<usize>length << 2), second);
        if (++length == BATCH) return length;
      }
      left++;
      right = left + 1;
    }
    group++;
  }
  return length;
}

let between: i32 = 0;

/**
 * Of a batch that has been weighed, moves the pairs from `least` on to the front, and behind them the weights of those between `nothing` and `least`; returns
 * how many are kept. The weights of both stand in the places of `reach`, which is not needed any more.
 */
export function sift(length: i32, least: f64, nothing: f64): i32 {
  let kept = 0;
  for (let pair = 0; pair < length; pair++) {
    const bits = load<f64>(into + (<usize>pair << 3));
    if (bits < least) continue;
    store<i32>(a + (<usize>kept << 2), firstOf(pair));
    store<i32>(b + (<usize>kept << 2), secondOf(pair));
    store<f64>(reach + (<usize>kept << 3), bits);
    kept++;
  }
  between = 0;
  for (let pair = 0; pair < length; pair++) {
    const bits = load<f64>(into + (<usize>pair << 3));
    if (bits >= least || !(bits > nothing)) continue;
    store<f64>(reach + (<usize>(kept + between) << 3), bits);
    between++;
  }
  return kept;
}

/** How many weights stand behind those that the last `sift` kept. */
export function siftedBetween(): i32 {
  return between;
}
