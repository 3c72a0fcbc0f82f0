import type { Factor } from "../data/factor.ts";
import { levelCounts } from "../data/level-counts.ts";

/** Rows grouped by the level of one factor. */
export interface SortedRows {
  /** Row at each place; null if the rows already stand in groups. */
  readonly order: Int32Array | null;
  /** Group `g` fills the places `pointers[g]` to `pointers[g + 1] - 1`. */
  readonly pointers: Int32Array;
}

/** Counting sort of the rows by level; rows already sorted are recognised and not moved. No row may lack a level. */
export function sortRows(factor: Pick<Factor, "codes" | "size">): SortedRows {
  const { codes, size } = factor;
  const { counts, sorted } = levelCounts(factor);
  const pointers = new Int32Array(size + 1);
  for (let level = 0; level < size; level++) pointers[level + 1] = pointers[level]! + counts[level]!;
  if (sorted) return { order: null, pointers };
  const next = pointers.slice(0, size);
  const order = new Int32Array(codes.length);
  for (let row = 0; row < codes.length; row++) {
    const level = codes[row]!;
    order[next[level]!] = row;
    next[level]! += 1;
  }
  return { order, pointers };
}
