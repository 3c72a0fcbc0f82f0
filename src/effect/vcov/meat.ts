import type { Factor } from "../data/factor.ts";
import { levelCounts } from "../data/level-counts.ts";

/** Sums of products of scores. Scores are one array a coefficient, one entry a row. */
export type Scores = readonly Float64Array[];

/** `sum of s s'` over rows, for two columns at a time: a sum waits for its last addition, and another can be taken meanwhile. */
export function outerSum(scores: Scores): Float64Array {
  const k = scores.length;
  const meat = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    const left = scores[a]!;
    for (let b = 0; b <= a; b += 2) {
      // A last column alone stands beside itself.
      const next = Math.min(b + 1, a);
      const [first, second] = [scores[b]!, scores[next]!];
      let [sum, sumNext] = [0, 0];
      for (let row = 0; row < left.length; row++) {
        sum += left[row]! * first[row]!;
        sumNext += left[row]! * second[row]!;
      }
      meat[a * k + b] = meat[b * k + a] = sum;
      meat[a * k + next] = meat[next * k + a] = sumNext;
    }
  }
  return meat;
}

/** Scores summed by group; rows with code -1 belong to none. */
export function sumByGroup(scores: Scores, codes: Int32Array, groups: number): Float64Array[] {
  return scores.map(score => {
    const sums = new Float64Array(groups);
    for (let row = 0; row < score.length; row++) if (codes[row]! >= 0) sums[codes[row]!]! += score[row]!;
    return sums;
  });
}

/** Scores `column * residual` summed by group, without writing the scores down. */
export function scoreSums(
  columns: readonly Float64Array[],
  residual: Float64Array,
  factor: Pick<Factor, "codes" | "size">,
): Float64Array[] {
  const { codes, size } = factor;
  const { counts, sorted } = levelCounts(factor);
  return columns.map(column => {
    if (sorted) return runSums(column, residual, counts);
    const sums = new Float64Array(size);
    for (let row = 0; row < column.length; row++) {
      const code = codes[row]!;
      if (code >= 0) sums[code]! += column[row]! * residual[row]!;
    }
    return sums;
  });
}

/** The same where the rows of a group stand together. */
function runSums(column: Float64Array, residual: Float64Array, counts: Int32Array): Float64Array {
  const sums = new Float64Array(counts.length);
  let row = 0;
  for (let group = 0; group < counts.length; group++) {
    const end = row + counts[group]!;
    let sum = 0;
    for (; row < end; row++) sum += column[row]! * residual[row]!;
    sums[group] = sum;
  }
  return sums;
}

/** `sum over t of s(t) s(t - lag)'` plus its transpose, for scores ordered in time. */
function crossProducts(
  scores: Scores,
  pairs: (visit: (now: number, before: number) => void) => void,
): Float64Array {
  const k = scores.length;
  const meat = new Float64Array(k * k);
  pairs((now, before) => {
    for (let a = 0; a < k; a++) {
      for (let b = 0; b < k; b++) {
        meat[a * k + b]! += scores[a]![now]! * scores[b]![before]! + scores[a]![before]! * scores[b]![now]!;
      }
    }
  });
  return meat;
}

/** Bartlett weight of a lag (Newey and West 1987). */
const bartlett = (lag: number, maxLag: number): number => 1 - lag / (maxLag + 1);

function addScaled(into: Float64Array, from: Float64Array, by: number): void {
  for (let i = 0; i < into.length; i++) into[i]! += by * from[i]!;
}

/**
 * Newey-West within units. `units` and `times` code every row; periods are numbered by the times that occur, so a
 * time absent from all rows is no gap, and a period missing for one unit breaks its products.
 */
export function neweyWestMeat(
  scores: Scores,
  { units, times, periods, lag }: { units: Int32Array; times: Int32Array; periods: number; lag: number },
): Float64Array {
  const meat = outerSum(scores);
  const rowAt = new Map<number, number>();
  for (let row = 0; row < units.length; row++) rowAt.set(units[row]! * periods + times[row]!, row);
  for (let distance = 1; distance <= lag; distance++) {
    const gamma = crossProducts(scores, visit => {
      for (let row = 0; row < units.length; row++) {
        if (times[row]! < distance) continue;
        const before = rowAt.get(units[row]! * periods + times[row]! - distance);
        if (before !== undefined) visit(row, before);
      }
    });
    addScaled(meat, gamma, bartlett(distance, lag));
  }
  return meat;
}

/** Driscoll and Kraay (1998): Newey-West on the scores summed by period. */
export function driscollKraayMeat(
  scores: Scores,
  { times, periods, lag }: { times: Int32Array; periods: number; lag: number },
): Float64Array {
  const sums = sumByGroup(scores, times, periods);
  const meat = outerSum(sums);
  for (let distance = 1; distance <= lag; distance++) {
    const gamma = crossProducts(sums, visit => {
      for (let t = distance; t < periods; t++) visit(t, t - distance);
    });
    addScaled(meat, gamma, bartlett(distance, lag));
  }
  return meat;
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance in kilometres between two places in degrees. */
export function greatCircle(a: readonly [number, number], b: readonly [number, number]): number {
  const radians = Math.PI / 180;
  const half = (x: number) => Math.sin((x * radians) / 2) ** 2;
  const h = half(b[0] - a[0]) + Math.cos(a[0] * radians) * Math.cos(b[0] * radians) * half(b[1] - a[1]);
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** Conley (1999): products of all pairs of rows within `cutoff` kilometres, uniform kernel. Rows of one place are summed first. */
export function conleyMeat(
  scores: Scores,
  { latitude, longitude, cutoff }: { latitude: Float64Array; longitude: Float64Array; cutoff: number },
): Float64Array {
  const known = new Map<string, number>();
  const places: [number, number][] = [];
  const codes = new Int32Array(latitude.length);
  for (let row = 0; row < codes.length; row++) {
    const key = `${latitude[row]},${longitude[row]}`;
    let place = known.get(key);
    if (place === undefined) {
      place = places.push([latitude[row]!, longitude[row]!]) - 1;
      known.set(key, place);
    }
    codes[row] = place;
  }
  const sums = sumByGroup(scores, codes, places.length);
  const meat = outerSum(sums);
  const near = crossProducts(sums, visit => {
    for (let a = 0; a < places.length; a++) {
      for (let b = 0; b < a; b++) if (greatCircle(places[a]!, places[b]!) <= cutoff) visit(a, b);
    }
  });
  addScaled(meat, near, 1);
  return meat;
}
