import type { Cells } from "./cells.ts";
import { bytesOf, cut, float64s, grown } from "./memory.ts";

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
 * An open-addressing table with linear probing, at most half full, its hashes beside its codes so that a look-up rarely touches a cell that
 * is another; the bytes of the distinct cells one after the other.
 */
export function dictionary(): Dictionary {
  let mask = 255;
  /** Code + 1 and hash of each slot; 0 = free. */
  let slots = new Int32Array(512);
  let starts = float64s(129);
  let store = bytesOf(1024);
  let count = 0;
  let end = 0;

  const slotOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & mask;

  const same = (code: number, bytes: Uint8Array, from: number, length: number) => {
    const start = starts[code]!;
    if (starts[code + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (store[start + at] !== bytes[from + at]) return false;
    return true;
  };

  const rehash = () => {
    const before = slots;
    slots = new Int32Array(2 * before.length);
    mask = 2 * mask + 1;
    for (let old = 0; old < before.length; old += 2) {
      if (before[old] === 0) continue;
      let slot = slotOf(before[old + 1]!);
      while (slots[2 * slot] !== 0) slot = (slot + 1) & mask;
      slots[2 * slot] = before[old]!;
      slots[2 * slot + 1] = before[old + 1]!;
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
      let slot = slotOf(hash);
      for (;;) {
        const code = slots[2 * slot]! - 1;
        if (code < 0) break;
        if (slots[2 * slot + 1] === hash && same(code, bytes, from, to - from)) return code;
        slot = (slot + 1) & mask;
      }
      const code = add(bytes, from, to);
      slots[2 * slot] = code + 1;
      slots[2 * slot + 1] = hash;
      if (2 * count > mask) rehash();
      return code;
    },
    count: () => count,
    cells: () => ({ bytes: cut(store, end), starts: cut(starts, count + 1) }),
  };
}
