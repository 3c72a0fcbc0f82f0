// The reduced normal equations D'W(I - P)D a = D'W(I - P)x of effects with constants, for a pair of columns side by side, so that one SIMD
// register holds both. Rows stand in the order of the base effect P, whose group g fills the places `pointers[g]` to `pointers[g + 1] - 1`.
// A slot is another effect: the node of each row in `nodes`, and that slot's part of a vector. `inverse` is one over the weight of each group;
// `weights` of rows are 0 (nowhere) for equal ones.

import { addTo, intAt, pairAt, splatAt } from "./inline/rows.as";

@inline
function weighted(value: v128, weights: usize, i: i32, hasWeights: bool): v128 {
  return hasWeights ? f64x2.mul(value, splatAt(weights, i)) : value;
}

/** What one slot or two have for a row. */
@inline
function rowSum(i: i32, a: usize, b: usize, p: usize, q: usize, slots: i32): v128 {
  const first = v128.load(pairAt(p, intAt(a, i)));
  return slots == 1 ? first : f64x2.add(first, v128.load(pairAt(q, intAt(b, i))));
}

@inline
function applyGroups(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, hasWeights: bool,
  a: usize, b: usize, p: usize, q: usize, out: usize, outQ: usize,
): void {
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    // A group of one row contributes nothing.
    if (to - from >= 2) {
      let sum = f64x2.splat(0);
      for (let i = from; i < to; i++) sum = f64x2.add(sum, weighted(rowSum(i, a, b, p, q, 2), weights, i, hasWeights));
      const mean = f64x2.mul(sum, splatAt(inverse, g));
      for (let i = from; i < to; i++) {
        const left = weighted(f64x2.sub(rowSum(i, a, b, p, q, 2), mean), weights, i, hasWeights);
        addTo(pairAt(out, intAt(a, i)), left);
        addTo(pairAt(outQ, intAt(b, i)), left);
      }
    }
    from = to;
  }
}

/** Two slots: `out += D'W(I - P)D p` over the groups `first` to `last - 1`, `p` and `q` their parts of the vector. */
export function applyTwo(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, out: usize, outQ: usize,
): void {
  if (weights == 0) applyGroups(pointers, first, last, inverse, 0, false, a, b, p, q, out, outQ);
  else applyGroups(pointers, first, last, inverse, weights, true, a, b, p, q, out, outQ);
}

/** `rows[i] = sum over the slots` for one more slot; with it any number of slots is put together. */
export function addNodes(nodes: usize, from: i32, to: i32, p: usize, sign: f64, rows: usize): void {
  const s = f64x2.splat(sign);
  for (let i = from; i < to; i++) addTo(pairAt(rows, i), f64x2.mul(s, v128.load(pairAt(p, intAt(nodes, i)))));
}

/** `out += D'W x` for one slot. */
export function scatterRows(nodes: usize, from: i32, to: i32, weights: usize, rows: usize, out: usize): void {
  if (weights == 0) for (let i = from; i < to; i++) addTo(pairAt(out, intAt(nodes, i)), v128.load(pairAt(rows, i)));
  else for (let i = from; i < to; i++) addTo(pairAt(out, intAt(nodes, i)), f64x2.mul(splatAt(weights, i), v128.load(pairAt(rows, i))));
}

@inline
function rightGroups(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, hasWeights: bool,
  slots: i32, a: usize, b: usize, rows: usize, out: usize, outQ: usize, squares: usize,
): void {
  let from = intAt(pointers, first);
  let square = f64x2.splat(0);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let sum = f64x2.splat(0);
    for (let i = from; i < to; i++) {
      const value = v128.load(pairAt(rows, i));
      const heavy = weighted(value, weights, i, hasWeights);
      sum = f64x2.add(sum, heavy);
      square = f64x2.add(square, f64x2.mul(heavy, value));
    }
    const mean = f64x2.mul(sum, splatAt(inverse, g));
    for (let i = from; i < to; i++) {
      const left = weighted(f64x2.sub(v128.load(pairAt(rows, i)), mean), weights, i, hasWeights);
      addTo(pairAt(out, intAt(a, i)), left);
      if (slots == 2) addTo(pairAt(outQ, intAt(b, i)), left);
    }
    from = to;
  }
  addTo(squares, square);
}

/** `out += D'W(I - P)x` for one slot or (`b` not 0) two; the weighted squares of x are added at `squares`. */
export function rightSide(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, rows: usize, out: usize, outQ: usize, squares: usize,
): void {
  if (weights == 0 && b == 0) rightGroups(pointers, first, last, inverse, 0, false, 1, a, a, rows, out, out, squares);
  else if (weights == 0) rightGroups(pointers, first, last, inverse, 0, false, 2, a, b, rows, out, outQ, squares);
  else if (b == 0) rightGroups(pointers, first, last, inverse, weights, true, 1, a, a, rows, out, out, squares);
  else rightGroups(pointers, first, last, inverse, weights, true, 2, a, b, rows, out, outQ, squares);
}

@inline
function finishGroups(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, hasWeights: bool,
  slots: i32, a: usize, b: usize, p: usize, q: usize, rows: usize,
): void {
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let sum = f64x2.splat(0);
    for (let i = from; i < to; i++) {
      let value = v128.load(pairAt(rows, i));
      if (slots > 0) {
        value = f64x2.sub(value, rowSum(i, a, b, p, q, slots));
        v128.store(pairAt(rows, i), value);
      }
      sum = f64x2.add(sum, weighted(value, weights, i, hasWeights));
    }
    const mean = f64x2.mul(sum, splatAt(inverse, g));
    for (let i = from; i < to; i++) {
      const at = pairAt(rows, i);
      v128.store(at, f64x2.sub(v128.load(at), mean));
    }
    from = to;
  }
}

/** Takes the solution of one slot, of two, or (`a` 0) of none out of the rows, and then the means of the base. */
export function finishRows(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, a: usize, b: usize, p: usize, q: usize, rows: usize,
): void {
  const slots = a == 0 ? 0 : b == 0 ? 1 : 2;
  if (weights == 0) {
    if (slots == 0) finishGroups(pointers, first, last, inverse, 0, false, 0, a, b, p, q, rows);
    else if (slots == 1) finishGroups(pointers, first, last, inverse, 0, false, 1, a, b, p, q, rows);
    else finishGroups(pointers, first, last, inverse, 0, false, 2, a, b, p, q, rows);
  } else if (slots == 0) finishGroups(pointers, first, last, inverse, weights, true, 0, a, b, p, q, rows);
  else if (slots == 1) finishGroups(pointers, first, last, inverse, weights, true, 1, a, b, p, q, rows);
  else finishGroups(pointers, first, last, inverse, weights, true, 2, a, b, p, q, rows);
}

@inline
function scoreRows(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, hasWeights: bool,
  slots: i32, a: usize, b: usize, p: usize, q: usize, rows: usize, scratch: usize, groups: usize, sums: usize,
): void {
  let straight = f64x2.splat(0);
  let crossed = straight;
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let sum = f64x2.splat(0);
    for (let i = from; i < to; i++) {
      let value = v128.load(pairAt(rows, i));
      if (slots > 0) {
        value = f64x2.sub(value, rowSum(i, a, b, p, q, slots));
        v128.store(pairAt(scratch, i - from), value);
      }
      sum = f64x2.add(sum, weighted(value, weights, i, hasWeights));
    }
    const mean = f64x2.mul(sum, splatAt(inverse, g));
    const values = slots > 0 ? scratch : pairAt(rows, from);
    let own = f64x2.splat(0);
    let both = own;
    for (let i = from; i < to; i++) {
      const left = f64x2.sub(v128.load(pairAt(values, i - from)), mean);
      const heavy = weighted(left, weights, i, hasWeights);
      own = f64x2.add(own, f64x2.mul(heavy, left));
      both = f64x2.add(both, f64x2.mul(heavy, v128.shuffle<f64>(left, left, 1, 0)));
    }
    v128.store(pairAt(groups, g), v128.shuffle<f64>(both, own, 0, 3));
    straight = f64x2.add(straight, own);
    crossed = f64x2.add(crossed, both);
    from = to;
  }
  addTo(sums, straight);
  addTo(sums + 16, crossed);
}

/**
 * What is left of two columns after the solution of no, one or two slots and the means of the base are taken out, which is written nowhere: at `groups` for
 * each group the products of both columns and the squares of the second, at `sums` the squares of both and twice their products. `scratch` has room for a
 * pair for each row of a group.
 */
export function scoreGroupsOf(
  pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, rows: usize, scratch: usize, groups: usize, sums: usize,
): void {
  const slots = a == 0 ? 0 : b == 0 ? 1 : 2;
  if (weights == 0) {
    if (slots == 0) scoreRows(pointers, first, last, inverse, 0, false, 0, a, b, p, q, rows, scratch, groups, sums);
    else if (slots == 1) scoreRows(pointers, first, last, inverse, 0, false, 1, a, b, p, q, rows, scratch, groups, sums);
    else scoreRows(pointers, first, last, inverse, 0, false, 2, a, b, p, q, rows, scratch, groups, sums);
  } else if (slots == 0) scoreRows(pointers, first, last, inverse, weights, true, 0, a, b, p, q, rows, scratch, groups, sums);
  else if (slots == 1) scoreRows(pointers, first, last, inverse, weights, true, 1, a, b, p, q, rows, scratch, groups, sums);
  else scoreRows(pointers, first, last, inverse, weights, true, 2, a, b, p, q, rows, scratch, groups, sums);
}

/** `1 / sum of the weights` of each group; 0 for one without weight. */
export function inverseWeights(pointers: usize, first: i32, last: i32, weights: usize, inverse: usize): void {
  for (let g = first; g < last; g++) {
    const from = intAt(pointers, g);
    const to = intAt(pointers, g + 1);
    let sum: f64 = weights == 0 ? <f64>(to - from) : 0;
    if (weights != 0) for (let i = from; i < to; i++) sum += load<f64>(weights + (<usize>i << 3));
    store<f64>(inverse + (<usize>g << 3), sum > 0 ? 1 / sum : 0);
  }
}

/** Adds the weight of every row (1 without weights) at its node. */
export function addWeights(nodes: usize, from: i32, to: i32, weights: usize, sums: usize): void {
  for (let i = from; i < to; i++) {
    const at = sums + (<usize>intAt(nodes, i) << 3);
    store<f64>(at, load<f64>(at) + (weights == 0 ? 1 : load<f64>(weights + (<usize>i << 3))));
  }
}
