import type { Factor } from "./factor.ts";
import { type LevelCounts, rememberCounts } from "./level-counts.ts";

/** The codes of a column that can be made again from it at any time. Fresh memory for a list of them would cost more than making them. */
export interface Unwritten {
  readonly rows: number;
  readonly counts: LevelCounts;
  /** Where the rows of each level begin, and where the last end, if rows are in order. */
  readonly pointers?: Int32Array;
  /** Gives the codes of all rows, some thousands at a time; a list may change after its visit. */
  readonly each: (visit: (codes: Int32Array, from: number) => void) => void;
}

const standing = new WeakMap<object, Unwritten>();

/** A factor whose codes are written down when somebody asks for the list. A copy of the object has them written down. */
export function unwrittenFactor(
  unwritten: Unwritten,
  { size, value }: { size: number; value: (level: number) => number },
): Factor {
  let written: Int32Array | null = null;
  const factor: Factor = {
    get codes() {
      written ??= writtenCodes(unwritten);
      return written;
    },
    size,
    label: level => String(value(level)),
    value,
  };
  standing.set(factor, unwritten);
  rememberCounts(factor, unwritten.counts);
  return factor;
}

export function writtenCodes({ rows, counts, each }: Unwritten): Int32Array {
  const list = new Int32Array(rows);
  each((codes, from) => list.set(codes, from));
  rememberCounts(list, counts);
  return list;
}

/** What makes the codes of a factor, where nobody has to write them down. */
export const unwrittenOf = (factor: object): Unwritten | undefined => standing.get(factor);

/** How many rows a factor codes. */
export const rowsOf = (factor: Pick<Factor, "codes">): number =>
  standing.get(factor)?.rows ?? factor.codes.length;
