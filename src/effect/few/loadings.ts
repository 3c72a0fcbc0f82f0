import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Effect } from "../fit/absorb.ts";
import { isNested } from "../fit/degrees.ts";
import { constantEffect, type Partialler } from "../fit/partial.ts";
import { combine, gramOf, product, productsWith } from "../fit/products.ts";
import type { Design } from "../model/design.ts";
import { scoreSums } from "../vcov/meat.ts";

/** `value = base - null * slope`. */
export interface Linear {
  readonly base: Float64Array;
  readonly slope: Float64Array;
}

export interface Loadings {
  /** Loadings of the draws on the numerator, by cluster. */
  readonly numerator: Linear;
  /** Row g: loadings on the score of cluster g, G x G. */
  readonly scores: Linear;
}

export interface Rows {
  readonly design: Design;
  readonly partialler: Partialler;
  /** Regressors after the effects are taken out. */
  readonly x: readonly Float64Array[];
  readonly clusters: Factor;
  /** The tested regressor after everything else is taken out. */
  readonly tested: Float64Array;
}

/** Loadings of the draws on the numerator and on the score of every cluster, linear in the null as `base` and `slope` of the outcome are. */
export function loadingsOf(rows: Rows, base: Float64Array, slope: Float64Array): Loadings {
  const { weights } = rows.design;
  const weighted = (u: Float64Array) => (weights === null ? u : product(u, weights));
  const outcome = { base: weighted(base), slope: weighted(slope) };
  const { codes, size: G } = rows.clusters;
  const numerator = { base: new Float64Array(G), slope: new Float64Array(G) };
  for (let row = 0; row < codes.length; row++) {
    numerator.base[codes[row]!]! += rows.tested[row]! * outcome.base[row]!;
    numerator.slope[codes[row]!]! += rows.tested[row]! * outcome.slope[row]!;
  }
  const effects = crossing(rows);
  const direct = effects.length === 0 || (effects.length === 1 && isPlain(effects[0]!));
  const scores = direct
    ? sumsOf(rows, outcome, { effects, numerator })
    : (fastPiecesOf(rows, outcome) ?? piecesOf(rows, outcome));
  return { numerator, scores };
}

/** The effects that matter between clusters: a constant, or those of which not all are nested in the clusters. */
function crossing({ design, clusters }: Rows): readonly Effect[] {
  if (design.effects.length === 0) return design.constant ? [constantEffect(design.y.length)] : [];
  // What is nested in clusters was taken out of the tested regressor within each of them already.
  return design.effects.every(effect => isNested(effect, clusters)) ? [] : design.effects;
}

const isPlain = ({ intercept, slopes }: Effect): boolean => intercept && slopes.length === 0;

interface Direct {
  readonly effects: readonly Effect[];
  readonly numerator: Linear;
}

/**
 * With no effect or one that crosses clusters, the scores follow from sums by cluster (and level): the piece of cluster g less what level means
 * and regressors explain of it, times the outcome of cluster h.
 */
function sumsOf(rows: Rows, outcome: Linear, { effects, numerator }: Direct): Linear {
  const { design, x, clusters, tested } = rows;
  const { size: G } = clusters;
  const k = x.length;
  const { factor } = orderedCholesky(gramOf(x, design.weights));
  const ones = design.weights ?? new Float64Array(tested.length).fill(1);
  const weightedTested = design.weights === null ? tested : product(tested, design.weights);
  const explained = { pieces: scoreSums(x, weightedTested, clusters) };
  const loads = Array.from({ length: G }, (_, g) =>
    choleskySolve(
      factor,
      Float64Array.from(explained.pieces, sums => sums[g]!),
    ),
  );
  const levels = effects.map(effect => ({
    ...tables(effect, clusters, weightedTested),
    total: scoreSums([ones], new Float64Array(tested.length).fill(1), effect.factor)[0]!,
  }));
  const of = (u: Float64Array, own: Float64Array): Float64Array => {
    const regressors = scoreSums(x, u, clusters);
    const outcomes = effects.map(effect => tables(effect, clusters, u).sums);
    const scores = new Float64Array(G * G);
    for (let g = 0; g < G; g++)
      for (let h = 0; h < G; h++) {
        let value = g === h ? own[g]! : 0;
        for (let j = 0; j < k; j++) value -= loads[g]![j]! * regressors[j]![h]!;
        for (const [e, { sums, total }] of levels.entries())
          value -= meansProduct(sums[g]!, outcomes[e]![h]!, total);
        scores[g * G + h] = value;
      }
    return scores;
  };
  return { base: of(outcome.base, numerator.base), slope: of(outcome.slope, numerator.slope) };
}

/** Sums of a column by cluster and level, one array a cluster. */
function tables({ factor }: Effect, { codes, size }: Factor, column: Float64Array): { sums: Float64Array[] } {
  const sums = Array.from({ length: size }, () => new Float64Array(factor.size));
  for (let row = 0; row < column.length; row++) sums[codes[row]!]![factor.codes[row]!]! += column[row]!;
  return { sums };
}

function meansProduct(a: Float64Array, b: Float64Array, total: Float64Array): number {
  let sum = 0;
  for (let level = 0; level < total.length; level++) sum += (a[level]! * b[level]!) / total[level]!;
  return sum;
}

/**
 * The same with any effects. The score of cluster g under errors of cluster h is `a_g' M c_h`; as M is symmetric, M is applied to the G
 * pieces of the tested regressor, two at a time, and serves all errors.
 */
function piecesOf({ design, partialler, x, clusters, tested }: Rows, outcome: Linear): Linear {
  const { weights } = design;
  const { codes, size: G } = clusters;
  const scores = { base: new Float64Array(G * G), slope: new Float64Array(G * G) };
  const { factor } = orderedCholesky(gramOf(x, weights));
  const pieceOf = (g: number) => {
    const piece = new Float64Array(codes.length);
    for (let row = 0; row < codes.length; row++) if (codes[row] === g) piece[row] = tested[row]!;
    return piece;
  };
  for (let first = 0; first < G; first += 2) {
    const pieces = first + 1 < G ? [pieceOf(first), pieceOf(first + 1)] : [pieceOf(first)];
    for (const [i, piece] of partialler.partial(pieces).columns.entries()) {
      const b = choleskySolve(factor, productsWith(piece, x, weights));
      const rest = combine(
        x,
        b.map(value => -value),
        piece,
      );
      const offset = (first + i) * G;
      for (let row = 0; row < codes.length; row++) {
        scores.base[offset + codes[row]!]! += rest[row]! * outcome.base[row]!;
        scores.slope[offset + codes[row]!]! += rest[row]! * outcome.slope[row]!;
      }
    }
  }
  return scores;
}

/** Tolerance of the solve for a piece. */
const PIECE = 1e-10;

/**
 * `piecesOf` for large panels. With `X` free of the effects, `X'W M a_g` is `X'W a_g`, a sum by cluster, and what regressors explain of the score
 * is `(X'W a_g)'(X'WX)⁻¹(X'c_h)`: only the pieces without the effects need a visit of the rows. Null where the kernels do not serve.
 */
function fastPiecesOf({ design, partialler, x, clusters, tested }: Rows, outcome: Linear): Linear | null {
  const pieces = partialler.pieces?.({
    column: tested,
    clusters,
    outcomes: [outcome.base, outcome.slope],
  });
  if (pieces == null) return null;
  const { weights } = design;
  const { size: G } = clusters;
  const { factor } = orderedCholesky(gramOf(x, weights));
  const own = scoreSums(x, weights === null ? tested : product(tested, weights), clusters);
  const others = [outcome.base, outcome.slope].map(u => scoreSums(x, u, clusters));
  const scores = [new Float64Array(G * G), new Float64Array(G * G)];
  for (let first = 0; first < G; first += 2) {
    const pair = pieces.pair(first, { tolerance: PIECE, maxIterations: 10_000 });
    for (const [i, sums] of pair.slice(0, G - first).entries()) {
      const g = first + i;
      const b = choleskySolve(
        factor,
        Float64Array.from(own, column => column[g]!),
      );
      for (const [o, row] of sums.entries())
        for (let h = 0; h < G; h++)
          scores[o]![g * G + h] =
            row[h]! - others[o]!.reduce((sum, column, j) => sum + b[j]! * column[h]!, 0);
    }
  }
  return { base: scores[0]!, slope: scores[1]! };
}
