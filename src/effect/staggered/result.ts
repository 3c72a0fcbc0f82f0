import type { Dropped } from "../model/design.ts";
import type { TermEstimate } from "../vcov/inference.ts";

/** An estimate for one relative period, cohort or calendar period. */
export interface TimedEstimate extends TermEstimate {
  /** The relative period, first treated time or calendar time. */
  readonly at: number;
  /** Simultaneous interval over all of its kind; null where none was computed. */
  readonly band?: readonly [number, number] | null;
}

/** What an estimator of staggered adoption says. */
export interface StaggeredEstimate {
  readonly method: string;
  /** What must hold for the estimate to be the effect of the treatment, in one line. */
  readonly assumption: string;
  /** Average effect on the treated rows, as the method defines it. */
  readonly overall: TermEstimate;
  /** By time since treatment; negative ones are tests of the design, not effects. */
  readonly event: readonly TimedEstimate[];
  /** Covariance of the event estimates by rows, in their order; null where the method gives none. */
  readonly covariance: Float64Array | null;
  readonly group: readonly TimedEstimate[];
  readonly calendar: readonly TimedEstimate[];
  /** Joint test that the effects before treatment are zero; null where the method has none. */
  readonly pretrend: { readonly statistic: number; readonly df: number; readonly p: number } | null;
  /** Rows, or units where the method counts units. */
  readonly n: number;
  /** Rows, where `n` counts units. */
  readonly rows?: number;
  readonly vcov: string;
  readonly dropped: readonly Dropped[];
  readonly notes: readonly string[];
}

/** Labels estimates with the number that their name stands for. */
export function timed(estimates: readonly TermEstimate[], at: readonly number[]): TimedEstimate[] {
  return estimates.map((estimate, place) => ({ ...estimate, at: at[place]! }));
}
