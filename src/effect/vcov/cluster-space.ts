import type { Effect } from "../fit/absorb.ts";

/**
 * An orthonormal basis, by columns, of what the model can fit within one cluster: indicators and slopes of the levels of the effects that occur in
 * it, and its regressors. The projection of the model has its range within this space there, so that a function of it needs only as many
 * dimensions as the cluster has levels and regressors, not as many as it has rows.
 */
export function clusterBasis(
  rows: readonly number[],
  columns: readonly Float64Array[],
  effects: readonly Effect[],
  /** The space is taken once for each, its columns multiplied by it; null for 1. */
  multipliers: readonly (Float64Array | null)[] = [null],
): Float64Array[] {
  const basis: Float64Array[] = [];
  const add = (column: Float64Array) => {
    const length = norm(column);
    if (length === 0) return;
    // Twice is enough: the second pass removes what rounding left of the first.
    for (let pass = 0; pass < 2; pass++)
      for (const earlier of basis) {
        const share = dot(earlier, column);
        for (let i = 0; i < column.length; i++) column[i]! -= share * earlier[i]!;
      }
    const rest = norm(column);
    if (rest > 1e-9 * length) basis.push(column.map(value => value / rest));
  };
  for (const multiplier of multipliers) {
    const addScaled = (column: Float64Array) =>
      add(multiplier === null ? column : column.map((value, i) => value * multiplier[i]!));
    for (const { factor, intercept, slopes } of effects)
      for (const values of [...(intercept ? [null] : []), ...slopes])
        for (const column of levelColumns(rows, factor.codes, values)) addScaled(column);
    for (const column of columns) addScaled(Float64Array.from(rows, row => column[row]!));
  }
  return basis;
}

/** One column a level that occurs in the rows: 1, or the value of the slope. */
function levelColumns(
  rows: readonly number[],
  codes: Int32Array,
  values: Float64Array | null,
): Float64Array[] {
  const found = new Map<number, Float64Array>();
  for (const [place, row] of rows.entries()) {
    const column = found.get(codes[row]!) ?? new Float64Array(rows.length);
    column[place] = values === null ? 1 : values[row]!;
    found.set(codes[row]!, column);
  }
  return [...found.values()];
}

const dot = (a: Float64Array, b: Float64Array): number => {
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
};

const norm = (a: Float64Array): number => Math.sqrt(dot(a, a));
