import type { Factor } from "../data/factor.ts";
import { unwrittenOf } from "../data/unwritten.ts";

/** Which rows are in which level of a factor. */
export interface LevelPlaces {
  readonly levelOf: (row: number) => number;
  /** How many rows of each level hold another value. */
  readonly countAway: (values: Float64Array, from: number) => Int32Array;
  /** Visits the rows of the levels flagged. */
  readonly eachRow: (flags: Uint8Array, visit: (row: number) => void) => void;
}

/** By the runs of rows in order, else by the codes of the rows. */
export function levelPlaces(factor: Factor): LevelPlaces {
  const pointers = unwrittenOf(factor)?.pointers;
  return pointers === undefined ? placesByCodes(factor) : placesByRuns(pointers);
}

function placesByCodes({ codes, size }: Factor): LevelPlaces {
  return {
    levelOf: row => codes[row]!,
    countAway: (values, from) => {
      const counts = new Int32Array(size);
      // Without a branch: which values differ cannot be foreseen.
      for (let row = 0; row < codes.length; row++) counts[codes[row]!]! += Number(values[row] !== from);
      return counts;
    },
    eachRow: (flags, visit) => {
      for (let row = 0; row < codes.length; row++) if (flags[codes[row]!] === 1) visit(row);
    },
  };
}

function placesByRuns(pointers: Int32Array): LevelPlaces {
  const size = pointers.length - 1;
  return {
    levelOf: row => runOf(pointers, row),
    countAway: (values, from) => {
      const counts = new Int32Array(size);
      for (let level = 0, row = 0; level < size; level++) {
        const end = pointers[level + 1]!;
        let count = 0;
        for (; row < end; row++) count += Number(values[row] !== from);
        counts[level] = count;
      }
      return counts;
    },
    eachRow: (flags, visit) => {
      for (let level = 0; level < size; level++) {
        if (flags[level] === 0) continue;
        for (let row = pointers[level]!; row < pointers[level + 1]!; row++) visit(row);
      }
    },
  };
}

/** The run that a row is in, found by halving. */
function runOf(pointers: Int32Array, row: number): number {
  let [low, high] = [0, pointers.length - 2];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (pointers[middle]! <= row) low = middle;
    else high = middle - 1;
  }
  return low;
}
