import { outerSum } from "../vcov/meat.ts";

/**
 * Influence of every unit on an estimate: for each cohort of `Units`, that of its units; null where it is 0 for all of them, as for the cohorts that
 * a comparison leaves out.
 */
export type Influence = readonly (Float64Array | null)[];

/** An influence that is still being added up. */
export type InfluenceSum = (Float64Array | null)[];

/** Adds `by` times an influence. */
export function addScaled(into: InfluenceSum, influence: Influence, by: number): void {
  for (const [cohort, values] of influence.entries()) {
    if (values === null) continue;
    into[cohort] ??= new Float64Array(values.length);
    const sums = into[cohort];
    for (let unit = 0; unit < values.length; unit++) sums[unit]! += by * values[unit]!;
  }
}

/** `sqrt(mean(influence²)/n)`. */
export function errorOf(influence: Influence, n: number): number {
  let sum = 0;
  for (const values of influence) {
    if (values === null) continue;
    for (let unit = 0; unit < values.length; unit++) sum += values[unit]! * values[unit]!;
  }
  return Math.sqrt(sum) / n;
}

/** `mean(a b)/n` for all pairs of influences, by rows; a cohort is visited only for those that it has influence on. */
export function covarianceOf(influences: readonly Influence[], n: number): Float64Array {
  const k = influences.length;
  const sums = new Float64Array(k * k);
  for (let cohort = 0; cohort < (influences[0]?.length ?? 0); cohort++) {
    const places = influences.flatMap((influence, place) => (influence[cohort] === null ? [] : [place]));
    const own = outerSum(places.map(place => influences[place]![cohort]!));
    for (const [i, a] of places.entries())
      for (const [j, b] of places.entries()) sums[a * k + b]! += own[i * places.length + j]!;
  }
  return sums.map(value => value / n / n);
}
