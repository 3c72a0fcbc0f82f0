import type { Factor } from "../../data/factor.ts";
import type { Block } from "./base-order.ts";
import type { Gradients, Solved } from "./gradients.ts";
import { PairSums } from "./pair-sums.ts";
import type { FastPanel, VisitBlock } from "./panel.ts";
import { pairsOf } from "./places.ts";
import { absorbMeans, absorbPair, finishPair, NOTHING } from "./reduced.ts";
import { placePair } from "./transfer.ts";
import { absorbWide } from "./wide.ts";

/** How columns are solved for, and how they are written down. */
export interface HoldWays {
  readonly gradients: () => Gradients;
  readonly write: () => Float64Array[];
}

/** Columns without their effects that are written nowhere, of which sums are taken. */
export interface Held {
  readonly solved: Solved;
  /** As `PairSums.gram`. */
  readonly gram: () => Float64Array;
  readonly combination: (coefficients: Float64Array) => { products: Float64Array; squares: number };
  readonly least: (coefficients: Float64Array, weight: number) => number;
  readonly groupSums: (
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ) => Float64Array[] | null;
  /** As `PairSums.groupProducts`. */
  readonly groupProducts: (
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ) => Float64Array | null;
  /** Every column without its effects, in the order of the rows; solved again where single rows need more digits than sums. */
  readonly columns: () => Float64Array[];
}

/** Columns without their effects that stay in the memory of the kernels, where sums over them are taken. */
export class HeldColumns implements Held {
  readonly solved: Solved;
  readonly #panel: FastPanel;
  readonly #columns: readonly Float64Array[];
  readonly #ways: HoldWays;
  readonly #sums: PairSums;

  private constructor(
    panel: FastPanel,
    columns: readonly Float64Array[],
    { ways, solved }: { ways: HoldWays; solved?: Solved },
  ) {
    this.#panel = panel;
    this.#columns = columns;
    this.#ways = ways;
    this.#sums = new PairSums(panel, columns.length);
    this.solved = solved ?? this.#absorb();
    if (solved !== undefined) this.#finish();
  }

  /** Null where the memory has no room. */
  static of(panel: FastPanel, columns: readonly Float64Array[], ways: HoldWays): HeldColumns | null {
    const pairs = pairsOf(columns.length);
    return panel.hold(pairs, widthOf(panel, pairs)) ? new HeldColumns(panel, columns, { ways }) : null;
  }

  /** One pair that stands at its place and was solved for last. */
  static solved(
    panel: FastPanel,
    columns: readonly Float64Array[],
    given: { ways: HoldWays; solved: Solved },
  ): HeldColumns {
    return new HeldColumns(panel, columns, given);
  }

  #finish(): void {
    this.#sums.clear();
    finishPair(this.#panel, this.#panel.places.pairs[0]!, (block, part, calls) =>
      this.#sums.addProducts(block, part, calls),
    );
    this.#panel.contents = this;
  }

  #absorb(): Solved {
    let iterations = 0;
    let converged = true;
    this.#sums.clear();
    const batches = this.#batches();
    for (const [b, batch] of batches.entries()) {
      // With the last pair all products can be taken while its rows are in the cache.
      const add: VisitBlock = (block, part, calls) => this.#sums.addProducts(block, part, calls);
      const solved = this.#solve(batch, b === batches.length - 1 ? add : undefined);
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
    }
    this.#panel.contents = this;
    return { iterations, converged };
  }

  /** The pairs that are solved for together. */
  #batches(): number[][] {
    const P = pairsOf(this.#columns.length);
    const width = widthOf(this.#panel, P);
    return Array.from({ length: Math.ceil(P / width) }, (_, b) =>
      Array.from({ length: Math.min(width, P - b * width) }, (_pair, w) => b * width + w),
    );
  }

  #columnsOf(p: number): readonly [Float64Array, Float64Array | null] {
    return [this.#columns[2 * p]!, this.#columns[2 * p + 1] ?? null];
  }

  #solve(batch: readonly number[], visit: VisitBlock | undefined): Solved {
    const panel = this.#panel;
    const { pairs } = panel.places;
    const places = batch.map(p => pairs[p]!);
    const gradients = this.#ways.gradients();
    const place = (range?: Block) => {
      for (const p of batch) placePair(panel, this.#columnsOf(p), pairs[p]!, range);
    };
    if (panel.size > 0 && batch.length > 1 && gradients.strong === null) {
      if (!panel.order.sorted) place();
      const prepare = panel.order.sorted ? place : undefined;
      const solved = absorbWide(panel, { pairs: places, prepare, visit }, gradients);
      if (solved !== null) return solved;
    }
    if (panel.size === 0) {
      absorbMeans(panel, places, { place, visit });
      return NOTHING;
    }
    let iterations = 0;
    let converged = true;
    for (const p of batch) {
      const last = p === batch.at(-1) ? visit : undefined;
      const solved = absorbPair(panel, pairs[p]!, this.#columnsOf(p), this.#ways.gradients(), last);
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
    }
    return { iterations, converged };
  }

  /** Another solve may have used the memory meanwhile: then the columns are made again. */
  #ensure(): void {
    if (this.#panel.isHeld && this.#panel.contents === this) return;
    const pairs = pairsOf(this.#columns.length);
    this.#panel.hold(pairs, widthOf(this.#panel, pairs));
    this.#absorb();
  }

  gram(): Float64Array {
    this.#ensure();
    return this.#sums.gram();
  }

  combination(coefficients: Float64Array): { products: Float64Array; squares: number } {
    this.#ensure();
    return this.#sums.combination(coefficients);
  }

  least(coefficients: Float64Array, weight: number): number {
    this.#ensure();
    return this.#sums.least(coefficients, weight);
  }

  groupSums(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array[] | null {
    if (!this.#panel.hasCodes(groups)) return null;
    this.#ensure();
    return this.#sums.groupSums(coefficients, groups, wanted);
  }

  groupProducts(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array | null {
    if (!this.#panel.hasCodes(groups)) return null;
    this.#ensure();
    return this.#sums.groupProducts(coefficients, groups, wanted);
  }

  columns(): Float64Array[] {
    return this.#ways.write();
  }
}

/** At most so many pairs are solved for together: their sums stay in registers. */
const MOST_TOGETHER = 3;

/** How many of the pairs are solved for together, in batches as equal as can be. */
function widthOf({ slots }: FastPanel, pairs: number): number {
  // Means of the base are taken out of a block of all columns at once.
  if (slots === 0) return pairs;
  if (slots > 2) return 1;
  return Math.ceil(pairs / Math.ceil(pairs / MOST_TOGETHER));
}
