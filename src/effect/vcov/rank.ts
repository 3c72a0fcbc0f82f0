import { UserError } from "../../codebook/errors.ts";
import { orderedCholesky } from "../../stats/linalg.ts";
import type { Effect } from "../fit/absorb.ts";

const MOST_LEVELS = 3000;

/** Rank of the dummies of all effects together, slopes included. */
export function exactRank(effects: readonly Effect[]): number {
  if (effects.length === 0) return 0;
  if (effects.length === 1 && effects[0]!.slopes.length === 0) return effects[0]!.factor.size;
  if (effects.length === 2 && effects.every(effect => effect.slopes.length === 0)) {
    return effects[0]!.factor.size + effects[1]!.factor.size - components(effects[0]!, effects[1]!);
  }
  return denseRank(effects);
}

/** Connected components of the graph whose nodes are the levels of two effects and whose edges are the rows. */
export function components(a: Effect, b: Effect): number {
  const parent = Int32Array.from({ length: a.factor.size + b.factor.size }, (_, node) => node);
  const find = (node: number): number => {
    let at = node;
    while (parent[at] !== at) {
      parent[at] = parent[parent[at]!]!;
      at = parent[at]!;
    }
    return at;
  };
  let count = parent.length;
  for (let row = 0; row < a.factor.codes.length; row++) {
    const [x, y] = [find(a.factor.codes[row]!), find(a.factor.size + b.factor.codes[row]!)];
    if (x === y) continue;
    parent[x] = y;
    count -= 1;
  }
  return count;
}

function denseRank(effects: readonly Effect[]): number {
  const slots = effects.flatMap(({ factor, intercept, slopes }) =>
    (intercept ? [null, ...slopes] : slopes).map(values => ({ factor, values })),
  );
  const offsets: number[] = [];
  let size = 0;
  for (const { factor } of slots) {
    offsets.push(size);
    size += factor.size;
  }
  if (size > MOST_LEVELS) {
    const message = `an exact K with three or more effects or slopes needs the rank of ${size} dummies`;
    throw new UserError({
      code: "rank",
      message,
      expected: `at most ${MOST_LEVELS}`,
      hint: "leave K.exact off",
    });
  }
  const gram = new Float64Array(size * size);
  for (let row = 0; row < slots[0]!.factor.codes.length; row++) {
    const entries = slots.map(({ factor, values }, s) => [
      offsets[s]! + factor.codes[row]!,
      values?.[row] ?? 1,
    ]);
    for (const [i, a] of entries) for (const [j, b] of entries) gram[i! * size + j!]! += a! * b!;
  }
  return orderedCholesky(gram, { tolerance: 1e-9 }).kept.reduce((sum, one) => sum + one, 0);
}
