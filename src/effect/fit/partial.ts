import type { Design } from "../model/design.ts";
import { Absorber, type AbsorbOptions, type Effect } from "./absorb.ts";
import type { Held } from "./fast/held.ts";
import type { FastPieces, PieceRows } from "./fast/pieces.ts";
import type { FastPoisson } from "./fast/poisson.ts";
import type { PoissonRows } from "./fast/poisson-rows.ts";

/** Columns from which the effects are taken out, or the mean where there is a constant instead. */
export interface Partialled {
  readonly columns: Float64Array[];
  readonly iterations: number;
  readonly converged: boolean;
}

/** Something that takes what the model always contains out of columns, under changing weights. */
export interface Partialler {
  readonly partial: (columns: readonly Float64Array[]) => Partialled;
  /** The columns without their effects, kept where sums over them are quick; null where they are not. */
  readonly hold?: (columns: readonly Float64Array[]) => Held | null;
  /** The rows of a Poisson model, where they can be reweighted in place. */
  readonly poisson?: (rows: PoissonRows) => FastPoisson | null;
  /** The pieces of a column by cluster, where they need not be written down. */
  readonly pieces?: (rows: PieceRows) => FastPieces | null;
  readonly reweighted: (weights: Float64Array, tolerance?: number) => Partialler;
}

/** The effects of a design; a model without effects but with a constant has one effect of one level. */
export function partiallerOf(
  design: Pick<Design, "effects" | "constant" | "y" | "weights">,
  options: Omit<AbsorbOptions, "weights"> = {},
): Partialler {
  const effects =
    design.effects.length > 0 ? design.effects : design.constant ? [constantEffect(design.y.length)] : [];
  if (effects.length === 0) return nothing;
  return wrap(Absorber.of(effects, { ...options, weights: design.weights }));
}

const nothing: Partialler = {
  partial: columns => ({ columns: columns.map(column => column.slice()), iterations: 0, converged: true }),
  reweighted: () => nothing,
};

const wrap = (absorber: Absorber): Partialler => ({
  partial: columns => absorber.absorb(columns),
  hold: columns => absorber.hold(columns),
  poisson: rows => absorber.poisson(rows),
  pieces: rows => absorber.pieces(rows),
  reweighted: (weights, tolerance) => wrap(absorber.reweighted(weights, tolerance)),
});

export function constantEffect(rows: number): Effect {
  const factor = { codes: new Int32Array(rows), size: 1, label: () => "", value: () => 0 };
  return { name: "constant", factor, intercept: true, slopes: [] };
}
