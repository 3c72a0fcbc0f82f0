import { logGamma } from "../../stats/index.ts";
import { choleskyInverse } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Design } from "../model/design.ts";
import { degreesUsed } from "./degrees.ts";
import { poisson } from "./family.ts";
import type { FastPoisson } from "./fast/poisson.ts";
import type { GlmFit } from "./glm.ts";
import { COARSE, CONVERGED, MOST_ITERATIONS, SETTLED } from "./iterations.ts";
import { MANY, submatrix, valuesOf } from "./least-squares.ts";
import { type NormalSolution, residualOf, solveNormal } from "./normal-equations.ts";
import type { SolveOptions } from "./ols.ts";
import { lazily } from "./ols-held.ts";
import type { Partialler } from "./partial.ts";

/** Sums over columns that stay where they are need no more digits than this; see `Absorber.hold`. */
const FINE = 1e-8;

interface Outcome {
  readonly step: NormalSolution;
  readonly deviance: number;
  readonly iterations: number;
  readonly converged: boolean;
}

/** The iterations of `fitGlm` on rows that stay in the memory of the kernels; null where they cannot. */
export function fitPoisson(design: Design, partialler: Partialler, options: SolveOptions): GlmFit | null {
  const { y, columns, weights: prior, offset } = design;
  if (design.constant || columns.length > MANY || partialler.poisson === undefined) return null;
  const sums = outcomeSums(design);
  if (Math.abs(sums.saturated) > LARGE * y.length) return null;
  const rows = { y, regressors: valuesOf(columns), prior, offset, saturated: sums.saturated };
  const state = partialler.poisson(rows);
  if (state === null) return null;
  state.start(startOf(design));
  const outcome = iterate(state, options);
  return outcome === null ? null : fitOf(design, partialler, { state, outcome, sums });
}

function iterate(
  state: FastPoisson,
  { tolerance = FINE, maxIterations = 10_000, onStep }: SolveOptions,
): Outcome | null {
  const stepAt = (finest: number) => {
    const solved = state.absorb({ tolerance: finest, maxIterations, ...(onStep ? { onStep } : {}) });
    const step = solveNormal(state.sums, state.variations());
    state.aim(residualOf(step.b));
    return { step, converged: solved.converged };
  };
  // The start fits better than any model can, so the first step is not compared with it.
  if (state.move(Number.POSITIVE_INFINITY) === null) return null;
  let last = stepAt(COARSE);
  let deviance = Number.POSITIVE_INFINITY;
  let change = Number.POSITIVE_INFINITY;
  let iterations = 0;
  for (; iterations < MOST_ITERATIONS && change > CONVERGED; iterations++) {
    const moved = state.move(deviance);
    if (moved === null) return null;
    change = Math.max(
      Math.abs(moved.deviance - deviance) / (Math.abs(moved.deviance) + 0.1),
      // The deviance is flat at its minimum; the linear predictor tells how near it is.
      SETTLED * moved.move,
    );
    deviance = moved.deviance;
    last = stepAt(change < 1e-3 ? tolerance : COARSE);
  }
  return { step: last.step, deviance, iterations, converged: change <= CONVERGED && last.converged };
}

function fitOf(
  design: Design,
  partialler: Partialler,
  { state, outcome, sums }: { state: FastPoisson; outcome: Outcome; sums: OutcomeSums },
): GlmFit {
  const { step, deviance, iterations, converged } = outcome;
  const k = design.columns.length;
  const keep = design.columns.map((_, j) => j).filter(j => step.kept[j] === 1);
  const eta = state.eta();
  const written = lazily(() => writtenDown(design, partialler, eta));
  const mixture = residualOf(step.b);
  return {
    names: keep.map(j => design.columns[j]!.name),
    coefficients: Float64Array.from(keep, j => step.b[j]!),
    bread: submatrix(choleskyInverse(step.factor), keep, k),
    transform: null,
    dispersion: "one",
    ssr: Number.NaN,
    n: design.y.length,
    effects: design.effects,
    collinear: design.columns.filter((_, j) => step.kept[j] === 0).map(({ name }) => name),
    iterations,
    converged,
    statistics: statisticsOf(sums, {
      deviance,
      k: degreesUsed(design.effects, keep.length),
      n: design.y.length,
    }),
    eta,
    // At the end the working residual times its weight is the residual y - mu.
    scoreSums: (groups: Pick<Factor, "codes" | "size">) =>
      state.isHeld && state.panel.hasCodes(groups)
        ? state.sums.groupSums(
            mixture,
            groups,
            keep.map(j => 1 + j),
          )
        : null,
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

interface OutcomeSums {
  /** Of the prior weights. */
  readonly total: number;
  /** Of the outcome. */
  readonly sum: number;
  /** Of y log y - y, and of log y!. */
  readonly saturated: number;
  readonly factorials: number;
}

/** Beyond this mean of y log y the sums in place would lose digits of the deviance. */
const LARGE = 500;

function outcomeSums({ y, weights }: Design): OutcomeSums {
  let [total, sum, saturated, factorials] = [0, 0, 0, 0];
  for (let row = 0; row < y.length; row++) {
    const w = weights === null ? 1 : weights[row]!;
    const value = y[row]!;
    total += w;
    sum += w * value;
    saturated += w * (PRODUCTS[value] ?? value * (Math.log(value) - 1));
    factorials += w * (FACTORIALS[value] ?? logGamma(value + 1));
  }
  return { total, sum, saturated, factorials };
}

/** Outcomes are mostly small counts, whose logarithms need not be taken again and again. */
const SMALL = 256;
const FACTORIALS = Float64Array.from({ length: SMALL }, (_, value) => logGamma(value + 1));
const PRODUCTS = Float64Array.from({ length: SMALL }, (_, value) =>
  value === 0 ? 0 : value * (Math.log(value) - 1),
);

function startOf({ y, offset }: Design): Float64Array {
  let sum = 0;
  for (let row = 0; row < y.length; row++) sum += y[row]!;
  const average = sum / y.length;
  const small = Float64Array.from({ length: SMALL }, (_, value) => poisson.start(value, average));
  const eta = new Float64Array(y.length);
  for (let row = 0; row < y.length; row++)
    eta[row] = (small[y[row]!] ?? poisson.start(y[row]!, average)) + (offset === null ? 0 : offset[row]!);
  return eta;
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
