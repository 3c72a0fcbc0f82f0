import type { Stratum } from "./strata.ts";

/**
 * Rows that have as many pairs in each stratum and stand in clusters of one size count as one sort. Only strata in which a sort has pairs are held: those
 * of sort s stand from starts[s] to starts[s + 1]. The measures are taken for thousands of draws, and most rows have pairs in two or three of the strata.
 */
interface RowSorts {
  readonly count: number;
  readonly size: Float64Array;
  readonly times: Float64Array;
  readonly starts: Int32Array;
  readonly stratum: Int32Array;
  readonly pairs: Float64Array;
}

const harmonic = (a: number, b: number) => (a + b > 0 ? (2 * a * b) / (a + b) : 0);

/** Precision, recall and F1 of pairs, then of rows (B-cubed), as a function of the share of matches in each stratum. */
export function measureOf(
  strata: readonly Stratum[],
  clusters: ArrayLike<number>,
): (shares: readonly number[]) => number[] {
  const sorts = rowSorts(strata, clusters);
  const sizes = Float64Array.from(strata, ({ a }) => a.length);
  const joined = Uint8Array.from(strata, one => Number(one.joined));
  return shares => {
    let [joinedPairs, right, all] = [0, 0, 0];
    for (const [at, size] of sizes.entries()) {
      all += shares[at]! * size;
      if (joined[at] === 0) continue;
      joinedPairs += size;
      right += shares[at]! * size;
    }
    const precision = joinedPairs > 0 ? right / joinedPairs : 1;
    const recall = all > 0 ? right / all : 1;
    const [cubedPrecision, cubedRecall] = cubed(sorts, joined, Float64Array.from(shares));
    return [
      precision,
      recall,
      harmonic(precision, recall),
      cubedPrecision,
      cubedRecall,
      harmonic(cubedPrecision, cubedRecall),
    ];
  };
}

function rowSorts(strata: readonly Stratum[], clusters: ArrayLike<number>): RowSorts {
  const rows = clusters.length;
  const sizes = new Map<number, number>();
  for (let row = 0; row < rows; row++) sizes.set(clusters[row]!, (sizes.get(clusters[row]!) ?? 0) + 1);
  const wide = strata.length;
  const counts = new Int32Array(rows * wide);
  for (const [at, { a, b }] of strata.entries())
    for (const side of [a, b])
      for (let index = 0; index < side.length; index++) counts[side[index]! * wide + at]!++;
  const places = new Map<string, number>();
  const size: number[] = [];
  const times: number[] = [];
  const starts = [0];
  const stratum: number[] = [];
  const pairs: number[] = [];
  for (let row = 0; row < rows; row++) {
    const own = counts.subarray(row * wide, (row + 1) * wide);
    const cluster = sizes.get(clusters[row]!)!;
    const key = `${cluster} ${own.join(" ")}`;
    const known = places.get(key);
    if (known !== undefined) {
      times[known]!++;
      continue;
    }
    places.set(key, times.length);
    size.push(cluster);
    times.push(1);
    for (let at = 0; at < wide; at++)
      if (own[at]! > 0) {
        stratum.push(at);
        pairs.push(own[at]!);
      }
    starts.push(stratum.length);
  }
  return {
    count: times.length,
    size: Float64Array.from(size),
    times: Float64Array.from(times),
    starts: Int32Array.from(starts),
    stratum: Int32Array.from(stratum),
    pairs: Float64Array.from(pairs),
  };
}

function cubed(sorts: RowSorts, joined: Uint8Array, shares: Float64Array): [number, number] {
  const { count, size, times, starts, stratum, pairs } = sorts;
  let [precision, recall, total] = [0, 0, 0];
  for (let sort = 0; sort < count; sort++) {
    let [within, all] = [1, 1];
    for (let entry = starts[sort]!; entry < starts[sort + 1]!; entry++) {
      const same = pairs[entry]! * shares[stratum[entry]!]!;
      all += same;
      if (joined[stratum[entry]!] === 1) within += same;
    }
    precision += times[sort]! * (within / size[sort]!);
    recall += times[sort]! * (within / all);
    total += times[sort]!;
  }
  return total > 0 ? [precision / total, recall / total] : [1, 1];
}
