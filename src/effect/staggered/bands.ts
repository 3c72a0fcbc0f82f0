import { normalQuantile } from "../../stats/index.ts";
import type { Random } from "../random.ts";
import type { Cell } from "./group-time.ts";

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

/** Units whose signs make one byte of a draw. */
const BLOCK = 8;

/**
 * Sums of each influence under random signs of the units, one a draw. The signs of eight units are a byte, and the 256 sums that they can
 * have are worked out once for all draws ("four Russians"; Arlazarov, Dinic, Kronrod and Faradzev 1970). Units with influence on the same
 * cells stand together, so that most blocks of a cell are empty and skipped.
 */
export function signedSums(
  influences: readonly Float64Array[],
  draws: number,
  random: Random,
): Float64Array[] {
  const order = byPattern(influences);
  const sums = influences.map(() => new Float64Array(draws));
  const signs = new Uint8Array(draws);
  const values = new Float64Array(BLOCK);
  const table = new Float64Array(1 << BLOCK);
  for (let first = 0; first < order.length; first += BLOCK) {
    for (let draw = 0; draw < draws; draw++) signs[draw] = Math.floor(256 * random());
    for (const [j, influence] of influences.entries()) {
      let any = false;
      for (let i = 0; i < BLOCK; i++) {
        const unit = order[first + i];
        values[i] = unit === undefined ? 0 : influence[unit]!;
        any ||= values[i] !== 0;
      }
      if (!any) continue;
      fillTable(table, values);
      const sum = sums[j]!;
      for (let draw = 0; draw < draws; draw++) sum[draw]! += table[signs[draw]!]!;
    }
  }
  return sums;
}

/** Entry b: the sum of the values, those whose bit is not set taken negatively. */
function fillTable(table: Float64Array, values: Float64Array): void {
  table[0] = -values.reduce((a, b) => a + b, 0);
  for (let i = 0; i < values.length; i++) {
    const bit = 1 << i;
    for (let low = 0; low < bit; low++) table[bit + low] = table[low]! + 2 * values[i]!;
  }
}

/** Units in an order in which those with the same cells stand together. */
function byPattern(influences: readonly Float64Array[]): Int32Array {
  const n = influences[0]!.length;
  const pattern = new Float64Array(n);
  for (const [j, influence] of influences.entries()) {
    const mark = Math.sqrt(j + 2);
    for (let unit = 0; unit < n; unit++) if (influence[unit] !== 0) pattern[unit]! += mark;
  }
  return Int32Array.from(pattern.keys()).sort((a, b) => pattern[a]! - pattern[b]! || a - b);
}

/** Quantile of sorted values: the smallest with at least that share at or below it. */
function quantileOf(sorted: Float64Array, p: number): number {
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(p * sorted.length) - 1))]!;
}
