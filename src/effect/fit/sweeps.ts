import { gather, isPlain, scatter } from "./apply-reduced.ts";

/**
 * The rows of a panel as the solver sees them, sorted by the base effect. Vectors over nodes and columns of rows are
 * interleaved in pairs, so that one visit of a row serves two columns.
 */
export interface Slots {
  /** Group `g` of the base effect fills the rows `pointers[g]` to `pointers[g + 1] - 1`. */
  readonly pointers: Int32Array;
  /** For each further slot the node of each row; nodes of different slots differ. */
  readonly nodes: readonly Int32Array[];
  /** For each slot the multiplier of each row (null: 1); null if all are 1. */
  readonly multipliers: readonly (Float64Array | null)[] | null;
  /** Multiplier of the base effect; null: 1. */
  readonly baseMultiplier: Float64Array | null;
  /** Number of nodes. */
  readonly size: number;
  /** null: 1. */
  readonly weights: Float64Array | null;
  /** One over the weighted sum of squares of the base multiplier in each group; 0 for an empty group. */
  readonly baseInverse: Float64Array;
  /** Diagonal of D'WD. */
  readonly diagonal: Float64Array;
}

/** `D'W(I - P) x` for an interleaved pair of columns, with the weighted squares of both after P is taken out. */
export function rightHandSide(
  slots: Slots,
  pair: Float64Array,
): { values: Float64Array; squares: [number, number] } {
  if (isPlain(slots)) return plainRightHandSide(slots, pair);
  const values = new Float64Array(2 * slots.size);
  const squares: [number, number] = [0, 0];
  const row = new Float64Array(2);
  const groups = slots.pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const [from, to] = [slots.pointers[g]!, slots.pointers[g + 1]!];
    const [meanA, meanB] = groupMeans(slots, pair, g);
    for (let i = from; i < to; i++) {
      const w = slots.weights === null ? 1 : slots.weights[i]!;
      const z = slots.baseMultiplier === null ? 1 : slots.baseMultiplier[i]!;
      squares[0] += w * pair[2 * i]! ** 2;
      squares[1] += w * pair[2 * i + 1]! ** 2;
      row[0] = w * (pair[2 * i]! - z * meanA);
      row[1] = w * (pair[2 * i + 1]! - z * meanB);
      scatter(slots, i, row, values);
    }
  }
  return { values, squares };
}

function plainRightHandSide({ pointers, nodes, baseInverse, size }: Slots, pair: Float64Array) {
  const values = new Float64Array(2 * size);
  let [squaresA, squaresB] = [0, 0];
  for (let g = 0; g + 1 < pointers.length; g++) {
    const [from, to] = [pointers[g]!, pointers[g + 1]!];
    let [a, b] = [0, 0];
    for (let i = from; i < to; i++) {
      const [first, second] = [pair[2 * i]!, pair[2 * i + 1]!];
      a += first;
      b += second;
      squaresA += first * first;
      squaresB += second * second;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let s = 0; s < nodes.length; s++) {
      const slot = nodes[s]!;
      for (let i = from; i < to; i++) {
        const node = 2 * slot[i]!;
        values[node]! += pair[2 * i]! - a;
        values[node + 1]! += pair[2 * i + 1]! - b;
      }
    }
  }
  return { values, squares: [squaresA, squaresB] as [number, number] };
}

function groupMeans(slots: Slots, pair: Float64Array, g: number): [number, number] {
  let [a, b] = [0, 0];
  for (let i = slots.pointers[g]!; i < slots.pointers[g + 1]!; i++) {
    const w =
      (slots.weights === null ? 1 : slots.weights[i]!) *
      (slots.baseMultiplier === null ? 1 : slots.baseMultiplier[i]!);
    a += w * pair[2 * i]!;
    b += w * pair[2 * i + 1]!;
  }
  const inverse = slots.baseInverse[g]!;
  return [a * inverse, b * inverse];
}

/** Replaces the pair by what is left of it after the slots' solution `p` and then the base effect are taken out. */
export function finishPair(slots: Slots, pair: Float64Array, p: Float64Array): void {
  if (isPlain(slots)) {
    finishPlain(slots, pair, p);
    return;
  }
  const row = new Float64Array(2);
  const groups = slots.pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const [from, to] = [slots.pointers[g]!, slots.pointers[g + 1]!];
    if (slots.nodes.length > 0) {
      for (let i = from; i < to; i++) {
        gather(slots, i, p, row);
        pair[2 * i]! -= row[0]!;
        pair[2 * i + 1]! -= row[1]!;
      }
    }
    const [meanA, meanB] = groupMeans(slots, pair, g);
    for (let i = from; i < to; i++) {
      const z = slots.baseMultiplier === null ? 1 : slots.baseMultiplier[i]!;
      pair[2 * i]! -= z * meanA;
      pair[2 * i + 1]! -= z * meanB;
    }
  }
}

function finishPlain({ pointers, nodes, baseInverse }: Slots, pair: Float64Array, p: Float64Array): void {
  for (let g = 0; g + 1 < pointers.length; g++) {
    const [from, to] = [pointers[g]!, pointers[g + 1]!];
    for (let s = 0; s < nodes.length; s++) {
      const slot = nodes[s]!;
      for (let i = from; i < to; i++) {
        const node = 2 * slot[i]!;
        pair[2 * i]! -= p[node]!;
        pair[2 * i + 1]! -= p[node + 1]!;
      }
    }
    let [a, b] = [0, 0];
    for (let i = from; i < to; i++) {
      a += pair[2 * i]!;
      b += pair[2 * i + 1]!;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      pair[2 * i]! -= a;
      pair[2 * i + 1]! -= b;
    }
  }
}
