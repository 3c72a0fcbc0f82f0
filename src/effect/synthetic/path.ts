import type { BlockPanel } from "./block-panel.ts";
import { averageOf, type Weights } from "./synthetic.ts";

/** The treated and what the weighted controls say of them, by period. */
export interface BlockPath {
  readonly observed: Float64Array;
  readonly counterfactual: Float64Array;
  /** Observed less counterfactual; the estimate is the mean of those after treatment. */
  readonly gaps: Float64Array;
}

/**
 * Weighted controls, moved so that they meet the treated in the weighted periods before treatment; where periods have no weights
 * (synthetic control) they stand where they are.
 */
export function blockPath(
  panel: BlockPanel,
  { omega, lambda }: Pick<Weights, "omega" | "lambda">,
): BlockPath {
  const observed = averageOf(panel.treated);
  const weighted = observed.map((_, t) =>
    panel.controls.reduce((sum, unit, i) => sum + omega[i]! * unit[t]!, 0),
  );
  const shift = lambda.reduce((sum, weight, t) => sum + weight * (observed[t]! - weighted[t]!), 0);
  const counterfactual = weighted.map(value => value + shift);
  return { observed, counterfactual, gaps: observed.map((value, t) => value - counterfactual[t]!) };
}
