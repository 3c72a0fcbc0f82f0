import { int32s } from "./memory.ts";
import type { Pairs } from "./score.ts";

/** Buckets that connected components are put into: more than there are threads, and the same number whatever theirs is. */
const BUCKETS = 64;

/**
 * Pairs from the threshold on, in their order, by buckets of connected components, so that no two buckets share a row. `parent`, a tree of rows that
 * are joined already, is used up.
 */
export function buckets(
  { length, a, b, probability }: Pairs,
  { threshold, parent }: { threshold: number; parent: Int32Array },
): { order: Int32Array; bounds: Int32Array } {
  const find = (row: number) => {
    let root = row;
    while (parent[root] !== root) {
      parent[root] = parent[parent[root]!]!;
      root = parent[root]!;
    }
    return root;
  };
  for (let pair = 0; pair < length; pair++) {
    if (probability[pair]! < threshold) continue;
    const x = find(a[pair]!);
    const y = find(b[pair]!);
    if (x < y) parent[y] = x;
    else parent[x] = y;
  }
  const bounds = int32s(BUCKETS + 1);
  const bucketOf = (pair: number) => (Math.imul(find(a[pair]!), 0x9e3779b1) >>> 16) % BUCKETS;
  for (let pair = 0; pair < length; pair++)
    if (probability[pair]! >= threshold) bounds[bucketOf(pair) + 1]!++;
  for (let bucket = 0; bucket < BUCKETS; bucket++) bounds[bucket + 1]! += bounds[bucket]!;
  const order = int32s(bounds[BUCKETS]!);
  const next = bounds.slice();
  for (let pair = 0; pair < length; pair++)
    if (probability[pair]! >= threshold) order[next[bucketOf(pair)]!++] = pair;
  return { order, bounds };
}

/** Bits of a digit of the radix sort. */
const DIGIT = 11;

/** Pairs by their probability, best first; equal ones in the order of the table, so that the result never depends on chance. */
export function descending(pairs: Int32Array, probability: Float64Array): Int32Array {
  if (pairs.length < 256)
    return Int32Array.from(pairs).sort((x, y) => probability[y]! - probability[x]! || x - y);
  // Numbers that are not negative have the order of their bits.
  const bits = new Uint32Array(Float64Array.from(pairs, pair => probability[pair]!).buffer);
  let order = new Int32Array(pairs.length);
  for (let at = 0; at < order.length; at++) order[at] = at;
  for (const half of [0, 1])
    for (let shift = 0; shift < 32; shift += DIGIT)
      order = sortedBy(order, at => (bits[2 * at + half]! >>> shift) & ((1 << DIGIT) - 1));
  return order.map(at => pairs[at]!);
}

/** A stable counting sort, highest digit first. */
function sortedBy(order: Int32Array<ArrayBuffer>, digit: (at: number) => number): Int32Array<ArrayBuffer> {
  const next = new Int32Array(1 << DIGIT);
  for (const at of order) next[digit(at)]!++;
  for (let value = next.length - 1, sum = 0; value >= 0; value--) {
    const count = next[value]!;
    next[value] = sum;
    sum += count;
  }
  const sorted = new Int32Array(order.length);
  for (const at of order) sorted[next[digit(at)]!++] = at;
  return sorted;
}
