import { UserError } from "../../codebook/errors.ts";
import { regress, valuesOf } from "../fit/least-squares.ts";
import { partiallerOf } from "../fit/partial.ts";
import { innerProduct } from "../fit/products.ts";
import { variationOf } from "../fit/variation.ts";
import type { Design } from "../model/design.ts";

/**
 * How much each row's outcome counts for a coefficient of least squares: the coefficient is the sum of weight times outcome (Frisch
 * and Waugh 1933; Lovell 1963). One weight a row of the design; positive and negative ones add to zero where there are fixed effects.
 */
export function rowWeights(design: Design, term: string): Float64Array {
  const place = design.columns.findIndex(({ name }) => name === term);
  if (place < 0) {
    throw new UserError({
      code: "unknown-term",
      column: term,
      message: `the model has no coefficient "${term}"`,
      expected: design.columns.map(({ name }) => name).join(", "),
    });
  }
  const { weights } = design;
  const raw = valuesOf(design.columns);
  const others = raw.filter((_, j) => j !== place);
  const [column, ...controls] = partiallerOf(design).partial([raw[place]!, ...others]).columns;
  const scale = others.map(one => variationOf(one, weights));
  const fitted =
    controls.length === 0
      ? new Float64Array(column!.length)
      : regress(column!, controls, { weights, scale }).fitted;
  const own = column!.map((value, row) => value - fitted[row]!);
  const length = innerProduct(own, own, weights);
  return own.map((value, row) => ((weights?.[row] ?? 1) * value) / length);
}
