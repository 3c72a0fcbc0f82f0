import { type BatchScorer, batchScorer } from "./batch.ts";
import type { Comparer } from "./compare.ts";
import type { Parameters } from "./em.ts";

/** Pairs that matter, by row, with their match probability. Arrays are `length` long. */
export interface Pairs {
  readonly length: number;
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly probability: Float64Array;
}

/** How much one field moved the weight of a pair. */
export interface FieldWeight {
  readonly field: string;
  readonly values: readonly [string, string];
  readonly level: string;
  /** log2(m / u), 0 where a value is missing. */
  readonly weight: number;
  /** Correction for how frequent the shared value is; 0 unless the values are equal. */
  readonly frequency: number;
}

/** Weight of evidence by field and level, log2(m / u). */
export function fieldWeights({ m, u }: Pick<Parameters, "m" | "u">): number[][] {
  return m.map((levels, field) =>
    levels.map((probability, level) => Math.log2(probability / u[field]![level]!)),
  );
}

/** Scores pairs of rows in bits: log2 of the odds of being a match. */
export interface Scorer {
  readonly weight: (a: number, b: number) => number;
  /** As `weight`, for many pairs at once. */
  readonly weights: BatchScorer;
  /** Weight of having no evidence at all. */
  readonly prior: number;
  readonly explain: (a: number, b: number) => FieldWeight[];
}

/**
 * An equal value counts by its own frequency instead of the average of its field (term-frequency adjustment: a shared rare name says
 * more than a shared common one).
 */
export function scorerOf(comparer: Comparer, parameters: Parameters): Scorer {
  const { fields } = comparer;
  const weights = fieldWeights(parameters);
  const prior = Math.log2(parameters.lambda / (1 - parameters.lambda));
  const highest = fields.map(({ levels }) => levels.length - 1);
  const adjust = fields.map((_, field) => frequencyWeights(comparer, parameters, field));
  const codes = fields.map(({ column }) => column.codes);
  const levels = new Int8Array(fields.length);
  const weight = (a: number, b: number) => {
    comparer.into(a, b, levels);
    let sum = prior;
    for (let field = 0; field < levels.length; field++) {
      const level = levels[field]!;
      if (level < 0) continue;
      sum += weights[field]![level]!;
      if (level === highest[field]) sum += adjust[field]![codes[field]![a]!]!;
    }
    return sum;
  };
  const explain = (a: number, b: number) => {
    comparer.into(a, b, levels);
    return fields.map(({ column, levels: meanings }, field) => {
      const level = levels[field]!;
      const text = (row: number) => column.values.text[column.codes[row]!] ?? "";
      return {
        field: column.name,
        values: [text(a), text(b)] as const,
        level: level < 0 ? "missing" : meanings[level]!,
        weight: level < 0 ? 0 : weights[field]![level]!,
        frequency: level === highest[field] ? adjust[field]![column.codes[a]!]! : 0,
      };
    });
  };
  const batch = batchScorer(comparer, { prior, levels: weights, equal: adjust });
  return { weight, weights: batch, prior, explain };
}

/** Correction by value of a field: log2(u of equality / chance that another row has the value). */
function frequencyWeights({ fields, rows }: Comparer, { u }: Parameters, field: number): Float64Array {
  const equal = u[field]!.at(-1)!;
  const { frequency, filled } = fields[field]!.column;
  const n = Math.max(2, filled * rows);
  return frequency.map(share => Math.log2((equal * (n - 1)) / Math.max(0.5, share * n - 1)));
}

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
