import { quadraticForm } from "../../stats/linalg.ts";
import { hybridTest, type Restriction } from "./moment-test.ts";
import type { EventStudy } from "./sensitivity.ts";

export interface RelativeMagnitudes {
  readonly Mbar: number;
  /** Ends of the confidence set; infinite where it is open within the range searched. */
  readonly low: number;
  readonly high: number;
}

export interface RelativeOptions {
  readonly level?: number;
  /** Draws for the least favourable critical values. Default 1000. */
  readonly draws?: number;
  readonly seed?: number;
}

/**
 * Confidence set of `weights'effect` if a step of the trend after treatment is at most `Mbar` times the largest step before it
 * (Rambachan and Roth 2023, sections 2.4.1 and 3.1): the restriction is a union over which step is largest and its sign,
 * so a value is kept if any part keeps it. Conditional-least-favourable hybrid tests; the hull of the kept values is given.
 */
export function relativeMagnitudesInterval(
  study: EventStudy,
  weights: ArrayLike<number>,
  { Mbar, ...options }: RelativeOptions & { readonly Mbar: number },
): RelativeMagnitudes {
  const tests = partsOf(study, weights, { Mbar, ...options });
  const keeps = (value: number) => tests.some(rejects => !rejects(value));
  const full = Float64Array.from(study.beta, (_, i) => (i < study.pre ? 0 : weights[i - study.pre]!));
  const estimate = full.reduce((sum, w, i) => sum + w * study.beta[i]!, 0);
  const sd = Math.sqrt(quadraticForm(study.sigma, full));
  const steps = stepsOf(study.pre, study.beta.length).slice(0, study.pre);
  const step = Math.max(
    ...steps.map(row => Math.sqrt(quadraticForm(study.sigma, row)) * 4 + Math.abs(dot(row, study.beta))),
  );
  const reach = 6 * sd + Mbar * step * study.beta.length;
  return { Mbar, low: endOf(keeps, estimate, -reach), high: endOf(keeps, estimate, reach) };
}

/** Whether zero, or another value, stays possible under relative magnitudes `Mbar`. */
export function keptUnder(
  study: EventStudy,
  weights: ArrayLike<number>,
  { Mbar, value = 0, ...options }: RelativeOptions & { readonly Mbar: number; readonly value?: number },
): boolean {
  return partsOf(study, weights, { Mbar, ...options }).some(rejects => !rejects(value));
}

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

function partsOf(
  study: EventStudy,
  weights: ArrayLike<number>,
  { Mbar, level = 0.95, draws = 1000, seed = 1 }: RelativeOptions & { readonly Mbar: number },
): ((value: number) => boolean)[] {
  const { beta, sigma, pre } = study;
  const common = { beta, sigma, pre, weights, alpha: 1 - level, draws, seed };
  return restrictionsOf(study, Mbar).map(restriction => hybridTest(restriction, common));
}

/** First differences of a trend that is 0 at the reference, in time order: the first `pre` lie before treatment. */
function stepsOf(pre: number, n: number): Float64Array[] {
  const level = (period: number) => {
    const row = new Float64Array(n);
    const at = period < pre ? period : period - 1;
    if (period !== pre) row[at] = 1;
    return row;
  };
  return Array.from({ length: n }, (_, t) => {
    const [from, to] = [level(t), level(t + 1)];
    return to.map((value, i) => value - from[i]!);
  });
}

/** For each step before treatment and each sign, that steps after treatment are at most `Mbar` times it. */
function restrictionsOf({ beta, pre }: EventStudy, Mbar: number): Restriction[] {
  const steps = stepsOf(pre, beta.length);
  return Array.from({ length: pre }, (_, s) => s).flatMap(s =>
    [1, -1].map((sign): Restriction => {
      const bound = steps[s]!.map(value => sign * Mbar * value);
      const rows = steps
        .slice(pre)
        .flatMap(step => [step.map((v, i) => v - bound[i]!), step.map((v, i) => -v - bound[i]!)]);
      return { rows, d: rows.map(() => 0) };
    }),
  );
}

/** The farthest kept value from the estimate on one side: a grid, then bisection. */
function endOf(keeps: (value: number) => boolean, estimate: number, reach: number): number {
  const grid = 40;
  let last = -1;
  for (let i = grid; i >= 0 && last < 0; i--) if (keeps(estimate + (reach * i) / grid)) last = i;
  if (last === grid) return reach > 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  let [inside, outside] = [last < 0 ? 0 : last / grid, (last + 1) / grid];
  if (last < 0) [inside, outside] = [0, 1 / grid];
  for (let round = 0; round < 14; round++) {
    const middle = (inside + outside) / 2;
    if (keeps(estimate + reach * middle)) inside = middle;
    else outside = middle;
  }
  return estimate + reach * inside;
}
