import { int32s } from "../memory.ts";
import type { Pairs } from "../score/score.ts";

/** Chunks that connected components are shared out in: more than there are threads, and the same number whatever theirs is. */
const CHUNKS = 64;

/** Pairs by connected component. No two components share a row, so that each is joined for itself. */
export interface Components {
  /** The pairs of each component together, in their order; where each component starts. */
  readonly order: Int32Array;
  readonly starts: Int32Array;
  /** Where each chunk of components starts among `starts`; chunks have about as many pairs. */
  readonly chunks: Int32Array;
}

/** The components of the pairs from the threshold on. `parent`, a tree of rows that are joined already, is used up. */
export function componentsOf(
  { length, a, b, probability }: Pairs,
  { threshold, parent }: { threshold: number; parent: Int32Array },
): Components {
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
  /** Pairs of each component by its root, then the place of the next of them. */
  const next = new Int32Array(parent.length);
  let count = 0;
  for (let pair = 0; pair < length; pair++) {
    if (probability[pair]! < threshold) continue;
    const root = find(a[pair]!);
    if (next[root]!++ === 0) count++;
  }
  const starts = int32s(count + 1);
  count = 0;
  for (let root = 0, end = 0; root < next.length; root++) {
    const pairs = next[root]!;
    if (pairs === 0) continue;
    next[root] = end;
    end += pairs;
    starts[++count] = end;
  }
  const order = int32s(starts[count]!);
  for (let pair = 0; pair < length; pair++)
    if (probability[pair]! >= threshold) order[next[find(a[pair]!)]!++] = pair;
  return { order, starts, chunks: evenly(starts) };
}

/** Cuts components into chunks of about as many pairs. */
export function evenly(starts: Int32Array): Int32Array {
  const components = starts.length - 1;
  const chunks = int32s(CHUNKS + 1);
  for (let chunk = 1, component = 0; chunk <= CHUNKS; chunk++) {
    const until = (starts[components]! * chunk) / CHUNKS;
    while (component < components && starts[component + 1]! <= until) component++;
    chunks[chunk] = component;
  }
  return chunks;
}

/** Pairs that are sorted by insertion at most. */
const FEW = 32;

/** Sorts pairs where they stand, likeliest first; equal ones in the order of the table, so that the result never depends on chance. */
export function sortByProbability(
  pairs: Int32Array,
  from: number,
  to: number,
  probability: Float64Array,
): void {
  if (to - from > FEW) {
    pairs.set(descending(pairs.subarray(from, to), probability), from);
    return;
  }
  for (let end = from + 1; end < to; end++) {
    const pair = pairs[end]!;
    const own = probability[pair]!;
    let at = end;
    for (; at > from && probability[pairs[at - 1]!]! < own; at--) pairs[at] = pairs[at - 1]!;
    pairs[at] = pair;
  }
}

/** Bits of a digit of the radix sort. */
const DIGIT = 11;

function descending(pairs: Int32Array, probability: Float64Array): Int32Array {
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
