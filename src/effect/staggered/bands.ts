import { normalQuantile } from "../../stats/index.ts";
import { smallest } from "../../stats/smallest.ts";
import type { Random } from "../random.ts";
import type { Combination, UnitTerms } from "./aggregation.ts";
import type { Cell } from "./group-time.ts";
import { signedSums } from "./signed-sums.ts";

/** Group-time effects and averages of them, as combinations of the cells and of what the units add. */
export interface Banded {
  readonly cells: readonly Cell[];
  readonly averages: readonly Combination[];
  readonly units: UnitTerms;
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
    return quantileOf(largest, level);
  };
  return { groupTime: critical(cells), event: critical(averages) };
}

/** Draws of every effect that varies. */
export function drawsOf(
  { cells, averages, units }: Banded,
  draws: number,
  random: Random,
): { cells: Float64Array[]; averages: Float64Array[] } {
  const varying = cells.filter(({ se }) => !Number.isNaN(se));
  const sums = signedSums(
    [...varying.map(({ influence }) => influence), ...units.cohorts, units.every],
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
  const own = values.slice();
  return (quantileOf(own, 0.75) - quantileOf(own, 0.25)) / (2 * normalQuantile(0.75));
}

/** The smallest value with at least that share at or below it; the values are moved about. */
function quantileOf(values: Float64Array, p: number): number {
  return smallest(values, Math.min(values.length - 1, Math.max(0, Math.ceil(p * values.length) - 1)));
}
