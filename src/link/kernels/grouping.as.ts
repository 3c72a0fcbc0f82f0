// Keys of rows and their groups: what `combine` and `groupRule` of `../blocking/blocking.ts` do in plain code. The caller lays out the memory.

import { at4 } from "./inline/lists.as";

const SLOT: usize = 16;

/**
 * Dense codes of two keys together, in the order of their first row, written to `into`; returns how many there are. `slots` has room for so many entries
 * of 16 bytes, a power of two that is at least twice the rows, all zero: number, and the two codes.
 */
export function combine(first: usize, second: usize, rows: i32, into: usize, slots: usize, size: i32): i32 {
  let groups = 0;
  const mask = size - 1;
  for (let row = 0; row < rows; row++) {
    const a = i32.load(at4(first, row));
    const b = i32.load(at4(second, row));
    if (a < 0 || b < 0) {
      i32.store(at4(into, row), -1);
      continue;
    }
    const pair = <u64>(<u32>a) | (<u64>(<u32>b) << 32);
    let hash = pair * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
    hash *= 0xc4ceb9fe1a85ec53;
    let slot = <i32>(hash >> 33) & mask;
    let place = slots + <usize>slot * SLOT;
    while (i32.load(place) != 0 && <u64>i64.load(place, 8) != pair) {
      slot = (slot + 1) & mask;
      place = slots + <usize>slot * SLOT;
    }
    if (i32.load(place) == 0) {
      i32.store(place, ++groups);
      i64.store(place, <i64>pair, 8);
    }
    i32.store(at4(into, row), i32.load(place) - 1);
  }
  return groups;
}

let pairs: f64 = 0;
let giants: i32 = 0;
let counted: i32 = 0;
let grouped: i32 = 0;

/** Pairs that agree, rows in groups larger than the limit, groups of two rows and more, and rows in them, by the last `sizes`. */
export function pairsCounted(): f64 {
  return pairs;
}
export function rowsInGiants(): i32 {
  return giants;
}
export function groupsCounted(): i32 {
  return counted;
}
export function rowsGrouped(): i32 {
  return grouped;
}

/** Counts the rows of each group in `next`, all zero; those of groups larger than `largest` lose their code. */
export function sizes(codes: usize, rows: i32, groups: i32, largest: i32, next: usize): void {
  for (let row = 0; row < rows; row++) {
    const code = i32.load(at4(codes, row));
    if (code < 0) continue;
    const place = at4(next, code);
    i32.store(place, i32.load(place) + 1);
  }
  pairs = 0;
  giants = 0;
  counted = 0;
  grouped = 0;
  for (let group = 0; group < groups; group++) {
    const size = i32.load(at4(next, group));
    if (size > largest) giants += size;
    else if (size > 1) {
      pairs += (<f64>size * <f64>(size - 1)) / 2;
      counted++;
      grouped += size;
    }
  }
  if (giants == 0) return;
  for (let row = 0; row < rows; row++) {
    const code = i32.load(at4(codes, row));
    if (code >= 0 && i32.load(at4(next, code)) > largest) i32.store(at4(codes, row), -1);
  }
}

/** The rows of each group of two and more together, and where each group starts; `next` is used up. */
export function group(codes: usize, rows: i32, groups: i32, largest: i32, next: usize, into: usize, starts: usize): void {
  let count = 0;
  let end = 0;
  i32.store(starts, 0);
  for (let own = 0; own < groups; own++) {
    const place = at4(next, own);
    const size = i32.load(place);
    if (size < 2 || size > largest) {
      i32.store(place, -1);
      continue;
    }
    i32.store(place, end);
    end += size;
    i32.store(at4(starts, ++count), end);
  }
  for (let row = 0; row < rows; row++) {
    const code = i32.load(at4(codes, row));
    if (code < 0) continue;
    const place = at4(next, code);
    const to = i32.load(place);
    if (to < 0) continue;
    i32.store(at4(into, to), row);
    i32.store(place, to + 1);
  }
}

/** Writes numbers of rows to their place among `width` numbers a row. */
export function spread(numbers: usize, rows: i32, into: usize, width: i32, place: i32): void {
  for (let row = 0; row < rows; row++) i32.store(at4(into, row * width + place), i32.load(at4(numbers, row)));
}
