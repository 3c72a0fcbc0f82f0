import { type PreparedRule, splitKey } from "./blocking.ts";
import type { Parameters } from "./em.ts";
import type { PatternCode } from "./patterns.ts";

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

/** Expected precision and recall at each threshold, from the probabilities of the compared pairs and the recall of blocking. */
export function expectedQuality(
  probability: Float64Array,
  parameters: Parameters,
  { rules, code }: { rules: readonly PreparedRule[]; code: PatternCode },
): Quality[] {
  const found = probability.reduce((sum, one) => sum + one, 0);
  const kept = blockingRecall(rules, code, parameters);
  return THRESHOLDS.map(threshold => {
    let pairs = 0;
    let matches = 0;
    for (const one of probability)
      if (one >= threshold) {
        pairs++;
        matches += one;
      }
    return {
      threshold,
      pairs,
      precision: pairs > 0 ? matches / pairs : 1,
      recall: found > 0 ? (kept * matches) / found : 0,
    };
  });
}

/**
 * Share of matches that at least one rule lets through, if fields err independently: the sum over all ways in which fields agree
 * or not. A derived key (`surname:4`) is taken to agree as often as its column, which is a lower bound.
 */
export function blockingRecall(
  rules: readonly PreparedRule[],
  code: PatternCode,
  { m }: Pick<Parameters, "m">,
): number {
  const names = [...new Set(rules.flatMap(({ keys }) => keys.map(key => splitKey(key)[0])))];
  const agree = names.map(name => {
    const field = code.columns.findIndex(column => column.name === name);
    const { codes } = code.columns[field]!;
    return (m[field]!.at(-1)! * codes.reduce((sum, one) => sum + (one >= 0 ? 1 : 0), 0)) / codes.length;
  });
  const masks = rules.map(({ keys }) =>
    keys.reduce((mask, key) => mask | (1 << names.indexOf(splitKey(key)[0])), 0),
  );
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
