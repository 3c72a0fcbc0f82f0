import { choleskyInverse } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Design } from "../model/design.ts";
import type { Held } from "./fast/held.ts";
import type { Fit } from "./fit.ts";
import { submatrix } from "./least-squares.ts";
import { residualOf, solveNormal } from "./normal-equations.ts";
import { product } from "./products.ts";

type Part = Omit<Fit, "statistics" | "n" | "effects" | "breadWeights">;

/**
 * Least squares on columns that are not written down, the outcome first: coefficients and their refinement as in `regress`. Columns and residuals
 * are written when something asks for them, such as the variance of single rows.
 */
export function heldRegression(
  held: Held,
  design: Design,
  scale: readonly number[],
): Part & { squares: number } {
  const k = scale.length;
  const { b, factor, kept, ssr, squares } = solveNormal(held, scale);
  const keep = scale.map((_, j) => j).filter(j => kept[j] === 1);
  const mixture = residualOf(b);
  const written = lazily(() => writtenDown(held, mixture, design.weights));
  return {
    names: keep.map(j => design.columns[j]!.name),
    coefficients: Float64Array.from(keep, j => b[j]!),
    bread: submatrix(choleskyInverse(factor), keep, k),
    transform: null,
    dispersion: "residual",
    ssr,
    squares,
    collinear: design.columns.filter((_, j) => kept[j] === 0).map(({ name }) => name),
    iterations: held.solved.iterations,
    converged: held.solved.converged,
    scoreSums: (groups: Pick<Factor, "codes" | "size">) => {
      return held.groupSums(
        mixture,
        groups,
        keep.map(j => 1 + j),
      );
    },
    scoreProducts: (groups: Pick<Factor, "codes" | "size">) => {
      return held.groupProducts(
        mixture,
        groups,
        keep.map(j => 1 + j),
      );
    },
    get basis() {
      return keep.map(j => written().columns[1 + j]!);
    },
    get residuals() {
      return written().residuals;
    },
    get scoreResidual() {
      return written().scoreResidual;
    },
  };
}

function writtenDown(held: Held, mixture: Float64Array, weights: Float64Array | null) {
  const columns = held.columns();
  const residuals = columns[0]!.slice();
  for (let j = 1; j < columns.length; j++) {
    const column = columns[j]!;
    for (let row = 0; row < residuals.length; row++) residuals[row]! += mixture[j]! * column[row]!;
  }
  return { columns, residuals, scoreResidual: weights === null ? residuals : product(residuals, weights) };
}

export function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
