import { Layout, passing } from "../kernels/workspace.ts";
import type { Factor } from "./factor.ts";
import { CHUNK, eachChunk } from "./facts.ts";
import { unwrittenFactor } from "./unwritten.ts";

/** Levels of numbers in ascending order, whatever numbers they are: each is a run of rows. Null where they are not, or some are missing. */
export function orderedCodes(values: Float64Array): Factor | null {
  // What lies between finite numbers in order is finite.
  if (!Number.isFinite(values[0]!) || !Number.isFinite(values.at(-1)!)) return null;
  const pointers = runsOf(values);
  if (pointers === null) return null;
  // Adding 0 makes -0 and 0 one value.
  return factorOfRuns(pointers, level => values[pointers[level]!]! + 0);
}

function factorOfRuns(pointers: Int32Array, value: (level: number) => number): Factor {
  const size = pointers.length - 1;
  const counts = new Int32Array(size);
  for (let level = 0; level < size; level++) counts[level] = pointers[level + 1]! - pointers[level]!;
  const each = (visit: (codes: Int32Array, from: number) => void) => expand(pointers, visit);
  const rows = pointers[size]!;
  return unwrittenFactor(
    { rows, counts: { counts, missing: 0, sorted: true }, pointers, each },
    { size, value },
  );
}

/** The same factor on some of its rows, listed in ascending order, without the levels that no longer occur; null where they are listed otherwise. */
export function takeRuns(factor: Factor, pointers: Int32Array, rows: Int32Array): Factor | null {
  const own = new Int32Array(pointers.length);
  const kept = new Int32Array(factor.size);
  let size = 0;
  let level = 0;
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i]!;
    if (i > 0 && row <= rows[i - 1]!) return null;
    if (i > 0 && row < pointers[level + 1]!) continue;
    while (row >= pointers[level + 1]!) level += 1;
    kept[size] = level;
    own[size++] = i;
  }
  own[size] = rows.length;
  const levels = kept.slice(0, size);
  return factorOfRuns(own.slice(0, size + 1), place => factor.value(levels[place]!));
}

/** Where each run of equal numbers begins, and where the last ends; null where a number is lower than the one before. */
function runsOf(values: Float64Array): Int32Array | null {
  const layout = new Layout();
  const places = { chunk: layout.take(8 * CHUNK), starts: layout.take(4 * (values.length + 1)) };
  const workspace = passing.take(layout.bytes, null);
  if (workspace === null) return null;
  let runs = 0;
  let last = Number.NEGATIVE_INFINITY;
  eachChunk(workspace, values, places.chunk, (n, from) => {
    if (runs < 0) return;
    runs = workspace.run.ascendingRuns(places.chunk, n, from, last, places.starts, runs);
    last = values[from + n - 1]!;
  });
  if (runs < 0) return null;
  const pointers = new Int32Array(runs + 1);
  pointers.set(workspace.ints(places.starts, runs));
  pointers[runs] = values.length;
  return pointers;
}

/** The number of the run that each row is in. */
function expand(pointers: Int32Array, visit: (codes: Int32Array, from: number) => void): void {
  const rows = pointers.at(-1)!;
  const codes = new Int32Array(Math.min(CHUNK, rows));
  let level = 0;
  for (let from = 0; from < rows; from += CHUNK) {
    const to = Math.min(rows, from + CHUNK);
    for (let row = from; row < to; row++) {
      if (row === pointers[level + 1]) level += 1;
      codes[row - from] = level;
    }
    visit(codes.subarray(0, to - from), from);
  }
}
