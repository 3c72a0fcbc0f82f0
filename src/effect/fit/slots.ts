import type { Effect } from "./absorb.ts";
import { orthogonalSlopes } from "./slopes.ts";
import type { SortedRows } from "./sort-rows.ts";
import type { Slots } from "./sweeps.ts";

/** Rows sorted by the base effect, and the other effects laid out on them. */
export interface Prepared {
  readonly slots: Slots;
  readonly sorted: SortedRows;
}

/** Two columns side by side, in the order of the base effect. */
export function interleave(a: Float64Array, b: Float64Array | null, order: Int32Array | null): Float64Array {
  const pair = new Float64Array(2 * a.length);
  if (order === null) {
    for (let i = 0; i < a.length; i++) pair[2 * i] = a[i]!;
    if (b !== null) for (let i = 0; i < a.length; i++) pair[2 * i + 1] = b[i]!;
    return pair;
  }
  for (let i = 0; i < a.length; i++) {
    const row = order[i]!;
    pair[2 * i] = a[row]!;
    if (b !== null) pair[2 * i + 1] = b[row]!;
  }
  return pair;
}

/** The first (0) or second (1) column of a pair, in the order of the rows. */
export function separate(pair: Float64Array, which: 0 | 1, order: Int32Array | null): Float64Array {
  const column = new Float64Array(pair.length / 2);
  if (order === null) for (let i = 0; i < column.length; i++) column[i] = pair[2 * i + which]!;
  else for (let i = 0; i < column.length; i++) column[order[i]!] = pair[2 * i + which]!;
  return column;
}

/** The effect eliminated exactly: of those with a constant the one with most levels, else the first. */
export function baseOf(effects: readonly Effect[]): Effect {
  const withConstant = effects.filter(effect => effect.intercept);
  const candidates = withConstant.length > 0 ? withConstant : effects.slice(0, 1);
  return candidates.reduce((best, effect) => (effect.factor.size > best.factor.size ? effect : best));
}

/** Lays out every effect but the base as slots: node of the reduced system and multiplier of each row. */
export function slotsOf(effects: readonly Effect[], sorted: SortedRows, weights: Float64Array | null): Slots {
  const base = baseOf(effects);
  const nodes: Int32Array[] = [];
  const multipliers: (Float64Array | null)[] = [];
  let size = 0;
  let baseMultiplier: Float64Array | null = null;
  for (const effect of effects) {
    const codes = inOrder(effect.factor.codes, sorted.order);
    const slopes = orthogonalSlopes(effect).map(slope => inOrder(slope, sorted.order));
    const values: (Float64Array | null)[] = effect.intercept ? [null, ...slopes] : slopes;
    if (effect === base) baseMultiplier = values.shift() ?? null;
    for (const value of values) {
      nodes.push(size === 0 ? codes : shifted(codes, size));
      multipliers.push(value);
      size += effect.factor.size;
    }
  }
  const empty = new Float64Array(0);
  const bare: Slots = {
    pointers: sorted.pointers,
    nodes,
    multipliers: multipliers.every(value => value === null) ? null : multipliers,
    baseMultiplier,
    size,
    weights: null,
    baseInverse: empty,
    diagonal: empty,
  };
  return withWeights(bare, sorted, weights);
}

function shifted(codes: Int32Array, by: number): Int32Array {
  const nodes = new Int32Array(codes.length);
  for (let i = 0; i < codes.length; i++) nodes[i] = codes[i]! + by;
  return nodes;
}

function inOrder<T extends Int32Array | Float64Array>(values: T, order: Int32Array | null): T {
  if (order === null) return values;
  const moved = values.slice() as T;
  for (let i = 0; i < order.length; i++) moved[i] = values[order[i]!]!;
  return moved;
}

export function withWeights(slots: Slots, sorted: SortedRows, weights: Float64Array | null): Slots {
  const w = weights === null ? null : inOrder(weights, sorted.order);
  const groups = slots.pointers.length - 1;
  const baseInverse = new Float64Array(groups);
  const plainBase = w === null && slots.baseMultiplier === null;
  for (let g = 0; g < groups; g++) {
    const [from, to] = [slots.pointers[g]!, slots.pointers[g + 1]!];
    let sum = plainBase ? to - from : 0;
    if (!plainBase) for (let i = from; i < to; i++) sum += rowSquare(w, slots.baseMultiplier, i);
    baseInverse[g] = sum > 0 ? 1 / sum : 0;
  }
  const diagonal = new Float64Array(slots.size);
  for (const [slot, nodes] of slots.nodes.entries()) {
    const multiplier = slots.multipliers?.[slot] ?? null;
    if (w === null && multiplier === null) for (let i = 0; i < nodes.length; i++) diagonal[nodes[i]!]! += 1;
    else for (let i = 0; i < nodes.length; i++) diagonal[nodes[i]!]! += rowSquare(w, multiplier, i);
  }
  return { ...slots, weights: w, baseInverse, diagonal };
}

const rowSquare = (weights: Float64Array | null, multiplier: Float64Array | null, i: number): number =>
  (weights === null ? 1 : weights[i]!) * (multiplier === null ? 1 : multiplier[i]! ** 2);
