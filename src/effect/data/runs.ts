/** Rows chosen in ascending order, as stretches of rows that stand together: first and end of each, one after the other. */
const known = new WeakMap<Int32Array, Int32Array>();

/** With shorter stretches than this on average, row by row is as quick. */
const SHORT = 64;

/** The rows whose flag is 1, or 0. */
export function flaggedRows(flags: Uint8Array, wanted: 0 | 1 = 1): Int32Array {
  const runs: number[] = [];
  let count = 0;
  for (let from = flags.indexOf(wanted); from >= 0; from = flags.indexOf(wanted, runs.at(-1)!)) {
    const end = flags.indexOf(1 - wanted, from);
    const to = end < 0 ? flags.length : end;
    runs.push(from, to);
    count += to - from;
  }
  const rows = new Int32Array(count);
  for (let run = 0, at = 0; run < runs.length; run += 2)
    for (let row = runs[run]!; row < runs[run + 1]!; row++) rows[at++] = row;
  if (runs.length * SHORT < count) known.set(rows, Int32Array.from(runs));
  return rows;
}

/** The values in the rows listed. */
export function takeValues<T extends Float64Array | Int32Array>(values: T, rows: Int32Array): T {
  const taken = new (values.constructor as new (length: number) => T)(rows.length);
  const runs = known.get(rows);
  if (runs === undefined) {
    if (taken instanceof Float64Array) gatherNumbers(values, rows, taken);
    else gatherCodes(values, rows, taken);
    return taken;
  }
  for (let run = 0, at = 0; run < runs.length; run += 2) {
    const [from, to] = [runs[run]!, runs[run + 1]!];
    taken.set(values.subarray(from, to), at);
    at += to - from;
  }
  return taken;
}

// Two functions, each for lists of one kind, which engines make quicker code of.

function gatherNumbers(values: ArrayLike<number>, rows: Int32Array, taken: Float64Array): void {
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]!]!;
}

function gatherCodes(values: ArrayLike<number>, rows: Int32Array, taken: Int32Array): void {
  for (let i = 0; i < rows.length; i++) taken[i] = values[rows[i]!]!;
}
