// Open hash tables of bytes, whose slots hold a number that is not 0, the hash, the length and the place of the bytes.

import { allocate } from "../heap.as";

/** Bytes of a slot: code, hash, length, place. */
const SLOT: usize = 16;

export function freeSlots(count: i32): usize {
  const at = allocate(<usize>count * SLOT);
  memory.fill(at, 0, <usize>count * SLOT);
  return at;
}

/** Hash of bytes, eight at a time; up to seven bytes after the last are read and masked. */
@inline
export function hashOf(at: usize, length: i32): u32 {
  let hash: u64 = 0x9e3779b97f4a7c15 ^ <u64>length;
  let left = length;
  while (left >= 8) {
    hash = (hash ^ i64.load(at)) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
    at += 8;
    left -= 8;
  }
  if (left > 0) {
    hash = (hash ^ (i64.load(at) & ((1 << (<u64>left << 3)) - 1))) * 0xff51afd7ed558ccd;
    hash ^= hash >> 32;
  }
  hash *= 0xc4ceb9fe1a85ec53;
  return <u32>(hash >> 32);
}

@inline
function sameBytes(a: usize, b: usize, length: i32): bool {
  let left = length;
  while (left >= 8) {
    if (i64.load(a) != i64.load(b)) return false;
    a += 8;
    b += 8;
    left -= 8;
  }
  return left == 0 || ((i64.load(a) ^ i64.load(b)) & ((1 << (<u64>left << 3)) - 1)) == 0;
}

/** The slot of a text, or the free one where it belongs. `base` is added to the place that a slot has. */
@inline
export function slotOf(slots: usize, mask: i32, base: usize, at: usize, length: i32, hash: u32): usize {
  let slot = <i32>hash & mask;
  for (;;) {
    const place = slots + <usize>slot * SLOT;
    if (i32.load(place) == 0) return place;
    if (
      <u32>i32.load(place, 4) == hash &&
      i32.load(place, 8) == length &&
      sameBytes(base + <usize>(<u32>i32.load(place, 12)), at, length)
    )
      return place;
    slot = (slot + 1) & mask;
  }
  return 0;
}

@inline
export function fillSlot(place: usize, code: i32, hash: u32, length: i32, at: u32): void {
  i32.store(place, code);
  i32.store(place, <i32>hash, 4);
  i32.store(place, length, 8);
  i32.store(place, <i32>at, 12);
}

/** Twice as many slots with the same entries. */
export function rehashed(slots: usize, mask: i32): usize {
  const larger = freeSlots(2 * (mask + 1));
  const newMask = 2 * mask + 1;
  for (let old = 0; old <= mask; old++) {
    const from = slots + <usize>old * SLOT;
    if (i32.load(from) == 0) continue;
    let slot = i32.load(from, 4) & newMask;
    while (i32.load(larger + <usize>slot * SLOT) != 0) slot = (slot + 1) & newMask;
    v128.store(larger + <usize>slot * SLOT, v128.load(from));
  }
  return larger;
}
