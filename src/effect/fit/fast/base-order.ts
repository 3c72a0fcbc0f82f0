import type { Factor } from "../../data/factor.ts";
import { levelCounts } from "../../data/level-counts.ts";
import { rowsOf, unwrittenOf } from "../../data/unwritten.ts";
import type { Workspace } from "../../kernels/workspace.ts";

/** Rows that are moved at a time: they stay in the cache between the copy and the kernel. */
export const CHUNK = 8192;
/** Rows of whole groups that one pass of a kernel visits before the next pass does: their pairs and codes stay in the second cache. */
const BLOCK = 16_384;

/** Places in the memory of a workspace where rows on their way in or out stand. */
export interface Staging {
  readonly codes: number;
  readonly a: number;
  readonly b: number;
  /** What is noted of columns on their way. */
  readonly facts: number;
  /** The next free place of each group, used where rows are not in order. */
  readonly next: number;
}

/** With fewer rows than this a second thread gains nothing. */
export const SPLIT_ROWS = 400_000;

/** Rows of whole groups: those of the groups `first` to `last - 1`, at the places `from` to `to - 1`. */
export interface Block {
  readonly first: number;
  readonly last: number;
  readonly from: number;
  readonly to: number;
}

/** The order of rows by the level of the base effect. */
export class BaseOrder {
  readonly rows: number;
  readonly sorted: boolean;
  /** Group `g` fills the places `pointers[g]` to `pointers[g + 1] - 1`. */
  readonly pointers: Int32Array;
  readonly blocks: readonly Block[];
  /**
   * The blocks of one half of many rows and those of the other, which are summed apart and then together: by how many threads makes no difference to
   * the digits. One part where there are few rows.
   */
  readonly parts: readonly (readonly Block[])[];
  readonly #factor: Pick<Factor, "codes" | "size">;

  /** Where a row takes more room than a pair and its codes, a block should have fewer. */
  constructor(factor: Pick<Factor, "codes" | "size">, rowsABlock = BLOCK) {
    const { counts, sorted } = levelCounts(factor);
    this.rows = rowsOf(factor);
    this.sorted = sorted;
    this.#factor = factor;
    this.pointers = unwrittenOf(factor)?.pointers ?? pointersTo(counts);
    this.blocks = blocksOf(this.pointers, rowsABlock);
    this.parts = partsOf(this.blocks, this.rows);
  }

  get groups(): number {
    return this.pointers.length - 1;
  }

  get largestBlock(): number {
    return this.blocks.reduce((most, { from, to }) => Math.max(most, to - from), 0);
  }

  /** Groups of the block that has most. */
  get mostGroups(): number {
    return this.blocks.reduce((most, { first, last }) => Math.max(most, last - first), 0);
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
      if (!this.sorted) workspace.ints(staging.codes, to - from).set(this.#factor.codes.subarray(from, to));
      visit({ from, to });
    }
  }
}

function pointersTo(counts: Int32Array): Int32Array {
  const pointers = new Int32Array(counts.length + 1);
  for (let g = 0; g < counts.length; g++) pointers[g + 1] = pointers[g]! + counts[g]!;
  return pointers;
}

/** Blocks of about so many rows, of all groups or of some. */
export function blocksOf(
  pointers: Int32Array,
  rows: number,
  { first: begin, last: groups } = { first: 0, last: pointers.length - 1 },
): Block[] {
  const blocks: Block[] = [];
  for (let first = begin; first < groups || blocks.length === 0; ) {
    const last = Math.min(groups, Math.max(first + 1, lastWithin(pointers, first, rows)));
    blocks.push({ first, last, from: pointers[first]!, to: pointers[last]! });
    first = last;
  }
  return blocks;
}

/** The last pointer that is at most so many rows after another, found by halving. */
function lastWithin(pointers: Int32Array, first: number, rows: number): number {
  const most = pointers[first]! + rows;
  // Nearly all groups have a row at least.
  let [low, high] = [first, Math.min(pointers.length - 1, first + rows)];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pointers[middle]! <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function partsOf(blocks: readonly Block[], rows: number): (readonly Block[])[] {
  const half = blocks.findIndex(({ to }) => to >= rows / 2) + 1;
  if (rows < SPLIT_ROWS || half === blocks.length) return [blocks];
  return [blocks.slice(0, half), blocks.slice(half)];
}
