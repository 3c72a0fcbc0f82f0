import type { Factor } from "../../data/factor.ts";
import type { FastPanel, VisitBlock } from "./panel.ts";
import { numberOfProducts, PRODUCT, pairsOf } from "./places.ts";

export interface GroupScores {
  /** Columns in the pairs. */
  readonly count: number;
  readonly wanted: readonly number[];
  /** Writes the sums by group of every pair, for the groups of a block, where `part.scores` says. */
  readonly score: VisitBlock;
}

/**
 * For some of the columns in pairs the products of sums by group, added up over all groups of the base: what a variance clustered by them is made of. The
 * sums of a block of groups are multiplied as soon as they are taken, and never kept. Null for groups of other effects.
 */
export function productsByGroup(
  panel: FastPanel,
  groups: Pick<Factor, "codes" | "size">,
  { count, wanted, score }: GroupScores,
): Float64Array | null {
  const { workspace, places, order } = panel;
  if (groups.size > order.groups || !panel.hasCodes(groups) || panel.codesAt(groups) !== 0) return null;
  const P = pairsOf(count);
  for (const { scoreProducts } of places.parts) workspace.zero(scoreProducts, PRODUCT * numberOfProducts(P));
  panel.visit((block, part, calls) => {
    score(block, part, calls);
    calls.allProducts(part.scoreList, 0, P, 0, block.last - block.first, 0, part.scoreProducts);
  });
  const all = gramOfPairs(
    panel,
    count,
    places.parts.map(({ scoreProducts }) => scoreProducts),
  );
  return Float64Array.from(wanted.flatMap(i => wanted.map(j => all[i * count + j]!)));
}

/** The products of columns in pairs that stand at some places, added up, by rows. */
export function gramOfPairs({ workspace }: FastPanel, k: number, places: readonly number[]): Float64Array {
  const gram = new Float64Array(k * k);
  for (const products of places) {
    const found = workspace.doubles(products, 4 * numberOfProducts(pairsOf(k)));
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        const at = 4 * (numberOfProducts(i >> 1) + (j >> 1));
        // Straight products of first and first, second and second; crossed ones of first and second, second and first.
        const which = (i & 1) === (j & 1) ? i & 1 : 2 + (i & 1);
        gram[i * k + j]! += found[at + which]!;
      }
    }
  }
  for (let i = 0; i < k; i++) for (let j = 0; j < i; j++) gram[j * k + i] = gram[i * k + j]!;
  return gram;
}
