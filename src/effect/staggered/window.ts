import { chiSquareSf, random } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky, orderOf } from "../../stats/linalg.ts";
import type { StaggeredEstimate } from "./result.ts";

/** Estimates of an event study within a window, with their covariance by rows. */
export interface EventWindow {
  readonly at: readonly number[];
  readonly beta: Float64Array;
  readonly sigma: Float64Array;
}

/** The estimates of a window that have an error; null where the method gives no covariance. */
export function eventWindow(
  { event, covariance }: Pick<StaggeredEstimate, "event" | "covariance">,
  [first, last]: readonly [number, number],
): EventWindow | null {
  if (covariance === null) return null;
  const n = event.length;
  const places = [...event.keys()].filter(
    place => event[place]!.at >= first && event[place]!.at <= last && covariance[place * n + place]! > 0,
  );
  const sigma = new Float64Array(places.length ** 2);
  for (const [a, i] of places.entries())
    for (const [b, j] of places.entries()) sigma[a * places.length + b] = covariance[i * n + j]!;
  return {
    at: places.map(place => event[place]!.at),
    beta: Float64Array.from(places, place => event[place]!.estimate),
    sigma,
  };
}

/**
 * The same estimate judged within a window: the joint test before treatment is over its periods alone, and each of its
 * estimates gets a simultaneous band where draws are asked for.
 */
export function judged(
  result: StaggeredEstimate,
  { window, draws, seed = 1, level = 0.95 }: JudgeOptions,
): StaggeredEstimate {
  if (window === undefined && !draws) return result;
  const part = eventWindow(result, window ?? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]);
  if (part === null || part.at.length === 0) return result;
  const critical = draws ? supremum(part.sigma, { draws, seed, level }) : null;
  const inside = new Set(part.at);
  const event = result.event.map(one => {
    if (critical === null || one.band || !inside.has(one.at)) return one;
    return { ...one, band: [one.estimate - critical * one.se, one.estimate + critical * one.se] as const };
  });
  return { ...result, event, pretrend: window === undefined ? result.pretrend : jointTest(part) };
}

interface JudgeOptions {
  readonly window?: readonly [number, number];
  readonly draws?: number;
  readonly seed?: number;
  readonly level?: number;
}

/** Wald test, chi-squared, that the estimates before treatment are zero; null where their covariance is singular. */
function jointTest({ at, beta, sigma }: EventWindow): StaggeredEstimate["pretrend"] {
  const n = at.length;
  const before = [...at.keys()].filter(place => at[place]! < 0);
  const q = before.length;
  if (q === 0) return null;
  const part = Float64Array.from(
    { length: q * q },
    (_, place) => sigma[before[Math.floor(place / q)]! * n + before[place % q]!]!,
  );
  const { factor, kept } = orderedCholesky(part, { tolerance: 1e-9 });
  if (kept.some(flag => flag === 0)) return null;
  const values = before.map(place => beta[place]!);
  const solved = choleskySolve(factor, values);
  const statistic = values.reduce((sum, value, place) => sum + value * solved[place]!, 0);
  return { statistic, df: q, p: chiSquareSf(statistic, q) };
}

/**
 * Quantile of the largest absolute t value of jointly normal estimates with this covariance, by simulation (sup-t bands; Montiel
 * Olea and Plagborg-Møller 2019, algorithm 1).
 */
export function supremum(
  sigma: Float64Array,
  { draws, seed, level }: { draws: number; seed: number; level: number },
): number {
  const n = orderOf(sigma);
  const correlation = sigma.map(
    (value, at) => value / Math.sqrt(sigma[Math.floor(at / n) * (n + 1)]! * sigma[(at % n) * (n + 1)]!),
  );
  const { factor } = orderedCholesky(correlation, { tolerance: 1e-9 });
  const stream = random(seed);
  const largest = Float64Array.from({ length: draws }, () => {
    const z = Float64Array.from({ length: n }, () => stream.normal());
    let most = 0;
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j <= i; j++) sum += factor[i * n + j]! * z[j]!;
      most = Math.max(most, Math.abs(sum));
    }
    return most;
  }).sort();
  return largest[Math.min(draws - 1, Math.ceil(level * draws) - 1)]!;
}
