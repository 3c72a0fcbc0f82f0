import type { Factor } from "../../data/factor.ts";
import type { Gradients, Solved } from "./gradients.ts";
import { PairSums, pairsOf } from "./pair-sums.ts";
import type { FastPanel } from "./panel.ts";

interface Ways {
  readonly gradients: () => Gradients;
  readonly write: () => Float64Array[];
}

/** Columns without their effects that stay in the memory of the kernels, where sums over them are taken. */
export class HeldColumns {
  readonly solved: Solved;
  readonly #panel: FastPanel;
  readonly #columns: readonly Float64Array[];
  readonly #ways: Ways;
  readonly #sums: PairSums;

  private constructor(panel: FastPanel, columns: readonly Float64Array[], ways: Ways) {
    this.#panel = panel;
    this.#columns = columns;
    this.#ways = ways;
    this.#sums = new PairSums(panel, columns.length);
    this.solved = this.#absorb();
  }

  /** Null where the memory has no room. */
  static of(panel: FastPanel, columns: readonly Float64Array[], ways: Ways): HeldColumns | null {
    return panel.hold(pairsOf(columns.length)) ? new HeldColumns(panel, columns, ways) : null;
  }

  #absorb(): Solved {
    let iterations = 0;
    let converged = true;
    const { pairs } = this.#panel.places;
    this.#sums.clear();
    const P = pairsOf(this.#columns.length);
    // Of the last pair all products can be taken while its rows are in the cache.
    const add = (from: number, to: number) => this.#sums.addProducts(from, to);
    for (let p = 0; p < P; p++) {
      const both = [this.#columns[2 * p]!, this.#columns[2 * p + 1] ?? null] as const;
      const visit = p === P - 1 ? add : undefined;
      const solved = this.#panel.absorb(pairs[p]!, both, this.#ways.gradients(), visit);
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
    }
    this.#panel.contents = this;
    return { iterations, converged };
  }

  /** Another solve may have used the memory meanwhile: then the columns are made again. */
  #ensure(): void {
    if (this.#panel.isHeld && this.#panel.contents === this) return;
    this.#panel.hold(pairsOf(this.#columns.length));
    this.#absorb();
  }

  /** As `PairSums.gram`. */
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

  /** Every column without its effects, in the order of the rows; solved again where single rows need more digits than sums. */
  columns(): Float64Array[] {
    return this.#ways.write();
  }
}
