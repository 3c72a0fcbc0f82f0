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
  return outerSum(influences).map(value => value / n / n);
}
