import { type Iteration, iterationInKernels } from "../kernels/em.ts";

/**
 * Fellegi and Sunter's (1969) model, estimated by EM on the counts of comparison patterns (Jaro 1989; Winkler 1988): pairs are a
 * mixture of matches (share `lambda`) and others; given the class, the levels of the fields are independent.
 *
 *   P(pattern) = lambda prod m[field][level] + (1 - lambda) prod u[field][level]
 *
 * A missing comparison contributes the factor 1 to both, and its pairs are left out of that field's m and u.
 */

/** Distinct patterns of levels with the number of pairs that show them. `levels[pattern * fields + field]`, -1 = missing. */
export interface PatternCounts {
  readonly fields: readonly { readonly name: string; readonly levels: number }[];
  readonly levels: Int8Array;
  readonly counts: Float64Array;
}

/** Probabilities by field and level, from the lowest level (disagree) up. */
export interface Parameters {
  /** Share of pairs that are matches. */
  readonly lambda: number;
  readonly m: readonly (readonly number[])[];
  readonly u: readonly (readonly number[])[];
}

export interface EmOptions {
  /** Parameters that stay as they start. */
  readonly fixed?: { readonly lambda?: boolean; readonly m?: boolean; readonly u?: boolean };
  /** Iterations at most; 1,000 unless told. */
  readonly iterations?: number;
  /** Stops when no parameter moves by more than this; 1e-12 unless told. */
  readonly tolerance?: number;
  /** Without kernels, to the same end. */
  readonly plain?: boolean;
}

export interface EmResult extends Parameters {
  readonly iterations: number;
  readonly converged: boolean;
  /** Log-likelihood of the pattern counts, without the multinomial constant. */
  readonly logLikelihood: number;
}

/** Estimates the model from the start given. Matches stay the class that the start calls so. */
export function estimateParameters(
  patterns: PatternCounts,
  start: Parameters,
  options: EmOptions = {},
): EmResult {
  const { fixed = {}, iterations: most = 1000, tolerance = 1e-12 } = options;
  const iteration =
    (options.plain ? null : iterationInKernels(patterns, start, fixed)) ??
    plainIteration(patterns, start, fixed);
  let iterations = 0;
  let moved = Number.POSITIVE_INFINITY;
  while (iterations < most && moved > tolerance) {
    moved = iteration.step();
    iterations++;
  }
  const parameters = iteration.parameters();
  return {
    ...parameters,
    iterations,
    converged: moved <= tolerance,
    logLikelihood: logLikelihood(patterns, parameters),
  };
}

function plainIteration(
  patterns: PatternCounts,
  start: Parameters,
  fixed: NonNullable<EmOptions["fixed"]>,
): Iteration {
  let parameters = start;
  return {
    step: () => {
      const next = maximise(patterns, responsibilities(patterns, parameters), parameters, fixed);
      const moved = largestChange(parameters, next);
      parameters = next;
      return moved;
    },
    parameters: () => parameters,
  };
}

/** The two joint probabilities of a pattern: with being a match, and with being none. */
function joint(
  { fields, levels }: PatternCounts,
  { lambda, m, u }: Parameters,
  pattern: number,
): readonly [number, number] {
  let match = lambda;
  let other = 1 - lambda;
  for (let field = 0; field < fields.length; field++) {
    const level = levels[pattern * fields.length + field]!;
    if (level < 0) continue;
    match *= m[field]![level]!;
    other *= u[field]![level]!;
  }
  return [match, other];
}

/** Probability of being a match for each pattern (the E step). */
function responsibilities(patterns: PatternCounts, parameters: Parameters): Float64Array {
  return Float64Array.from(patterns.counts, (_, pattern) => {
    const [match, other] = joint(patterns, parameters, pattern);
    return match + other > 0 ? match / (match + other) : 0;
  });
}

/** Parameters from the responsibilities (the M step). A field that no pair compares keeps what it had. */
function maximise(
  patterns: PatternCounts,
  match: Float64Array,
  before: Parameters,
  fixed: NonNullable<EmOptions["fixed"]>,
): Parameters {
  const { fields, levels, counts } = patterns;
  const m = fields.map(field => new Array<number>(field.levels).fill(0));
  const u = fields.map(field => new Array<number>(field.levels).fill(0));
  let matches = 0;
  let pairs = 0;
  for (let pattern = 0; pattern < counts.length; pattern++) {
    const count = counts[pattern]!;
    const share = match[pattern]! * count;
    matches += share;
    pairs += count;
    for (let field = 0; field < fields.length; field++) {
      const level = levels[pattern * fields.length + field]!;
      if (level < 0) continue;
      m[field]![level]! += share;
      u[field]![level]! += count - share;
    }
  }
  return {
    lambda: fixed.lambda || pairs === 0 ? before.lambda : matches / pairs,
    m: fixed.m ? before.m : m.map((row, field) => shares(row, before.m[field]!)),
    u: fixed.u ? before.u : u.map((row, field) => shares(row, before.u[field]!)),
  };
}

function shares(sums: readonly number[], otherwise: readonly number[]): readonly number[] {
  const total = sums.reduce((sum, one) => sum + one, 0);
  return total > 0 ? sums.map(one => one / total) : otherwise;
}

function largestChange(before: Parameters, after: Parameters): number {
  const flat = ({ lambda, m, u }: Parameters) => [lambda, ...m.flat(), ...u.flat()];
  const old = flat(before);
  return Math.max(...flat(after).map((value, index) => Math.abs(value - old[index]!)));
}

/** Log-likelihood of the counts under the parameters. */
export function logLikelihood(patterns: PatternCounts, parameters: Parameters): number {
  let sum = 0;
  for (let pattern = 0; pattern < patterns.counts.length; pattern++) {
    const [match, other] = joint(patterns, parameters, pattern);
    if (patterns.counts[pattern]! > 0) sum += patterns.counts[pattern]! * Math.log(match + other);
  }
  return sum;
}

/** Match weight log2(lambda prod m / ((1 - lambda) prod u)) and match probability of a pattern. */
export function scorePattern(
  patterns: PatternCounts,
  parameters: Parameters,
  pattern: number,
): { weight: number; probability: number } {
  const [match, other] = joint(patterns, parameters, pattern);
  return { weight: Math.log2(match / other), probability: match / (match + other) };
}
