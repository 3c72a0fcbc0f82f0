import { UserError } from "../../codebook/errors.ts";
import { choleskyInverse, choleskySolve, multiply, orderedCholesky } from "../../stats/linalg.ts";

/** Columns, a constant first. */
export type Covariates = readonly Float64Array[];

/** A model of the score or of the outcome. The influence of a row on its coefficients is `score * inverse x`. */
export interface Nuisance {
  readonly fitted: Float64Array;
  readonly score: Float64Array;
  /** By rows. */
  readonly inverse: Float64Array;
}

/** `mean(w x x')`; rows without weight are passed over. */
function gram(x: Covariates, weights: Float64Array): Float64Array {
  const k = x.length;
  const n = weights.length;
  const out = new Float64Array(k * k);
  for (let a = 0; a < k; a++) {
    for (let b = 0; b <= a; b++) {
      const [left, right] = [x[a]!, x[b]!];
      let sum = 0;
      for (let row = 0; row < n; row++) sum += weights[row]! * left[row]! * right[row]!;
      out[a * k + b] = out[b * k + a] = sum / n;
    }
  }
  return out;
}

/** `mean(values x)`, one a covariate. */
function means(x: Covariates, values: Float64Array): Float64Array {
  return Float64Array.from(x, column => {
    let sum = 0;
    for (let row = 0; row < column.length; row++) sum += values[row]! * column[row]!;
    return sum / column.length;
  });
}

/** `x b` for every row. */
function combined(x: Covariates, b: Float64Array): Float64Array {
  const out = new Float64Array(x[0]!.length);
  for (const [j, column] of x.entries()) {
    const factor = b[j]!;
    for (let row = 0; row < out.length; row++) out[row]! += factor * column[row]!;
  }
  return out;
}

/** Adds what a ratio owes to a model whose coefficients change it by `slopes`. */
export function addInfluence(
  { score, inverse }: Nuisance,
  x: Covariates,
  { slopes, into }: { slopes: Float64Array; into: Float64Array },
): void {
  // The inverse is symmetric.
  const by = combined(x, multiply(inverse, slopes, slopes.length));
  for (let row = 0; row < into.length; row++) into[row]! += score[row]! * by[row]!;
}

/** Weighted least squares of any outcome on x where the weights are positive, predicted everywhere. */
export class OutcomeModel {
  readonly #x: Covariates;
  readonly #weights: Float64Array;
  readonly #factor: Float64Array;
  readonly #inverse: Float64Array;

  constructor(x: Covariates, weights: Float64Array) {
    const { factor, kept } = orderedCholesky(gram(x, weights), { tolerance: 1e-12 });
    if (kept.some(flag => flag === 0))
      throw tooFew("the covariates are collinear among the controls of one comparison");
    this.#x = x;
    this.#weights = weights;
    this.#factor = factor;
    this.#inverse = choleskyInverse(factor);
  }

  coefficients(y: Float64Array): Float64Array {
    const weights = this.#weights;
    const own = new Float64Array(y.length);
    for (let row = 0; row < y.length; row++) own[row] = weights[row]! * y[row]!;
    return choleskySolve(this.#factor, means(this.#x, own));
  }

  /** For each row, what its distance from the model owes to an effect whose slopes by the coefficients these are. */
  owed(slopes: Float64Array): Float64Array {
    const by = combined(this.#x, multiply(this.#inverse, slopes, slopes.length));
    return by.map((value, row) => value * this.#weights[row]!);
  }

  fit(y: Float64Array): Nuisance {
    const weights = this.#weights;
    const fitted = combined(this.#x, this.coefficients(y));
    const score = new Float64Array(y.length);
    for (let row = 0; row < y.length; row++) score[row] = weights[row]! * (y[row]! - fitted[row]!);
    return { fitted, score, inverse: this.#inverse };
  }
}

function tooFew(message: string): UserError {
  return new UserError({
    code: "comparison",
    message,
    hint: "use fewer covariates, or leave out small cohorts",
  });
}

/** Weighted logit of treatment on x by Newton's method, from the share of the treated. */
export function propensity(treated: Float64Array, x: Covariates, weights: Float64Array): Nuisance {
  const k = x.length;
  const n = treated.length;
  const b = new Float64Array(k);
  b[0] = logitOfShare(treated, weights);
  let before = Number.POSITIVE_INFINITY;
  const [curvature, score] = [new Float64Array(n), new Float64Array(n)];
  for (let round = 1; ; round++) {
    const fitted = combined(x, b);
    for (let row = 0; row < n; row++) {
      const p = 1 / (1 + Math.exp(-fitted[row]!));
      fitted[row] = p;
      curvature[row] = weights[row]! * p * (1 - p);
      score[row] = weights[row]! * (treated[row]! - p);
    }
    const { factor, kept } = orderedCholesky(gram(x, curvature), { tolerance: 1e-13 });
    if (kept.some(flag => flag === 0))
      throw tooFew("covariates predict the treatment of one cohort perfectly");
    const inverse = choleskyInverse(factor);
    const step = multiply(inverse, means(x, score), k);
    for (let j = 0; j < k; j++) b[j]! += step[j]!;
    const size = step.reduce((most, value, j) => Math.max(most, Math.abs(value) / (1 + Math.abs(b[j]!))), 0);
    // Steps that are all rounding no longer shrink.
    const isDone = size <= 1e-14 || (size < SMALL && size > before / 2);
    if (isDone || round === MOST_ROUNDS) return { fitted, score, inverse };
    before = size;
  }
}

const MOST_ROUNDS = 100;
/** From here on a step of Newton's that is not rounding is far smaller than the one before. */
const SMALL = 1e-9;

/** The constant of a logit without covariates. */
function logitOfShare(treated: Float64Array, weights: Float64Array): number {
  let [inside, outside] = [0, 0];
  for (let row = 0; row < treated.length; row++) {
    inside += weights[row]! * treated[row]!;
    outside += weights[row]! * (1 - treated[row]!);
  }
  return inside > 0 && outside > 0 ? Math.log(inside / outside) : 0;
}

/** Weights of the controls: the odds of treatment. Controls above this score are trimmed, as DRDID does. */
const TRIM = 0.995;

export function oddsWeights(weights: Float64Array, treated: Float64Array, score: Nuisance): Float64Array {
  return weights.map((w, row) => {
    const p = Math.min(score.fitted[row]!, 1 - 1e-6);
    return treated[row] === 1 || p >= TRIM ? 0 : (w * p) / (1 - p);
  });
}
