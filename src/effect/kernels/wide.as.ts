// The kernels of `reduced.as.ts` for two or three pairs of columns at once: every code is read once for all of them, and what they have of a node
// stands together, `width` pairs one after the other, so that it comes in one or two lines of the cache. `b` is 0 where there is one slot.

import { addTo, intAt, pairAt, splatAt } from "./inline/rows.as";

@inline
function codeAt(list: usize, i: i32): usize {
  return <usize>load<u32>(list + (<usize>i << 2));
}

@inline
function spread(third: bool, out: usize, v0: v128, v1: v128, v2: v128): void {
  addTo(out, v0);
  addTo(out + 16, v1);
  if (third) addTo(out + 32, v2);
}

@inline
function applyGroupsWide(
  third: bool, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, out: usize, outQ: usize,
): void {
  const bytes: usize = third ? 48 : 32;
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    // A group of one row contributes nothing.
    if (to - from >= 2) {
      let s0 = f64x2.splat(0);
      let s1 = s0;
      let s2 = s0;
      for (let i = from; i < to; i++) {
        const pa = p + codeAt(a, i) * bytes;
        let v0 = v128.load(pa);
        let v1 = v128.load(pa, 16);
        let v2 = third ? v128.load(pa, 32) : v1;
        const qb = q + codeAt(b, i) * bytes;
        v0 = f64x2.add(v0, v128.load(qb));
        v1 = f64x2.add(v1, v128.load(qb, 16));
        if (third) v2 = f64x2.add(v2, v128.load(qb, 32));
        if (weights != 0) {
          const weight = splatAt(weights, i);
          v0 = f64x2.mul(v0, weight);
          v1 = f64x2.mul(v1, weight);
          if (third) v2 = f64x2.mul(v2, weight);
        }
        s0 = f64x2.add(s0, v0);
        s1 = f64x2.add(s1, v1);
        if (third) s2 = f64x2.add(s2, v2);
      }
      const share = splatAt(inverse, g);
      s0 = f64x2.mul(s0, share);
      s1 = f64x2.mul(s1, share);
      if (third) s2 = f64x2.mul(s2, share);
      for (let i = from; i < to; i++) {
        const node = codeAt(a, i) * bytes;
        let v0 = f64x2.sub(v128.load(p + node), s0);
        let v1 = f64x2.sub(v128.load(p + node, 16), s1);
        let v2 = third ? f64x2.sub(v128.load(p + node, 32), s2) : v1;
        const other = codeAt(b, i) * bytes;
        v0 = f64x2.add(v0, v128.load(q + other));
        v1 = f64x2.add(v1, v128.load(q + other, 16));
        if (third) v2 = f64x2.add(v2, v128.load(q + other, 32));
        if (weights != 0) {
          const weight = splatAt(weights, i);
          v0 = f64x2.mul(v0, weight);
          v1 = f64x2.mul(v1, weight);
          if (third) v2 = f64x2.mul(v2, weight);
        }
        spread(third, out + node, v0, v1, v2);
        spread(third, outQ + other, v0, v1, v2);
      }
    }
    from = to;
  }
}

/** Two slots: `out += D'W(I - P)D p` over the groups `first` to `last - 1`. */
export function applyWide(
  width: i32, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, out: usize, outQ: usize,
): void {
  if (width == 2) applyGroupsWide(false, pointers, first, last, inverse, weights, a, b, p, q, out, outQ);
  else applyGroupsWide(true, pointers, first, last, inverse, weights, a, b, p, q, out, outQ);
}

@inline
function rightGroupsWide(
  third: bool, two: bool, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, r0: usize, r1: usize, r2: usize, out: usize, outQ: usize, squares: usize,
): void {
  const bytes: usize = third ? 48 : 32;
  let q0 = f64x2.splat(0);
  let q1 = q0;
  let q2 = q0;
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    for (let i = from; i < to; i++) {
      const weight = weights == 0 ? f64x2.splat(1) : splatAt(weights, i);
      const x0 = v128.load(pairAt(r0, i));
      const x1 = v128.load(pairAt(r1, i));
      const h0 = f64x2.mul(x0, weight);
      const h1 = f64x2.mul(x1, weight);
      s0 = f64x2.add(s0, h0);
      s1 = f64x2.add(s1, h1);
      q0 = f64x2.add(q0, f64x2.mul(h0, x0));
      q1 = f64x2.add(q1, f64x2.mul(h1, x1));
      if (third) {
        const x2 = v128.load(pairAt(r2, i));
        const h2 = f64x2.mul(x2, weight);
        s2 = f64x2.add(s2, h2);
        q2 = f64x2.add(q2, f64x2.mul(h2, x2));
      }
    }
    const share = splatAt(inverse, g);
    s0 = f64x2.mul(s0, share);
    s1 = f64x2.mul(s1, share);
    if (third) s2 = f64x2.mul(s2, share);
    for (let i = from; i < to; i++) {
      const weight = weights == 0 ? f64x2.splat(1) : splatAt(weights, i);
      const v0 = f64x2.mul(f64x2.sub(v128.load(pairAt(r0, i)), s0), weight);
      const v1 = f64x2.mul(f64x2.sub(v128.load(pairAt(r1, i)), s1), weight);
      const v2 = third ? f64x2.mul(f64x2.sub(v128.load(pairAt(r2, i)), s2), weight) : v1;
      spread(third, out + codeAt(a, i) * bytes, v0, v1, v2);
      if (two) spread(third, outQ + codeAt(b, i) * bytes, v0, v1, v2);
    }
    from = to;
  }
  addTo(squares, q0);
  addTo(squares + 16, q1);
  if (third) addTo(squares + 32, q2);
}

/** `out += D'W(I - P)x` for the pairs of columns at `r0`, `r1` and, with a width of 3, `r2`; the weighted squares of x are added at `squares`. */
export function rightWide(
  width: i32, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, r0: usize, r1: usize, r2: usize, out: usize, outQ: usize, squares: usize,
): void {
  if (width == 2) {
    if (b == 0) rightGroupsWide(false, false, pointers, first, last, inverse, weights, a, a, r0, r1, r1, out, out, squares);
    else rightGroupsWide(false, true, pointers, first, last, inverse, weights, a, b, r0, r1, r1, out, outQ, squares);
  } else if (b == 0) rightGroupsWide(true, false, pointers, first, last, inverse, weights, a, a, r0, r1, r2, out, out, squares);
  else rightGroupsWide(true, true, pointers, first, last, inverse, weights, a, b, r0, r1, r2, out, outQ, squares);
}

@inline
function finishGroupsWide(
  third: bool, two: bool, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, r0: usize, r1: usize, r2: usize,
): void {
  const bytes: usize = third ? 48 : 32;
  let from = intAt(pointers, first);
  for (let g = first; g < last; g++) {
    const to = intAt(pointers, g + 1);
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    for (let i = from; i < to; i++) {
      const pa = p + codeAt(a, i) * bytes;
      const qb = two ? q + codeAt(b, i) * bytes : pa;
      const weight = weights == 0 ? f64x2.splat(1) : splatAt(weights, i);
      let v0 = f64x2.sub(v128.load(pairAt(r0, i)), v128.load(pa));
      let v1 = f64x2.sub(v128.load(pairAt(r1, i)), v128.load(pa, 16));
      if (two) {
        v0 = f64x2.sub(v0, v128.load(qb));
        v1 = f64x2.sub(v1, v128.load(qb, 16));
      }
      v128.store(pairAt(r0, i), v0);
      v128.store(pairAt(r1, i), v1);
      s0 = f64x2.add(s0, f64x2.mul(v0, weight));
      s1 = f64x2.add(s1, f64x2.mul(v1, weight));
      if (third) {
        let v2 = f64x2.sub(v128.load(pairAt(r2, i)), v128.load(pa, 32));
        if (two) v2 = f64x2.sub(v2, v128.load(qb, 32));
        v128.store(pairAt(r2, i), v2);
        s2 = f64x2.add(s2, f64x2.mul(v2, weight));
      }
    }
    const share = splatAt(inverse, g);
    s0 = f64x2.mul(s0, share);
    s1 = f64x2.mul(s1, share);
    if (third) s2 = f64x2.mul(s2, share);
    for (let i = from; i < to; i++) {
      v128.store(pairAt(r0, i), f64x2.sub(v128.load(pairAt(r0, i)), s0));
      v128.store(pairAt(r1, i), f64x2.sub(v128.load(pairAt(r1, i)), s1));
      if (third) v128.store(pairAt(r2, i), f64x2.sub(v128.load(pairAt(r2, i)), s2));
    }
    from = to;
  }
}

/** Takes the solution and then the means of the base out of the rows of two or three pairs. */
export function finishWide(
  width: i32, pointers: usize, first: i32, last: i32, inverse: usize, weights: usize,
  a: usize, b: usize, p: usize, q: usize, r0: usize, r1: usize, r2: usize,
): void {
  if (width == 2) {
    if (b == 0) finishGroupsWide(false, false, pointers, first, last, inverse, weights, a, a, p, p, r0, r1, r1);
    else finishGroupsWide(false, true, pointers, first, last, inverse, weights, a, b, p, q, r0, r1, r1);
  } else if (b == 0) finishGroupsWide(true, false, pointers, first, last, inverse, weights, a, a, p, p, r0, r1, r2);
  else finishGroupsWide(true, true, pointers, first, last, inverse, weights, a, b, p, q, r0, r1, r2);
}
