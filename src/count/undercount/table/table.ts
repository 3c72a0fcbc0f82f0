/**
 * How many cases each combination of lists reports. The index of `counts` is a bit set: bit i is set where list i reports the
 * case; index 0, on no list, is what nobody knows and holds 0.
 */
export interface CaptureTable {
  readonly lists: readonly string[];
  readonly counts: Float64Array;
  /** Cases on at least one list. */
  readonly observed: number;
}

/** A table of capture histories from its lists and the counts by bit set. */
export function captureTable(lists: readonly string[], counts: ArrayLike<number>): CaptureTable {
  const copy = Float64Array.from(counts);
  copy[0] = 0;
  return { lists, counts: copy, observed: copy.reduce((sum, n) => sum + n, 0) };
}

/** Number of bits set. */
export function bits(set: number): number {
  let n = 0;
  for (let rest = set; rest !== 0; rest &= rest - 1) n++;
  return n;
}

/** The lists of a bit set as indices. */
export function members(set: number): number[] {
  const found: number[] = [];
  for (let i = 0; set >> i !== 0; i++) if ((set >> i) & 1) found.push(i);
  return found;
}

/** Replaces each value by the sum over all supersets of its index (zeta transform over the lattice of sets), in place. */
export function sumSupersets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1)
    for (let set = 0; set < values.length; set++)
      if ((set & bit) === 0) values[set] = values[set]! + values[set | bit]!;
}

/** Replaces each value by the sum over all subsets of its index, in place. */
export function sumSubsets(values: Float64Array): void {
  for (let bit = 1; bit < values.length; bit <<= 1)
    for (let set = 0; set < values.length; set++)
      if (set & bit) values[set] = values[set]! + values[set ^ bit]!;
}

/** Cases on exactly i lists, for i from 0 to the number of lists; the first is unknown and 0. */
export function captureFrequencies({ lists, counts }: CaptureTable): Float64Array {
  const frequencies = new Float64Array(lists.length + 1);
  for (let set = 1; set < counts.length; set++) frequencies[bits(set)]! += counts[set]!;
  return frequencies;
}

/** Names of the lists that report no case. */
export const silentLists = ({ lists, counts }: CaptureTable): string[] =>
  lists.filter((_, list) => !counts.some((n, cell) => n > 0 && (cell >> list) & 1));

/** Pairs of lists that share no case. */
export function emptyOverlaps({ lists, counts }: CaptureTable): [number, number][] {
  const margins = counts.slice();
  sumSupersets(margins);
  const pairs: [number, number][] = [];
  for (let i = 0; i < lists.length; i++)
    for (let j = i + 1; j < lists.length; j++) if (margins[(1 << i) | (1 << j)] === 0) pairs.push([i, j]);
  return pairs;
}
