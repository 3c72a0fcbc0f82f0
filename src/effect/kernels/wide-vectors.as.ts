// Steps of conjugate gradients, as in `vectors.as.ts`, on vectors that have `width` pairs for each of n nodes; `steps` and `sums` have a pair of numbers
// for each of them.

import { pairAt, splatAt } from "./inline/rows.as";

@inline
function increase(at: usize, value: v128): void {
  v128.store(at, f64x2.add(v128.load(at), value));
}

/** `x'y`. */
export function innerWide(width: i32, x: usize, y: usize, n: i32, sums: usize): void {
  memory.fill(sums, 0, <usize>width << 4);
  for (let i = 0, at = 0; i < n; i++)
    for (let w = 0; w < width; w++, at++) increase(pairAt(sums, w), f64x2.mul(v128.load(pairAt(x, at)), v128.load(pairAt(y, at))));
}

/** `out = inverse * x`, and `x'out`. */
export function scaleWide(width: i32, inverse: usize, x: usize, n: i32, out: usize, sums: usize): void {
  memory.fill(sums, 0, <usize>width << 4);
  for (let i = 0, at = 0; i < n; i++) {
    const scale = splatAt(inverse, i);
    for (let w = 0; w < width; w++, at++) {
      const value = v128.load(pairAt(x, at));
      const scaled = f64x2.mul(scale, value);
      v128.store(pairAt(out, at), scaled);
      increase(pairAt(sums, w), f64x2.mul(value, scaled));
    }
  }
}

/** As `descend`. */
export function descendWide(
  width: i32, x: usize, direction: usize, residual: usize, change: usize, n: i32, steps: usize, inverse: usize, out: usize, sums: usize,
): void {
  memory.fill(sums, 0, <usize>width << 4);
  for (let i = 0, at = 0; i < n; i++) {
    const scale = splatAt(inverse, i);
    for (let w = 0; w < width; w++, at++) {
      const step = v128.load(pairAt(steps, w));
      increase(pairAt(x, at), f64x2.mul(step, v128.load(pairAt(direction, at))));
      const left = f64x2.sub(v128.load(pairAt(residual, at)), f64x2.mul(step, v128.load(pairAt(change, at))));
      v128.store(pairAt(residual, at), left);
      const scaled = f64x2.mul(scale, left);
      v128.store(pairAt(out, at), scaled);
      increase(pairAt(sums, w), f64x2.mul(left, scaled));
    }
  }
}

/** `direction = z + ratio * direction`. */
export function redirectWide(width: i32, direction: usize, z: usize, n: i32, ratios: usize): void {
  for (let i = 0, at = 0; i < n; i++)
    for (let w = 0; w < width; w++, at++) {
      const to = pairAt(direction, at);
      v128.store(to, f64x2.add(v128.load(pairAt(z, at)), f64x2.mul(v128.load(pairAt(ratios, w)), v128.load(to))));
    }
}
