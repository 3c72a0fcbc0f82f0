import type { Parameters } from "./em.ts";
import { levelsOf, type PatternCode } from "./patterns.ts";

/** Compared pairs, by row, with their pattern. Arrays are `length` long. */
export interface Pairs {
  readonly length: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly pattern: Float64Array;
}

/** How much one field moved the weight of a pair. */
export interface FieldWeight {
  readonly field: string;
  readonly level: string;
  /** log2(m / u), 0 where a value is missing. */
  readonly weight: number;
  /** Correction for how frequent the shared value is; 0 unless the values are equal. */
  readonly frequency: number;
}

/** Weight of evidence by field and level, log2(m / u). */
export function fieldWeights({ m, u }: Parameters): number[][] {
  return m.map((levels, field) =>
    levels.map((probability, level) => Math.log2(probability / u[field]![level]!)),
  );
}

/**
 * Match probability of every pair. An equal value counts by its own frequency instead of the average of its field
 * (term-frequency adjustment: a shared rare name says more than a shared common one).
 */
export function scorePairs(code: PatternCode, pairs: Pairs, parameters: Parameters): Float64Array {
  const weights = fieldWeights(parameters);
  const prior = Math.log2(parameters.lambda / (1 - parameters.lambda));
  const base = new Map<number, { weight: number; equal: readonly number[] }>();
  const adjust = code.columns.map((_, field) => frequencyWeights(code, parameters, field));
  return Float64Array.from({ length: pairs.length }, (_, index) => {
    const pattern = pairs.pattern[index]!;
    const known = base.get(pattern) ?? patternWeight(code, pattern, weights);
    base.set(pattern, known);
    let weight = prior + known.weight;
    for (const field of known.equal) weight += adjust[field]![code.columns[field]!.codes[pairs.a[index]!]!]!;
    return 1 / (1 + 2 ** -weight);
  });
}

function patternWeight(
  code: PatternCode,
  pattern: number,
  weights: readonly number[][],
): { weight: number; equal: readonly number[] } {
  const levels = levelsOf(code, pattern);
  const equal = levels.flatMap((level, field) => (level === weights[field]!.length - 1 ? [field] : []));
  return {
    weight: levels.reduce((sum, level, field) => sum + (level < 0 ? 0 : weights[field]![level]!), 0),
    equal,
  };
}

/** Correction by value of a field: log2(u of equality / frequency of the value). */
function frequencyWeights(code: PatternCode, { u }: Parameters, field: number): Float64Array {
  const equal = u[field]!.at(-1)!;
  return code.columns[field]!.frequency.map(frequency => Math.log2(equal / frequency));
}

/** The evidence for and against one pair, field by field: the waterfall. */
export function explainPair(
  code: PatternCode,
  parameters: Parameters,
  [a, b]: readonly [number, number],
): FieldWeight[] {
  const weights = fieldWeights(parameters);
  return levelsOf(code, code.of(a, b)).map((level, field) => {
    const column = code.columns[field]!;
    const { levels } = column.comparison;
    const equal = level === levels.length - 1;
    return {
      field: column.name,
      level: level < 0 ? "missing" : levels[level]!,
      weight: level < 0 ? 0 : weights[field]![level]!,
      frequency: equal ? frequencyWeights(code, parameters, field)[column.codes[a]!]! : 0,
    };
  });
}
