import { normalQuantile, poissonCdf, poissonSf } from "../../../stats/distributions.ts";
import { type CaptureTable, sumSupersets } from "../table/table.ts";
import { emptySets, type ReducedModel, reduceModel } from "./existence.ts";
import { type LoglinearFit, LoglinearFitter } from "./poisson-fit.ts";

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
 * whose overlap is the least likely under the current model enters while that probability is below the threshold. The test is the
 * one-sided Poisson test of the number of cases on both lists, in the direction in which it departs; it holds for pairs without
 * overlap too. A pair whose model has no estimate is passed over.
 */
export function stepwise(
  table: CaptureTable,
  {
    threshold = 0.02,
    fitter = new LoglinearFitter(table.lists.length),
  }: { threshold?: number; fitter?: LoglinearFitter } = {},
): PairwiseFit {
  const none = emptySets(table);
  const overlaps = table.counts.slice();
  sumSupersets(overlaps);
  let left = allPairs(table.lists.length);
  let current = fitPairs(table, [], { fitter, none });
  for (;;) {
    const expected = expectedOverlaps(current);
    const tested = left
      .map(pair => ({ pair, p: overlapP(overlaps[setOf(pair)]!, expected[setOf(pair)]!) }))
      .filter(({ p }) => p < threshold)
      .sort((a, b) => a.p - b.p);
    let entered: PairwiseFit | null = null;
    for (const { pair } of tested) {
      const candidate = fitPairs(table, [...current.pairs, pair], { fitter, none });
      if (!candidate.fit.converged) continue;
      entered = candidate;
      left = left.filter(other => other !== pair);
      break;
    }
    if (entered === null) return current;
    current = entered;
  }
}

function setOf([i, j]: Pair): number {
  return (1 << i) | (1 << j);
}

/** Expected number of cases on at least the lists of each set, under a fitted model. */
function expectedOverlaps({ fit, reduced }: PairwiseFit): Float64Array {
  const expected = fit.mu.map((mu, cell) => (cell === 0 || reduced.dropped[cell] === 1 ? 0 : mu));
  sumSupersets(expected);
  return expected;
}

function overlapP(n: number, expected: number): number {
  return Math.min(poissonCdf(n, expected), n === 0 ? 1 : poissonSf(n - 1, expected));
}

/** Every pair of lists, in the order of the upper triangle. */
export function allPairs(lists: number): Pair[] {
  const pairs: Pair[] = [];
  for (let i = 0; i < lists; i++) for (let j = i + 1; j < lists; j++) pairs.push([i, j]);
  return pairs;
}
