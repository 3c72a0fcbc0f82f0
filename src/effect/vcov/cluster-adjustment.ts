import { UserError } from "../../codebook/errors.ts";
import { fromEigen, multiply, symmetricEigen, symmetrize, transpose } from "../../stats/linalg.ts";
import type { Fit } from "../fit/fit.ts";
import { clusterBasis } from "./cluster-space.ts";
import { columnMatrix } from "./column-matrix.ts";
import { type ResidualMaker, spreadOver } from "./residual-maker.ts";

/** Levels of effects and regressors within one cluster; with more the dense adjustment is refused. */
const MOST_DIMENSIONS = 400;

export interface ClusterSpace {
  readonly rows: readonly number[];
  readonly fit: Fit;
  readonly maker: ResidualMaker;
}

export interface Change {
  /** -1/2 for CR2, -1 for CR3. */
  readonly power: number;
  /**
   * Which symmetric matrix is raised to it: `rows` the variance of the cluster's residuals under the working model, `(I - H)_g (I - H)_g'`;
   * `roots` the residual maker between roots of the weights, `W^½ (I - H)_gg W^-½`. Without weights they are the same.
   */
  readonly side: "rows" | "roots";
}

/** A matrix (rows of the cluster by k) multiplied by the adjustment. Outside a basis of the cluster the adjustment is the identity. */
export function changeWithin(own: Float64Array, space: ClusterSpace, { power, side }: Change): Float64Array {
  const { rows, fit } = space;
  const basis = basisOf(space, side);
  const r = basis.length;
  if (r > MOST_DIMENSIONS) throw tooWide(r);
  const plain = fit.breadWeights === null;
  const within = plain || side === "roots" ? restOfModel(basis, space) : residualVariance(basis, space);
  const inside = fromEigen(symmetricEigen(within), value => (value > 1e-10 ? value ** power : 0) - 1);
  const q = columnMatrix(basis);
  const coordinates = multiply(transpose(q, r), own, rows.length);
  const change = multiply(q, multiply(inside, coordinates, r), r);
  return own.map((value, at) => value + change[at]!);
}

/** An orthonormal basis of what the model fits within the cluster, scaled by the weights as the side needs. */
function basisOf({ rows, fit }: ClusterSpace, side: Change["side"]): Float64Array[] {
  const weights = fit.breadWeights;
  if (weights === null) return clusterBasis(rows, fit.basis, fit.effects);
  const own = Float64Array.from(rows, row => weights[row]!);
  if (side === "roots") return clusterBasis(rows, fit.basis, fit.effects, [own.map(Math.sqrt)]);
  return clusterBasis(rows, fit.basis, fit.effects, [null, own]);
}

/** `Q'W^½ (I - H) W^-½ Q` for the basis Q of a cluster, where H projects on regressors and effects together. */
function restOfModel(basis: readonly Float64Array[], { rows, fit, maker }: ClusterSpace): Float64Array {
  const r = basis.length;
  const rest = new Float64Array(r * r);
  const root = rows.map(row => (fit.breadWeights === null ? 1 : Math.sqrt(fit.breadWeights[row]!)));
  for (let first = 0; first < r; first += 2) {
    const spread = basis.slice(first, first + 2).map(column =>
      spreadOver(
        rows,
        column.map((value, i) => value / root[i]!),
        fit.n,
      ),
    );
    for (const [at, column] of maker.apply(spread).entries()) {
      const left = rows.map((row, i) => root[i]! * column[row]!);
      for (let i = 0; i < r; i++)
        rest[i * r + first + at] = left.reduce((sum, value, place) => sum + value * basis[i]![place]!, 0);
    }
  }
  return symmetrize(rest);
}

/** `Q'(I - H)(I - H)'Q`: the variance of the cluster's residuals where errors are independent with one variance. */
function residualVariance(basis: readonly Float64Array[], { rows, fit, maker }: ClusterSpace): Float64Array {
  const r = basis.length;
  const out = new Float64Array(r * r);
  for (let first = 0; first < r; first += 2) {
    const spread = basis.slice(first, first + 2).map(column => spreadOver(rows, column, fit.n));
    for (const [at, column] of maker.apply(maker.transposed(spread)).entries())
      for (let i = 0; i < r; i++)
        out[i * r + first + at] = rows.reduce((sum, row, place) => sum + column[row]! * basis[i]![place]!, 0);
  }
  return symmetrize(out);
}

function tooWide(dimensions: number): UserError {
  return new UserError({
    code: "few-clusters",
    message: `CR2 and CR3 adjust ${dimensions} levels of effects and regressors within one cluster`,
    expected: `at most ${MOST_DIMENSIONS}`,
    hint: "use the wild cluster bootstrap (--bootstrap CLUSTER)",
  });
}
