/** Bits of a key's hash. */
const BITS = 18;
const PRIMES = [0x9e3779b1, 0x85ebca6b, 0xc2b2ae35] as const;

/** A small number that a key always gives, from its length, its first two units and its last. */
export function hashOf(key: string): number {
  const { length } = key;
  if (length === 0) return 0;
  let hash = Math.imul(key.charCodeAt(0), PRIMES[0]);
  if (length > 1) {
    hash = Math.imul(hash ^ (key.charCodeAt(1) + (length << 16)), PRIMES[1]);
    hash = Math.imul(hash ^ (hash >>> BITS) ^ key.charCodeAt(length - 1), PRIMES[2]);
  }
  return hash >>> (32 - BITS);
}

/**
 * Bits by the hashes of some keys: no key is among them whose bit is not set, which most words of a text tell of most phrases without
 * looking for the key itself. The number of its words is a power of two.
 */
export type Filter = Int32Array;

/** Bits for each key: of keys that are not among them, three in a hundred have their bit set all the same. */
const ROOM = 24;

export function filterOf(keys: readonly string[]): Filter {
  let words = 1;
  while (words * 32 < keys.length * ROOM && words * 32 < 1 << BITS) words *= 2;
  const filter = new Int32Array(words);
  for (const key of keys) {
    const hash = hashOf(key);
    filter[(hash >> 5) & (words - 1)]! |= 1 << (hash & 31);
  }
  return filter;
}

/** Lets every key pass. */
export const OPEN: Filter = Int32Array.of(-1);

/** Whether a key of this hash may be among those of a filter. */
export const mayHold = (filter: Filter, hash: number): boolean =>
  ((filter[(hash >> 5) & (filter.length - 1)]! >> (hash & 31)) & 1) === 1;

/** Keys of which tokens are asked whether theirs is among them; most are told by the hash that it is not. */
export class Keys {
  readonly #keys: ReadonlySet<string>;
  readonly #filter: Filter;

  constructor(keys: Iterable<string>) {
    this.#keys = new Set(keys);
    this.#filter = filterOf([...this.#keys]);
  }

  hold({ key, hash }: { readonly key: string; readonly hash: number }): boolean {
    return mayHold(this.#filter, hash) && this.#keys.has(key);
  }
}
