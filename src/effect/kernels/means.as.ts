// The reduced product in its other form: D'W(I - P)D p = D'WD p - D'W t, where t are the means of D p in the groups of the base. Rows are gathered
// from once then, and D'WD is the diagonal of a slot. Vectors hold one, two or three pairs a node (`width`).

import { addTo } from "./inline/rows.as";

/** Byte of a code in its list, and of the weight of its row. */
@inline
function placeOf(list: usize, pointers: usize, g: i32): usize {
  return list + (<usize>load<u32>(pointers + (<usize>g << 2)) << 2);
}

@inline
function nodeAt(vector: usize, code: usize, bytes: usize): usize {
  return vector + <usize>load<u32>(code) * bytes;
}

@inline
function lessen(at: usize, by: v128): void {
  v128.store(at, f64x2.sub(v128.load(at), by));
}

@inline
function times(value: v128, weight: usize, weights: usize): v128 {
  return weights == 0 ? value : f64x2.mul(value, v128.load64_splat(weight));
}

/** Four rows at a time, two sums at a time: neither the loop nor an addition is waited for. */
@inline
function sweepOne(
  hasPatterns: bool, pointers: usize, first: i32, last: i32, inverse: usize,
  a: usize, p: usize, out: usize, patterns: usize, totals: usize, sums: usize,
): void {
  let at = placeOf(a, pointers, first);
  for (let g = first; g < last; g++) {
    const end = placeOf(a, pointers, g + 1);
    const pattern = hasPatterns ? <usize>load<u32>(patterns + (<usize>g << 2)) << 4 : 0;
    let sum = hasPatterns ? v128.load(totals + pattern) : f64x2.splat(0);
    let other = f64x2.splat(0);
    let i = at;
    for (; i + 16 <= end; i += 16) {
      sum = f64x2.add(f64x2.add(sum, v128.load(nodeAt(p, i, 16))), v128.load(nodeAt(p, i + 4, 16)));
      other = f64x2.add(f64x2.add(other, v128.load(nodeAt(p, i + 8, 16))), v128.load(nodeAt(p, i + 12, 16)));
    }
    for (; i < end; i += 4) sum = f64x2.add(sum, v128.load(nodeAt(p, i, 16)));
    const mean = f64x2.mul(f64x2.add(sum, other), v128.load64_splat(inverse + (<usize>g << 3)));
    i = at;
    for (; i + 16 <= end; i += 16) {
      lessen(nodeAt(out, i, 16), mean);
      lessen(nodeAt(out, i + 4, 16), mean);
      lessen(nodeAt(out, i + 8, 16), mean);
      lessen(nodeAt(out, i + 12, 16), mean);
    }
    for (; i < end; i += 4) lessen(nodeAt(out, i, 16), mean);
    if (hasPatterns) addTo(sums + pattern, mean);
    at = end;
  }
}

@inline
function sweepMany(
  width: i32, hasPatterns: bool, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, p: usize, out: usize, patterns: usize, totals: usize, sums: usize,
): void {
  const bytes: usize = <usize>width << 4;
  let at = placeOf(a, pointers, first);
  for (let g = first; g < last; g++) {
    const end = placeOf(a, pointers, g + 1);
    const pattern = hasPatterns ? <usize>load<u32>(patterns + (<usize>g << 2)) * bytes : 0;
    const zero = f64x2.splat(0);
    let s0 = hasPatterns ? v128.load(totals + pattern) : zero;
    let s1 = hasPatterns && width > 1 ? v128.load(totals + pattern, 16) : zero;
    let s2 = hasPatterns && width > 2 ? v128.load(totals + pattern, 32) : zero;
    for (let i = at; i < end; i += 4) {
      const node = nodeAt(p, i, bytes);
      const weight = weights + ((i - a) << 1);
      s0 = f64x2.add(s0, times(v128.load(node), weight, weights));
      if (width > 1) s1 = f64x2.add(s1, times(v128.load(node, 16), weight, weights));
      if (width > 2) s2 = f64x2.add(s2, times(v128.load(node, 32), weight, weights));
    }
    const share = v128.load64_splat(inverse + (<usize>g << 3));
    s0 = f64x2.mul(s0, share);
    if (width > 1) s1 = f64x2.mul(s1, share);
    if (width > 2) s2 = f64x2.mul(s2, share);
    for (let i = at; i < end; i += 4) {
      const node = nodeAt(out, i, bytes);
      const weight = weights + ((i - a) << 1);
      lessen(node, times(s0, weight, weights));
      if (width > 1) lessen(node + 16, times(s1, weight, weights));
      if (width > 2) lessen(node + 32, times(s2, weight, weights));
    }
    if (hasPatterns) {
      addTo(sums + pattern, s0);
      if (width > 1) addTo(sums + pattern + 16, s1);
      if (width > 2) addTo(sums + pattern + 32, s2);
    }
    at = end;
  }
}

/** `out -= D'W t` for one slot over the groups `first` to `last - 1`. */
export function sweepMeans(
  width: i32, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize, a: usize, p: usize, out: usize,
): void {
  if (weights == 0) {
    if (width == 1) sweepOne(false, pointers, first, last, inverse, a, p, out, 0, 0, 0);
    else if (width == 2) sweepMany(2, false, pointers, first, last, inverse, 0, a, p, out, 0, 0, 0);
    else sweepMany(3, false, pointers, first, last, inverse, 0, a, p, out, 0, 0, 0);
  } else if (width == 1) sweepMany(1, false, pointers, first, last, inverse, weights, a, p, out, 0, 0, 0);
  else if (width == 2) sweepMany(2, false, pointers, first, last, inverse, weights, a, p, out, 0, 0, 0);
  else sweepMany(3, false, pointers, first, last, inverse, weights, a, p, out, 0, 0, 0);
}

/**
 * The same beside a second slot, of which every group has one of a few patterns: `totals` are what these add to the sum of a group. The means of the
 * groups of a pattern are added up at `sums`.
 */
export function sweepPatterns(
  width: i32, pointers: usize, first: i32, last: i32, inverse: usize, a: usize, p: usize, out: usize,
  patterns: usize, totals: usize, sums: usize,
): void {
  if (width == 1) sweepOne(true, pointers, first, last, inverse, a, p, out, patterns, totals, sums);
  else if (width == 2) sweepMany(2, true, pointers, first, last, inverse, 0, a, p, out, patterns, totals, sums);
  else sweepMany(3, true, pointers, first, last, inverse, 0, a, p, out, patterns, totals, sums);
}

/** `out += p / inverse`, where that is not 0. */
export function addDiagonal(width: i32, inverse: usize, p: usize, n: i32, out: usize): void {
  for (let node = 0; node < n; node++) {
    const share = load<f64>(inverse + (<usize>node << 3));
    if (share == 0) continue;
    const weight = f64x2.splat(1 / share);
    for (let w = 0; w < width; w++) {
      const at = <usize>(node * width + w) << 4;
      addTo(out + at, f64x2.mul(weight, v128.load(p + at)));
    }
  }
}
