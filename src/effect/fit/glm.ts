import { UserError } from "../../codebook/errors.ts";
import type { Design } from "../model/design.ts";
import { withConstant } from "./constant.ts";
import { degreesUsed } from "./degrees.ts";
import { type Family, poisson } from "./family.ts";
import type { Fit } from "./fit.ts";
import { COARSE, CONVERGED, MOST_ITERATIONS, SETTLED } from "./iterations.ts";
import { regress, valuesOf } from "./least-squares.ts";
import type { SolveOptions } from "./ols.ts";
import { type Partialler, partiallerOf } from "./partial.ts";
import { fitPoisson } from "./poisson-held.ts";
import { variationOf } from "./variation.ts";
import { sumOfWeights } from "./weight-sums.ts";

export interface GlmFit extends Fit {
  readonly mu: Float64Array;
  readonly eta: Float64Array;
  /** Whether the fit itself shows that no row is separated. */
  readonly unseparated?: boolean;
}

/** Refuses outcomes that the family does not allow, naming a row. */
export function checkOutcome(design: Design, family: Family): void {
  const { y } = design;
  let place = 0;
  while (place < y.length && family.allows(y[place]!)) place += 1;
  if (place === y.length) return;
  throw new UserError({
    code: "outcome",
    column: design.outcome,
    message: `row ${design.rows[place]! + 1} holds ${design.y[place]}, which a ${family.name} model cannot have`,
    expected: family.outcome,
  });
}

interface State {
  readonly eta: Float64Array;
  readonly mu: Float64Array;
  readonly deviance: number;
}

/** Steps in which a model comes to rest unless rows are separated, which never does. */
const FEW_STEPS = 25;

/** A Poisson fit whose steps show that no row is separated; null where they do not, or where no kernels serve. */
export function fitUnseparated(design: Design, options: SolveOptions): GlmFit | null {
  if (design.rows.length === 0) return null;
  const fit = fitPoisson(design, partiallerOf(design, options), { ...options, maxSteps: FEW_STEPS });
  return fit?.unseparated === true ? fit : null;
}

/**
 * Iteratively reweighted least squares (McCullagh and Nelder 1989, section 2.5), with the fixed effects taken out of
 * the working outcome and regressors in every step. Weights of the variance are those of the final coefficients.
 */
export function fitGlm(
  design: Design,
  family: Family,
  options: SolveOptions & { eta?: Float64Array } = {},
): GlmFit {
  const { y } = design;
  const average = y.reduce((sum, value) => sum + value, 0) / y.length;
  const partialler = partiallerOf(design, options);
  if (family === poisson && options.eta === undefined) {
    const held = fitPoisson(design, partialler, options);
    if (held !== null) return held;
  }
  const eta =
    options.eta ?? y.map((value, row) => family.start(value, average) + (design.offset?.[row] ?? 0));
  // The start fits better than any model can, so the first step is not compared with it.
  let state = { ...stateAt(design, family, eta), deviance: Number.POSITIVE_INFINITY };
  let step = workingStep(design, family, { state, partialler, tolerance: COARSE });
  let iterations = 0;
  let change = Number.POSITIVE_INFINITY;
  for (; iterations < MOST_ITERATIONS && change > CONVERGED; iterations++) {
    const next = moveTo(design, family, state, step.eta);
    change = Math.max(
      Math.abs(next.deviance - state.deviance) / (Math.abs(next.deviance) + 0.1),
      // The deviance is flat at its minimum; the linear predictor tells how near it is.
      SETTLED * largestMove(next.eta, state.eta),
    );
    state = next;
    const tolerance = change < 1e-3 ? undefined : COARSE;
    step = workingStep(design, family, { state, partialler, tolerance });
  }
  return finish(design, family, {
    state,
    step,
    iterations,
    converged: change <= CONVERGED && step.converged,
  });
}

function stateAt(design: Design, family: Family, eta: Float64Array): State {
  const mu = eta.map(family.mean);
  let deviance = 0;
  for (let row = 0; row < mu.length; row++) {
    deviance +=
      (design.weights === null ? 1 : design.weights[row]!) * family.deviance(design.y[row]!, mu[row]!);
  }
  return { eta, mu, deviance };
}

/** The full step, halved while it leaves the deviance undefined or clearly higher. */
function moveTo(design: Design, family: Family, from: State, target: Float64Array): State {
  let eta = target;
  for (let halving = 0; ; halving++) {
    const state = stateAt(design, family, eta);
    const worse = !(state.deviance <= from.deviance * (1 + 1e-8) + 1e-8);
    if (!worse || halving === 20) return state;
    eta = eta.map((value, row) => (value + from.eta[row]!) / 2);
  }
}

function largestMove(a: Float64Array, b: Float64Array): number {
  let largest = 0;
  for (let row = 0; row < a.length; row++) largest = Math.max(largest, Math.abs(a[row]! - b[row]!));
  return largest;
}

interface Step {
  /** The linear predictor that the step leads to. */
  readonly eta: Float64Array;
  readonly coefficients: Float64Array;
  readonly bread: Float64Array;
  readonly basis: Float64Array[];
  readonly kept: readonly number[];
  readonly dropped: readonly number[];
  readonly working: Float64Array;
  readonly weights: Float64Array;
  readonly converged: boolean;
}

/** One weighted regression of the working outcome. */
function workingStep(
  design: Design,
  family: Family,
  { state, partialler, tolerance }: { state: State; partialler: Partialler; tolerance: number | undefined },
): Step {
  const { y, offset } = design;
  const weights = new Float64Array(y.length);
  const working = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++) {
    const slope = family.slope(state.eta[row]!);
    const prior = design.weights === null ? 1 : design.weights[row]!;
    weights[row] = Math.max((prior * slope * slope) / family.variance(state.mu[row]!), 1e-300);
    working[row] = state.eta[row]! - (offset?.[row] ?? 0) + (y[row]! - state.mu[row]!) / slope;
    if (!Number.isFinite(weights[row]!) || !Number.isFinite(working[row]!)) throw diverged(design, family);
  }
  const raw = valuesOf(design.columns);
  const partialled = partialler.reweighted(weights, tolerance).partial([working, ...raw]);
  const [workingTilde, ...columns] = partialled.columns;
  const scale = raw.map(column => variationOf(column, weights));
  const regression = regress(workingTilde!, columns, { weights, scale });
  const eta = working.map((value, row) => value - regression.residuals[row]! + (offset?.[row] ?? 0));
  return {
    eta,
    coefficients: regression.coefficients,
    bread: regression.bread,
    basis: regression.kept.map(j => columns[j]!),
    kept: regression.kept,
    dropped: regression.dropped,
    working,
    weights,
    converged: partialled.converged,
  };
}

function diverged(design: Design, family: Family): UserError {
  return new UserError({
    code: "diverged",
    column: design.outcome,
    message: `the ${family.name} iterations ran out of range`,
    hint: "a regressor may predict some outcomes perfectly, or have values of a very different size; rescale it",
  });
}

interface Finished {
  readonly state: State;
  readonly step: Step;
  readonly iterations: number;
  readonly converged: boolean;
}

function finish(design: Design, family: Family, { state, step, iterations, converged }: Finished): GlmFit {
  const { y } = design;
  const raw = step.kept.map(j => design.columns[j]!.values);
  const part = {
    names: step.kept.map(j => design.columns[j]!.name),
    coefficients: step.coefficients,
    basis: step.basis,
    bread: step.bread,
    transform: null,
  };
  const full = design.constant
    ? withConstant(part, { y: step.working, columns: raw, weights: step.weights })
    : part;
  const scoreResidual = y.map((value, row) => {
    const slope = family.slope(state.eta[row]!);
    return (step.weights[row]! / slope) * (value - state.mu[row]!);
  });
  return {
    ...full,
    scoreResidual,
    breadWeights: step.weights,
    dispersion: "one",
    ssr: Number.NaN,
    n: y.length,
    effects: design.effects,
    collinear: step.dropped.map(j => design.columns[j]!.name),
    residuals: y.map((value, row) => value - state.mu[row]!),
    iterations,
    converged,
    statistics: statisticsOf(design, family, { state, k: degreesUsed(design.effects, full.names.length) }),
    mu: state.mu,
    eta: state.eta,
  };
}

function statisticsOf(design: Design, family: Family, { state, k }: { state: State; k: number }) {
  const { weights, y } = design;
  const total = weights === null ? y.length : sumOfWeights(weights);
  const mean = y.reduce((sum, value, row) => sum + (weights === null ? 1 : weights[row]!) * value, 0) / total;
  const sumOf = (mu: (row: number) => number) =>
    y.reduce((sum, value, row) => sum + (weights?.[row] ?? 1) * family.logLikelihood(value, mu(row)), 0);
  const loglik = sumOf(row => state.mu[row]!);
  const null_ = sumOf(() => mean);
  return {
    deviance: state.deviance,
    loglik,
    pseudo_r2: 1 - loglik / null_,
    bic: -2 * loglik + k * Math.log(y.length),
  };
}
