import type { Slots } from "./sweeps.ts";

/** No weights and no multipliers: most panels, and the quickest loops. */
export const isPlain = ({ weights, multipliers, baseMultiplier }: Slots): boolean =>
  weights === null && multipliers === null && baseMultiplier === null;

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

export function gather(slots: Slots, i: number, p: Float64Array, row: Float64Array): void {
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

/** Adds a row of a pair, as its slots weigh it, to their nodes. */
export function scatter(slots: Slots, i: number, row: Float64Array, out: Float64Array): void {
  for (let s = 0; s < slots.nodes.length; s++) {
    const node = 2 * slots.nodes[s]![i]!;
    const multiplier = slots.multipliers?.[s];
    const z = multiplier == null ? 1 : multiplier[i]!;
    out[node]! += z * row[0]!;
    out[node + 1]! += z * row[1]!;
  }
}
