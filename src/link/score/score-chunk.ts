import { type Blocks, fillPairs, type PairChunk } from "../blocking/pair-chunks.ts";
import type { BatchScorer } from "../compare/batch.ts";
import { BATCH, type BoundKernels } from "../kernels/comparing.ts";
import { cut, float64s, grown, int32s } from "../memory.ts";
import { probabilityOf } from "./score.ts";

/** Pairs below this weight (a probability of 1 in 100) are counted and not kept. */
const LEAST_WEIGHT = Math.log2(0.01 / 0.99);

/** Below this not even millions of pairs add up to a match. */
const NOTHING = -20;

/** The pairs of a chunk that matter, and what became of the others. */
export interface ScoredChunk {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  /** Pairs that no earlier rule has. */
  readonly added: number;
  /** Sum of the probabilities of the pairs that are not kept. */
  readonly neglected: number;
}

/** Scores the pairs of a chunk, each once, and keeps those that matter. */
export function scoreChunk(blocks: Blocks, chunk: PairChunk, weights: BatchScorer): ScoredChunk {
  const a = new Int32Array(BATCH);
  const b = new Int32Array(BATCH);
  const into = new Float64Array(BATCH);
  const kept = { a: int32s(BATCH), b: int32s(BATCH), weight: float64s(BATCH) };
  let length = 0;
  let neglected = 0;
  const flush = (pairs: number) => {
    weights(a, b, { length: pairs, floor: NOTHING, into });
    if (length + pairs > kept.a.length) {
      kept.a = grown(kept.a, 2 * (length + pairs));
      kept.b = grown(kept.b, 2 * (length + pairs));
      kept.weight = grown(kept.weight, 2 * (length + pairs));
    }
    for (let pair = 0; pair < pairs; pair++) {
      const bits = into[pair]!;
      if (bits >= LEAST_WEIGHT) {
        kept.a[length] = a[pair]!;
        kept.b[length] = b[pair]!;
        kept.weight[length++] = bits;
      } else if (bits > NOTHING) neglected += probabilityOf(bits);
    }
  };
  const added = fillPairs(blocks, chunk, { a, b, flush });
  return {
    a: cut(kept.a, length),
    b: cut(kept.b, length),
    weight: cut(kept.weight, length),
    added,
    neglected,
  };
}

/** As `scoreChunk`, in kernels: a batch of pairs at a time. */
export function scoreChunkInKernels(
  { run, batch }: BoundKernels,
  { rules, places }: Blocks,
  { chunk, weights }: { chunk: PairChunk; weights: BatchScorer },
): ScoredChunk {
  const kept = { a: int32s(BATCH), b: int32s(BATCH), weight: float64s(BATCH) };
  let length = 0;
  let neglected = 0;
  let added = 0;
  run.startPairs(...places!.rules[chunk.rule]!, places!.keys, rules.length, chunk.rule, chunk.from, chunk.to);
  for (let pairs = run.nextPairs(); pairs > 0; pairs = run.nextPairs()) {
    const { a, b, into, reach } = batch();
    weights(a, b, { length: pairs, floor: NOTHING, into });
    added += pairs;
    const matter = run.sift(pairs, LEAST_WEIGHT, NOTHING);
    if (length + matter > kept.a.length) {
      kept.a = grown(kept.a, 2 * (length + matter));
      kept.b = grown(kept.b, 2 * (length + matter));
      kept.weight = grown(kept.weight, 2 * (length + matter));
    }
    kept.a.set(a.subarray(0, matter), length);
    kept.b.set(b.subarray(0, matter), length);
    kept.weight.set(reach.subarray(0, matter), length);
    length += matter;
    const end = matter + run.siftedBetween();
    for (let pair = matter; pair < end; pair++) neglected += probabilityOf(reach[pair]!);
  }
  return {
    a: cut(kept.a, length),
    b: cut(kept.b, length),
    weight: cut(kept.weight, length),
    added,
    neglected,
  };
}
