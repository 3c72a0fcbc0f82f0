import { UserError } from "../../codebook/errors.ts";
import { choleskyInverse, choleskySolve, multiply, orderedCholesky } from "../../stats/linalg.ts";

/** How group-time effects adjust for covariates. */
export type Adjustment = "reg" | "ipw" | "dr";

/** The rows of one comparison: a treated group against its controls. */
export interface Comparison {
  /** 1 for the treated group, 0 for controls. */
  readonly treated: Float64Array;
  /** Covariates with a constant first; columns. */
  readonly x: readonly Float64Array[];
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

/** A nuisance model: its fitted values and the influence of each row on its coefficients (columns of `influence`). */
interface Nuisance {
  readonly fitted: Float64Array;
  readonly influence: readonly Float64Array[];
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
  const ratios =
    comparison.post === null ? panelRatios(comparison, adjustment) : sectionRatios(comparison, adjustment);
  const n = comparison.treated.length;
  const influence = new Float64Array(n);
  let att = 0;
  for (const ratio of ratios) att += ratio.sign * addRatio(ratio, comparison.x, influence);
  return { att, influence };
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
const times = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, row) => value * b[row]!);
const minus = (a: Float64Array, b: Float64Array): Float64Array => a.map((value, row) => value - b[row]!);
const complement = (a: Float64Array): Float64Array => a.map(value => 1 - value);

/** Adds the influence of a ratio to `influence` and returns its value. */
function addRatio(
  { sign, weights, outcome, score, models = [] }: Ratio,
  x: Comparison["x"],
  influence: Float64Array,
): number {
  const scale = mean(weights);
  const value = mean(times(weights, outcome)) / scale;
  for (let row = 0; row < influence.length; row++) {
    influence[row]! += (sign * weights[row]! * (outcome[row]! - value)) / scale;
  }
  const through = (nuisance: Nuisance, derivative: (row: number) => number) => {
    for (const [j, column] of x.entries()) {
      let slope = 0;
      for (let row = 0; row < column.length; row++) slope += derivative(row) * column[row]!;
      slope /= column.length * scale;
      for (let row = 0; row < influence.length; row++)
        influence[row]! += sign * slope * nuisance.influence[j]![row]!;
    }
  };
  if (score) through(score, row => weights[row]! * (outcome[row]! - value));
  for (const [model, factor] of models) through(model, row => factor * weights[row]!);
  return value;
}

function panelRatios({ treated, x, weights, y }: Comparison, adjustment: Adjustment): Ratio[] {
  const own = times(weights, treated);
  if (adjustment === "reg") {
    const model = outcomeModel(y, x, times(weights, complement(treated)));
    return [
      { sign: 1, weights: own, outcome: y },
      { sign: -1, weights: own, outcome: model.fitted, models: [[model, 1]] },
    ];
  }
  const score = propensity(treated, x, weights);
  const odds = oddsWeights(weights, treated, score);
  if (adjustment === "ipw") {
    return [
      { sign: 1, weights: own, outcome: y },
      { sign: -1, weights: odds, outcome: y, score },
    ];
  }
  const model = outcomeModel(y, x, times(weights, complement(treated)));
  const rest = minus(y, model.fitted);
  return [
    { sign: 1, weights: own, outcome: rest, models: [[model, -1]] },
    { sign: -1, weights: odds, outcome: rest, score, models: [[model, -1]] },
  ];
}

function sectionRatios(comparison: Comparison, adjustment: Adjustment): Ratio[] {
  const { treated, x, weights, y } = comparison;
  const post = comparison.post!;
  const pre = complement(post);
  const own = times(weights, treated);
  const control = times(weights, complement(treated));
  if (adjustment === "reg") {
    const before = outcomeModel(y, x, times(control, pre));
    const after = outcomeModel(y, x, times(control, post));
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
  const before = outcomeModel(y, x, times(control, pre));
  const after = outcomeModel(y, x, times(control, post));
  const treatedBefore = outcomeModel(y, x, times(own, pre));
  const treatedAfter = outcomeModel(y, x, times(own, post));
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

function gram(x: readonly Float64Array[], weights: (row: number) => number): Float64Array {
  const k = x.length;
  const n = x[0]!.length;
  const out = new Float64Array(k * k);
  for (let row = 0; row < n; row++) {
    const w = weights(row);
    if (w === 0) continue;
    for (let a = 0; a < k; a++) for (let b = 0; b < k; b++) out[a * k + b]! += w * x[a]![row]! * x[b]![row]!;
  }
  return out.map(value => value / n);
}

/** Influence of each row on coefficients with inverse derivative `inverse` and scores `score * x`. */
function influences(
  x: readonly Float64Array[],
  inverse: Float64Array,
  score: (row: number) => number,
): Float64Array[] {
  const k = x.length;
  return x.map((_, j) =>
    Float64Array.from(x[0]!, (_value, row) => {
      const s = score(row);
      if (s === 0) return 0;
      let sum = 0;
      for (let i = 0; i < k; i++) sum += inverse[j * k + i]! * x[i]![row]!;
      return s * sum;
    }),
  );
}

/** Weighted least squares of y on x where the weights are positive, predicted everywhere. */
function outcomeModel(y: Float64Array, x: readonly Float64Array[], weights: Float64Array): Nuisance {
  const k = x.length;
  const { factor, kept } = orderedCholesky(
    gram(x, row => weights[row]!),
    { tolerance: 1e-12 },
  );
  if (kept.some(flag => flag === 0))
    throw tooFew("the covariates are collinear among the controls of one comparison");
  const right = x.map(column => mean(times(weights, times(column, y))));
  const b = choleskySolve(factor, right);
  const fitted = new Float64Array(y.length);
  for (let j = 0; j < k; j++) for (let row = 0; row < y.length; row++) fitted[row]! += b[j]! * x[j]![row]!;
  const inverse = choleskyInverse(factor);
  return { fitted, influence: influences(x, inverse, row => weights[row]! * (y[row]! - fitted[row]!)) };
}

function tooFew(message: string): UserError {
  return new UserError({
    code: "comparison",
    message,
    hint: "use fewer covariates, or leave out small cohorts",
  });
}

/** Weighted logit of treatment on x by Newton's method. */
function propensity(treated: Float64Array, x: readonly Float64Array[], weights: Float64Array): Nuisance {
  const k = x.length;
  let b = new Float64Array(k);
  let fitted = new Float64Array(treated.length);
  let inverse = new Float64Array(k * k);
  for (let round = 0; round < 100; round++) {
    fitted = Float64Array.from(treated, (_, row) => {
      let eta = 0;
      for (let j = 0; j < k; j++) eta += b[j]! * x[j]![row]!;
      return 1 / (1 + Math.exp(-eta));
    });
    const { factor, kept } = orderedCholesky(
      gram(x, row => weights[row]! * fitted[row]! * (1 - fitted[row]!)),
      {
        tolerance: 1e-13,
      },
    );
    if (kept.some(flag => flag === 0))
      throw tooFew("covariates predict the treatment of one cohort perfectly");
    inverse = choleskyInverse(factor) as Float64Array<ArrayBuffer>;
    const score = Float64Array.from(x, column => mean(times(weights, times(column, minus(treated, fitted)))));
    const step = multiply(inverse, score, k);
    b = b.map((value, j) => value + step[j]!);
    if (step.every((value, j) => Math.abs(value) <= 1e-14 * (1 + Math.abs(b[j]!)))) break;
  }
  return { fitted, influence: influences(x, inverse, row => weights[row]! * (treated[row]! - fitted[row]!)) };
}
