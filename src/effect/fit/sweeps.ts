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

/** No weights and no multipliers: most panels, and the quickest loops. */
const isPlain = ({ weights, multipliers, baseMultiplier }: Slots): boolean =>
  weights === null && multipliers === null && baseMultiplier === null;

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

function scatter(slots: Slots, i: number, row: Float64Array, out: Float64Array): void {
  for (let s = 0; s < slots.nodes.length; s++) {
    const node = 2 * slots.nodes[s]![i]!;
    const multiplier = slots.multipliers?.[s];
    const z = multiplier == null ? 1 : multiplier[i]!;
    out[node]! += z * row[0]!;
    out[node + 1]! += z * row[1]!;
  }
}

/** `out = D'W(I - P)D p` for a pair of vectors. */
export function applyReduced(slots: Slots, p: Float64Array, out: Float64Array): void {
  out.fill(0);
  const plain = slots.multipliers === null && slots.baseMultiplier === null;
  const { weights } = slots;
  if (plain && slots.nodes.length === 1 && weights === null) applyOne(slots, p, out);
  else if (plain && slots.nodes.length === 2 && weights === null) applyTwo(slots, p, out);
  else if (plain && slots.nodes.length === 1) applyOneWeighted(slots, weights!, p, out);
  else if (plain && slots.nodes.length === 2) applyTwoWeighted(slots, weights!, p, out);
  else applyAny(slots, p, out);
}

/** One slot, no weights, no multipliers. */
function applyOne({ pointers, nodes, baseInverse }: Slots, p: Float64Array, out: Float64Array): void {
  const node = nodes[0]!;
  const groups = pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const from = pointers[g]!;
    const to = pointers[g + 1]!;
    if (to - from < 2) continue;
    let a = 0;
    let b = 0;
    for (let i = from; i < to; i++) {
      const at = 2 * node[i]!;
      a += p[at]!;
      b += p[at + 1]!;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      const at = 2 * node[i]!;
      out[at]! += p[at]! - a;
      out[at + 1]! += p[at + 1]! - b;
    }
  }
}

/** Two slots, no weights, no multipliers. */
function applyTwo({ pointers, nodes, baseInverse }: Slots, p: Float64Array, out: Float64Array): void {
  const first = nodes[0]!;
  const second = nodes[1]!;
  const groups = pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const from = pointers[g]!;
    const to = pointers[g + 1]!;
    if (to - from < 2) continue;
    let a = 0;
    let b = 0;
    for (let i = from; i < to; i++) {
      const f = 2 * first[i]!;
      const s = 2 * second[i]!;
      a += p[f]! + p[s]!;
      b += p[f + 1]! + p[s + 1]!;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      const f = 2 * first[i]!;
      const s = 2 * second[i]!;
      const da = p[f]! + p[s]! - a;
      const db = p[f + 1]! + p[s + 1]! - b;
      out[f]! += da;
      out[f + 1]! += db;
      out[s]! += da;
      out[s + 1]! += db;
    }
  }
}

/** One slot with weights, no multipliers. */
function applyOneWeighted(
  { pointers, nodes, baseInverse }: Slots,
  weights: Float64Array,
  p: Float64Array,
  out: Float64Array,
): void {
  const node = nodes[0]!;
  const groups = pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const from = pointers[g]!;
    const to = pointers[g + 1]!;
    let a = 0;
    let b = 0;
    for (let i = from; i < to; i++) {
      const at = 2 * node[i]!;
      a += weights[i]! * p[at]!;
      b += weights[i]! * p[at + 1]!;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      const at = 2 * node[i]!;
      out[at]! += weights[i]! * (p[at]! - a);
      out[at + 1]! += weights[i]! * (p[at + 1]! - b);
    }
  }
}

/** Two slots with weights, no multipliers. */
function applyTwoWeighted(
  { pointers, nodes, baseInverse }: Slots,
  weights: Float64Array,
  p: Float64Array,
  out: Float64Array,
): void {
  const first = nodes[0]!;
  const second = nodes[1]!;
  const groups = pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const from = pointers[g]!;
    const to = pointers[g + 1]!;
    let a = 0;
    let b = 0;
    for (let i = from; i < to; i++) {
      const f = 2 * first[i]!;
      const s = 2 * second[i]!;
      a += weights[i]! * (p[f]! + p[s]!);
      b += weights[i]! * (p[f + 1]! + p[s + 1]!);
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      const f = 2 * first[i]!;
      const s = 2 * second[i]!;
      const w = weights[i]!;
      const da = w * (p[f]! + p[s]! - a);
      const db = w * (p[f + 1]! + p[s + 1]! - b);
      out[f]! += da;
      out[f + 1]! += db;
      out[s]! += da;
      out[s + 1]! += db;
    }
  }
}

/** Any number of slots, weights and multipliers; a group's fitted values are kept between its two passes. */
function applyAny(slots: Slots, p: Float64Array, out: Float64Array): void {
  const { pointers, weights, baseMultiplier, baseInverse } = slots;
  const row = new Float64Array(2);
  const groups = pointers.length - 1;
  for (let g = 0; g < groups; g++) {
    const from = pointers[g]!;
    const to = pointers[g + 1]!;
    let a = 0;
    let b = 0;
    for (let i = from; i < to; i++) {
      gather(slots, i, p, row);
      const w = (weights === null ? 1 : weights[i]!) * (baseMultiplier === null ? 1 : baseMultiplier[i]!);
      a += w * row[0]!;
      b += w * row[1]!;
    }
    a *= baseInverse[g]!;
    b *= baseInverse[g]!;
    for (let i = from; i < to; i++) {
      gather(slots, i, p, row);
      const w = weights === null ? 1 : weights[i]!;
      const z = baseMultiplier === null ? 1 : baseMultiplier[i]!;
      row[0] = w * (row[0]! - z * a);
      row[1] = w * (row[1]! - z * b);
      scatter(slots, i, row, out);
    }
  }
}

function gather(slots: Slots, i: number, p: Float64Array, row: Float64Array): void {
  let a = 0;
  let b = 0;
  for (let s = 0; s < slots.nodes.length; s++) {
    const node = 2 * slots.nodes[s]![i]!;
    const multiplier = slots.multipliers?.[s];
    const z = multiplier == null ? 1 : multiplier[i]!;
    a += z * p[node]!;
    b += z * p[node + 1]!;
  }
  row[0] = a;
  row[1] = b;
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
