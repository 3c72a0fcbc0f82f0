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
  const n = influence.length;
  return Math.sqrt(influence.reduce((sum, value) => sum + value * value, 0)) / n;
}
