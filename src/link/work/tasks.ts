import { type GroupedRule, groupRule, keyCoder, prepareRule } from "../blocking/blocking.ts";
import type { Blocks, PairChunk } from "../blocking/pair-chunks.ts";
import { type ClusterGiven, type Joined, joinChunkInKernels, joinComponents } from "../cluster/cluster.ts";
import type { Weights } from "../compare/batch.ts";
import { comparerOfShared, type SharedComparer } from "../compare/compare.ts";
import { countLevels as countLevelsOf } from "../compare/patterns.ts";
import { BATCH } from "../kernels/comparing.ts";
import { grouperOf } from "../kernels/grouping.ts";
import { type Scorer, scorerWith } from "../score/score.ts";
import { scoreChunk, scoreChunkInKernels } from "../score/score-chunk.ts";
import { codedColumn, type SharedColumn, shareColumn, type UncodedColumn } from "../table/columns.ts";
import { runSession, type SessionGiven } from "../train/session.ts";

/** Looks at what is given once, and returns what does one chunk. What is given and returned can be sent to another thread. */
export type Task<G, R> = (given: G) => (chunk: number) => R;

/** What a step that weighs pairs is given. */
export interface Weighing {
  readonly comparer: SharedComparer;
  readonly weights: Weights;
}

const scorerFor = ({ comparer, weights }: Weighing): Scorer =>
  scorerWith(comparerOfShared(comparer), weights);

/** Pairs of rows, so many to a chunk. */
export interface PairList {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly size: number;
}

/** Codes a column a chunk. */
const code: Task<{ columns: readonly UncodedColumn[] }, SharedColumn> =
  ({ columns }) =>
  chunk =>
    shareColumn(columns[chunk]!);

/** Groups the rows by a rule a chunk, and writes its keys to their place in `keys`. */
const group: Task<
  {
    columns: readonly SharedColumn[];
    rules: readonly (readonly string[])[];
    largest: number;
    keys: Int32Array;
  },
  GroupedRule
> = ({ columns, rules, largest, keys }) => {
  const grouper = grouperOf(keys.length / rules.length);
  const byName = new Map(columns.map(column => [column.name, codedColumn(column)]));
  // Plain code is quicker without the keys that a single row has; kernels are quicker than looking for them.
  const coder = keyCoder(byName, { single: grouper !== null });
  return chunk => {
    const own = rules[chunk]!;
    const place = { largest, keys, width: rules.length, place: chunk };
    if (grouper) return { keys: own, ...grouper.group(own.map(coder), place) };
    const rule = prepareRule({ keys: own }, coder, { largest });
    for (let row = 0; row < rule.codes.length; row++) keys[row * rules.length + chunk] = rule.codes[row]!;
    return groupRule(rule);
  };
};

/** Counts how many pairs have each level, by field; from chunk `rareFrom` on, if that is given, only the rare levels. */
const countLevels: Task<PairList & { comparer: SharedComparer; rareFrom?: number }, readonly Int32Array[]> =
  ({ comparer, a, b, size, rareFrom = Number.POSITIVE_INFINITY }) =>
  chunk => {
    const [from, to] = [chunk * size, (chunk + 1) * size];
    const pairs = { a: a.subarray(from, to), b: b.subarray(from, to) };
    return countLevelsOf(comparerOfShared(comparer), pairs, { rareOnly: chunk >= rareFrom });
  };

/** Runs a session of EM a chunk. */
const session: Task<SessionGiven & { comparer: SharedComparer }, ReturnType<typeof runSession>> = given => {
  const comparer = comparerOfShared(given.comparer);
  return chunk => runSession(comparer, given, chunk);
};

/** Scores the pairs of some groups of a rule. */
const score: Task<
  Weighing & { blocks: Blocks; chunks: readonly PairChunk[] },
  ReturnType<typeof scoreChunk>
> = given => {
  const { weights } = scorerFor(given);
  const { kernels } = comparerOfShared(given.comparer);
  const { blocks, chunks } = given;
  if (kernels && blocks.places)
    return chunk => scoreChunkInKernels(kernels, blocks, { chunk: chunks[chunk]!, weights });
  return chunk => scoreChunk(blocks, chunks[chunk]!, weights);
};

/** Writes the weight of each pair to its place in `into`. */
const weigh: Task<Weighing & PairList & { into: Float64Array }, null> = given => {
  const { a, b, size, into } = given;
  const { weights } = scorerFor(given);
  return chunk => {
    const end = Math.min(a.length, (chunk + 1) * size);
    for (let from = chunk * size; from < end; from += BATCH) {
      const to = Math.min(from + BATCH, end);
      weights(a.subarray(from, to), b.subarray(from, to), {
        length: to - from,
        floor: Number.NEGATIVE_INFINITY,
        into: into.subarray(from, to),
      });
    }
    return null;
  };
};

/** Joins the pairs of some connected components, best first. */
const cluster: Task<Weighing & ClusterGiven, Joined> = given => {
  const { kernels } = comparerOfShared(given.comparer);
  const { places } = given;
  if (kernels && places) return chunk => joinChunkInKernels(kernels, { ...given, places }, chunk);
  const { weight } = scorerFor(given);
  const { chunks } = given;
  return chunk => joinComponents({ ...given, weight }, chunks[chunk]!, chunks[chunk + 1]!);
};

export const TASKS = { code, group, countLevels, session, score, weigh, cluster };
