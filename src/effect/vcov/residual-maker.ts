import type { Fit } from "../fit/fit.ts";
import { partiallerOf } from "../fit/partial.ts";
import { innerProduct } from "../fit/products.ts";

/** `I - H` of a fit, where H projects on regressors and effects together under the weights of the fit. */
export interface ResidualMaker {
  /** Only the effects taken out. */
  readonly withoutEffects: (columns: readonly Float64Array[]) => Float64Array[];
  /** `(I - H) v`. */
  readonly apply: (columns: readonly Float64Array[]) => Float64Array[];
  /** `(I - H)' v`, which is `W (I - H) W⁻¹ v`. */
  readonly transposed: (columns: readonly Float64Array[]) => Float64Array[];
}

export function residualMakerOf(fit: Fit): ResidualMaker {
  const weights = fit.breadWeights;
  const partialler =
    fit.effects.length === 0
      ? null
      : partiallerOf({ effects: fit.effects, constant: false, y: fit.residuals, weights });
  const withoutEffects = (columns: readonly Float64Array[]) =>
    partialler === null ? columns.map(column => column.slice()) : partialler.partial(columns).columns;
  const apply = (columns: readonly Float64Array[]) =>
    withoutEffects(columns).map(column => withoutRegressors(column, fit));
  const times = (column: Float64Array, power: 1 | -1) =>
    weights === null ? column : column.map((value, row) => value * weights[row]! ** power);
  return {
    withoutEffects,
    apply,
    transposed: columns => apply(columns.map(column => times(column, -1))).map(column => times(column, 1)),
  };
}

function withoutRegressors(column: Float64Array, { basis, bread, breadWeights }: Fit): Float64Array {
  const k = basis.length;
  const products = basis.map(regressor => innerProduct(regressor, column, breadWeights));
  const left = column.slice();
  for (let j = 0; j < k; j++) {
    const b = products.reduce((sum, value, c) => sum + bread[j * k + c]! * value, 0);
    for (let row = 0; row < left.length; row++) left[row]! -= b * basis[j]![row]!;
  }
  return left;
}

/** Values of the rows of a cluster among zeros for all other rows. */
export function spreadOver(rows: readonly number[], values: ArrayLike<number>, n: number): Float64Array {
  const whole = new Float64Array(n);
  for (const [place, row] of rows.entries()) whole[row] = values[place]!;
  return whole;
}
