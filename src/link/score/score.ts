import { type BatchScorer, batchScorer, type Weights } from "../compare/batch.ts";
import type { Comparer, SharedComparer } from "../compare/compare.ts";
import { putWeights } from "../kernels/comparing.ts";
import { float64s } from "../memory.ts";
import type { SharedColumn } from "../table/columns.ts";
import type { Parameters } from "../train/em.ts";

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
  /** What it adds up, for other threads. */
  readonly shared: Weights;
  /** Weight of having no evidence at all. */
  readonly prior: number;
  readonly explain: (a: number, b: number) => FieldWeight[];
}

/**
 * An equal value counts by its own frequency instead of the average of its field (term-frequency adjustment: a shared rare name says
 * more than a shared common one).
 */
export function weightsOf({ rows, fields, kernels }: SharedComparer, parameters: Parameters): Weights {
  const weights = {
    prior: Math.log2(parameters.lambda / (1 - parameters.lambda)),
    levels: fieldWeights(parameters),
    equal: fields.map(({ column }, field) =>
      frequencyWeights(column, { rows, equal: parameters.u[field]!.at(-1)! }),
    ),
  };
  return { ...weights, at: kernels ? putWeights(kernels.memory, weights) : 0 };
}

export const scorerOf = (comparer: Comparer, parameters: Parameters): Scorer =>
  scorerWith(comparer, weightsOf(comparer.shared, parameters));

export function scorerWith(comparer: Comparer, weights: Weights): Scorer {
  const { fields } = comparer;
  const { prior, levels: byLevel, equal } = weights;
  const highest = fields.map(({ levels }) => levels.length - 1);
  const { codes } = comparer.shared;
  const levels = new Int8Array(fields.length);
  const plainWeight = (a: number, b: number) => {
    comparer.into(a, b, levels);
    let sum = prior;
    for (let field = 0; field < levels.length; field++) {
      const level = levels[field]!;
      if (level < 0) continue;
      sum += byLevel[field]![level]!;
      if (level === highest[field]) sum += equal[field]![codes[a * fields.length + field]!]!;
    }
    return sum;
  };
  const { kernels } = comparer;
  const weight =
    kernels && kernels.plain.length === 0
      ? (a: number, b: number) => kernels.run.weigh(weights.at, prior, a, b)
      : plainWeight;
  const explain = (a: number, b: number) => {
    comparer.into(a, b, levels);
    return fields.map(({ column, levels: meanings }, field) => {
      const level = levels[field]!;
      const text = (row: number) => column.values.text[column.codes[row]!] ?? "";
      return {
        field: column.name,
        values: [text(a), text(b)] as const,
        level: level < 0 ? "missing" : meanings[level]!,
        weight: level < 0 ? 0 : byLevel[field]![level]!,
        frequency: level === highest[field] ? equal[field]![column.codes[a]!]! : 0,
      };
    });
  };
  return { weight, weights: batchScorer(comparer, weights), shared: weights, prior, explain };
}

/** Correction by value of a field: log2(u of equality / chance that another row has the value). */
function frequencyWeights(
  { frequency, filled }: SharedColumn,
  { rows, equal }: { rows: number; equal: number },
): Float64Array {
  const n = Math.max(2, filled * rows);
  const weights = float64s(frequency.length);
  for (let value = 0; value < weights.length; value++)
    weights[value] = Math.log2((equal * (n - 1)) / Math.max(0.5, frequency[value]! * n - 1));
  return weights;
}

export const probabilityOf = (weight: number): number => 1 / (1 + 2 ** -weight);
