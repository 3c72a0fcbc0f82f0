import type { CaptureTable } from "../table/table.ts";
import { emptySets } from "./existence.ts";
import { type Criterion, UNBOUNDED } from "./loglinear.ts";
import { LoglinearFitter } from "./poisson-fit.ts";
import { allPairs, fitPairs, type PairwiseFit } from "./stepwise.ts";

/**
 * Searches the models of main effects and pairs of lists from independence, adding or taking away the pair that lowers the criterion
 * most, until none does. For tables with too many lists to fit every model, and quick enough to be repeated in a bootstrap.
 * Null where independence cannot be fitted.
 */
export function searchPairs(
  table: CaptureTable,
  {
    criterion,
    fitter = new LoglinearFitter(table.lists.length),
  }: { criterion: Criterion; fitter?: LoglinearFitter },
): PairwiseFit | null {
  const none = emptySets(table);
  const pairs = allPairs(table.lists.length);
  const score = (candidate: PairwiseFit) => scoreOf(candidate, table, criterion);
  let chosen = 0;
  const fitOf = (set: number) =>
    fitPairs(
      table,
      pairs.filter((_, at) => (set >> at) & 1),
      { fitter, none },
    );
  let current = fitOf(0);
  let least = score(current);
  if (!Number.isFinite(least)) return null;
  for (;;) {
    let next = current;
    let step = -1;
    for (let at = 0; at < pairs.length; at++) {
      const candidate = fitOf(chosen ^ (1 << at));
      const value = score(candidate);
      // Rounding must not make the search go round in circles.
      if (value >= least - 1e-9) continue;
      least = value;
      next = candidate;
      step = at;
    }
    if (step < 0) return current;
    chosen ^= 1 << step;
    current = next;
  }
}

function scoreOf(
  { value, fit, pairs }: PairwiseFit,
  { lists, counts, observed }: CaptureTable,
  criterion: Criterion,
): number {
  if (!fit.converged || !(value - observed < UNBOUNDED * observed)) return Number.POSITIVE_INFINITY;
  // A pair at minus infinity was chosen too, and counts.
  const p = 1 + lists.length + pairs.length;
  if (criterion === "bic") return p * Math.log(observed) - 2 * fit.logLikelihood;
  const cells = counts.length - 1;
  const correction = criterion === "aicc" ? (2 * p * (p + 1)) / Math.max(cells - p - 1, 0) : 0;
  return 2 * p - 2 * fit.logLikelihood + correction;
}
