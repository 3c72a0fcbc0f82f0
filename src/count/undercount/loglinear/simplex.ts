const SMALL = 1e-10;

/**
 * Greatest value of c'x under Ax = b, x >= 0, for b >= 0, by the two-phase simplex method on a dense tableau with Bland's rule,
 * which cannot cycle. Null where no x fits; Infinity where nothing bounds it.
 */
export function maximise(
  objective: Float64Array,
  a: readonly Float64Array[],
  b: Float64Array,
): number | null {
  const m = a.length;
  const n = objective.length;
  const width = n + m + 1;
  const rows = a.map((row, i) => {
    const line = new Float64Array(width);
    line.set(row);
    line[n + i] = 1;
    line[width - 1] = b[i]!;
    return line;
  });
  const basis = Array.from({ length: m }, (_, i) => n + i);
  // First phase: drive the artificial variables out.
  const cost = new Float64Array(width);
  for (const row of rows) for (let j = 0; j < width; j++) if (j < n || j === width - 1) cost[j]! -= row[j]!;
  run(rows, { cost, basis, allowed: n });
  if (cost[width - 1]! < -1e-8) return null;
  for (let i = 0; i < m; i++) {
    if (basis[i]! < n) continue;
    const enter = rows[i]!.findIndex((value, j) => j < n && Math.abs(value) > SMALL);
    if (enter >= 0) pivot(rows, { cost, basis, row: i, column: enter });
  }
  const second = new Float64Array(width);
  for (let j = 0; j < n; j++) second[j] = -objective[j]!;
  for (let i = 0; i < m; i++) {
    const factor = basis[i]! < n ? -objective[basis[i]!]! : 0;
    if (factor !== 0) for (let j = 0; j < width; j++) second[j]! -= factor * rows[i]![j]!;
  }
  return run(rows, { cost: second, basis, allowed: n }) ? second[width - 1]! : Number.POSITIVE_INFINITY;
}

interface Tableau {
  readonly cost: Float64Array;
  readonly basis: number[];
}

/** Pivots until no reduced cost is negative; false where the objective is unbounded. */
function run(rows: Float64Array[], { cost, basis, allowed }: Tableau & { allowed: number }): boolean {
  const last = cost.length - 1;
  for (;;) {
    const column = cost.findIndex((value, j) => j < allowed && value < -SMALL);
    if (column < 0) return true;
    let leave = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let i = 0; i < rows.length; i++) {
      if (rows[i]![column]! <= SMALL) continue;
      const ratio = rows[i]![last]! / rows[i]![column]!;
      if (ratio < least - SMALL || (ratio < least + SMALL && (leave < 0 || basis[i]! < basis[leave]!))) {
        least = Math.min(least, ratio);
        leave = i;
      }
    }
    if (leave < 0) return false;
    pivot(rows, { cost, basis, row: leave, column });
  }
}

function pivot(
  rows: Float64Array[],
  { cost, basis, row, column }: Tableau & { row: number; column: number },
): void {
  const line = rows[row]!;
  const factor = line[column]!;
  for (let j = 0; j < line.length; j++) line[j]! /= factor;
  const clear = (other: Float64Array) => {
    const times = other[column]!;
    if (times !== 0) for (let j = 0; j < other.length; j++) other[j]! -= times * line[j]!;
  };
  rows.forEach((other, i) => {
    if (i !== row) clear(other);
  });
  clear(cost);
  basis[row] = column;
}
