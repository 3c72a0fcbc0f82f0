import { UserError } from "../../codebook/errors.ts";
import { normalQuantile } from "../../stats/index.ts";
import { multiply, quadraticForm } from "../../stats/linalg.ts";
import { foldedQuantile } from "./folded-normal.ts";
import { smoothedMinimum } from "./priced-minimum.ts";

/** Event-study coefficients around a reference period that is left out and counted as 0. */
export interface EventStudy {
  /** Coefficients in time order: `pre` before the reference, the others after. */
  readonly beta: Float64Array;
  /** Their variance, by rows. */
  readonly sigma: Float64Array;
  readonly pre: number;
}

export interface SmoothnessInterval {
  /** Bound on second differences of the trend. */
  readonly M: number;
  readonly estimate: number;
  readonly halfLength: number;
  readonly low: number;
  readonly high: number;
  readonly worstCaseBias: number;
  readonly sd: number;
}

function checkStudy({ beta, sigma, pre }: EventStudy, weights: ArrayLike<number>): void {
  if (sigma.length === beta.length ** 2 && weights.length === beta.length - pre && pre >= 1) return;
  throw new UserError({
    code: "event-study",
    message: `${beta.length} coefficients, ${pre} of them before treatment, and ${weights.length} weights do not fit`,
    expected: "a weight for every coefficient after the reference period",
  });
}

/** The weighted effect with its ordinary interval, before any allowance for trends. */
export function originalInterval(
  study: EventStudy,
  weights: ArrayLike<number>,
  level = 0.95,
): [number, number] {
  checkStudy(study, weights);
  const full = fullWeights(study, weights);
  const estimate = full.reduce((sum, w, i) => sum + w * study.beta[i]!, 0);
  const width = normalQuantile((1 + level) / 2) * Math.sqrt(quadraticForm(study.sigma, full));
  return [estimate - width, estimate + width];
}

function fullWeights({ beta, pre }: EventStudy, weights: ArrayLike<number>): Float64Array {
  return Float64Array.from(beta, (_, i) => (i < pre ? 0 : weights[i - pre]!));
}

/** Periods of the coefficients, the reference being 0. */
const periodsOf = ({ beta, pre }: EventStudy): number[] =>
  Array.from(beta, (_, i) => (i < pre ? i - pre : i - pre + 1));

/**
 * Loadings of weights on the second differences of a trend with value 0 at the reference: `weights'delta` equals
 * their sum times the second differences plus the slope's part, which must vanish for the bias to be bounded.
 */
function secondDifferenceLoadings(periods: readonly number[]): { loadings: Float64Array; count: number } {
  const first = periods[0]!;
  const last = periods.at(-1)!;
  // Second differences at first+1 .. last-1; the slope is that of the step after the reference.
  const centres = Array.from({ length: last - first - 1 }, (_, i) => first + 1 + i);
  const loadings = new Float64Array(centres.length * periods.length);
  for (const [j, centre] of centres.entries()) {
    for (const [i, t] of periods.entries()) {
      // A kink at `centre` moves later values by its distance; before the reference the trend is read backwards.
      const value = centre >= 1 ? Math.max(0, t - centre) : Math.max(0, centre - t);
      loadings[j * periods.length + i] = value;
    }
  }
  return { loadings, count: centres.length };
}

/**
 * Shortest fixed-length interval for `weights'effect` if second differences of the trend are at most `M` (Rambachan
 * and Roth 2023, section 3.2; Armstrong and Kolesár 2018): an affine estimator whose worst-case bias is M times the
 * sum of its absolute loadings on second differences, balanced exactly against its variance.
 */
export function smoothnessInterval(
  study: EventStudy,
  weights: ArrayLike<number>,
  { M, level = 0.95 }: { M: number; level?: number },
): SmoothnessInterval {
  checkStudy(study, weights);
  const problem = reducedProblem(study, weights);
  const lengthOf = (x: Float64Array) => {
    const v = problem.weightsAt(x);
    const bias = M * problem.absoluteLoadings(v);
    const sd = Math.sqrt(quadraticForm(study.sigma, v));
    return { v, bias, sd, half: sd * foldedQuantile(bias / sd, level) };
  };
  const at = (price: number) => lengthOf(problem.minimize(price));
  const best = M === 0 ? at(0) : lowest(price => at(Math.exp(price)), Math.log(problem.scale));
  const estimate = best.v.reduce((sum, w, i) => sum + w * study.beta[i]!, 0);
  return {
    M,
    estimate,
    halfLength: best.half,
    low: estimate - best.half,
    high: estimate + best.half,
    worstCaseBias: best.bias,
    sd: best.sd,
  };
}

/** The half-length is flat about its lowest: at this distance it is lowest to rounding. */
const FLAT = 1e-7;

/** Lowest half-length over the logarithm of the price: a grid, then golden section. */
function lowest<T extends { half: number }>(at: (price: number) => T, centre: number): T {
  const grid = Array.from({ length: 49 }, (_, i) => centre - 24 + i);
  const values = grid.map(price => at(price).half);
  const place = values.indexOf(Math.min(...values));
  let [low, high] = [grid[place]! - 1, grid[place]! + 1];
  const ratio = (Math.sqrt(5) - 1) / 2;
  let [a, b] = [high - ratio * (high - low), low + ratio * (high - low)];
  let [fa, fb] = [at(a).half, at(b).half];
  while (high - low > FLAT) {
    if (fa <= fb) {
      high = b;
      [b, fb] = [a, fa];
      a = high - ratio * (high - low);
      fa = at(a).half;
    } else {
      low = a;
      [a, fa] = [b, fb];
      b = low + ratio * (high - low);
      fb = at(b).half;
    }
  }
  const candidates = [at((low + high) / 2), at(grid[place]!)];
  return candidates[0]!.half <= candidates[1]!.half ? candidates[0]! : candidates[1]!;
}

interface Reduced {
  /** Full weights at free parameters x; they annihilate linear trends. */
  readonly weightsAt: (x: Float64Array) => Float64Array;
  /** Sum of absolute loadings on second differences. */
  readonly absoluteLoadings: (v: Float64Array) => number;
  /** Minimises variance/2 + price * sum of absolute loadings. */
  readonly minimize: (price: number) => Float64Array;
  /** A price at which variance and loadings weigh alike. */
  readonly scale: number;
}

function reducedProblem(study: EventStudy, weights: ArrayLike<number>): Reduced {
  const periods = periodsOf(study);
  const n = periods.length;
  const { pre } = study;
  const fixed = fullWeights(study, weights);
  const slope = fixed.reduce((sum, w, i) => sum + w * periods[i]!, 0);
  // The first pre-period weight is set so that a linear trend has no effect; the others are free.
  const base = fixed.slice();
  base[0] = -slope / periods[0]!;
  const directions = Array.from({ length: pre - 1 }, (_, j) => {
    const direction = new Float64Array(n);
    direction[j + 1] = 1;
    direction[0] = -periods[j + 1]! / periods[0]!;
    return direction;
  });
  const { loadings, count } = secondDifferenceLoadings(periods);
  const load = (v: Float64Array) => multiply(loadings, v, n);
  const start = load(base);
  const slopes = directions.map(load);
  const weightsAt = (x: Float64Array) => {
    const v = base.slice();
    for (const [j, direction] of directions.entries())
      for (let i = 0; i < n; i++) v[i]! += x[j]! * direction[i]!;
    return v;
  };
  const absoluteLoadings = (v: Float64Array) => load(v).reduce((sum, value) => sum + Math.abs(value), 0);
  const k = directions.length;
  const hessian = Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    const image = multiply(study.sigma, directions[j]!, n);
    return directions[i]!.reduce((sum, value, row) => sum + value * image[row]!, 0);
  });
  const sigmaBase = multiply(study.sigma, base, n);
  const linear = Float64Array.from(directions, d =>
    d.reduce((sum, value, row) => sum + value * sigmaBase[row]!, 0),
  );
  const minimize = (price: number) => smoothedMinimum({ hessian, linear, start, slopes, count, price });
  const scale = Math.max(quadraticForm(study.sigma, base), 1e-300) / Math.max(absoluteLoadings(base), 1e-300);
  return { weightsAt, absoluteLoadings, minimize, scale };
}

/** Sum over later periods of the weights from each period on, in size: what a step of the trend can add. */
function stepLoadings(weights: ArrayLike<number>): number {
  let [tail, sum] = [0, 0];
  for (let j = weights.length - 1; j >= 0; j--) {
    tail += weights[j]!;
    sum += Math.abs(tail);
  }
  return sum;
}

/**
 * Effects consistent with the point estimates if a step of the trend after treatment is at most `Mbar` times the
 * largest step before it (relative magnitudes; Rambachan and Roth 2023, section 2.4.1). Sampling error is not in it.
 */
export function relativeMagnitudesSet(
  study: EventStudy,
  weights: ArrayLike<number>,
  Mbar: number,
): [number, number] {
  checkStudy(study, weights);
  const before = [...study.beta.slice(0, study.pre), 0];
  const largest = before.slice(1).reduce((most, value, i) => Math.max(most, Math.abs(value - before[i]!)), 0);
  const estimate = fullWeights(study, weights).reduce((sum, w, i) => sum + w * study.beta[i]!, 0);
  const width = Mbar * largest * stepLoadings(weights);
  return [estimate - width, estimate + width];
}

/**
 * Effects consistent with the point estimates if second differences of the trend are at most `M`; null if the
 * coefficients before treatment already bend more than that. Sampling error is not in it.
 */
export function smoothnessSet(
  study: EventStudy,
  weights: ArrayLike<number>,
  M: number,
): [number, number] | null {
  checkStudy(study, weights);
  const before = [...study.beta.slice(0, study.pre), 0];
  for (let i = 1; i + 1 < before.length; i++) {
    if (Math.abs(before[i + 1]! - 2 * before[i]! + before[i - 1]!) > M + 1e-12) return null;
  }
  const slope = -before[study.pre - 1]!;
  let [centre, width] = [0, 0];
  const post = study.beta.length - study.pre;
  for (let t = 1; t <= post; t++) centre += weights[t - 1]! * (study.beta[study.pre + t - 1]! - slope * t);
  for (let kink = 0; kink < post; kink++) {
    let loading = 0;
    for (let t = kink + 1; t <= post; t++) loading += weights[t - 1]! * (t - kink);
    width += M * Math.abs(loading);
  }
  return [centre - width, centre + width];
}
