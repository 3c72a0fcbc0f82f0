import { chiSquareQuantile } from "../../../stats/distributions.ts";
import { logGamma } from "../../../stats/gamma.ts";
import { findMaximum, findRoot } from "../../../stats/search.ts";

export interface Profile {
  /** Number of all cases at which the likelihood is greatest. */
  readonly value: number;
  readonly low: number;
  /** Null where the likelihood never falls far enough. */
  readonly high: number | null;
}

/**
 * Profile likelihood interval for the number of all cases (Cormack 1992): those N whose log-likelihood, the multinomial one of the
 * completed table with its other parameters at their best, is within ½ χ²₁ of the greatest. `completed(f0)` is Σ n log μ over all
 * cells of the table with f0 unseen cases, μ the fitted counts.
 */
export function profileInterval(
  observed: number,
  completed: (unseen: number) => number,
  { level = 0.95, around }: { level?: number; around: number },
): Profile {
  const logLikelihood = (unseen: number) => {
    const all = observed + unseen;
    return logGamma(all + 1) - logGamma(unseen + 1) + completed(unseen) - all * Math.log(all);
  };
  // On the scale log(1 + f0) the likelihood is close to a parabola and has no edge.
  const at = (u: number) => logLikelihood(Math.expm1(u));
  const top = findMaximum(at, { low: 0, high: Math.log1p(20 * around + 20) });
  const peak = at(top);
  const cut = peak - chiSquareQuantile(level, 1) / 2;
  const low = at(0) >= cut ? 0 : findRoot(u => at(u) - cut, { low: 0, high: top });
  const far = farAbove(u => at(u) < cut, top);
  const high = far === null ? null : findRoot(u => at(u) - cut, { low: top, high: far });
  return {
    value: observed + Math.expm1(top),
    low: observed + Math.expm1(low),
    high: high === null ? null : observed + Math.expm1(high),
  };
}

/** A point above from which the condition holds, within e^20 of the start; null where there is none. */
function farAbove(holds: (u: number) => boolean, start: number): number | null {
  for (let step = 0.25; step <= 16; step *= 2) if (holds(start + step)) return start + step;
  return null;
}
