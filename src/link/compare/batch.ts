import { BATCH, type BoundKernels, bestUnequal } from "../kernels/comparing.ts";
import type { Comparer } from "./compare.ts";

/** What a level of a field weighs, in bits. */
export interface Weights {
  readonly prior: number;
  /** By field and level. */
  readonly levels: readonly (readonly number[])[];
  /** By field and code: added where two values are equal. */
  readonly equal: readonly Float64Array[];
  /** Where they stand in the memory of the comparer's kernels, if it has any. */
  readonly at: number;
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

/** A margin for rounding: sums in another order differ in their last bits. */
const MARGIN = 1e-6;

export const batchScorer = (comparer: Comparer, weights: Weights): BatchScorer =>
  comparer.kernels ? kernelScorer(comparer, weights, comparer.kernels) : plainScorer(comparer, weights);

/** As `plainScorer`, in kernels but for the fields that have none. */
function kernelScorer(
  { fields }: Comparer,
  weights: Weights,
  { run, batch, plain }: BoundKernels,
): BatchScorer {
  const { prior, at } = weights;
  const comparePlain = (field: number, length: number, least: number) => {
    const { a, b, reach, levels } = batch();
    const { level } = fields[field]!;
    const own = weights.levels[field]!;
    const best = bestUnequal(own);
    for (let pair = 0, place = field * BATCH; pair < length; pair++, place++) {
      if (levels[place] !== UNKNOWN || reach[pair]! < least) continue;
      const found = level(a[pair]!, b[pair]!);
      levels[place] = found;
      reach[pair]! += own[found]! - best;
    }
  };
  return (a, b, { length, floor, into }) => {
    const least = floor - MARGIN;
    const places = batch();
    if (a !== places.a) places.a.set(length < a.length ? a.subarray(0, length) : a);
    if (b !== places.b) places.b.set(length < b.length ? b.subarray(0, length) : b);
    run.begin(at, prior, length);
    for (let field = 0; field < fields.length; field++)
      if (plain.includes(field)) comparePlain(field, length, least);
      else run.compareField(at, field, length, least);
    run.finish(at, prior, length, least);
    const found = batch().into;
    if (into !== found) into.set(found.subarray(0, length));
  };
}

/**
 * Works field by field instead of pair by pair, so that each loop reads one column. First what needs no comparison, missing and equal
 * values, with the highest weight that each pair can still reach; then the comparisons of the pairs that can reach the floor.
 */
function plainScorer(
  { fields, shared: { codes } }: Comparer,
  { prior, levels: weights, equal }: Weights,
): BatchScorer {
  const width = fields.length;
  const known = new Int8Array(fields.length * BATCH);
  const reach = new Float64Array(BATCH);
  const bests = weights.map(bestUnequal);
  const levelsOf = fields.map((_, field) => known.subarray(field * BATCH, (field + 1) * BATCH));

  const withoutComparing = (field: number, a: Int32Array, b: Int32Array, length: number) => {
    const levels = levelsOf[field]!;
    const highest = weights[field]!.length - 1;
    const top = weights[field]![highest]!;
    const extra = equal[field]!;
    const best = bests[field]!;
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
    const best = bests[field]!;
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
    const least = floor - MARGIN;
    reach.fill(prior, 0, length);
    for (let field = 0; field < fields.length; field++) withoutComparing(field, a, b, length);
    for (let field = 0; field < fields.length; field++) comparing(field, a, b, length, least);
    for (let pair = 0; pair < length; pair++)
      into[pair] = reach[pair]! < least ? Number.NEGATIVE_INFINITY : sum(pair, a[pair]!);
  };
}
