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
export function isNested(effect: Effect, clusters: Int32Array): boolean {
  if (effect.factor.codes === clusters) return true;
  const home = new Int32Array(effect.factor.size).fill(-1);
  for (let row = 0; row < clusters.length; row++) {
    const level = effect.factor.codes[row]!;
    if (home[level] === -1) home[level] = clusters[row]!;
    else if (home[level] !== clusters[row]) return false;
  }
  return true;
}
