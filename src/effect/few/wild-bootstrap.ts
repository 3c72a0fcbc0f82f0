import { UserError } from "../../codebook/errors.ts";
import { regress, valuesOf } from "../fit/least-squares.ts";
import { partiallerOf } from "../fit/partial.ts";
import { innerProduct } from "../fit/products.ts";
import { variationOf } from "../fit/variation.ts";
import type { Design } from "../model/design.ts";
import type { Random } from "../random.ts";
import { clustersOf } from "../vcov/clustered.ts";
import { type Linear, loadingsOf } from "./loadings.ts";
import { type Draws, drawsOf, type WildWeights } from "./wild-draws.ts";

export interface WildOptions {
  /** The coefficient tested. */
  readonly term: string;
  readonly cluster: string;
  /** Value of the coefficient under the null. Default 0. */
  readonly null?: number;
  /** Residuals of the model with the null imposed (WCR, default) or of the unrestricted model (WCU). */
  readonly imposed?: boolean;
  /** Default `rademacher`. */
  readonly weights?: WildWeights;
  /** Random draws. With Rademacher weights and no more than this many sign vectors, all are used. Default 9 999. */
  readonly draws?: number;
  /** Needed unless all sign vectors are used. */
  readonly random?: Random;
  /** Coverage of the interval from inverting the test; null for none. Default 0.95. */
  readonly level?: number | null;
  /** Whether kernels are used where they can be; default for all but small data. */
  readonly fast?: boolean;
}

export interface WildBootstrap {
  readonly term: string;
  readonly estimate: number;
  /** Clustered standard error without a small-sample factor, which cancels from the test. */
  readonly se: number;
  readonly t: number;
  /** Share of draws with |t*| at least |t|. */
  readonly p: number;
  /** Share with |t*| larger than |t|: what some software prints. */
  readonly pStrict: number;
  /** Twice the smaller tail. */
  readonly pEqualTailed: number;
  /** Interval from inverting the test with the symmetric p value; NaN where `level` is null, infinite where open. */
  readonly low: number;
  readonly high: number;
  readonly counts: {
    readonly absGreater: number;
    readonly absEqual: number;
    readonly less: number;
    readonly greater: number;
  };
  readonly draws: number;
  /** Whether all sign vectors were used, so that there is no simulation error. */
  readonly enumerated: boolean;
  readonly clusters: number;
}

/** Everything the draws need, linear in the null. */
interface Algebra {
  readonly G: number;
  readonly estimate: number;
  /** Sum of w x² of the tested regressor after all others are taken out. */
  readonly scale: number;
  /** Numerator loadings of the draws, by cluster. */
  readonly numerator: Linear;
  /** Row g: loadings of the cluster's score, G x G. */
  readonly scores: Linear;
  readonly se: number;
}

/**
 * Wild cluster bootstrap of a t test (Cameron, Gelbach and Miller 2008), with the cluster-level algebra of Roodman,
 * MacKinnon, Nielsen and Webb (2019, section 5): after one pass over the rows a draw costs G² operations. Fixed
 * effects are refitted in every draw.
 */
export function wildBootstrap(design: Design, options: WildOptions): WildBootstrap {
  const algebra = algebraOf(design, options);
  const draws = drawsOf(algebra.G, options);
  const { null: value = 0 } = options;
  const statistics = statisticsOf(algebra, draws);
  const test = testAt(algebra, statistics, value);
  const interval =
    options.level === null ? [Number.NaN, Number.NaN] : invert(algebra, statistics, options.level ?? 0.95);
  return {
    term: options.term,
    estimate: algebra.estimate,
    se: algebra.se,
    ...test,
    low: interval[0]!,
    high: interval[1]!,
    draws: draws.count,
    enumerated: draws.enumerated,
    clusters: algebra.G,
  };
}

function algebraOf(design: Design, { term, cluster, imposed = true, fast }: WildOptions): Algebra {
  const { weights } = design;
  const clusters = clustersOf(design, cluster);
  const G = clusters.size;
  if (G < 2)
    throw new UserError({ code: "one-cluster", column: cluster, message: "all rows belong to one cluster" });
  const place = design.columns.findIndex(({ name }) => name === term);
  if (place < 0)
    throw unknownTerm(
      term,
      design.columns.map(({ name }) => name),
    );
  const partialler = partiallerOf(design, fast === undefined ? {} : { fast });
  const raw = valuesOf(design.columns);
  const [y, ...x] = partialler.partial([design.y, ...raw]).columns;
  const scaleOf = (columns: readonly Float64Array[]) => columns.map(column => variationOf(column, weights));
  const others = x.filter((_, j) => j !== place);
  const without = (column: Float64Array) => {
    if (others.length === 0) return column;
    const { fitted } = regress(column, others, {
      weights,
      scale: scaleOf(raw.filter((_, j) => j !== place)),
    });
    return column.map((v, row) => v - fitted[row]!);
  };
  const tested = without(x[place]!);
  const restricted = without(y!);
  const scale = innerProduct(tested, tested, weights);
  if (!(scale > 1e-11 * variationOf(raw[place]!, weights))) throw collinearTerm(term);
  const estimate = innerProduct(tested, restricted, weights) / scale;
  const residuals = restricted.map((v, row) => v - estimate * tested[row]!);
  const sums = new Float64Array(G);
  for (let row = 0; row < residuals.length; row++) {
    sums[clusters.codes[row]!]! += (weights?.[row] ?? 1) * tested[row]! * residuals[row]!;
  }
  const se = Math.sqrt(sums.reduce((a, b) => a + b * b, 0)) / scale;
  const slope = imposed ? tested : new Float64Array(residuals.length);
  const base = imposed ? restricted : residuals;
  const context = { design, partialler, x, clusters, tested };
  return { G, estimate, scale, se, ...loadingsOf(context, base, slope) };
}

function unknownTerm(term: string, terms: readonly string[]): UserError {
  return new UserError({
    code: "term",
    column: term,
    message: "the model has no such coefficient",
    expected: `one of ${terms.join(", ")}`,
  });
}

function collinearTerm(term: string): UserError {
  return new UserError({
    code: "collinear",
    column: term,
    message: "the other regressors or the fixed effects determine it",
  });
}

/** Two statistics nearer than this are equal: draws that repeat the data differ by rounding only. */
const EQUAL = 1e-7;

/**
 * What the draws say, as functions of the null: the numerator of a draw is linear and its variance quadratic in the distance of the null from
 * the estimate, so that a test at another null costs a few operations a draw. About the estimate nothing cancels.
 */
interface Statistics {
  readonly top: Linear;
  /** `base - 2 d cross + d² slope` for the distance d. */
  readonly variance: Linear & { readonly cross: Float64Array };
}

function statisticsOf({ G, estimate, numerator, scores }: Algebra, draws: Draws): Statistics {
  const about = ({ base, slope }: Linear) => base.map((value, i) => value - estimate * slope[i]!);
  const [top, loads] = [about(numerator), about(scores)];
  const result = {
    top: { base: new Float64Array(draws.count), slope: new Float64Array(draws.count) },
    variance: {
      base: new Float64Array(draws.count),
      cross: new Float64Array(draws.count),
      slope: new Float64Array(draws.count),
    },
  };
  for (let draw = 0; draw < draws.count; draw++) {
    const v = draws.values.subarray(draw * G, (draw + 1) * G);
    let [first, second, squares, cross, slopes] = [0, 0, 0, 0, 0];
    for (let g = 0; g < G; g++) {
      let [score, change] = [0, 0];
      const row = g * G;
      for (let h = 0; h < G; h++) {
        score += loads[row + h]! * v[h]!;
        change += scores.slope[row + h]! * v[h]!;
      }
      squares += score * score;
      cross += score * change;
      slopes += change * change;
      first += top[g]! * v[g]!;
      second += numerator.slope[g]! * v[g]!;
    }
    result.top.base[draw] = first;
    result.top.slope[draw] = second;
    result.variance.base[draw] = squares;
    result.variance.cross[draw] = cross;
    result.variance.slope[draw] = slopes;
  }
  return result;
}

function testAt({ estimate, se }: Algebra, { top, variance }: Statistics, value: number) {
  const t = (estimate - value) / se;
  const distance = value - estimate;
  const tolerance = EQUAL * Math.max(1, Math.abs(t));
  const n = top.base.length;
  let [absGreater, absEqual, less, greater] = [0, 0, 0, 0];
  for (let draw = 0; draw < n; draw++) {
    const numerator = top.base[draw]! - distance * top.slope[draw]!;
    const square =
      variance.base[draw]! - distance * (2 * variance.cross[draw]! - distance * variance.slope[draw]!);
    const star = numerator / Math.sqrt(square);
    if (Math.abs(Math.abs(star) - Math.abs(t)) <= tolerance) absEqual += 1;
    else if (Math.abs(star) > Math.abs(t)) absGreater += 1;
    if (star < t - tolerance) less += 1;
    else if (star > t + tolerance) greater += 1;
  }
  return {
    t,
    p: (absGreater + absEqual) / n,
    pStrict: absGreater / n,
    pEqualTailed: Math.min(1, (2 * Math.min(less, greater)) / n),
    counts: { absGreater, absEqual, less, greater },
  };
}

/** The interval of nulls that the test does not reject, by bisection on either side of the estimate. */
function invert(algebra: Algebra, statistics: Statistics, level: number): [number, number] {
  const rejects = (value: number) => testAt(algebra, statistics, value).p <= 1 - level;
  const side = (sign: 1 | -1): number => {
    let near = algebra.estimate;
    let step = 2 * algebra.se;
    for (let tries = 0; !rejects(near + sign * step); tries++) {
      if (tries === 30) return sign * Number.POSITIVE_INFINITY;
      near += sign * step;
      step *= 1.7;
    }
    let far = near + sign * step;
    for (let round = 0; round < 40 && Math.abs(far - near) > 1e-8 * algebra.se; round++) {
      const middle = (near + far) / 2;
      if (rejects(middle)) far = middle;
      else near = middle;
    }
    return (near + far) / 2;
  };
  return [side(-1), side(1)];
}
