import type { Factor } from "../../data/factor.ts";
import { levelCounts } from "../../data/level-counts.ts";
import type { Workspace } from "../../kernels/workspace.ts";

/** Rows that are moved at a time: they stay in the cache between the copy and the kernel. */
export const CHUNK = 8192;
/** Rows of whole groups that one pass of a kernel visits before the next pass does. */
const BLOCK = 16_384;

/** Places in the memory of a workspace where rows on their way in or out stand. */
export interface Staging {
  readonly codes: number;
  readonly a: number;
  readonly b: number;
  /** The next free place of each group, used where rows are not in order. */
  readonly next: number;
}

/** The order of rows by the level of the base effect. */
export class BaseOrder {
  readonly rows: number;
  readonly sorted: boolean;
  /** Group `g` fills the places `pointers[g]` to `pointers[g + 1] - 1`. */
  readonly pointers: Int32Array;
  /** First groups of blocks of rows, and the number of groups at the end. */
  readonly blocks: Int32Array;
  readonly #codes: Int32Array;

  constructor(factor: Pick<Factor, "codes" | "size">) {
    const { counts, sorted } = levelCounts(factor);
    this.rows = factor.codes.length;
    this.sorted = sorted;
    this.#codes = factor.codes;
    this.pointers = new Int32Array(counts.length + 1);
    for (let g = 0; g < counts.length; g++) this.pointers[g + 1] = this.pointers[g]! + counts[g]!;
    this.blocks = blocksOf(this.pointers);
  }

  get groups(): number {
    return this.pointers.length - 1;
  }

  get largestBlock(): number {
    let largest = 0;
    for (let b = 0; b + 1 < this.blocks.length; b++) {
      const [first, last] = [this.blocks[b]!, this.blocks[b + 1]!];
      largest = Math.max(largest, this.pointers[last]! - this.pointers[first]!);
    }
    return largest;
  }

  /** Visits rows chunk by chunk; where they are not in order their codes stand at `staging.codes`. */
  chunks(
    workspace: Workspace,
    staging: Staging,
    visit: (chunk: { from: number; to: number }) => void,
    range: { from: number; to: number } = { from: 0, to: this.rows },
  ): void {
    if (!this.sorted && range.from === 0)
      workspace.ints(staging.next, this.groups).set(this.pointers.subarray(0, -1));
    for (let from = range.from; from < range.to; from += CHUNK) {
      const to = Math.min(range.to, from + CHUNK);
      if (!this.sorted) workspace.ints(staging.codes, to - from).set(this.#codes.subarray(from, to));
      visit({ from, to });
    }
  }
}

function blocksOf(pointers: Int32Array): Int32Array {
  const groups = pointers.length - 1;
  const starts = [0];
  let end = BLOCK;
  for (let g = 1; g < groups; g++) {
    if (pointers[g + 1]! <= end) continue;
    starts.push(g);
    end = pointers[g]! + BLOCK;
  }
  return Int32Array.of(...starts, groups);
}
