import { normalCdf, normalQuantile } from "../../../stats/distributions.ts";
import { quantile } from "../../../stats/mcmc.ts";
import { random } from "../../../stats/random.ts";
import { type CaptureTable, captureTable } from "../table/table.ts";

export interface Bootstrap {
  /** One estimate a resample, Infinity where none exists. */
  readonly estimates: Float64Array;
  /** Acceleration from the jackknife over cases. */
  readonly acceleration: number;
  /** Resamples without a finite estimate. */
  readonly infinite: number;
}

/**
 * Draws tables with the same number of cases from the observed proportions and estimates each anew, whatever the estimator chooses on
 * the way; and the jackknife over cases that the BCa interval needs. The seed fixes the draws.
 */
export function bootstrap(
  table: CaptureTable,
  estimate: (table: CaptureTable) => number,
  { draws = 1000, seed = 1 }: { draws?: number; seed?: number } = {},
): Bootstrap {
  const stream = random(seed);
  const counts = new Float64Array(table.counts.length);
  const estimates = new Float64Array(draws);
  for (let draw = 0; draw < draws; draw++) {
    stream.multinomial(table.observed, table.counts, counts);
    estimates[draw] = estimate(captureTable(table.lists, counts));
  }
  return {
    estimates,
    acceleration: acceleration(table, estimate),
    infinite: estimates.reduce((n, value) => n + (Number.isFinite(value) ? 0 : 1), 0),
  };
}

/** Σ d³ / 6(Σ d²)^1.5 over the cases left out one by one; cases of one cell are alike (Efron 1987, eq. 7.3). */
function acceleration(table: CaptureTable, estimate: (table: CaptureTable) => number): number {
  const values: [value: number, weight: number][] = [];
  for (let cell = 1; cell < table.counts.length; cell++) {
    const weight = table.counts[cell]!;
    if (weight === 0) continue;
    const counts = table.counts.slice();
    counts[cell]! -= 1;
    const value = estimate(captureTable(table.lists, counts));
    if (Number.isFinite(value)) values.push([value, weight]);
  }
  const n = values.reduce((sum, [, weight]) => sum + weight, 0);
  const mean = values.reduce((sum, [value, weight]) => sum + value * weight, 0) / n;
  let squares = 0;
  let cubes = 0;
  for (const [value, weight] of values) {
    const d = mean - value;
    squares += weight * d * d;
    cubes += weight * d * d * d;
  }
  return squares === 0 ? 0 : cubes / (6 * squares ** 1.5);
}

/** Bias-corrected and accelerated limit of a bootstrap at a probability (Efron 1987); null where it falls among infinite estimates. */
export function bcaLimit(
  { estimates, acceleration: a }: Bootstrap,
  point: number,
  probability: number,
): number | null {
  const below = estimates.reduce((n, value) => n + (value < point ? 1 : 0), 0);
  // All on one side: the correction is that of half an estimate on the other.
  const share = Math.min(Math.max(below, 0.5), estimates.length - 0.5) / estimates.length;
  const z0 = normalQuantile(share);
  const z = z0 + normalQuantile(probability);
  const limit = quantile(estimates, normalCdf(z0 + z / (1 - a * z)));
  return Number.isFinite(limit) ? limit : null;
}
