/** Agreement of clusters with a known truth. All are shares between 0 and 1. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

const agreement = (precision: number, recall: number): Agreement => ({
  precision,
  recall,
  f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0,
});

function sizes(keys: Iterable<string | number>): Map<string | number, number> {
  const counts = new Map<string | number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

const pairsIn = (counts: Map<string | number, number>) =>
  [...counts.values()].reduce((sum, size) => sum + (size * (size - 1)) / 2, 0);

/** Pairwise: all pairs put together against all pairs that belong together. */
export function pairwise(predicted: ArrayLike<number>, truth: readonly string[]): Agreement {
  const both = sizes(truth.map((label, row) => `${predicted[row]}\u0000${label}`));
  const together = pairsIn(sizes(Array.from(predicted)));
  const wanted = pairsIn(sizes(truth));
  const right = pairsIn(both);
  return agreement(together > 0 ? right / together : 1, wanted > 0 ? right / wanted : 1);
}

/** B-cubed (Bagga and Baldwin 1998): precision and recall of each row's cluster, averaged over rows. */
export function bCubed(predicted: ArrayLike<number>, truth: readonly string[]): Agreement {
  const both = sizes(truth.map((label, row) => `${predicted[row]}\u0000${label}`));
  const clusters = sizes(Array.from(predicted));
  const labels = sizes(truth);
  let precision = 0;
  let recall = 0;
  for (const [row, label] of truth.entries()) {
    const shared = both.get(`${predicted[row]}\u0000${label}`)!;
    precision += shared / clusters.get(predicted[row]!)!;
    recall += shared / labels.get(label)!;
  }
  return truth.length > 0 ? agreement(precision / truth.length, recall / truth.length) : agreement(1, 1);
}
