import { chiSquareSf, normalQuantile } from "../../stats/distributions.ts";
import { emptySets, type ReducedModel, reduceModel } from "./existence.ts";
import { type LoglinearFit, LoglinearFitter } from "./poisson-fit.ts";
import type { CaptureTable } from "./table.ts";

type Pair = readonly [number, number];

export interface PairwiseFit {
  readonly pairs: readonly Pair[];
  readonly reduced: ReducedModel;
  readonly fit: LoglinearFit;
  /** Estimated number of all cases; Infinity where the estimate does not exist. */
  readonly value: number;
}

/** Fits a model of main effects and the given pairs; those without overlap have their parameter at minus infinity. */
export function fitPairs(
  table: CaptureTable,
  pairs: readonly Pair[],
  {
    fitter = new LoglinearFitter(table.lists.length),
    none,
  }: { fitter?: LoglinearFitter; none?: ReadonlySet<number> } = {},
): PairwiseFit {
  const reduced = reduceModel(table, pairs, none);
  const fit = fitter.fitExtended(reduced.terms, table.counts, reduced.dropped);
  return {
    pairs,
    reduced,
    fit,
    value: fit.converged ? table.observed + fit.mu[0]! : Number.POSITIVE_INFINITY,
  };
}

/** Interval from the normal approximation to the logarithm of the unseen number. */
export function lognormalUnseen(
  observed: number,
  fit: LoglinearFit,
  level: number,
): readonly [number, number] {
  const spread = normalQuantile(1 - (1 - level) / 2) * Math.sqrt(fit.interceptVariance);
  const b = fit.beta[fit.beta.length - 1]!;
  return [observed + Math.exp(b - spread), observed + Math.exp(b + spread)];
}

/**
 * Stepwise choice of two-list parameters for sparse tables (Chan, Silverman and Vincent 2021, section 4): from main effects, the pair
 * with the smallest p value enters while it is below the threshold. A pair without overlap is tested by the chance of none
 * under the current model, the others by the likelihood ratio.
 */
export function stepwise(
  table: CaptureTable,
  {
    threshold = 0.02,
    fitter = new LoglinearFitter(table.lists.length),
  }: { threshold?: number; fitter?: LoglinearFitter } = {},
): PairwiseFit {
  const left = allPairs(table.lists.length);
  const none = emptySets(table);
  let current = fitPairs(table, [], { fitter, none });
  for (;;) {
    let least = threshold;
    let chosen = -1;
    let next = current;
    for (const [at, pair] of left.entries()) {
      const candidate = fitPairs(table, [...current.pairs, pair], { fitter, none });
      const p = entryP(current, candidate, pair);
      if (p < least) {
        least = p;
        chosen = at;
        next = candidate;
      }
    }
    if (chosen < 0) return current;
    left.splice(chosen, 1);
    current = next;
  }
}

function entryP(current: PairwiseFit, candidate: PairwiseFit, pair: Pair): number {
  if (!candidate.fit.converged) return 1;
  const set = (1 << pair[0]) | (1 << pair[1]);
  if (candidate.reduced.empty.some(([i, j]) => i === pair[0] && j === pair[1])) {
    let expected = 0;
    for (let cell = 1; cell < current.fit.mu.length; cell++)
      if ((cell & set) === set && current.reduced.dropped[cell] === 0) expected += current.fit.mu[cell]!;
    return Math.exp(-expected);
  }
  return chiSquareSf(Math.max(0, current.fit.deviance - candidate.fit.deviance), 1);
}

/** Every pair of lists, in the order of the upper triangle. */
export function allPairs(lists: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < lists; i++) for (let j = i + 1; j < lists; j++) pairs.push([i, j]);
  return pairs;
}
