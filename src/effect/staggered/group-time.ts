import { outerSum } from "../vcov/meat.ts";

/** One group-time effect. `se` is NaN for the base period itself. */
export interface GroupTime {
  readonly group: number;
  readonly time: number;
  readonly att: number;
  readonly se: number;
}

/** A comparison's estimate with the influence of every unit. */
export interface Cell extends GroupTime {
  readonly influence: Float64Array;
}

/** Units (or rows, for cross-sections) with what weights and aggregation need. */
export interface Units {
  readonly n: number;
  /** Unit of each row. */
  readonly of: Int32Array;
  readonly cohort: Float64Array;
  readonly weight: Float64Array;
}

/** `sqrt(mean(influence²)/n)`. */
export function errorOf(influence: Float64Array): number {
  let sum = 0;
  for (let unit = 0; unit < influence.length; unit++) sum += influence[unit]! * influence[unit]!;
  return Math.sqrt(sum) / influence.length;
}

/** `mean(a b)/n` for all pairs of influences, by rows. */
export function covarianceOf(influences: readonly Float64Array[]): Float64Array {
  const n = influences[0]?.length ?? 0;
  const supports = influences.map(supportOf);
  const isSparse = supports.reduce((sum, { length }) => sum + length, 0) < (n * influences.length) / 2;
  const sums = isSparse ? sparseSum(influences, supports) : outerSum(influences);
  return sums.map(value => value / n / n);
}

/** The units whose influence is not 0: those of a cell are its cohort and its controls. */
function supportOf(influence: Float64Array): Int32Array {
  const units = new Int32Array(influence.length);
  let size = 0;
  for (let unit = 0; unit < influence.length; unit++) if (influence[unit] !== 0) units[size++] = unit;
  return units.subarray(0, size);
}

/** `outerSum` over the units that count. */
function sparseSum(influences: readonly Float64Array[], supports: readonly Int32Array[]): Float64Array {
  const k = influences.length;
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++)
    for (let b = 0; b <= a; b++) {
      const [left, right] = [influences[a]!, influences[b]!];
      const units = supports[a]!.length < supports[b]!.length ? supports[a]! : supports[b]!;
      let sum = 0;
      for (let i = 0; i < units.length; i++) sum += left[units[i]!]! * right[units[i]!]!;
      out[a * k + b] = out[b * k + a] = sum;
    }
  return out;
}
