import { choleskyInverse, choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import { gatherSums } from "../data/gathered.ts";
import { type Design, numbersOfColumn, outcomeIn } from "../model/design.ts";
import { degreesUsed } from "./degrees.ts";
import type { FastPoisson } from "./fast/poisson.ts";
import type { SolvePrecision, Visit } from "./fast/poisson-rows.ts";
import type { GlmFit } from "./glm.ts";
import { MOST_ITERATIONS } from "./iterations.ts";
import { COLLINEAR, submatrix, valuesOf } from "./least-squares.ts";
import type { SolveOptions } from "./ols.ts";
import { lazily } from "./ols-held.ts";
import { type OutcomeSums, outcomeSums } from "./outcome-sums.ts";
import type { Partialler } from "./partial.ts";
import { MANY } from "./products.ts";
import { variationOf } from "./variation.ts";

/** What a regressor keeps of the effects in the end. */
const FINE = 1e-8;
/** How near solves come before: that of the outcome at first, and those of the regressors. */
const LOOSE = 0.03;
/** What a regressor may keep where others or the effects nearly determine it: its products are good to the square of this. */
const FIRM = 1e-5;
/** How near the solve of the outcome comes, as a share of the last change of the means: about as near as the next step can come. */
const NEXT = 0.1;
/** The nearest while the means still move, and in the last step. */
const CLOSE = 1e-4;
const CLOSEST = 1e-7;

interface Outcome {
  readonly b: Float64Array;
  readonly factor: Float64Array;
  readonly kept: Uint8Array;
  readonly likelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** How the effects are solved for, and how many steps the model may take. */
type Steps = SolveOptions & { readonly maxSteps?: number };

/** Newton's iterations on rows that stay in the memory of the kernels; null where they cannot. */
export function fitPoisson(design: Design, partialler: Partialler, options: Steps): GlmFit | null {
  const { columns, weights: prior, offset, rows } = design;
  if (design.constant || columns.length > MANY || partialler.poisson === undefined) return null;
  const sums = outcomeSums(design);
  if (Math.abs(sums.saturated) > LARGE * rows.length) return null;
  const y = outcomeIn(design);
  const regressors = columns.map(numbersOfColumn);
  // The regressors are visited once: on their way to the kernels their variation shows, too.
  if (prior === null) for (const values of regressors) gatherSums(values);
  const state = partialler.poisson({ y, regressors, prior, offset, total: sums.sum });
  if (state === null) return null;
  const share = sums.sum / sums.total;
  const scale = regressors.map(values => share * variationOf(values, prior));
  const outcome = iterate(state, scale, options);
  const again = () => fitPoisson(design, partialler, options)!;
  return outcome === null ? null : fitOf(design, partialler, { state, outcome, sums, again });
}

/**
 * Inexact Newton iterations (Dembo, Eisenstat and Steihaug 1982): the nearer the end, the closer each step is solved for. A step that lowers the
 * likelihood is halved.
 */
function iterate(state: FastPoisson, scale: readonly number[], options: Steps): Outcome | null {
  const { tolerance = FINE, maxIterations = 10_000, onStep } = options;
  const k = scale.length;
  const most = options.maxSteps ?? MOST_ITERATIONS;
  const more = { maxIterations, ...(onStep ? { onStep } : {}) };
  const coefficients = new Float64Array(k);
  let before = state.visit();
  if (before === null) return null;
  let change = Number.POSITIVE_INFINITY;
  let isKept: Uint8Array | null = null;
  for (let iterations = 1; ; iterations++) {
    const isFine = change < NEAR || iterations === most;
    const outcome = isFine ? CLOSEST : Math.min(LOOSE, Math.max(change * NEXT, CLOSE));
    const solved = stepOf(state, scale, { outcome, regressors: isFine ? tolerance : LOOSE, ...more });
    const { b, kept } = solved;
    isKept ??= kept;
    // Coefficients of a column that is left out only later would be those of no model.
    if (kept.some((value, j) => value !== isKept![j])) return null;
    for (let j = 0; j < k; j++) coefficients[j]! += b[j]!;
    const moved = climb(state, b, { coefficients, before: before.likelihood, isNewton: isFine });
    if (moved === null) return null;
    change = moved.change;
    before = moved;
    const isSettled = isFine && change * Math.max(change, CLOSEST) < ENDED;
    if (!isSettled && iterations < most) continue;
    const { factor } = orderedCholesky(state.moments().gram, { tolerance: COLLINEAR, reference: scale });
    const converged = solved.converged && isSettled;
    return { b: coefficients, factor, kept, likelihood: moved.likelihood, iterations, converged };
  }
}

/** From this change of the means on the next step is the last, or nearly. */
const NEAR = 1e-3;
/** Share of its variation that a regressor must keep beside effects and others for loose solves to do. */
const FREE = 0.05;

/** Solves for a step, the regressors anew and closer where they keep little. */
function stepOf(state: FastPoisson, scale: readonly number[], precision: SolvePrecision) {
  const attempt = (closer: SolvePrecision) => {
    const converged = state.solve(closer);
    const { gram, products } = state.solvedMoments();
    const { factor, kept } = orderedCholesky(gram, { tolerance: COLLINEAR, reference: scale });
    return { converged, kept, factor, b: choleskySolve(factor, products) };
  };
  const found = attempt(precision);
  const k = scale.length;
  const isFree = scale.every((value, j) => found.factor[j * k + j]! ** 2 > FREE * value);
  if (isFree || precision.regressors <= FIRM) return found;
  state.visit();
  return attempt({ ...precision, regressors: FIRM });
}

/** Below this no further digit of the means moves. */
const ENDED = 1e-12;
const MOST_HALVINGS = 20;

/** Takes the step, or half of it, or a quarter, ... */
function climb(
  state: FastPoisson,
  b: Float64Array,
  { coefficients, before, isNewton }: { coefficients: Float64Array; before: number; isNewton: boolean },
): Visit | null {
  let visit = state.move(b, isNewton);
  for (let halving = 1; halving <= MOST_HALVINGS; halving++) {
    if (visit !== null && visit.likelihood >= before - 1e-8 * Math.abs(before) - 1e-8) return visit;
    visit = state.moveBack(b, 0.5 ** halving);
    for (let j = 0; j < b.length; j++) coefficients[j]! -= 0.5 ** halving * b[j]!;
  }
  return visit;
}

/**
 * Whether rows are separated shows in the steps: along a combination that is positive in some rows of outcome 0 and 0 in all others, the exact
 * Newton step lowers the linear predictor of one of these rows by 1 or more, however far it has gone already. Steps that have come to rest therefore
 * rule separation out, as long as the means of these rows are not lost beside the others: not below this share of the average.
 */
const LEAST = 1e-6;

interface Ended {
  readonly state: FastPoisson;
  readonly outcome: Outcome;
  readonly sums: OutcomeSums;
  /** The same fit, made anew. */
  readonly again: () => GlmFit;
}

function fitOf(design: Design, partialler: Partialler, { state, outcome, sums, again }: Ended): GlmFit {
  const { b, factor, kept, iterations, converged } = outcome;
  const k = design.columns.length;
  const keep = design.columns.map((_, j) => j).filter(j => kept[j] === 1);
  // The memory may serve others by the time that someone asks.
  const eta = lazily(() => (state.isHeld ? linearPredictor(design, state) : again().eta));
  const written = lazily(() => writtenDown(design, partialler, eta()));
  return {
    names: keep.map(j => design.columns[j]!.name),
    coefficients: Float64Array.from(keep, j => b[j]!),
    bread: submatrix(choleskyInverse(factor), keep, k),
    transform: null,
    dispersion: "one",
    ssr: Number.NaN,
    n: design.rows.length,
    effects: design.effects,
    collinear: design.columns.filter((_, j) => kept[j] === 0).map(({ name }) => name),
    iterations,
    converged,
    unseparated: converged && state.leastMean() >= (LEAST * sums.sum) / design.rows.length,
    statistics: statisticsOf(sums, {
      deviance: 2 * (sums.saturated + sums.sum + sums.prior - outcome.likelihood),
      k: degreesUsed(design.effects, keep.length),
      n: design.rows.length,
    }),
    scoreSums: (groups: Pick<Factor, "codes" | "size">) =>
      state.isHeld ? state.scores.sums(groups, keep) : null,
    scoreProducts: (groups: Pick<Factor, "codes" | "size">) =>
      state.isHeld ? state.scores.products(groups, keep) : null,
    get eta() {
      return eta();
    },
    get mu() {
      return written().mu;
    },
    get basis() {
      return keep.map(j => written().columns[j]!);
    },
    get breadWeights() {
      return written().weights;
    },
    get residuals() {
      return written().residuals;
    },
    get scoreResidual() {
      return written().scoreResidual;
    },
  };
}

/** What single rows hold, for whoever asks for more than sums. */
function writtenDown({ y, weights: prior, columns }: Design, partialler: Partialler, eta: Float64Array) {
  const mu = eta.map(Math.exp);
  const weights = prior === null ? mu : mu.map((value, row) => value * prior[row]!);
  const residuals = y.map((value, row) => value - mu[row]!);
  return {
    mu,
    weights,
    residuals,
    scoreResidual: prior === null ? residuals : residuals.map((value, row) => value * prior[row]!),
    columns: partialler.reweighted(weights).partial(valuesOf(columns)).columns,
  };
}

/** Beyond this mean of y log y the sums in place would lose digits of the deviance. */
const LARGE = 500;

/** The linear predictor, in the order of the rows. */
function linearPredictor({ weights }: Design, state: FastPoisson): Float64Array {
  const eta = state.logMeans();
  return weights === null ? eta : eta.map((value, row) => value - Math.log(weights[row]!));
}

/** From the deviance `D = 2 (l(saturated) - l)` all likelihoods follow without a visit of the means. */
function statisticsOf(
  { total, sum, saturated, factorials }: OutcomeSums,
  { deviance, k, n }: { deviance: number; k: number; n: number },
) {
  const loglik = saturated - deviance / 2 - factorials;
  const null_ = sum * Math.log(sum / total) - sum - factorials;
  return { deviance, loglik, pseudo_r2: 1 - loglik / null_, bic: -2 * loglik + k * Math.log(n) };
}
