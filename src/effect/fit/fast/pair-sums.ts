import type { Factor } from "../../data/factor.ts";
import type { Calls } from "../../kernels/calls.ts";
import { type Block, CHUNK } from "./base-order.ts";
import { gramOfPairs, productsByGroup } from "./group-products.ts";
import { sumByGroup, type WriteResiduals } from "./group-sums.ts";
import type { FastPanel } from "./panel.ts";
import { numberOfProducts, type PartPlaces, PRODUCT, pairsOf } from "./places.ts";

/** Sums over the columns that stand in pairs in the memory of a panel. */
export class PairSums {
  readonly #panel: FastPanel;
  /** Number of columns. */
  readonly #count: number;

  constructor(panel: FastPanel, count: number) {
    this.#panel = panel;
    this.#count = count;
  }

  /** Forgets the products taken before. */
  clear(): void {
    const { workspace, places } = this.#panel;
    const bytes = PRODUCT * numberOfProducts(pairsOf(this.#count));
    for (const { products } of places.parts) workspace.zero(products, bytes);
  }

  /** Adds the (weighted) products of all columns over the rows of a block. */
  addProducts({ from, to }: Block, { products }: PartPlaces, calls: Calls): void {
    const { pairList, weights } = this.#panel.places;
    calls.allProducts(pairList, 0, pairsOf(this.#count), from, to, weights, products);
  }

  /** The products added up, by rows. */
  gram(): Float64Array {
    const { parts } = this.#panel.places;
    return gramOfPairs(
      this.#panel,
      this.#count,
      parts.map(({ products }) => products),
    );
  }

  /** The products with the combination of the columns that has these coefficients (such as `y - Xb`), and its squares. */
  combination(coefficients: Float64Array): { products: Float64Array; squares: number } {
    const {
      workspace,
      places: { pairs, sums, weights, parts },
      order,
    } = this.#panel;
    const { residuals } = parts[0]!;
    const P = pairsOf(this.#count);
    const products = new Float64Array(2 * P);
    let squares = 0;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      this.combine(coefficients, { from, n, to: residuals }, workspace.run);
      workspace.zero(sums, 64);
      workspace.run.squareSum(residuals, n, weights === 0 ? 0 : weights + 8 * from, sums);
      squares += workspace.doubles(sums, 1)[0]!;
      if (weights !== 0) workspace.run.weigh(residuals, n, weights + 8 * from);
      for (let p = 0; p < P; p++) {
        workspace.zero(sums, 16);
        workspace.run.scoreSum(pairs[p]! + 16 * from, residuals, n, sums);
        const [a, b] = workspace.doubles(sums, 2);
        products[2 * p]! += a!;
        products[2 * p + 1]! += b!;
      }
    }
    return { products: products.subarray(0, this.#count), squares };
  }

  /** The least value of the combination among the rows of that weight; infinity where there is none. */
  least(coefficients: Float64Array, weight: number): number {
    const {
      workspace,
      places: { parts, weights },
      order,
    } = this.#panel;
    const { residuals } = parts[0]!;
    let least = Number.POSITIVE_INFINITY;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      this.combine(coefficients, { from, n, to: residuals }, workspace.run);
      least = Math.min(least, workspace.run.leastOf(residuals, weights + 8 * from, n, weight));
    }
    return least;
  }

  /** Writes the combination of `n` rows from `from` on. */
  combine(
    coefficients: Float64Array,
    { from, n, to }: { from: number; n: number; to: number },
    calls: Calls,
  ): void {
    const { pairs } = this.#panel.places;
    const mix = (p: number) => [coefficients[2 * p]!, coefficients[2 * p + 1] ?? 0] as const;
    const P = pairsOf(this.#count);
    for (let p = 0; p < P; p += 2) {
      const [one, other] = [pairs[p]! + 16 * from, (pairs[p + 1] ?? 0) + 16 * from];
      const add = p === 0 ? 0 : 1;
      if (p + 1 < P) calls.combineTwo(one, other, n, ...mix(p), ...mix(p + 1), add, to);
      else calls.combinePair(one, n, ...mix(p), add, to);
    }
  }

  /**
   * For some of the columns the sums by group of their products with the combination; null where the groups do not stand in this order of rows.
   */
  groupSums(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array[] | null {
    const { weights, pairs, pointers, groupSums } = this.#panel.places;
    const write: WriteResiduals = ({ from, to }, residuals, calls) => {
      this.combine(coefficients, { from, n: to - from, to: residuals }, calls);
      if (weights !== 0) calls.weigh(residuals, to - from, weights + 8 * from);
    };
    const alone = ({ first, last }: Block, calls: Calls) =>
      calls.scorePair(
        ...([pairs[0]!, coefficients[0]!, coefficients[1] ?? 0, weights, pointers] as const),
        ...([first, last, groupSums] as const),
      );
    return sumByGroup(this.#panel, groups, wanted, write, this.#count <= 2 ? alone : null);
  }

  /** For some of the columns the products, added up over groups of the base, of their sums by group as in `groupSums`; null for other groups. */
  groupProducts(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array | null {
    const P = pairsOf(this.#count);
    if (P < 2 || P > MOST_MIXED) return null;
    const { workspace, places } = this.#panel;
    const { pairList, weights, pointers, mixture } = places;
    const factors = workspace.doubles(mixture, 2 * P);
    factors.fill(0);
    factors.set(coefficients);
    return productsByGroup(this.#panel, groups, {
      count: this.#count,
      wanted,
      score: ({ first, last }, { scoreList }, calls) =>
        calls.scoreMixture(P, pairList, mixture, weights, pointers, first, last, scoreList),
    });
  }
}

/** Pairs of which the kernels take sums by group in one visit. */
const MOST_MIXED = 6;
