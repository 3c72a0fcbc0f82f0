// The words of the values of a column, numbered in the order in which they are met first.

import { allocate } from "../heap.as";
import { fillSlot, freeSlots, hashOf, rehashed, slotOf } from "./slots.as";

/** Where the text of the values stands. */
let store: usize = 0;
// Number + 1, hash, length, offset in the store.
let slots: usize = 0;
let mask: i32 = 0;

/** How many words there are, where the first code point of each stands, and whether it is an initial. */
export let wordCount: i32 = 0;
export let initials: usize = 0;
export let isInitial: usize = 0;
/** The words of each value, where those of each begin, and where the last end. */
export let words: usize = 0;
export let wordStarts: usize = 0;
export let wordsEnd: i32 = 0;

/** Begins a column of so many rows whose values stand in a store of so many bytes; without `hasWords` there is room for none. */
export function startWords(hasWords: bool, rows: usize, storeAt: usize, storeRoom: i32): void {
  store = storeAt;
  wordStarts = allocate(hasWords ? (rows + 1) << 2 : 4);
  i32.store(wordStarts, 0);
  words = allocate(hasWords ? (<usize>storeRoom + rows) << 2 : 0);
  initials = allocate(hasWords ? (<usize>storeRoom + rows) << 2 : 0);
  isInitial = allocate(hasWords ? <usize>storeRoom + rows : 0);
  wordsEnd = 0;
  wordCount = 0;
  mask = 1023;
  slots = freeSlots(hasWords ? 1024 : 0);
}

@inline
function sizeOf(first: i32): i32 {
  return first < 0x80 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
}

function firstPoint(at: usize, length: i32): i32 {
  if (length == 0) return 0;
  const first = <i32>load<u8>(at);
  const size = sizeOf(first);
  if (size == 1) return first;
  let point = first & (0xff >> (size + 1));
  for (let i = 1; i < min(size, length); i++) point = (point << 6) | (<i32>load<u8>(at + <usize>i) & 0x3f);
  return point;
}

function wordNumber(from: i32, length: i32): i32 {
  const at = store + <usize>from;
  const hash = hashOf(at, length);
  const place = slotOf(slots, mask, store, at, length, hash);
  if (i32.load(place) != 0) return i32.load(place) - 1;
  const word = wordCount++;
  fillSlot(place, word + 1, hash, length, <u32>from);
  i32.store(initials + (<usize>word << 2), firstPoint(at, length));
  const size = length == 0 ? 0 : sizeOf(<i32>load<u8>(at));
  i32.store8(isInitial + <usize>word, length > 0 && length == size && length < 4 ? 1 : 0);
  if (2 * wordCount > mask) {
    slots = rehashed(slots, mask);
    mask = 2 * mask + 1;
  }
  return word;
}

/** Sorts a stretch of words, moves the distinct ones to its beginning, and returns their end. */
function sortDistinct(start: i32, end: i32): i32 {
  for (let i = start + 1; i < end; i++) {
    const own = i32.load(words + (<usize>i << 2));
    let at = i;
    for (; at > start && i32.load(words + (<usize>(at - 1) << 2)) > own; at--)
      i32.store(words + (<usize>at << 2), i32.load(words + (<usize>(at - 1) << 2)));
    i32.store(words + (<usize>at << 2), own);
  }
  let kept = start + 1;
  for (let i = start + 1; i < end; i++) {
    const own = i32.load(words + (<usize>i << 2));
    if (own == i32.load(words + (<usize>(kept - 1) << 2))) continue;
    i32.store(words + (<usize>kept << 2), own);
    kept++;
  }
  return kept;
}

/** Numbers the words of the text at an offset of the store, and returns what its record says of them. */
export function keepWords(from: i32, length: i32, value: i32): i32 {
  const start = wordsEnd;
  let initial = 0;
  let begin = from;
  for (let at = from; at <= from + length; at++) {
    if (at < from + length && load<u8>(store + <usize>at) != 32) continue;
    const word = wordNumber(begin, at - begin);
    begin = at + 1;
    initial |= <i32>load<u8>(isInitial + <usize>word);
    i32.store(words + (<usize>wordsEnd << 2), word);
    wordsEnd++;
  }
  if (wordsEnd - start > 1) wordsEnd = sortDistinct(start, wordsEnd);
  i32.store(wordStarts + (<usize>(value + 1) << 2), wordsEnd);
  return 2 * (wordsEnd - start) + initial;
}
