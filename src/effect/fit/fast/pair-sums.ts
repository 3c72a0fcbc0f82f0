import type { Factor } from "../../data/factor.ts";
import type { Calls } from "../../kernels/calls.ts";
import { type Block, CHUNK } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";
import { numberOfProducts, type PartPlaces, PRODUCT } from "./places.ts";

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
    const k = this.#count;
    const { workspace, places } = this.#panel;
    const gram = new Float64Array(k * k);
    for (const { products } of places.parts) {
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
}

/** Brings what the columns are multiplied by to a place, for the rows of a block. */
export type WriteResiduals = (block: Block, residuals: number, calls: Calls) => void;

/**
 * For some of the columns in pairs the sums by group of their products with residuals; null where the groups do not stand in this order of rows.
 * `alone` takes groups of the base and one pair in a single visit.
 */
export function sumByGroup(
  panel: FastPanel,
  groups: Pick<Factor, "codes" | "size">,
  wanted: readonly number[],
  write: WriteResiduals,
  alone: ((block: Block, calls: Calls) => void) | null = null,
): Float64Array[] | null {
  const { workspace, places, order } = panel;
  if (groups.size > order.groups || !panel.hasCodes(groups)) return null;
  const codes = panel.codesAt(groups);
  const sums = new Map(wanted.map(j => [j, new Float64Array(groups.size)]));
  const own = [...new Set(wanted.map(j => j >> 1))];
  const take = (p: number, first: number, last: number) => {
    for (const which of [0, 1] as const) {
      const all = sums.get(2 * p + which);
      if (all !== undefined) takeSums(panel, { first, last, which }, all);
    }
  };
  const scores = { own, write, take };
  if (codes === 0 && own.length === 1) scoreOnePair(panel, { ...scores, alone });
  else if (codes === 0) scoreByBlocks(panel, scores);
  else {
    const { residuals } = places.parts[0]!;
    for (const p of own) {
      workspace.zero(places.groupSums, 16 * groups.size);
      panel.eachBlock(block => {
        const { from, to } = block;
        write(block, residuals, workspace.run);
        const rows = places.pairs[p]! + 16 * from;
        workspace.run.scoreCodes(rows, residuals, codes + 4 * from, to - from, places.groupSums);
      });
      take(p, 0, groups.size);
    }
  }
  return wanted.map(j => sums.get(j)!);
}

interface Scores {
  /** The pairs of which some column is wanted. */
  readonly own: readonly number[];
  readonly write: WriteResiduals;
  /** Takes the sums of a pair for some groups out of the memory. */
  readonly take: (p: number, first: number, last: number) => void;
}

/** By groups of the base; the sums of one pair find room for all groups. */
function scoreOnePair(
  panel: FastPanel,
  { own, write, take, alone }: Scores & { alone: ((block: Block, calls: Calls) => void) | null },
): void {
  const { pairs, pointers, groupSums } = panel.places;
  panel.visit((block, { residuals }, calls) => {
    if (alone !== null) return alone(block, calls);
    const { first, last, from } = block;
    write(block, residuals, calls);
    calls.scoreGroups(pairs[own[0]!]! + 16 * from, residuals, pointers, first, last, groupSums);
  });
  take(own[0]!, 0, panel.order.groups);
}

/** The same for several pairs, whose sums are taken out block by block. */
function scoreByBlocks(panel: FastPanel, { own, write, take }: Scores): void {
  const { workspace, places } = panel;
  const { pairs, pointers, groupSums, parts } = places;
  const { residuals } = parts[0]!;
  panel.eachBlock(block => {
    const { first, last, from } = block;
    write(block, residuals, workspace.run);
    for (const p of own) {
      workspace.run.scoreGroups(pairs[p]! + 16 * from, residuals, pointers, first, last, groupSums);
      take(p, first, last);
    }
  });
}

/** The first or second column of the sums by group, from a group to another. */
function takeSums(
  { workspace, places: { staging, groupSums } }: FastPanel,
  { first, last, which }: { first: number; last: number; which: 0 | 1 },
  sums: Float64Array,
): void {
  for (let from = first; from < last; from += CHUNK) {
    const n = Math.min(CHUNK, last - from);
    workspace.run.takeColumn(groupSums + 16 * from, n, which, staging.a);
    sums.set(workspace.doubles(staging.a, n), from);
  }
}

export const pairsOf = (columns: number): number => Math.ceil(columns / 2);
