import { logGamma } from "../../stats/index.ts";
import { eachNumbers } from "../data/taken.ts";
import { type Design, outcomeIn } from "../model/design.ts";

/** Sums over the outcomes of a Poisson model, each weighted by its prior weight. */
export interface OutcomeSums {
  /** Of the prior weights. */
  readonly total: number;
  /** Of the outcome. */
  readonly sum: number;
  /** Of y log y - y, and of log y!. */
  readonly saturated: number;
  readonly factorials: number;
  /** Of the outcome times the logarithm of the prior weight. */
  readonly prior: number;
}

export function outcomeSums(design: Design): OutcomeSums {
  const { weights } = design;
  // Outcomes are mostly small counts, of which there are few different ones.
  const often = new Float64Array(SMALL);
  let [total, sum, saturated, factorials, prior] = [0, 0, 0, 0, 0];
  const add = (value: number, w: number) => {
    total += w;
    sum += w * value;
    saturated += value === 0 ? 0 : w * value * (Math.log(value) - 1);
    factorials += w * logGamma(value + 1);
  };
  eachNumbers(outcomeIn(design), (part, from) => {
    countSmall(part, { weights, from }, often, add);
    if (weights !== null) prior += timesLogs(part, weights, from);
  });
  for (let value = 0; value < SMALL; value++) if (often[value]! > 0) add(value, often[value]!);
  return { total, sum, saturated, factorials, prior };
}

const SMALL = 256;

// Numbers of their own stay in registers, others that a closure shares do not.

/** Adds the weights of small counts to those of their value; other outcomes are handed on. */
function countSmall(
  part: Float64Array,
  { weights, from }: { weights: Float64Array | null; from: number },
  often: Float64Array,
  other: (value: number, weight: number) => void,
): void {
  for (let i = 0; i < part.length; i++) {
    const w = weights === null ? 1 : weights[from + i]!;
    const value = part[i]!;
    const whole = value | 0;
    if (whole === value && whole < SMALL) often[whole]! += w;
    else other(value, w);
  }
}

/** The sum of w y log w. */
function timesLogs(part: Float64Array, weights: Float64Array, from: number): number {
  let sum = 0;
  for (let i = 0; i < part.length; i++) {
    const value = part[i]!;
    if (value === 0) continue;
    const w = weights[from + i]!;
    sum += w * value * Math.log(w);
  }
  return sum;
}
