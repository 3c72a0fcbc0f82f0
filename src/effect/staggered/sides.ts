import type { Adjustment, Att, Comparison } from "./doubly-robust.ts";
import { type Covariates, type Nuisance, OutcomeModel, oddsWeights, propensity } from "./nuisance.ts";

/** What the score gives: the weights of the controls, which add to the number of rows, and what its own estimation adds to the influence. */
interface Scored {
  readonly odds: Float64Array;
  readonly score: Nuisance;
}

/**
 * A treated group and its controls, to be compared by the change of any number of outcomes (Sant'Anna and Zhao 2020, eq. 2.5 with logit and least squares).
 * The influence of a row is linear in the outcomes, so that all else is worked out once.
 */
export class Sides {
  readonly #x: Covariates;
  /** Weights of the treated, which add to the number of rows. */
  readonly #own: Float64Array;
  readonly #model: OutcomeModel | null;
  readonly #scored: Scored | null;
  /** What each row's distance from the outcome model adds to its influence through the estimation of that model. */
  readonly #owed: Float64Array | null;

  constructor(
    { treated, x, weights }: Pick<Comparison, "treated" | "x" | "weights">,
    adjustment: Adjustment,
  ) {
    this.#x = x;
    this.#own = addingToLength(treated.map((flag, row) => flag * weights[row]!));
    const controls = treated.map((flag, row) => (1 - flag) * weights[row]!);
    this.#model = adjustment === "ipw" ? null : new OutcomeModel(x, controls);
    const score = adjustment === "reg" ? null : propensity(treated, x, weights);
    this.#scored =
      score === null ? null : { score, odds: addingToLength(oddsWeights(weights, treated, score)) };
    this.#owed = this.#model?.owed(this.#slopesOfModel()) ?? null;
  }

  compare(y: Float64Array): Att {
    const rest = this.#model === null ? y : minusFitted(y, this.#x, this.#model.coefficients(y));
    const own = this.#own;
    const mean = meanOf(own, rest);
    const influence = new Float64Array(rest.length);
    for (let row = 0; row < rest.length; row++) influence[row] = own[row]! * (rest[row]! - mean);
    const att = mean - (this.#scored === null ? 0 : this.#takeControls(this.#scored, rest, influence));
    const owed = this.#owed;
    if (owed !== null) for (let row = 0; row < rest.length; row++) influence[row]! += owed[row]! * rest[row]!;
    return { att, influence };
  }

  /** The mean of the controls by their odds, which with its own influence and that of the score is taken from that of the treated. */
  #takeControls({ odds, score }: Scored, rest: Float64Array, influence: Float64Array): number {
    const mean = meanOf(odds, rest);
    const own = new Float64Array(rest.length);
    for (let row = 0; row < rest.length; row++) {
      own[row] = odds[row]! * (rest[row]! - mean);
      influence[row]! -= own[row]!;
    }
    const by = score.inverse;
    const slopes = this.#x.map(column => -meanOf(column, own));
    const k = slopes.length;
    for (const [j, column] of this.#x.entries()) {
      let factor = 0;
      for (let i = 0; i < k; i++) factor += by[j * k + i]! * slopes[i]!;
      for (let row = 0; row < rest.length; row++)
        influence[row]! += score.score[row]! * factor * column[row]!;
    }
    return mean;
  }

  /** How the effect changes with the coefficients of the outcome model. */
  #slopesOfModel(): Float64Array {
    return Float64Array.from(
      this.#x,
      column => (this.#scored === null ? 0 : meanOf(this.#scored.odds, column)) - meanOf(this.#own, column),
    );
  }
}

/** `mean(a b)`. */
function meanOf(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let row = 0; row < a.length; row++) sum += a[row]! * b[row]!;
  return sum / a.length;
}

function addingToLength(weights: Float64Array): Float64Array {
  let total = 0;
  for (let row = 0; row < weights.length; row++) total += weights[row]!;
  const factor = weights.length / total;
  for (let row = 0; row < weights.length; row++) weights[row]! *= factor;
  return weights;
}

function minusFitted(y: Float64Array, x: Covariates, b: Float64Array): Float64Array {
  const rest = y.slice();
  for (const [j, column] of x.entries()) {
    const factor = b[j]!;
    for (let row = 0; row < rest.length; row++) rest[row]! -= factor * column[row]!;
  }
  return rest;
}
