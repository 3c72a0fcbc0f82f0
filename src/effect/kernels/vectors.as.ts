// Steps of conjugate gradients on vectors of n pairs. Sums of both columns are written at `sums`.

@inline
function at(vector: usize, i: i32): usize {
  return vector + (<usize>i << 4);
}

@inline
function two(a: f64, b: f64): v128 {
  return f64x2.replace_lane(f64x2.splat(a), 1, b);
}

/** `x'y`. */
export function innerProducts(x: usize, y: usize, n: i32, sums: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) sum = f64x2.add(sum, f64x2.mul(v128.load(at(x, i)), v128.load(at(y, i))));
  v128.store(sums, sum);
}

/** `x += step * by`, each column by its own step. */
export function advance(x: usize, by: usize, n: i32, stepA: f64, stepB: f64): void {
  const step = two(stepA, stepB);
  for (let i = 0; i < n; i++) v128.store(at(x, i), f64x2.add(v128.load(at(x, i)), f64x2.mul(step, v128.load(at(by, i)))));
}

/** `out = inverse * x` with one inverse a pair, and `x'out`. */
export function scaleBy(inverse: usize, x: usize, n: i32, out: usize, sums: usize): void {
  let sum = f64x2.splat(0);
  for (let i = 0; i < n; i++) {
    const value = v128.load(at(x, i));
    const scaled = f64x2.mul(v128.load64_splat(inverse + (<usize>i << 3)), value);
    v128.store(at(out, i), scaled);
    sum = f64x2.add(sum, f64x2.mul(value, scaled));
  }
  v128.store(sums, sum);
}

/** `direction = z + ratio * direction`. */
export function redirect(direction: usize, z: usize, n: i32, ratioA: f64, ratioB: f64): void {
  const ratio = two(ratioA, ratioB);
  for (let i = 0; i < n; i++)
    v128.store(at(direction, i), f64x2.add(v128.load(at(z, i)), f64x2.mul(ratio, v128.load(at(direction, i)))));
}
