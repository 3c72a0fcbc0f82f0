import type { RuleCount } from "../blocking/blocking.ts";
import { type Blocks, type PairChunk, pairChunks } from "../blocking/pair-chunks.ts";
import { float64s, int32s } from "../memory.ts";
import { inChunks, type Work } from "../work/steps.ts";
import { bytesOf, type WorkStore } from "../work/store.ts";
import type { Weighing } from "../work/tasks.ts";
import { type Pairs, probabilityOf } from "./score.ts";
import type { ScoredChunk } from "./score-chunk.ts";

/** Pairs that were compared, and what became of them. */
export interface ScoredPairs {
  /** Those that matter. */
  readonly pairs: Pairs;
  readonly compared: number;
  readonly counted: readonly RuleCount[];
  /** Sum of the probabilities of the others. */
  readonly neglected: number;
}

export interface ScoreOptions {
  readonly progress: (line: string) => void;
  readonly store?: WorkStore | undefined;
}

/** Chunks of a round: some millions of pairs, after which progress is told and the work is kept. */
const ROUND = 64;

/** What a round has found. */
interface Round extends Omit<ScoredChunk, "added"> {
  /** Pairs by rule that no earlier rule has. */
  readonly added: Float64Array;
}

/** Scores every pair once, and keeps those that matter. */
export function* scorePairs(
  weighing: Weighing,
  blocks: Blocks,
  { progress, store }: ScoreOptions,
): Work<ScoredPairs> {
  const { rules } = blocks;
  const chunks = pairChunks(rules);
  const all = rules.reduce((sum, { pairs }) => sum + pairs, 0);
  const rounds: Round[] = [];
  let compared = 0;
  for (let from = 0; from < chunks.length; from += ROUND) {
    const name = `pairs-${String(from / ROUND).padStart(5, "0")}.bin`;
    const part = chunks.slice(from, from + ROUND);
    const before = store?.get(name);
    const round = before
      ? roundFrom(before, rules.length)
      : roundOf(
          yield* inChunks("score", { ...weighing, blocks, chunks: part }, part.length),
          part,
          rules.length,
        );
    if (!before) store?.put(name, bytesOf(...partsOf(round)));
    rounds.push(round);
    compared = round.added.reduce((sum, one) => sum + one, compared);
    progress(`compared ${compared} pairs; the rules have ${all}, some of them more than once`);
  }
  return {
    pairs: joined(rounds),
    compared,
    neglected: rounds.reduce((sum, { neglected }) => sum + neglected, 0),
    counted: rules.map(({ keys, pairs, rowsInGiantGroups }, rule) => ({
      rule: keys.join(" + "),
      pairs,
      added: rounds.reduce((sum, { added }) => sum + added[rule]!, 0),
      rowsInGiantGroups,
    })),
  };
}

function roundOf(scored: readonly ScoredChunk[], chunks: readonly PairChunk[], rules: number): Round {
  const length = scored.reduce((sum, { a }) => sum + a.length, 0);
  const round = { a: int32s(length), b: int32s(length), weight: float64s(length), added: float64s(rules) };
  let at = 0;
  let neglected = 0;
  for (const [index, chunk] of scored.entries()) {
    round.a.set(chunk.a, at);
    round.b.set(chunk.b, at);
    round.weight.set(chunk.weight, at);
    at += chunk.a.length;
    round.added[chunks[index]!.rule]! += chunk.added;
    neglected += chunk.neglected;
  }
  return { ...round, neglected };
}

const partsOf = ({ a, b, weight, added, neglected }: Round) => [
  Float64Array.of(a.length, neglected),
  added,
  weight,
  a,
  b,
];

function roundFrom(bytes: Uint8Array, rules: number): Round {
  // A copy begins where numbers may begin.
  const { buffer } = bytes.slice();
  const [length, neglected] = new Float64Array(buffer, 0, 2) as unknown as [number, number];
  const weight = 8 * (2 + rules);
  return {
    neglected,
    added: new Float64Array(buffer, 16, rules),
    weight: new Float64Array(buffer, weight, length),
    a: new Int32Array(buffer, weight + 8 * length, length),
    b: new Int32Array(buffer, weight + 12 * length, length),
  };
}

/** The pairs of all rounds one after the other. */
function joined(rounds: readonly Round[]): Pairs {
  const length = rounds.reduce((sum, { a }) => sum + a.length, 0);
  const pairs = { length, a: int32s(length), b: int32s(length), probability: float64s(length) };
  let at = 0;
  for (const { a, b, weight } of rounds) {
    pairs.a.set(a, at);
    pairs.b.set(b, at);
    for (const bits of weight) pairs.probability[at++] = probabilityOf(bits);
  }
  return pairs;
}
