import type { Factor } from "../data/factor.ts";
import type { Effect } from "./absorb.ts";

/**
 * Parameters that a model uses: coefficients, levels of all effects less one for each effect with a constant after
 * the first, and one slope a level. The constants of nested effects, given in `nested`, count as one level and their
 * slopes in full (fixest's `nonnested`).
 */
export function degreesUsed(
  effects: readonly Effect[],
  coefficients: number,
  nested: ReadonlySet<Effect> = new Set(),
): number {
  let used = coefficients;
  let withConstant = 0;
  for (const effect of effects) {
    const levels = nested.has(effect) ? 1 : effect.factor.size;
    if (effect.intercept) {
      used += levels;
      withConstant += 1;
    }
    used += effect.factor.size * effect.slopes.length;
  }
  return used - Math.max(0, withConstant - 1);
}

/** Whether every level of the effect lies within one cluster. */
export function isNested({ factor }: Effect, clusters: Pick<Factor, "codes" | "size">): boolean {
  if (factor === clusters) return true;
  // Every cluster has a level then.
  if (clusters.size > factor.size) return false;
  const [levels, codes] = [factor.codes, clusters.codes];
  if (levels === codes) return true;
  const home = new Int32Array(factor.size).fill(-1);
  for (let row = 0; row < codes.length; row++) {
    const level = levels[row]!;
    if (home[level] === -1) home[level] = codes[row]!;
    else if (home[level] !== codes[row]) return false;
  }
  return true;
}
