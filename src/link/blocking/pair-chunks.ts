import { put } from "../kernels/arena.ts";
import { BATCH, type SharedKernels } from "../kernels/comparing.ts";
import type { GroupedRule } from "./blocking.ts";

/** What pairs are made of: rules with their groups, and the group of each row by rule. */
export interface Blocks {
  readonly rules: readonly GroupedRule[];
  /** Key of each row by rule, row by row, -1 where it has none: what is looked up of a row stands together. */
  readonly keys: Int32Array;
  /** Where the keys, and the rows and starts of each rule, stand in the memory of the comparer's kernels, if it has any. */
  readonly places?: BlockPlaces | null;
}

export interface BlockPlaces {
  readonly keys: number;
  readonly rules: readonly (readonly [rows: number, starts: number])[];
}

/** Copies rules and keys to where the kernels of all threads read them; null where they do not fit. */
export function placeBlocks({ rules, keys }: Blocks, kernels: SharedKernels | null): BlockPlaces | null {
  if (kernels === null) return null;
  const { memory } = kernels;
  try {
    return {
      keys: put(memory, keys),
      rules: rules.map(({ rows, starts }) => [put(memory, rows), put(memory, starts)] as const),
    };
  } catch {
    return null;
  }
}

/** Some groups of a rule. */
export interface PairChunk {
  readonly rule: number;
  readonly from: number;
  readonly to: number;
}

/** Pairs of a chunk, about: enough that handing it to a thread is cheap beside it. */
const CHUNK = 1 << 17;

/** Cuts the pairs of all rules into chunks, in their order. */
export function pairChunks(rules: readonly GroupedRule[], size = CHUNK): PairChunk[] {
  return rules.flatMap(({ starts }, rule) => {
    const chunks: PairChunk[] = [];
    let from = 0;
    let pairs = 0;
    for (let group = 0; group < starts.length - 1; group++) {
      const rows = starts[group + 1]! - starts[group]!;
      pairs += (rows * (rows - 1)) / 2;
      if (pairs < size && group < starts.length - 2) continue;
      chunks.push({ rule, from, to: group + 1 });
      from = group + 1;
      pairs = 0;
    }
    return chunks;
  });
}

/**
 * Writes the pairs of a chunk that no earlier rule has, smaller row first, to `a` and `b`, and calls `flush` with their number whenever these are
 * full, and at the end. A pair of an earlier rule is recognised by comparing its two keys there, so no set of pairs is kept.
 */
export function fillPairs(
  { rules, keys }: Blocks,
  { rule, from, to }: PairChunk,
  { a, b, flush }: { a: Int32Array; b: Int32Array; flush: (length: number) => void },
): number {
  const { rows, starts } = rules[rule]!;
  const width = rules.length;
  let length = 0;
  let added = 0;
  for (let group = from; group < to; group++) {
    const end = starts[group + 1]!;
    for (let i = starts[group]!; i < end; i++) {
      const first = rows[i]!;
      for (let j = i + 1; j < end; j++) {
        const second = rows[j]!;
        if (rule > 0 && agreesEarlier(keys, first * width, second * width, rule)) continue;
        a[length] = first;
        b[length] = second;
        added++;
        if (++length < BATCH) continue;
        flush(length);
        length = 0;
      }
    }
  }
  if (length > 0) flush(length);
  return added;
}

/** Have two rows the same key in one of the rules before `rule`? */
function agreesEarlier(keys: Int32Array, first: number, second: number, rule: number): boolean {
  for (let earlier = 0; earlier < rule; earlier++) {
    const key = keys[first + earlier]!;
    if (key >= 0 && key === keys[second + earlier]) return true;
  }
  return false;
}
