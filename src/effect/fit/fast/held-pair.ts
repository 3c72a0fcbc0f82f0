import type { Factor } from "../../data/factor.ts";
import { type Block, CHUNK } from "./base-order.ts";
import type { Solved } from "./gradients.ts";
import { type Held, HeldColumns, type HoldWays } from "./held.ts";
import type { FastPanel, VisitBlock } from "./panel.ts";
import { NOTHING, solvePair } from "./reduced.ts";
import { placePair } from "./transfer.ts";

/**
 * An outcome and a regressor (or an outcome alone) of which, in the usual case, only products are wanted, in all and by group of the base. They are taken
 * in one visit that writes no rows; the other sums come from `HeldColumns`, whose rows are finished then.
 */
export class HeldPair implements Held {
  readonly solved: Solved;
  readonly #panel: FastPanel;
  readonly #columns: readonly Float64Array[];
  readonly #ways: HoldWays;
  /** Squares of the first column and of the second, and their products. */
  readonly #products: readonly [number, number, number];
  #held: HeldColumns | null = null;

  private constructor(panel: FastPanel, columns: readonly Float64Array[], ways: HoldWays) {
    this.#panel = panel;
    this.#columns = columns;
    this.#ways = ways;
    const { workspace, places } = panel;
    const both = [columns[0]!, columns[1] ?? null] as const;
    if (panel.size > 0) this.solved = solvePair(panel, places.pairs[0]!, both, ways.gradients());
    else this.solved = NOTHING;
    for (const { products } of places.parts) workspace.zero(products, 32);
    if (panel.size === 0 && panel.order.sorted) this.#stream(both);
    else {
      if (panel.size === 0) placePair(panel, both, places.pairs[0]!);
      panel.visit(this.#score(() => places.pairs[0]!));
    }
    panel.contents = this;
    this.#products = productsOf(panel);
  }

  /** Null where the memory has no room. There may be two other effects at most, and two columns. */
  static of(panel: FastPanel, columns: readonly Float64Array[], ways: HoldWays): HeldPair | null {
    return panel.hold(1) ? new HeldPair(panel, columns, ways) : null;
  }

  /** Without other effects a block of rows is done with when it has been visited, so that all can stand at one place, in the cache. */
  #stream(both: readonly [Float64Array, Float64Array | null]): void {
    const { workspace, places } = this.#panel;
    const place = ({ from }: Block) => places.pairs[0]! - 16 * from;
    const score = this.#score(place);
    for (const part of places.parts) {
      for (const block of part.blocks) {
        placePair(this.#panel, both, place(block), block);
        score(block, part, workspace.run);
      }
    }
  }

  /** `rows` says where the rows stand, as if those before the block stood there too. */
  #score(rows: (block: Block) => number): VisitBlock {
    const { pointers, inverse, weights, slots, vectors, groupSums } = this.#panel.places;
    const [one, two] = slots;
    const p = vectors[1]!;
    return (block, { residuals, products }, calls) =>
      calls.scoreGroupsOf(
        ...([pointers, block.first, block.last, inverse, weights, one?.nodes ?? 0, two?.nodes ?? 0] as const),
        ...([p, p + 16 * (two?.offset ?? 0), rows(block), residuals, groupSums, products] as const),
      );
  }

  get #isStanding(): boolean {
    return this.#panel.isHeld && this.#panel.contents === this;
  }

  /** The rows without their effects; they stand solved where there are other effects and nobody else came. */
  #full(): HeldColumns {
    if (this.#held === null) {
      const given = { ways: this.#ways, solved: this.solved };
      this.#held =
        this.#isStanding && this.#panel.size > 0
          ? HeldColumns.solved(this.#panel, this.#columns, given)
          : HeldColumns.of(this.#panel, this.#columns, this.#ways)!;
    }
    return this.#held;
  }

  gram(): Float64Array {
    const [first, second, product] = this.#products;
    return this.#columns.length === 1
      ? Float64Array.of(first)
      : Float64Array.of(first, product, product, second);
  }

  combination(coefficients: Float64Array): { products: Float64Array; squares: number } {
    return this.#full().combination(coefficients);
  }

  least(coefficients: Float64Array, weight: number): number {
    return this.#full().least(coefficients, weight);
  }

  groupSums(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array[] | null {
    if (!this.#panel.hasCodes(groups)) return null;
    const isOfBase = this.#panel.codesAt(groups) === 0;
    if (!this.#isStanding || !isOfBase || wanted.some(j => j !== 1))
      return this.#full().groupSums(coefficients, groups, wanted);
    const sums = this.#scores(coefficients);
    return wanted.map(() => sums);
  }

  /** The sums of one column are few enough to be written down. */
  groupProducts(): null {
    return null;
  }

  /** By group the products of the second column with a combination of both. */
  #scores(coefficients: Float64Array): Float64Array {
    const { workspace, places, order } = this.#panel;
    const sums = new Float64Array(order.groups);
    const [a, b] = [coefficients[0]!, coefficients[1] ?? 0];
    for (let from = 0; from < order.groups; from += CHUNK) {
      const n = Math.min(CHUNK, order.groups - from);
      workspace.run.combinePair(places.groupSums + 16 * from, n, a, b, 0, places.staging.a);
      sums.set(workspace.doubles(places.staging.a, n), from);
    }
    return sums;
  }

  columns(): Float64Array[] {
    return this.#ways.write();
  }
}

function productsOf({ workspace, places }: FastPanel): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  for (const { products } of places.parts) {
    const [first, second, product] = workspace.doubles(products, 3);
    sums[0] += first!;
    sums[1] += second!;
    sums[2] += product!;
  }
  return sums;
}
