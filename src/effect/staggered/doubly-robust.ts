import { addInfluence, type Covariates, type Nuisance, OutcomeModel, propensity } from "./nuisance.ts";

/** How group-time effects adjust for covariates. */
export type Adjustment = "reg" | "ipw" | "dr";

/** The rows of one comparison: a treated group against its controls. */
export interface Comparison {
  /** 1 for the treated group, 0 for controls. */
  readonly treated: Float64Array;
  readonly x: Covariates;
  readonly weights: Float64Array;
  /** Panel: change of the outcome. Repeated cross-sections: the outcome. */
  readonly y: Float64Array;
  /** Repeated cross-sections: 1 in the later period; null for a panel. */
  readonly post: Float64Array | null;
}

export interface Att {
  readonly att: number;
  /** Influence of every row of the comparison, mean zero. */
  readonly influence: Float64Array;
}

/** `sign * mean(w h)/mean(w)`, with what the weights and outcomes owe to nuisance models. */
interface Ratio {
  readonly sign: 1 | -1;
  readonly weights: Float64Array;
  readonly outcome: Float64Array;
  /** The propensity score if the weights contain its odds. */
  readonly score?: Nuisance;
  /** Outcome models in the outcome, with their factor. */
  readonly models?: readonly (readonly [Nuisance, 1 | -1])[];
}

/**
 * The effect of one comparison: outcome regression, normalised inverse probability weighting, or doubly robust
 * (Sant'Anna and Zhao 2020: panel eq. 2.5 with logit and least squares; repeated cross-sections the locally
 * efficient eq. 3.4), with its influence function by the delta method.
 */
export function compare(comparison: Comparison, adjustment: Adjustment): Att {
  if (comparison.post === null) return new Sides(comparison).compare(comparison.y, adjustment);
  return attOf(sectionRatios(comparison, adjustment), comparison.x);
}

function attOf(ratios: readonly Ratio[], x: Covariates): Att {
  const influence = new Float64Array(x[0]!.length);
  let att = 0;
  for (const ratio of ratios) att += ratio.sign * addRatio(ratio, x, influence);
  return { att, influence };
}

function times(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let row = 0; row < out.length; row++) out[row] = a[row]! * b[row]!;
  return out;
}

function minus(a: Float64Array, b: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let row = 0; row < out.length; row++) out[row] = a[row]! - b[row]!;
  return out;
}

function complement(a: Float64Array): Float64Array {
  const out = new Float64Array(a.length);
  for (let row = 0; row < out.length; row++) out[row] = 1 - a[row]!;
  return out;
}

/** Adds the influence of a ratio to `influence` and returns its value. */
function addRatio(
  { sign, weights, outcome, score, models = [] }: Ratio,
  x: Covariates,
  influence: Float64Array,
): number {
  const n = influence.length;
  let total = 0;
  let sum = 0;
  for (let row = 0; row < n; row++) {
    total += weights[row]!;
    sum += weights[row]! * outcome[row]!;
  }
  const value = sum / total;
  const factor = (sign * n) / total;
  const own = new Float64Array(n);
  for (let row = 0; row < n; row++) {
    own[row] = factor * weights[row]! * (outcome[row]! - value);
    influence[row]! += own[row]!;
  }
  if (score) addInfluence(score, x, { slopes: slopesOf(x, own, 1 / n), into: influence });
  for (const [model, by] of models)
    addInfluence(model, x, { slopes: slopesOf(x, weights, (by * sign) / total), into: influence });
  return value;
}

/** `scale * sum(values x)`, one a covariate. */
function slopesOf(x: Covariates, values: Float64Array, scale: number): Float64Array {
  return Float64Array.from(x, column => {
    let sum = 0;
    for (let row = 0; row < column.length; row++) sum += values[row]! * column[row]!;
    return scale * sum;
  });
}

/** A treated group and its controls, to be compared by any number of outcomes: what does not depend on these is worked out once. */
export class Sides {
  readonly #treated: Float64Array;
  readonly #x: Covariates;
  readonly #weights: Float64Array;
  readonly #own: Float64Array;
  #score: Nuisance | null = null;
  #odds: Float64Array | null = null;
  #model: OutcomeModel | null = null;

  constructor({ treated, x, weights }: Pick<Comparison, "treated" | "x" | "weights">) {
    this.#treated = treated;
    this.#x = x;
    this.#weights = weights;
    this.#own = times(weights, treated);
  }

  /** By the change of an outcome. */
  compare(y: Float64Array, adjustment: Adjustment): Att {
    return attOf(this.#ratios(y, adjustment), this.#x);
  }

  #ratios(y: Float64Array, adjustment: Adjustment): Ratio[] {
    const own = this.#own;
    if (adjustment === "ipw") {
      const { score, odds } = this.#propensity();
      return [
        { sign: 1, weights: own, outcome: y },
        { sign: -1, weights: odds, outcome: y, score },
      ];
    }
    this.#model ??= new OutcomeModel(this.#x, times(this.#weights, complement(this.#treated)));
    const model = this.#model.fit(y);
    if (adjustment === "reg")
      return [
        { sign: 1, weights: own, outcome: y },
        { sign: -1, weights: own, outcome: model.fitted, models: [[model, 1]] },
      ];
    const { score, odds } = this.#propensity();
    const rest = minus(y, model.fitted);
    return [
      { sign: 1, weights: own, outcome: rest, models: [[model, -1]] },
      { sign: -1, weights: odds, outcome: rest, score, models: [[model, -1]] },
    ];
  }

  #propensity(): { score: Nuisance; odds: Float64Array } {
    this.#score ??= propensity(this.#treated, this.#x, this.#weights);
    this.#odds ??= oddsWeights(this.#weights, this.#treated, this.#score);
    return { score: this.#score, odds: this.#odds };
  }
}

function sectionRatios(comparison: Comparison, adjustment: Adjustment): Ratio[] {
  const { treated, x, weights, y } = comparison;
  const post = comparison.post!;
  const pre = complement(post);
  const own = times(weights, treated);
  const control = times(weights, complement(treated));
  if (adjustment === "reg") {
    const before = new OutcomeModel(x, times(control, pre)).fit(y);
    const after = new OutcomeModel(x, times(control, post)).fit(y);
    const outcome = minus(after.fitted, before.fitted);
    return [
      { sign: 1, weights: times(own, post), outcome: y },
      { sign: -1, weights: times(own, pre), outcome: y },
      {
        sign: -1,
        weights: own,
        outcome,
        models: [
          [after, 1],
          [before, -1],
        ],
      },
    ];
  }
  const score = propensity(treated, x, weights);
  const odds = oddsWeights(weights, treated, score);
  if (adjustment === "ipw") {
    return [
      { sign: 1, weights: times(own, post), outcome: y },
      { sign: -1, weights: times(own, pre), outcome: y },
      { sign: -1, weights: times(odds, post), outcome: y, score },
      { sign: 1, weights: times(odds, pre), outcome: y, score },
    ];
  }
  return efficientRatios(comparison, { score, odds, own, control, pre, post });
}

interface Sections {
  readonly score: Nuisance;
  readonly odds: Float64Array;
  readonly own: Float64Array;
  readonly control: Float64Array;
  readonly pre: Float64Array;
  readonly post: Float64Array;
}

function efficientRatios({ x, y }: Comparison, { score, odds, own, control, pre, post }: Sections): Ratio[] {
  const before = new OutcomeModel(x, times(control, pre)).fit(y);
  const after = new OutcomeModel(x, times(control, post)).fit(y);
  const treatedBefore = new OutcomeModel(x, times(own, pre)).fit(y);
  const treatedAfter = new OutcomeModel(x, times(own, post)).fit(y);
  const restAfter = minus(y, after.fitted);
  const restBefore = minus(y, before.fitted);
  const gapAfter = minus(treatedAfter.fitted, after.fitted);
  const gapBefore = minus(treatedBefore.fitted, before.fitted);
  const inAfter: Ratio["models"] = [
    [treatedAfter, 1],
    [after, -1],
  ];
  const inBefore: Ratio["models"] = [
    [treatedBefore, 1],
    [before, -1],
  ];
  return [
    { sign: 1, weights: times(own, post), outcome: restAfter, models: [[after, -1]] },
    { sign: -1, weights: times(own, pre), outcome: restBefore, models: [[before, -1]] },
    { sign: -1, weights: times(odds, post), outcome: restAfter, score, models: [[after, -1]] },
    { sign: 1, weights: times(odds, pre), outcome: restBefore, score, models: [[before, -1]] },
    { sign: 1, weights: own, outcome: gapAfter, models: inAfter },
    { sign: -1, weights: times(own, post), outcome: gapAfter, models: inAfter },
    { sign: -1, weights: own, outcome: gapBefore, models: inBefore },
    { sign: 1, weights: times(own, pre), outcome: gapBefore, models: inBefore },
  ];
}

/** Weights of the controls: the odds of treatment. Controls above this score are trimmed, as DRDID does. */
const TRIM = 0.995;

function oddsWeights(weights: Float64Array, treated: Float64Array, score: Nuisance): Float64Array {
  return weights.map((w, row) => {
    const p = Math.min(score.fitted[row]!, 1 - 1e-6);
    return treated[row] === 1 || p >= TRIM ? 0 : (w * p) / (1 - p);
  });
}
