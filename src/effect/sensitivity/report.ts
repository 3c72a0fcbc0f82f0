import { normalQuantile } from "../../stats/index.ts";
import { quadraticForm } from "../../stats/linalg.ts";
import type { EventWindow } from "../staggered/window.ts";
import { keptUnder, relativeMagnitudesInterval } from "./relative-magnitudes.ts";
import { type EventStudy, smoothnessInterval } from "./sensitivity.ts";

/** What is left of an average effect if trends may have differed. */
export interface Sensitivity {
  /** The effect is the mean over these periods; those before it are the yardstick. */
  readonly periods: readonly [number, number];
  readonly before: readonly [number, number];
  readonly estimate: number;
  /** Ordinary interval: trends are parallel. */
  readonly low: number;
  readonly high: number;
  /** Steps of the trend after treatment at most `Mbar` times the largest before it. */
  readonly relative: readonly { readonly Mbar: number; readonly low: number; readonly high: number }[];
  /** The trend bends by at most `M` a period; 0 is a straight line through the periods before. */
  readonly smooth: readonly { readonly M: number; readonly low: number; readonly high: number }[];
  /** Smallest `Mbar` at which no effect is possible; 0 where the ordinary interval holds it already, null beyond 4. */
  readonly breakdown: number | null;
}

/** Periods after treatment that make the average. */
const AFTER = 4;
const DRAWS = 400;

/**
 * Sensitivity of the mean effect in the first periods after treatment (Rambachan and Roth 2023). Null where the estimates before treatment
 * do not run without a gap up to the one before the reference period -1.
 */
export function sensitivityOf(window: EventWindow): Sensitivity | null {
  const part = contiguous(window);
  if (part === null) return null;
  const { study, before, after } = part;
  const weights = after.map(() => 1 / after.length);
  const full = Float64Array.from(study.beta, (_, i) => (i < study.pre ? 0 : weights[0]!));
  const estimate = full.reduce((sum, w, i) => sum + w * study.beta[i]!, 0);
  const se = Math.sqrt(quadraticForm(study.sigma, full));
  const half = normalQuantile(0.975) * se;
  const options = { draws: DRAWS };
  return {
    periods: [after[0]!, after.at(-1)!],
    before: [before[0]!, before.at(-1)!],
    estimate,
    low: estimate - half,
    high: estimate + half,
    relative: [0.5, 1, 2].map(Mbar => relativeMagnitudesInterval(study, weights, { Mbar, ...options })),
    smooth: [0, se / 2].map(M => {
      const { low, high } = smoothnessInterval(study, weights, { M });
      return { M, low, high };
    }),
    breakdown: Math.abs(estimate) <= half ? 0 : breakdownOf(study, weights),
  };
}

function breakdownOf(study: EventStudy, weights: readonly number[]): number | null {
  const kept = (Mbar: number) => keptUnder(study, weights, { Mbar, draws: DRAWS });
  if (kept(0)) return 0;
  if (!kept(4)) return null;
  let [low, high] = [0, 4];
  for (let round = 0; round < 9; round++) {
    const middle = (low + high) / 2;
    if (kept(middle)) high = middle;
    else low = middle;
  }
  return high;
}

/** The estimates from the first unbroken period before -1 to the last unbroken one after it. */
function contiguous({ at, beta, sigma }: EventWindow) {
  if (at.includes(-1)) return null;
  const known = new Map(at.map((period, place) => [period, place]));
  const before: number[] = [];
  for (let period = -2; known.has(period); period--) before.unshift(period);
  const after: number[] = [];
  for (let period = 0; period <= AFTER && known.has(period); period++) after.push(period);
  if (before.length === 0 || after.length === 0) return null;
  const places = [...before, ...after].map(period => known.get(period)!);
  const n = places.length;
  const study: EventStudy = {
    beta: Float64Array.from(places, place => beta[place]!),
    sigma: Float64Array.from(
      { length: n * n },
      (_, cell) => sigma[places[Math.floor(cell / n)]! * at.length + places[cell % n]!]!,
    ),
    pre: before.length,
  };
  return { study, before, after };
}
