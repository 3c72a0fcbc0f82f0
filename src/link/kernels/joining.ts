import { CAP } from "../cluster/constraints.ts";
import type { Forest } from "../cluster/grouping.ts";
import { int32s } from "../memory.ts";
import type { Pairs } from "../score/score.ts";
import type { Numbers } from "./arena.ts";
import type { BoundKernels } from "./comparing.ts";

/** Where pairs, forest and components stand in the memory of the kernels. */
export interface JoinPlaces {
  readonly rows: number;
  readonly a: number;
  readonly b: number;
  readonly probability: number;
  readonly forest: readonly [parent: number, next: number, size: number];
  readonly order: number;
  readonly starts: number;
  /** Pairs of the largest component, and of the largest chunk. */
  readonly largest: number;
}

const NAMES = ["parent", "next", "size"] as const;

/** Puts pairs and forest where all threads see them, and the pairs from the threshold on together by component: where each component starts. */
export function placeJoin(
  kernels: BoundKernels,
  { pairs, forest, threshold }: { pairs: Pairs; forest: Forest; threshold: number },
): { places: JoinPlaces; starts: Int32Array } {
  const { run, memory, room } = kernels;
  const rows = forest.parent.length;
  const placed = (name: string, array: Numbers) => {
    const at = room(array.byteLength, name);
    new Uint8Array(memory.buffer, at, array.byteLength).set(
      new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
    );
    return at;
  };
  const { length } = pairs;
  const [a, b] = [placed("a", pairs.a.subarray(0, length)), placed("b", pairs.b.subarray(0, length))];
  const probability = placed("probability", pairs.probability.subarray(0, length));
  const places = NAMES.map(name => placed(name, forest[name])) as [number, number, number];
  const usedUp = placed("used-up", forest.parent);
  const counts = room(4 * rows, "counts");
  const order = room(4 * length, "order");
  const starts = room(4 * (rows + 1), "starts");
  const count = run.components(length, a, b, probability, threshold, usedUp, rows, counts, order, starts);
  const own = int32s(count + 1);
  own.set(new Int32Array(memory.buffer, starts, count + 1));
  let largest = 0;
  for (let at = 0; at < count; at++) largest = Math.max(largest, own[at + 1]! - own[at]!);
  return {
    places: { rows, a, b, probability, forest: places, order, starts, largest },
    starts: own,
  };
}

/** Slots that refused clusters are kept in at most; what finds no place is worked out again. */
const MOST_SLOTS = 1 << 20;

export interface Joining {
  /** Where the weights stand, and the weight of no evidence. */
  readonly weights: { readonly at: number; readonly prior: number };
  readonly favour: number;
  /** Joins whatever reaches the threshold. */
  readonly all: boolean;
}

/** Joins the pairs of components `first` to `last - 1`, `count` pairs, and returns those that were kept apart. */
export function joinInKernels(
  { run, memory, room }: BoundKernels,
  places: JoinPlaces,
  { weights, favour, all }: Joining,
  { first, last, count }: { first: number; last: number; count: number },
): Int32Array {
  const slots = Math.min(MOST_SLOTS, 2 ** Math.ceil(Math.log2(2 * places.largest + 16)));
  const members = room(8 * places.rows, "members");
  const refused = room(16 * slots, "refused");
  const conflicts = room(4 * count, "conflicts");
  new Int32Array(memory.buffer, refused, 4 * slots).fill(0);
  run.setForest(...places.forest);
  run.setPairs(places.a, places.b, places.probability);
  run.setJoining(weights.at, weights.prior, favour, CAP, all ? 1 : 0);
  run.setMembers(members, members + 4 * places.rows, refused, slots);
  const apart = run.joinPairs(places.order, places.starts, first, last, conflicts);
  return new Int32Array(memory.buffer, conflicts, apart).slice();
}

/** The clusters of the forest, numbered from 0 in the order of their first row. */
export function clustersIn(
  { run, memory, room }: BoundKernels,
  { rows, forest }: JoinPlaces,
): { of: Int32Array; count: number } {
  const numbers = room(4 * rows, "counts");
  const into = room(4 * rows, "used-up");
  const count = run.numberClusters(forest[0], rows, numbers, into);
  const of = int32s(rows);
  of.set(new Int32Array(memory.buffer, into, rows));
  return { of, count };
}
