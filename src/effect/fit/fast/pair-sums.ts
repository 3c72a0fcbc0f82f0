import type { Factor } from "../../data/factor.ts";
import { CHUNK } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";

/** Sums over the columns that stand in pairs in the memory of a panel. */
export class PairSums {
  readonly #panel: FastPanel;
  /** Number of columns. */
  readonly #count: number;

  readonly #products: Float64Array;

  constructor(panel: FastPanel, count: number) {
    this.#panel = panel;
    this.#count = count;
    this.#products = new Float64Array(4 * pairsOf(count) ** 2);
  }

  /** Forgets the products taken before. */
  clear(): void {
    this.#products.fill(0);
  }

  /** Adds the (weighted) products of all columns over some rows. */
  addProducts(first: number, last: number): void {
    const {
      workspace,
      places: { pairs, sums, weights },
    } = this.#panel;
    const P = pairsOf(this.#count);
    for (let from = first; from < last; from += BLOCK) {
      const n = Math.min(BLOCK, last - from);
      const heavy = weights === 0 ? 0 : weights + 8 * from;
      for (let p = 0; p < P; p++) {
        for (let q = 0; q <= p; q++) {
          workspace.zero(sums, 32);
          workspace.run.crossProducts(pairs[p]! + 16 * from, pairs[q]! + 16 * from, n, heavy, sums);
          const found = workspace.doubles(sums, 4);
          for (let i = 0; i < 4; i++) this.#products[4 * (p * P + q) + i]! += found[i]!;
        }
      }
    }
  }

  /** The products added up, by rows. */
  gram(): Float64Array {
    const k = this.#count;
    const P = pairsOf(this.#count);
    const gram = new Float64Array(k * k);
    for (let i = 0; i < k; i++) {
      for (let j = 0; j <= i; j++) {
        const at = 4 * ((i >> 1) * P + (j >> 1));
        // Straight products of first and first, second and second; crossed ones of first and second, second and first.
        const which = (i & 1) === (j & 1) ? i & 1 : 2 + (i & 1);
        gram[i * k + j] = gram[j * k + i] = this.#products[at + which]!;
      }
    }
    return gram;
  }

  /** The products with the combination of the columns that has these coefficients (such as `y - Xb`), and its squares. */
  combination(coefficients: Float64Array): { products: Float64Array; squares: number } {
    const {
      workspace,
      places: { pairs, sums, weights, residuals },
      order,
    } = this.#panel;
    const P = pairsOf(this.#count);
    const products = new Float64Array(2 * P);
    let squares = 0;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      this.combine(coefficients, from, n);
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
      places: { residuals, weights },
      order,
    } = this.#panel;
    let least = Number.POSITIVE_INFINITY;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      this.combine(coefficients, from, n);
      least = Math.min(least, workspace.run.leastOf(residuals, weights + 8 * from, n, weight));
    }
    return least;
  }

  /** Writes the combination of `n` rows from `from` on to the place of residuals. */
  combine(coefficients: Float64Array, from: number, n: number): void {
    const {
      workspace: { run },
      places: { pairs, residuals },
    } = this.#panel;
    for (let p = 0; p < pairsOf(this.#count); p++)
      run.combinePair(
        pairs[p]! + 16 * from,
        n,
        coefficients[2 * p]!,
        coefficients[2 * p + 1] ?? 0,
        p === 0 ? 0 : 1,
        residuals,
      );
  }

  /**
   * For some of the columns the sums by group of their products with the combination; null where the groups do not stand in this order of rows.
   */
  groupSums(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array[] | null {
    const {
      workspace: { run },
      places: { weights, residuals, pairs, pointers, groupSums },
    } = this.#panel;
    const write = (from: number, n: number) => {
      this.combine(coefficients, from, n);
      if (weights !== 0) run.weigh(residuals, n, weights + 8 * from);
    };
    const alone = (first: number, last: number) =>
      run.scorePair(
        ...([pairs[0]!, coefficients[0]!, coefficients[1] ?? 0, weights, pointers] as const),
        ...([first, last, groupSums] as const),
      );
    return sumByGroup(this.#panel, groups, wanted, write, this.#count <= 2 ? alone : null);
  }
}

/**
 * For some of the columns in pairs the sums by group of their products with residuals, which `write` brings to their place for `n` rows from `from`
 * on; null where the groups do not stand in this order of rows. `alone` takes groups of the base and one pair in a single visit.
 */
export function sumByGroup(
  panel: FastPanel,
  groups: Pick<Factor, "codes" | "size">,
  wanted: readonly number[],
  write: (from: number, n: number) => void,
  alone: ((first: number, last: number) => void) | null = null,
): Float64Array[] | null {
  const {
    workspace,
    places: { pairs, residuals, groupSums, pointers },
    order,
  } = panel;
  const { run } = workspace;
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
  const rowsOf = (first: number, last: number) => {
    const from = order.pointers[first]!;
    return { from, n: order.pointers[last]! - from };
  };
  if (codes === 0) {
    panel.eachBlock((first, last) => {
      const { from, n } = rowsOf(first, last);
      if (alone === null) write(from, n);
      for (const p of own) {
        if (alone !== null) alone(first, last);
        else run.scoreGroups(pairs[p]! + 16 * from, residuals, pointers, first, last, groupSums);
        take(p, first, last);
      }
    });
    return wanted.map(j => sums.get(j)!);
  }
  for (const p of own) {
    workspace.zero(groupSums, 16 * groups.size);
    panel.eachBlock((first, last) => {
      const { from, n } = rowsOf(first, last);
      write(from, n);
      run.scoreCodes(pairs[p]! + 16 * from, residuals, codes + 4 * from, n, groupSums);
    });
    take(p, 0, groups.size);
  }
  return wanted.map(j => sums.get(j)!);
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

/** Rows whose pairs of columns stay in the cache while all products of them are taken. */
const BLOCK = 1024;

export const pairsOf = (columns: number): number => Math.ceil(columns / 2);
