import { logGamma } from "../../stats/index.ts";
import { choleskyInverse } from "../../stats/linalg.ts";
import type { Factor } from "../data/factor.ts";
import type { Design } from "../model/design.ts";
import { degreesUsed } from "./degrees.ts";
import { poisson } from "./family.ts";
import { type FastPoisson, isTooLarge, type PoissonRows } from "./fast/poisson.ts";
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
  if (design.constant || columns.length > MANY) return null;
  const rows: PoissonRows = { y, regressors: valuesOf(columns), prior, offset };
  if (isTooLarge(rows)) return null;
  const state = partialler.poisson?.(rows) ?? null;
  if (state === null) return null;
  const average = y.reduce((sum, value) => sum + value, 0) / y.length;
  state.start(y.map((value, row) => poisson.start(value, average) + (offset?.[row] ?? 0)));
  const outcome = iterate(state, options);
  return outcome === null ? null : fitOf(design, partialler, { state, outcome });
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
  { state, outcome }: { state: FastPoisson; outcome: Outcome },
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
    statistics: statisticsOf(design, deviance, degreesUsed(design.effects, keep.length)),
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

/** From the deviance `D = 2 (l(saturated) - l)` all likelihoods follow without a visit of the means. */
function statisticsOf({ y, weights }: Design, deviance: number, k: number) {
  let [total, sum, saturated, factorials] = [0, 0, 0, 0];
  for (let row = 0; row < y.length; row++) {
    const w = weights === null ? 1 : weights[row]!;
    const value = y[row]!;
    total += w;
    sum += w * value;
    if (value > 0) saturated += w * value * (Math.log(value) - 1);
    factorials += w * logFactorial(value);
  }
  const mean = sum / total;
  const loglik = saturated - deviance / 2 - factorials;
  const null_ = sum * Math.log(mean) - sum - factorials;
  return { deviance, loglik, pseudo_r2: 1 - loglik / null_, bic: -2 * loglik + k * Math.log(y.length) };
}

const SMALL = Float64Array.from({ length: 256 }, (_, value) => logGamma(value + 1));
const logFactorial = (value: number): number => SMALL[value] ?? logGamma(value + 1);
