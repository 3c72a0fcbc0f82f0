import type { Factor } from "../../data/factor.ts";
import type { Calls } from "../../kernels/calls.ts";
import type { Block } from "./base-order.ts";
import { productsByGroup } from "./group-products.ts";
import { sumByGroup } from "./group-sums.ts";
import type { FastPanel } from "./panel.ts";

type Groups = Pick<Factor, "codes" | "size">;

/** Of some regressors of a Poisson model the products with y - mu, both weighted, summed by group. */
export class PoissonScores {
  readonly #panel: FastPanel;
  readonly #count: number;
  readonly #y: number;

  /** `count` columns stand in pairs, the first of which is no regressor; the outcomes stand at `y`. */
  constructor(panel: FastPanel, count: number, y: number) {
    this.#panel = panel;
    this.#count = count;
    this.#y = y;
  }

  /** Null where the groups do not stand in this order of rows. */
  sums(groups: Groups, wanted: readonly number[]): Float64Array[] | null {
    return sumByGroup(
      this.#panel,
      groups,
      wanted.map(j => 1 + j),
      (block, residuals, calls) => this.#writeResiduals(block, residuals, calls),
    );
  }

  /** The products of these sums added up over groups of the base; null for other groups. */
  products(groups: Groups, wanted: readonly number[]): Float64Array | null {
    const { pairs, pointers } = this.#panel.places;
    return productsByGroup(this.#panel, groups, {
      count: this.#count,
      wanted: wanted.map(j => 1 + j),
      score: (block, { residuals, scores }, calls) => {
        const { first, last, from } = block;
        this.#writeResiduals(block, residuals, calls);
        for (const [p, pair] of pairs.entries())
          calls.scoreGroups(pair + 16 * from, residuals, pointers, first, last, scores[p]! - 16 * first);
      },
    });
  }

  #writeResiduals({ from, to }: Block, residuals: number, calls: Calls): void {
    const { weights } = this.#panel.places;
    calls.differences(this.#y + 8 * from, weights + 8 * from, to - from, residuals);
  }
}
