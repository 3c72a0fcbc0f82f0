import {
  addInfluence,
  type Covariates,
  type Nuisance,
  OutcomeModel,
  oddsWeights,
  propensity,
} from "./nuisance.ts";

/** How group-time effects adjust for covariates. */
export type Adjustment = "reg" | "ipw" | "dr";

/** The rows of one comparison of repeated cross-sections: a treated group against its controls. */
export interface Comparison {
  /** 1 for the treated group, 0 for controls. */
  readonly treated: Float64Array;
  readonly x: Covariates;
  readonly weights: Float64Array;
  readonly y: Float64Array;
  /** 1 in the later period. */
  readonly post: Float64Array;
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
 * The effect of one comparison of repeated cross-sections: outcome regression, normalised inverse probability weighting, or doubly robust
 * (Sant'Anna and Zhao 2020, the locally efficient eq. 3.4), with its influence function by the delta method. `Sides` does the same for panels.
 */
export function compare(comparison: Comparison, adjustment: Adjustment): Att {
  const { x } = comparison;
  const influence = new Float64Array(x[0]!.length);
  let att = 0;
  for (const ratio of sectionRatios(comparison, adjustment))
    att += ratio.sign * addRatio(ratio, x, influence);
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

function sectionRatios(comparison: Comparison, adjustment: Adjustment): Ratio[] {
  const { treated, x, weights, y, post } = comparison;
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
