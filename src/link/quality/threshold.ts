import { type Rule, splitKey } from "../blocking/blocking.ts";
import type { SharedComparer } from "../compare/compare.ts";
import type { Parameters } from "../train/em.ts";

/** What the model expects when pairs from a threshold on are joined. It is as good as the model is; labels say more. */
export interface Quality {
  readonly threshold: number;
  /** Pairs at or above it. */
  readonly pairs: number;
  /** Expected share of those that are matches. */
  readonly precision: number;
  /** Expected share of all matches that is found, what blocking loses included. */
  readonly recall: number;
}

export const THRESHOLDS = [
  0.05, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95, 0.99, 0.999, 0.9999,
] as const;

/** Expected precision and recall at each threshold. `found` is the sum of probabilities over all compared pairs, `kept` the recall of blocking. */
export function expectedQuality(
  probability: Float64Array,
  { found, kept }: { found: number; kept: number },
): Quality[] {
  const pairs = THRESHOLDS.map(() => 0);
  const matches = THRESHOLDS.map(() => 0);
  for (const one of probability)
    for (let at = 0; at < THRESHOLDS.length && one >= THRESHOLDS[at]!; at++) {
      pairs[at]!++;
      matches[at]! += one;
    }
  return THRESHOLDS.map((threshold, at) => ({
    threshold,
    pairs: pairs[at]!,
    precision: pairs[at]! > 0 ? matches[at]! / pairs[at]! : 1,
    recall: found > 0 ? (kept * matches[at]!) / found : 0,
  }));
}

/** Columns that the sum over ways to agree runs over at most; rules of further columns count as never agreeing. */
const MOST_COLUMNS = 14;

/**
 * Share of matches that at least one rule lets through, if fields err independently: the sum over all ways in which fields agree
 * or not. A derived key (`surname:4`) is taken to agree as often as its column, which is a lower bound.
 */
export function blockingRecall(
  rules: readonly Rule[],
  { fields }: SharedComparer,
  { m }: Pick<Parameters, "m">,
): number {
  const columnsOf = (keys: readonly string[]) => [...new Set(keys.flatMap(key => splitKey(key).columns))];
  const names = [...new Set(rules.flatMap(({ keys }) => columnsOf(keys)))].slice(0, MOST_COLUMNS);
  const agree = names.map(name => {
    const field = fields.findIndex(({ column }) => column.name === name);
    return m[field]!.at(-1)! * fields[field]!.column.filled ** 2;
  });
  const masks = rules
    .map(({ keys }) => columnsOf(keys).map(name => names.indexOf(name)))
    .filter(places => places.every(place => place >= 0))
    .map(places => places.reduce((mask, place) => mask | (1 << place), 0));
  let recall = 0;
  for (let state = 0; state < 1 << names.length; state++) {
    if (!masks.some(mask => (state & mask) === mask)) continue;
    recall += agree.reduce(
      (product, probability, at) => product * (state & (1 << at) ? probability : 1 - probability),
      1,
    );
  }
  return recall;
}
