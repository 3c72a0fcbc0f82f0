import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";

interface UntreatedRow {
  readonly unit: number;
  readonly period: number;
  /** Covariates; the array is used again for the next row. */
  readonly z: Float64Array;
  readonly w: number;
}

/** Visits every untreated row. */
export type UntreatedRows = (visit: (row: UntreatedRow) => void) => void;

/**
 * A solver of the normal equations of unit effects, period effects and covariates: units are eliminated exactly, and what is left is factored
 * once for all right-hand sides, which hold the units, then the periods, then the covariates.
 */
export function eliminated(
  rows: UntreatedRows,
  { units, others }: { readonly units: number; readonly others: number },
): (b: Float64Array) => Float64Array {
  const weight = new Float64Array(units);
  const sums = new Float64Array(units * others);
  const reduced = new Float64Array(others * others);
  rows(({ unit, period, z, w }) => {
    const first = others - z.length;
    weight[unit]! += w;
    sums[unit * others + period]! += w;
    reduced[period * others + period]! += w;
    for (let i = 0; i < z.length; i++) {
      const at = first + i;
      sums[unit * others + at]! += w * z[i]!;
      reduced[at * others + period]! += w * z[i]!;
      for (let j = 0; j <= i; j++) reduced[at * others + first + j]! += w * z[i]! * z[j]!;
    }
  });
  const diagonal = Float64Array.from({ length: others }, (_, i) => reduced[i * others + i]!);
  for (let unit = 0; unit < units; unit++) {
    if (weight[unit] === 0) continue;
    const own = sums.subarray(unit * others, (unit + 1) * others);
    for (let i = 0; i < others; i++) {
      if (own[i] === 0) continue;
      const share = own[i]! / weight[unit]!;
      for (let j = 0; j <= i; j++) reduced[i * others + j]! -= share * own[j]!;
    }
  }
  for (let i = 0; i < others; i++)
    for (let j = 0; j < i; j++) reduced[j * others + i] = reduced[i * others + j]!;
  const { factor } = orderedCholesky(reduced, { tolerance: 1e-11, reference: diagonal });
  return b => solved(b, { weight, sums, factor });
}

interface Eliminated {
  readonly weight: Float64Array;
  readonly sums: Float64Array;
  readonly factor: Float64Array;
}

function solved(b: Float64Array, { weight, sums, factor }: Eliminated): Float64Array {
  const units = weight.length;
  const others = b.length - units;
  const right = b.slice(units);
  for (let unit = 0; unit < units; unit++) {
    if (weight[unit] === 0 || b[unit] === 0) continue;
    const share = b[unit]! / weight[unit]!;
    for (let i = 0; i < others; i++) right[i]! -= share * sums[unit * others + i]!;
  }
  const rest = choleskySolve(factor, right);
  const a = new Float64Array(b.length);
  a.set(rest, units);
  for (let unit = 0; unit < units; unit++) {
    if (weight[unit] === 0) continue;
    let sum = b[unit]!;
    for (let i = 0; i < others; i++) sum -= sums[unit * others + i]! * rest[i]!;
    a[unit] = sum / weight[unit]!;
  }
  return a;
}
