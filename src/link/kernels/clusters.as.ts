// Pairs of a component joined best pair first: `joinComponents` and `grouping` of the files of those names in plain code. The caller lays out the memory.
import { at4, at8 } from "./inline/lists.as";
import { rootOf } from "./inline/root-of.as";
import { FEW, sortRows } from "./inline/sort-rows.as";
import { weigh } from "./pairs.as";

// The forest of clusters: trees of rows, rings of members, sizes.
let parents: usize = 0;
let rings: usize = 0;
let sizes: usize = 0;
// The pairs, and what joins them.
let pairsA: usize = 0;
let pairsB: usize = 0;
let chances: usize = 0;
let weights: usize = 0;
let prior: f64 = 0;
let favour: f64 = 0;
let cap: f64 = 0;
let single: bool = false;
// Memory of this thread: members of two clusters, and which clusters did not agree.
let membersA: usize = 0;
let membersB: usize = 0;
let refused: usize = 0;
let refusedMask: i32 = 0;
let refusedCount: i32 = 0;
let generation: i32 = 0;

export function setForest(parent: usize, ring: usize, size: usize): void {
  parents = parent;
  rings = ring;
  sizes = size;
}

export function setPairs(a: usize, b: usize, probability: usize): void {
  pairsA = a;
  pairsB = b;
  chances = probability;
}

/** What decides about joining: weights, bits in favour of single rows, the most that one pair counts; `all` joins whatever reaches the threshold. */
export function setJoining(weightsAt: usize, priorBits: f64, favourBits: f64, most: f64, all: bool): void {
  weights = weightsAt;
  prior = priorBits;
  favour = favourBits;
  cap = most;
  single = all;
}

/** Memory of this thread: as many rows as the table has twice over, and a power of two of slots of 16 bytes, all zero. */
export function setMembers(first: usize, second: usize, slots: usize, count: i32): void {
  membersA = first;
  membersB = second;
  refused = slots;
  refusedMask = count - 1;
  refusedCount = 0;
  generation = 1;
}

@inline
function before(x: i32, y: i32): bool {
  const first = f64.load(at8(chances, x));
  const second = f64.load(at8(chances, y));
  return first > second || (first == second && x < y);
}

function sinkPair(base: usize, root: i32, length: i32): void {
  const own = i32.load(at4(base, root));
  let at = root;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= length) break;
    if (child + 1 < length && before(i32.load(at4(base, child)), i32.load(at4(base, child + 1)))) child++;
    if (!before(own, i32.load(at4(base, child)))) break;
    i32.store(at4(base, at), i32.load(at4(base, child)));
    at = child;
  }
  i32.store(at4(base, at), own);
}

/** Sorts pairs where they stand, likeliest first, equal ones in the order of the table: by insertion, or as a heap where they are many. */
function sortPairs(base: usize, length: i32): void {
  if (length <= FEW) {
    for (let end = 1; end < length; end++) {
      const pair = i32.load(at4(base, end));
      let at = end;
      for (; at > 0 && before(pair, i32.load(at4(base, at - 1))); at--)
        i32.store(at4(base, at), i32.load(at4(base, at - 1)));
      i32.store(at4(base, at), pair);
    }
    return;
  }
  for (let root = (length >> 1) - 1; root >= 0; root--) sinkPair(base, root, length);
  for (let end = length - 1; end > 0; end--) {
    const last = i32.load(at4(base, end));
    i32.store(at4(base, end), i32.load(base));
    i32.store(base, last);
    sinkPair(base, 0, end);
  }
}

/** Writes the members of a cluster, ascending. */
function membersOf(root: i32, into: usize): i32 {
  const count = i32.load(at4(sizes, root));
  let row = root;
  for (let at = 0; at < count; at++) {
    i32.store(at4(into, at), row);
    row = i32.load(at4(rings, row));
  }
  sortRows(into, count);
  return count;
}

/** Pairs looked at between two clusters (`MOST_LOOKED_AT` of `../cluster/grouping.ts`). */
const MOST_LOOKED_AT: i32 = 48;

function meanOdds(a: i32, b: i32): f64 {
  const countA = membersOf(a, membersA);
  const countB = membersOf(b, membersB);
  const all = <i64>countA * <i64>countB;
  const looked = <i32>min(all, <i64>MOST_LOOKED_AT);
  let sum: f64 = 0;
  for (let look = 0; look < looked; look++) {
    const at = (<i64>look * all) / <i64>looked;
    const first = i32.load(at4(membersA, <i32>(at / <i64>countB)));
    const second = i32.load(at4(membersB, <i32>(at % <i64>countB)));
    sum += max(-cap, min(cap, weigh(weights, prior, first, second)));
  }
  return sum / <f64>looked;
}

/** The slot of two clusters among those that did not agree, or a free one. */
function refusedSlot(key: u64): usize {
  let slot = <i32>((key * 0x9e3779b97f4a7c15) >> 33) & refusedMask;
  for (;;) {
    const place = refused + (<usize>slot << 4);
    if (i32.load(place, 12) != generation || <u64>i64.load(place) == key) return place;
    slot = (slot + 1) & refusedMask;
  }
  return 0;
}

function agree(a: i32, b: i32, probability: f64): bool {
  const sizeA = i32.load(at4(sizes, a));
  const sizeB = i32.load(at4(sizes, b));
  // Of two single rows the pair itself is all there is to look at.
  if (sizeA + sizeB == 2 && probability > 0.5) return true;
  const key = (<u64>min(a, b) << 32) | <u64>max(a, b);
  const slot = refusedSlot(key);
  const known = i32.load(slot, 12) == generation;
  if (known && i32.load(slot, 8) == sizeA + sizeB) return false;
  if (meanOdds(a, b) + favour / <f64>min(sizeA, sizeB) > 0) return true;
  // What is not kept is worked out again, to the same end.
  if (!known && 2 * refusedCount >= refusedMask) return false;
  if (!known) refusedCount++;
  i64.store(slot, <i64>key);
  i32.store(slot, sizeA + sizeB, 8);
  i32.store(slot, generation, 12);
  return false;
}

function join(a: i32, b: i32): void {
  const sizeA = i32.load(at4(sizes, a));
  const sizeB = i32.load(at4(sizes, b));
  const aLeads = sizeA > sizeB || (sizeA == sizeB && a < b);
  const into = aLeads ? a : b;
  const from = aLeads ? b : a;
  i32.store(at4(parents, from), into);
  i32.store(at4(sizes, into), sizeA + sizeB);
  const first = i32.load(at4(rings, into));
  i32.store(at4(rings, into), i32.load(at4(rings, from)));
  i32.store(at4(rings, from), first);
}

/** Joins the pairs of some components; those that were kept apart are written to `conflicts`, and counted. */
export function joinPairs(order: usize, starts: usize, first: i32, last: i32, conflicts: usize): i32 {
  let apart = 0;
  for (let component = first; component < last; component++) {
    const from = i32.load(at4(starts, component));
    const to = i32.load(at4(starts, component + 1));
    sortPairs(at4(order, from), to - from);
    for (let at = from; at < to; at++) {
      const pair = i32.load(at4(order, at));
      const x = rootOf(parents, i32.load(at4(pairsA, pair)));
      const y = rootOf(parents, i32.load(at4(pairsB, pair)));
      if (x == y) continue;
      if (single || agree(x, y, f64.load(at8(chances, pair)))) join(x, y);
      else i32.store(at4(conflicts, apart++), pair);
    }
    if (refusedCount > 0) {
      generation++;
      refusedCount = 0;
    }
  }
  return apart;
}

/** The clusters of the rows, numbered in the order of their first row; `numbers` has an entry a row. Returns how many there are. */
export function numberClusters(parent: usize, rows: i32, numbers: usize, into: usize): i32 {
  memory.fill(numbers, 0, <usize>rows << 2);
  let count = 0;
  for (let row = 0; row < rows; row++) {
    const place = at4(numbers, rootOf(parent, row));
    if (i32.load(place) == 0) i32.store(place, ++count);
    i32.store(at4(into, row), i32.load(place) - 1);
  }
  return count;
}
