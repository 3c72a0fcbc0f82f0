import { normalQuantile } from "../../stats/index.ts";
import type { Random } from "../random.ts";
import type { Cell } from "./group-time.ts";
import { signedSums } from "./signed-sums.ts";

/**
 * Critical values of simultaneous bands by the multiplier bootstrap with Rademacher draws (Callaway and Sant'Anna
 * 2021, algorithm 1); errors of a draw are scaled by the interquartile range.
 */
export function simultaneousBands(
  cells: readonly Cell[],
  event: readonly Float64Array[],
  { draws, random, level }: { draws: number; random: Random; level: number },
): { groupTime: number; event: number } {
  const usable = cells.filter(cell => !Number.isNaN(cell.se)).map(cell => cell.influence);
  const moving = event.filter(influence => influence.some(value => value !== 0));
  const all = [...usable, ...moving];
  const sums = signedSums(all, draws, random);
  const scaled = sums.map(values => {
    const sorted = values.slice().sort();
    const spread = (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25)) / (2 * normalQuantile(0.75));
    return values.map(value => Math.abs(value) / spread);
  });
  const critical = (part: readonly Float64Array[]) => {
    if (part.length === 0) return Number.NaN;
    const largest = Float64Array.from({ length: draws }, (_, draw) =>
      Math.max(...part.map(values => values[draw]!)),
    );
    return quantileOf(largest.sort(), level);
  };
  return {
    groupTime: critical(scaled.slice(0, usable.length)),
    event: critical(scaled.slice(usable.length)),
  };
}

/** Quantile of sorted values: the smallest with at least that share at or below it. */
function quantileOf(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}
