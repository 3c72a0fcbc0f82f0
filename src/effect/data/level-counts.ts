import type { Factor } from "./factor.ts";

/** How often each level occurs, and what else one visit of the rows shows. */
export interface LevelCounts {
  readonly counts: Int32Array;
  readonly missing: number;
  /** Whether rows of a level stand together, levels ascending, and none is missing. */
  readonly sorted: boolean;
}

/** By factor, or by its codes, which several factors may share. */
const counted = new WeakMap<object, LevelCounts>();

/** Counts the levels of a factor, once for each array of codes. */
export function levelCounts(factor: Pick<Factor, "codes" | "size">): LevelCounts {
  const before = counted.get(factor) ?? counted.get(factor.codes);
  if (before !== undefined && before.counts.length === factor.size) return before;
  const result = countLevels(factor);
  counted.set(factor.codes, result);
  return result;
}

/** The same for codes that will still change. */
export function countLevels({ codes, size }: Pick<Factor, "codes" | "size">): LevelCounts {
  const counts = new Int32Array(size);
  let missing = 0;
  let sorted = true;
  let last = -1;
  for (let row = 0; row < codes.length; row++) {
    const code = codes[row]!;
    if (code < 0) missing += 1;
    else counts[code]! += 1;
    if (code < last) sorted = false;
    last = code;
  }
  return { counts, missing, sorted: sorted && missing === 0 };
}

const leasts = new WeakMap<Int32Array, number>();

/** How many rows the rarest level has; infinity without levels. */
export function leastCount(factor: Pick<Factor, "codes" | "size">): number {
  const { counts } = levelCounts(factor);
  const before = leasts.get(counts);
  if (before !== undefined) return before;
  let least = Number.POSITIVE_INFINITY;
  for (let level = 0; level < counts.length; level++) if (counts[level]! < least) least = counts[level]!;
  leasts.set(counts, least);
  return least;
}

/** Keeps what was counted while the levels were coded, for a factor or for its codes. */
export function rememberCounts(of: Factor | Int32Array, counts: LevelCounts): void {
  counted.set(of, counts);
}
