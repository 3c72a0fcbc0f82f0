// Codes the cells of one column: `codeColumn` of `../table/columns.ts` in plain code says the same. A cell that was seen before costs one look-up by its bytes;
// another is folded if it is ASCII, and left to the caller if it is not. A memory of its own, used for one column after the other, whose arrays are laid out
// for the most that a column can need: pages that nobody touches cost nothing.

import { allocate } from "./heap.as";
import { fold, isPlainDate } from "./inline/fold.as";
import { fillSlot, freeSlots, hashOf, rehashed, slotOf } from "./inline/slots.as";
import { initials, isInitial, keepWords, startWords, wordCount, words, wordsEnd, wordStarts } from "./inline/words.as";

/** Bits of a kind of column. */
const SPACES: i32 = 1;
const DATE: i32 = 2;
const WORDS: i32 = 4;

/** Code points of a value that are kept (`LONGEST` of `../table/build-values.ts`). */
const LONGEST: i32 = 400;

let kind: i32 = 0;
let folded: usize = 0;

// The cells as they were read: code + 2 (0 = free), hash, length, address.
let rawSlots: usize = 0;
let rawMask: i32 = 0;
let rawCount: i32 = 0;
// The prepared texts: code + 1, hash, length, offset in `store`.
let textSlots: usize = 0;
let textMask: i32 = 0;
let texts: i32 = 0;
let storeAt: usize = 0;
let storeEnd: i32 = 0;
let storeRoom: i32 = 0;
let textStarts: usize = 0;
// The values.
let records: usize = 0;
let starts: usize = 0;
let points: usize = 0;
let pointsEnd: i32 = 0;
let dates: usize = 0;
// The cell that the caller must prepare.
let waitingHash: u32 = 0;
let waitingAt: usize = 0;
let waitingLength: i32 = 0;

/** Begins a column of so many rows and bytes. `table` has 128 entries: what each ASCII character becomes, 0 for nothing. */
export function startColumn(kindOf: i32, rows: i32, bytes: i32, table: usize): void {
  kind = kindOf;
  folded = table;
  const most = <usize>rows;
  storeRoom = bytes + (bytes >> 3) + 65536;
  storeAt = allocate(<usize>storeRoom + 16);
  storeEnd = 0;
  textStarts = allocate((most + 1) << 3);
  f64.store(textStarts, 0);
  records = allocate(most << 5);
  starts = allocate((most + 1) << 2);
  i32.store(starts, 0);
  points = allocate(<usize>storeRoom << 2);
  pointsEnd = 0;
  texts = 0;
  startWords((kind & WORDS) != 0, most, storeAt, storeRoom);
  dates = allocate(kind & DATE ? most * 12 : 0);
  rawCount = 0;
  rawMask = 1023;
  rawSlots = freeSlots(1024);
  textMask = 1023;
  textSlots = freeSlots(1024);
}

function keepRaw(place: usize, code: i32, hash: u32, length: i32, at: usize): void {
  fillSlot(place, code + 2, hash, length, <u32>at);
  rawCount++;
  if (2 * rawCount <= rawMask) return;
  rawSlots = rehashed(rawSlots, rawMask);
  rawMask = 2 * rawMask + 1;
}

/** Keeps the text that stands at the end of the store as a new value; its code points were put behind the last ones. */
function keepValue(place: usize, hash: u32, length: i32, count: i32): i32 {
  const code = texts++;
  const start = pointsEnd;
  fillSlot(place, code + 1, hash, length, <u32>storeEnd);
  const from = storeEnd;
  storeEnd += length;
  pointsEnd += count;
  f64.store(textStarts + (<usize>(code + 1) << 3), <f64>storeEnd);
  i32.store(starts + (<usize>(code + 1) << 2), pointsEnd);
  let signature: u32 = 0;
  for (let i = start; i < pointsEnd; i++) signature |= 1 << (load<u32>(points + (<usize>i << 2)) & 31);
  const record = records + (<usize>code << 5);
  i32.store(record, start);
  i32.store(record, count, 4);
  i32.store(record, <i32>signature, 8);
  i32.store(record, kind & WORDS ? keepWords(from, length, code) : 0, 12);
  for (let i = 0; i < 4; i++)
    i32.store(record + (<usize>i << 2), i < count ? i32.load(points + (<usize>(start + i) << 2)) : 0, 16);
  if (2 * texts > textMask) {
    textSlots = rehashed(textSlots, textMask);
    textMask = 2 * textMask + 1;
  }
  return code;
}

@inline
function numberAt(at: usize, length: i32): i32 {
  let number = 0;
  for (let i = 0; i < length; i++) number = 10 * number + <i32>load<u8>(at + <usize>i) - 48;
  return number;
}

@inline
function keepDate(code: i32, year: i32, month: i32, day: i32): void {
  const at = dates + <usize>code * 12;
  i32.store(at, year);
  i32.store(at, month, 4);
  i32.store(at, day, 8);
}

/** Code of the folded text at the end of the store, -1 where nothing is left of it. */
function codeOfFolded(length: i32): i32 {
  if (length == 0) return -1;
  const at = storeAt + <usize>storeEnd;
  const hash = hashOf(at, length);
  const place = slotOf(textSlots, textMask, storeAt, at, length, hash);
  if (i32.load(place) != 0) return i32.load(place) - 1;
  const count = min(length, LONGEST);
  for (let i = 0; i < count; i++)
    i32.store(points + (<usize>(pointsEnd + i) << 2), <i32>load<u8>(at + <usize>i));
  const date = at;
  const code = keepValue(place, hash, length, count);
  // Only plain dates come here: year, month and day, a space between.
  if (kind & DATE) keepDate(code, numberAt(date, 4), numberAt(date + 5, 2), numberAt(date + 8, 2));
  return code;
}

/**
 * Codes rows of a segment from the row `row` on, whose cells end at `ends` (offsets from `base`); returns the number of rows where all are done, or the
 * row whose cell the caller must prepare (`resolve`) before it goes on; -1 where the memory laid out is too small.
 */
export function codeCells(row: i32, rows: i32, base: usize, first: i32, ends: usize, codes: usize): i32 {
  let from = row == 0 ? first : i32.load(ends + (<usize>(row - 1) << 2));
  for (; row < rows; row++) {
    const to = i32.load(ends + (<usize>row << 2));
    const at = base + <usize>from;
    const length = to - from;
    from = to;
    const hash = hashOf(at, length);
    const place = slotOf(rawSlots, rawMask, 0, at, length, hash);
    let code = i32.load(place) - 2;
    if (code == -2) {
      if (storeEnd + length > storeRoom) return -1;
      const kept = kind & DATE && !isPlainDate(at, length) ? -1 : fold(at, length, folded, (kind & SPACES) != 0, storeAt + <usize>storeEnd);
      if (kept < 0) {
        waitingHash = hash;
        waitingAt = at;
        waitingLength = length;
        return row;
      }
      code = codeOfFolded(kept);
      keepRaw(place, code, hash, length, at);
    }
    i32.store(codes + (<usize>row << 2), code);
  }
  return rows;
}

/** Says which code the cell has that `codeCells` stopped at. */
export function resolve(code: i32): void {
  const place = slotOf(rawSlots, rawMask, 0, waitingAt, waitingLength, waitingHash);
  keepRaw(place, code, waitingHash, waitingLength, waitingAt);
}

/** Room for one more prepared text and its points; where they are to be put are `textAt` and `pointsAt`. */
export function hasRoom(length: i32): bool {
  return storeEnd + length <= storeRoom && pointsEnd + min(length, LONGEST) <= storeRoom;
}
export function textAt(): usize {
  return storeAt + <usize>storeEnd;
}
export function pointsAt(): usize {
  return points + (<usize>pointsEnd << 2);
}

/** Code of a prepared text that the caller put at `textAt` and `pointsAt`. */
export function addValue(length: i32, count: i32, year: i32, month: i32, day: i32): i32 {
  const at = storeAt + <usize>storeEnd;
  const hash = hashOf(at, length);
  const place = slotOf(textSlots, textMask, storeAt, at, length, hash);
  if (i32.load(place) != 0) return i32.load(place) - 1;
  const code = keepValue(place, hash, length, count);
  if (kind & DATE) keepDate(code, year, month, day);
  return code;
}

/** Share of the filled rows that each value has, written to `into`; returns how many rows are filled. */
export function frequencies(codes: usize, rows: i32, into: usize): i32 {
  for (let code = 0; code < texts; code++) f64.store(into + (<usize>code << 3), 0);
  let filled = 0;
  for (let row = 0; row < rows; row++) {
    const code = i32.load(codes + (<usize>row << 2));
    if (code < 0) continue;
    filled++;
    const at = into + (<usize>code << 3);
    f64.store(at, f64.load(at) + 1);
  }
  for (let code = 0; code < texts; code++) {
    const at = into + (<usize>code << 3);
    f64.store(at, f64.load(at) / <f64>filled);
  }
  return filled;
}

/** Sizes and places of what was coded, four bytes each, in the order of `RESULT` of `coding.ts`. */
export function columnResult(at: usize): void {
  i32.store(at, texts);
  i32.store(at, pointsEnd, 4);
  i32.store(at, wordsEnd, 8);
  i32.store(at, wordCount, 12);
  i32.store(at, storeEnd, 16);
  i32.store(at, <i32>storeAt, 20);
  i32.store(at, <i32>textStarts, 24);
  i32.store(at, <i32>records, 28);
  i32.store(at, <i32>starts, 32);
  i32.store(at, <i32>points, 36);
  i32.store(at, <i32>words, 40);
  i32.store(at, <i32>wordStarts, 44);
  i32.store(at, <i32>initials, 48);
  i32.store(at, <i32>isInitial, 52);
  i32.store(at, <i32>dates, 56);
}
