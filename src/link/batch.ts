import type { Comparer } from "./compare.ts";

/** Pairs that are scored together: few enough that their levels stay in the processor's cache. */
export const BATCH = 4096;

/** What a level of a field weighs, in bits. */
export interface Weights {
  readonly prior: number;
  /** By field and level. */
  readonly levels: readonly (readonly number[])[];
  /** By field and code: added where two values are equal. */
  readonly equal: readonly Float64Array[];
}

/**
 * Weights of up to `BATCH` pairs, written to `into`. A pair that cannot reach `floor` whatever its values are like gets minus infinity,
 * and its values are not compared.
 */
export type BatchScorer = (
  a: Int32Array,
  b: Int32Array,
  { length, floor, into }: { length: number; floor: number; into: Float64Array },
) => void;

const UNKNOWN = -2;

/**
 * Works field by field instead of pair by pair, so that each loop reads one column. First what needs no comparison, missing and equal
 * values, with the highest weight that each pair can still reach; then the comparisons of the pairs that can reach the floor.
 */
export function batchScorer(
  { fields, shared: { codes } }: Comparer,
  { prior, levels: weights, equal }: Weights,
): BatchScorer {
  const width = fields.length;
  const known = new Int8Array(fields.length * BATCH);
  const reach = new Float64Array(BATCH);
  const bestUnequal = weights.map(levels => Math.max(...levels.slice(0, -1)));
  const levelsOf = fields.map((_, field) => known.subarray(field * BATCH, (field + 1) * BATCH));

  const withoutComparing = (field: number, a: Int32Array, b: Int32Array, length: number) => {
    const levels = levelsOf[field]!;
    const highest = weights[field]!.length - 1;
    const top = weights[field]![highest]!;
    const extra = equal[field]!;
    const best = bestUnequal[field]!;
    for (let pair = 0; pair < length; pair++) {
      const first = codes[a[pair]! * width + field]!;
      const second = codes[b[pair]! * width + field]!;
      if (first < 0 || second < 0) levels[pair] = -1;
      else if (first === second) {
        levels[pair] = highest;
        reach[pair]! += top + extra[first]!;
      } else {
        levels[pair] = UNKNOWN;
        reach[pair]! += best;
      }
    }
  };

  const comparing = (field: number, a: Int32Array, b: Int32Array, length: number, floor: number) => {
    const levels = levelsOf[field]!;
    const { level } = fields[field]!;
    const own = weights[field]!;
    const best = bestUnequal[field]!;
    for (let pair = 0; pair < length; pair++) {
      if (levels[pair] !== UNKNOWN || reach[pair]! < floor) continue;
      const found = level(a[pair]!, b[pair]!);
      levels[pair] = found;
      reach[pair]! += own[found]! - best;
    }
  };

  /** The sum in the order of the fields, so that a pair has the same weight to the last bit however it was scored. */
  const sum = (pair: number, row: number): number => {
    let bits = prior;
    for (let field = 0; field < width; field++) {
      const level = levelsOf[field]![pair]!;
      if (level < 0) continue;
      bits += weights[field]![level]!;
      if (level === weights[field]!.length - 1) bits += equal[field]![codes[row * width + field]!]!;
    }
    return bits;
  };

  return (a, b, { length, floor, into }) => {
    // A margin for rounding: sums in another order differ in their last bits.
    const least = floor - 1e-6;
    reach.fill(prior, 0, length);
    for (let field = 0; field < fields.length; field++) withoutComparing(field, a, b, length);
    for (let field = 0; field < fields.length; field++) comparing(field, a, b, length, least);
    for (let pair = 0; pair < length; pair++)
      into[pair] = reach[pair]! < least ? Number.NEGATIVE_INFINITY : sum(pair, a[pair]!);
  };
}
