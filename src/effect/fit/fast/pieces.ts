import type { Factor } from "../../data/factor.ts";
import type { Calls } from "../../kernels/calls.ts";
import type { Block } from "./base-order.ts";
import type { FastStrong, Gradients } from "./gradients.ts";
import type { FastPanel } from "./panel.ts";
import { absorbMade } from "./reduced.ts";
import { fastStrong } from "./strong.ts";
import { placeCodes, placeRows } from "./transfer.ts";

export interface PieceRows {
  readonly column: Float64Array;
  readonly clusters: Pick<Factor, "codes" | "size">;
  readonly outcomes: readonly Float64Array[];
}

/** The pieces of a column, one a cluster, without the effects: what each of them adds up to with outcomes in every cluster. */
export class FastPieces {
  readonly #panel: FastPanel;
  readonly #size: number;
  readonly #at: {
    readonly column: number;
    readonly codes: number;
    readonly sums: number;
    readonly outcomes: readonly number[];
  };
  #strong: FastStrong | null = null;

  private constructor(panel: FastPanel, { column, clusters, outcomes }: PieceRows) {
    this.#panel = panel;
    this.#size = clusters.size;
    const [columnAt, codes, sums, ...rest] = panel.places.columns as [number, number, number];
    this.#at = { column: columnAt, codes, sums, outcomes: rest };
    placeRows(panel, column, columnAt);
    placeCodes(panel, clusters, codes);
    for (const [o, outcome] of outcomes.entries()) placeRows(panel, outcome, rest[o]!);
  }

  /** Null where the memory has no room. */
  static of(panel: FastPanel, rows: PieceRows): FastPieces | null {
    const own = panel.withPlaces(3 + rows.outcomes.length);
    if (2 * rows.clusters.size > rows.column.length || !own.hold(1)) return null;
    return new FastPieces(own, rows);
  }

  /** For the piece of cluster `g` and for that of the next: for every outcome the sums by cluster of its products with the piece. */
  pair(g: number, options: Pick<Gradients, "tolerance" | "maxIterations">): [Float64Array[], Float64Array[]] {
    const panel = this.#panel;
    const { workspace, places } = panel;
    const { column, codes, sums, outcomes } = this.#at;
    const pair = places.pairs[0]!;
    const stronger = () => {
      this.#strong ??= fastStrong(panel);
      return this.#strong;
    };
    const pieces = ({ from, to }: Block, calls: Calls) =>
      calls.pieceRows(column + 8 * from, codes + 4 * from, g, to - from, pair + 16 * from);
    absorbMade(panel, pair, pieces, { ...options, strong: this.#strong, stronger });
    const found = outcomes.map(outcome => {
      workspace.zero(sums, 16 * this.#size);
      panel.eachBlock(({ from, to }) =>
        workspace.run.scoreCodes(pair + 16 * from, outcome + 8 * from, codes + 4 * from, to - from, sums),
      );
      return workspace.doubles(sums, 2 * this.#size).slice();
    });
    const part = (which: 0 | 1) =>
      found.map(both => Float64Array.from({ length: this.#size }, (_, h) => both[2 * h + which]!));
    return [part(0), part(1)];
  }
}
