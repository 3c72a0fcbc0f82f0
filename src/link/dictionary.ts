/** Distinct cells of one column, coded from bytes: a cell that was seen before costs one look-up and no string. */
export interface Dictionary {
  /** Code of the cell that stands in `bytes` from `from` to `to`; `hash` is that of `hashOf`. */
  readonly codeOf: (bytes: Uint8Array, from: number, to: number, hash: number) => number;
  /** The cells by their codes; what is not UTF-8 becomes U+FFFD. */
  readonly values: () => string[];
}

const FNV_OFFSET = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;

/** FNV-1a over bytes (Fowler, Noll and Vo; RFC 9923), in 32 bits. */
export function hashOf(bytes: Uint8Array, from: number, to: number): number {
  let hash = FNV_OFFSET;
  for (let at = from; at < to; at++) hash = Math.imul(hash ^ bytes[at]!, FNV_PRIME);
  return hash;
}

/** An open-addressing table with linear probing, at most half full; the bytes of the distinct cells one after the other. */
export function dictionary(): Dictionary {
  let slots = new Int32Array(256).fill(-1);
  let hashes = new Int32Array(128);
  let starts = new Float64Array(129);
  let store = new Uint8Array(1024);
  let count = 0;
  let end = 0;

  const slotOf = (hash: number) => Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) & (slots.length - 1);

  const same = (code: number, bytes: Uint8Array, from: number, length: number) => {
    const start = starts[code]!;
    if (starts[code + 1]! - start !== length) return false;
    for (let at = 0; at < length; at++) if (store[start + at] !== bytes[from + at]) return false;
    return true;
  };

  const rehash = () => {
    slots = new Int32Array(2 * slots.length).fill(-1);
    hashes = grown(hashes, Int32Array, 2 * hashes.length);
    starts = grown(starts, Float64Array, 2 * hashes.length + 1);
    for (let code = 0; code < count; code++) {
      let slot = slotOf(hashes[code]!);
      while (slots[slot]! >= 0) slot = (slot + 1) & (slots.length - 1);
      slots[slot] = code;
    }
  };

  const add = (bytes: Uint8Array, from: number, to: number, hash: number) => {
    if (end + to - from > store.length)
      store = grown(store, Uint8Array, Math.max(2 * store.length, end + to - from));
    for (let at = from; at < to; at++) store[end++] = bytes[at]!;
    hashes[count] = hash;
    starts[count + 1] = end;
    return count++;
  };

  return {
    codeOf: (bytes, from, to, hash) => {
      let slot = slotOf(hash);
      for (;;) {
        const code = slots[slot]!;
        if (code < 0) break;
        if (hashes[code] === hash && same(code, bytes, from, to - from)) return code;
        slot = (slot + 1) & (slots.length - 1);
      }
      const code = add(bytes, from, to, hash);
      slots[slot] = code;
      if (2 * count >= slots.length) rehash();
      return code;
    },
    values: () => decoded(store.subarray(0, end), starts.subarray(0, count + 1)),
  };
}

/** One decoding for all where every byte is ASCII, which most columns are. */
function decoded(store: Uint8Array, starts: Float64Array): string[] {
  const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
  const whole = decoder.decode(store);
  const ascii = whole.length === store.length && store.every(byte => byte < 128);
  return Array.from({ length: starts.length - 1 }, (_, code) => {
    const from = starts[code]!;
    const to = starts[code + 1]!;
    return ascii ? whole.slice(from, to) : decoder.decode(store.subarray(from, to));
  });
}

function grown<T extends Int32Array | Float64Array | Uint8Array>(
  array: T,
  Type: new (length: number) => T,
  length: number,
): T {
  const larger = new Type(length);
  larger.set(array);
  return larger;
}
