import { Layout, passing, type Workspace } from "../kernels/workspace.ts";
import { codesAtOnce, denseCodes, isDense } from "./dense-codes.ts";
import type { Factor } from "./factor.ts";
import { CHUNK, eachChunk, factsOf } from "./facts.ts";
import { rememberCounts } from "./level-counts.ts";
import { orderedCodes } from "./ordered-codes.ts";

/** Levels of many numbers by their sorted distinct values, as `plainCodes`; null where it cannot. */
export function fastCodes(values: Float64Array): Factor | null {
  const quick = orderedCodes(values) ?? codesAtOnce(values);
  if (quick !== null) return quick;
  const facts = factsOf(values);
  if (facts === null) return null;
  return isDense(facts, values.length) ? denseCodes(values, facts) : hashedCodes(values);
}

/** A hash table for at most half as many distinct values as it has slots. */
class HashTable {
  readonly chunk: number;
  readonly coded: number;
  readonly size: number;
  readonly keys: number;
  readonly slots: number;
  readonly distinct: number;
  readonly most: number;
  readonly mask: number;
  readonly bytes: number;

  constructor(capacity: number) {
    const layout = new Layout();
    this.chunk = layout.take(8 * CHUNK);
    this.coded = layout.take(4 * CHUNK);
    this.size = layout.take(16);
    this.keys = layout.take(8 * capacity);
    this.slots = layout.take(4 * capacity);
    this.most = capacity / 2;
    this.distinct = layout.take(8 * this.most);
    this.mask = capacity - 1;
    this.bytes = layout.bytes;
  }
}

const FIRST_CAPACITY = 2 ** 14;

function hashedCodes(values: Float64Array): Factor | null {
  let table = new HashTable(FIRST_CAPACITY);
  const workspace = passing.take(table.bytes, null)!;
  workspace.ints(table.slots, FIRST_CAPACITY).fill(-1);
  workspace.ints(table.size, 1)[0] = 0;
  const codes = new Int32Array(values.length);
  for (let from = 0; from < values.length; ) {
    const n = Math.min(CHUNK, values.length - from);
    workspace.doubles(table.chunk, n).set(values.subarray(from, from + n));
    const { chunk, keys, slots, mask, coded, distinct, size, most } = table;
    const done = workspace.run.hashCodes(chunk, n, keys, slots, mask, coded, distinct, size, most);
    codes.set(workspace.ints(coded, done), from);
    from += done;
    if (done === n) continue;
    const larger = new HashTable(4 * (mask + 1));
    if (passing.take(larger.bytes, null) !== workspace) return null;
    enlarge(workspace, table, larger);
    table = larger;
  }
  return rankedCodes(workspace, codes, table);
}

/** The distinct values of one table in a larger one. */
function enlarge(workspace: Workspace, from: HashTable, to: HashTable): void {
  const size = workspace.ints(from.size, 1)[0]!;
  const values = workspace.doubles(from.distinct, size).slice();
  workspace.doubles(to.distinct, size).set(values);
  workspace.ints(to.slots, to.mask + 1).fill(-1);
  workspace.ints(to.size, 1)[0] = size;
  workspace.run.hashAgain(to.distinct, size, to.keys, to.slots, to.mask);
}

/** Codes in order of appearance become ranks, and are counted. */
function rankedCodes(workspace: Workspace, codes: Int32Array, table: HashTable): Factor {
  const { keys, slots, mask, coded } = table;
  const size = workspace.ints(table.size, 1)[0]!;
  const distinct = workspace.doubles(table.distinct, size).slice().sort();
  workspace.doubles(table.distinct, size).set(distinct);
  const needed = 4 * size;
  const ranks = table.bytes;
  workspace.grow(ranks + needed);
  workspace.run.rankCodes(table.distinct, size, keys, slots, mask, ranks);
  // The table has served: its place is that of the counts now.
  workspace.zero(keys, needed);
  let missing = 0;
  eachChunk(workspace, codes, coded, (n, from) => {
    workspace.run.mapCodes(coded, n, ranks);
    workspace.run.countCodes(coded, n, keys);
    codes.set(workspace.ints(coded, n), from);
  });
  const counts = workspace.ints(keys, size).slice();
  for (let level = 0; level < size; level++) missing += counts[level]!;
  missing = codes.length - missing;
  rememberCounts(codes, { counts, missing, sorted: false });
  return { codes, size, label: level => String(distinct[level]!), value: level => distinct[level]! };
}
