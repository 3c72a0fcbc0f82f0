import { normalQuantile } from "../../stats/index.ts";
import type { Random } from "../random.ts";
import type { Combination } from "./aggregation.ts";
import type { Cell } from "./group-time.ts";
import { signedSums } from "./signed-sums.ts";

/** Group-time effects and averages of them, as combinations of the cells and of the weights of the units of each cohort. */
export interface Banded {
  readonly cells: readonly Cell[];
  readonly averages: readonly Combination[];
  readonly cohortWeights: readonly Float64Array[];
}

/**
 * Critical values of simultaneous bands by the multiplier bootstrap with Rademacher draws (Callaway and Sant'Anna
 * 2021, algorithm 1); errors of a draw are scaled by the interquartile range. Averages are linear in what they are made of, and so are their draws.
 */
export function simultaneousBands(
  banded: Banded,
  { draws, random, level }: { draws: number; random: Random; level: number },
): { groupTime: number; event: number } {
  const { cells, averages } = drawsOf(banded, draws, random);
  const critical = (part: readonly Float64Array[]) => {
    if (part.length === 0) return Number.NaN;
    const largest = new Float64Array(draws);
    for (const values of part) raise(largest, values, 1 / spreadOf(values));
    return quantileOf(largest.sort(), level);
  };
  return { groupTime: critical(cells), event: critical(averages) };
}

/** Draws of every effect that varies. */
export function drawsOf(
  { cells, averages, cohortWeights }: Banded,
  draws: number,
  random: Random,
): { cells: Float64Array[]; averages: Float64Array[] } {
  const varying = cells.filter(({ se }) => !Number.isNaN(se));
  const every = new Float64Array(cells[0]!.influence.length).fill(1);
  const sums = signedSums(
    [...varying.map(({ influence }) => influence), ...cohortWeights, every],
    draws,
    random,
  );
  const places = new Map(varying.map((cell, place) => [cell, place]));
  const drawn = averages
    .filter(average => [...average.cells.keys()].some(cell => places.has(cell)))
    .map(average => {
      const values = new Float64Array(draws);
      for (const [cell, factor] of average.cells)
        if (places.has(cell)) addTo(values, sums[places.get(cell)!]!, factor);
      for (const [c, factor] of average.cohorts.entries()) addTo(values, sums[varying.length + c]!, factor);
      addTo(values, sums.at(-1)!, average.every);
      return values;
    });
  return { cells: sums.slice(0, varying.length), averages: drawn };
}

function addTo(sums: Float64Array, values: Float64Array, factor: number): void {
  if (factor !== 0) for (let i = 0; i < sums.length; i++) sums[i]! += factor * values[i]!;
}

/** The largest scaled size so far. */
function raise(largest: Float64Array, values: Float64Array, scale: number): void {
  for (let i = 0; i < largest.length; i++) largest[i] = Math.max(largest[i]!, scale * Math.abs(values[i]!));
}

/** The interquartile range as a standard deviation. */
function spreadOf(values: Float64Array): number {
  const sorted = values.slice().sort();
  return (quantileOf(sorted, 0.75) - quantileOf(sorted, 0.25)) / (2 * normalQuantile(0.75));
}

/** Quantile of sorted values: the smallest with at least that share at or below it. */
function quantileOf(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}
