import { bytesOf, cut, float64s, grown } from "../memory.ts";
import type { Cells } from "./cells.ts";

/** Distinct cells of one column, coded from bytes: a cell that was seen before costs one look-up and no string. */
export interface Dictionary {
  /** Code of the cell that stands in `bytes` from `from` to `to`; `hash` is that of `hashOf`. */
  readonly codeOf: (bytes: Uint8Array, from: number, to: number, hash: number) => number;
  /** Number of distinct cells so far. */
  readonly count: () => number;
  /** The cells by their codes. */
  readonly cells: () => Cells;
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** FNV-1a over bytes (Fowler, Noll and Vo; RFC 9923), in 32 bits. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
  return hash;
}

/**
 * An open-addressing table with linear probing, at most half full; the bytes of the distinct cells one after the other. A slot holds the hash, length
 * and place of its cell, so that a look-up touches a line of the table and the cell itself, and hardly ever another cell.
 */
export function dictionary(): Dictionary {
  let mask = 255;
  /** Code + 1, hash, length and first byte of each slot; 0 = free. */
  let slots = new Uint32Array(4 * 256);
  let starts = float64s(129);
  let store = bytesOf(1024);
  let count = 0;
  let end = 0;

  const slotOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & mask;

  const same = (slot: number, bytes: Uint8Array, from: number, length: number) => {
    if (slots[slot + 2] !== length) return false;
    const start = slots[slot + 3]!;
    for (let at = 0; at < length; at++) if (store[start + at] !== bytes[from + at]) return false;
    return true;
  };

  const rehash = () => {
    const before = slots;
    slots = new Uint32Array(2 * before.length);
    mask = 2 * mask + 1;
    for (let old = 0; old < before.length; old += 4) {
      if (before[old] === 0) continue;
      let slot = 4 * slotOf(before[old + 1]!);
      while (slots[slot] !== 0) slot = (slot + 4) & (4 * mask + 3);
      for (let part = 0; part < 4; part++) slots[slot + part] = before[old + part]!;
    }
  };

  const add = (bytes: Uint8Array, from: number, to: number) => {
    if (end + to - from > store.length) store = grown(store, Math.max(2 * store.length, end + to - from));
    if (count + 2 > starts.length) starts = grown(starts, 2 * starts.length);
    for (let at = from; at < to; at++) store[end++] = bytes[at]!;
    starts[count + 1] = end;
    return count++;
  };

  return {
    codeOf: (bytes, from, to, hash) => {
      const unsigned = hash >>> 0;
      let slot = 4 * slotOf(hash);
      for (;;) {
        const code = slots[slot]!;
        if (code === 0) break;
        if (slots[slot + 1] === unsigned && same(slot, bytes, from, to - from)) return code - 1;
        slot = (slot + 4) & (4 * mask + 3);
      }
      slots[slot + 1] = unsigned;
      slots[slot + 2] = to - from;
      slots[slot + 3] = end;
      const code = add(bytes, from, to);
      slots[slot] = code + 1;
      if (2 * count > mask) rehash();
      return code;
    },
    count: () => count,
    cells: () => ({ bytes: cut(store, end), starts: cut(starts, count + 1) }),
  };
}
