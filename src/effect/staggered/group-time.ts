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

/** `mean(a b)/n` for all pairs of influences, by rows. */
export function covarianceOf(influences: readonly Float64Array[]): Float64Array {
  const q = influences.length;
  const covariance = new Float64Array(q * q);
  for (let a = 0; a < q; a++) {
    for (let b = 0; b <= a; b++) {
      const [left, right] = [influences[a]!, influences[b]!];
      let sum = 0;
      for (let unit = 0; unit < left.length; unit++) sum += left[unit]! * right[unit]!;
      covariance[a * q + b] = sum / left.length / left.length;
      covariance[b * q + a] = covariance[a * q + b]!;
    }
  }
  return covariance;
}
