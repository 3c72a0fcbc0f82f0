// Steps of conjugate gradients on vectors of n pairs. Sums of both columns are written at `sums`.

import { pairAt, pairOf } from "./inline/rows.as";

/** `x'y`. */
export function innerProducts(x: usize, y: usize, n: i32, sums: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) sum = f64x2.add(sum, f64x2.mul(v128.load(pairAt(x, i)), v128.load(pairAt(y, i))));
  v128.store(sums, sum);
}

/** `x += step * by`, each column by its own step. */
export function advance(x: usize, by: usize, n: i32, stepA: f64, stepB: f64): void {
  const step = pairOf(stepA, stepB);
  for (let i = 0; i < n; i++) v128.store(pairAt(x, i), f64x2.add(v128.load(pairAt(x, i)), f64x2.mul(step, v128.load(pairAt(by, i)))));
}

/** One step of a solve by the diagonal: `x += step * direction`, `residual -= step * change`, `out = inverse * residual`, and `residual'out`. */
export function descend(
  x: usize, direction: usize, residual: usize, change: usize, n: i32, stepA: f64, stepB: f64, inverse: usize, out: usize, sums: usize,
): void {
  const step = pairOf(stepA, stepB);
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) {
    v128.store(pairAt(x, i), f64x2.add(v128.load(pairAt(x, i)), f64x2.mul(step, v128.load(pairAt(direction, i)))));
    const left = f64x2.sub(v128.load(pairAt(residual, i)), f64x2.mul(step, v128.load(pairAt(change, i))));
    v128.store(pairAt(residual, i), left);
    const scaled = f64x2.mul(v128.load64_splat(inverse + (<usize>i << 3)), left);
    v128.store(pairAt(out, i), scaled);
    sum = f64x2.add(sum, f64x2.mul(left, scaled));
  }
  v128.store(sums, sum);
}

/** `out = inverse * x` with one inverse a pair, and `x'out`. */
export function scaleBy(inverse: usize, x: usize, n: i32, out: usize, sums: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) {
    const value = v128.load(pairAt(x, i));
    const scaled = f64x2.mul(v128.load64_splat(inverse + (<usize>i << 3)), value);
    v128.store(pairAt(out, i), scaled);
    sum = f64x2.add(sum, f64x2.mul(value, scaled));
  }
  v128.store(sums, sum);
}

/** `direction = z + ratio * direction`. */
export function redirect(direction: usize, z: usize, n: i32, ratioA: f64, ratioB: f64): void {
  const ratio = pairOf(ratioA, ratioB);
  for (let i = 0; i < n; i++)
    v128.store(pairAt(direction, i), f64x2.add(v128.load(pairAt(z, i)), f64x2.mul(ratio, v128.load(pairAt(direction, i)))));
}

/** Copies pairs. */
export function copyPairs(from: usize, n: i32, to: usize): void {
  memory.copy(to, from, <usize>n << 4);
}

/** A view of shared memory fills it an order of magnitude more slowly. */
export function zeroBytes(from: usize, bytes: usize): void {
  memory.fill(from, 0, bytes);
}
