import { quadraticForm, solveLinear } from "../../stats/linalg.ts";

/** A quadratic with a price on the size of loadings, which are linear. */
interface PricedProblem {
  readonly hessian: Float64Array;
  readonly linear: Float64Array;
  readonly start: Float64Array;
  readonly slopes: readonly Float64Array[];
  readonly count: number;
  readonly price: number;
}

/** How small `e` becomes beside the loadings. */
const LAST = 4e-13;
/** How near Newton's method comes to the minimum before the last `e`: the next starts from there. */
const ON_THE_WAY = 1e-4;

/**
 * Minimises `x'Hx/2 + g'x + price * sum |s + S x|` by Newton's method on `sqrt(w² + e²)` for `|w|`, with `e` lowered
 * step by step to rounding.
 */
export function smoothedMinimum({
  hessian,
  linear,
  start,
  slopes,
  count,
  price,
}: PricedProblem): Float64Array {
  const k = linear.length;
  let x = new Float64Array(k);
  if (k === 0) return x;
  const size = Math.max(1e-300, ...start.map(Math.abs));
  const loadingAt = (at: Float64Array, j: number) =>
    slopes.reduce((sum, slope, i) => sum + at[i]! * slope[j]!, start[j]!);
  for (let e = size; e > LAST * (size / 4); e /= 4) {
    const value = (at: Float64Array) => {
      let sum = quadraticForm(hessian, at) / 2;
      for (let i = 0; i < k; i++) sum += linear[i]! * at[i]!;
      for (let j = 0; j < count; j++) sum += price * Math.hypot(loadingAt(at, j), e);
      return sum;
    };
    for (let round = 0; round < 50; round++) {
      const gradient = linear.slice();
      const curvature = hessian.slice();
      for (let i = 0; i < k; i++) for (let j = 0; j < k; j++) gradient[i]! += hessian[i * k + j]! * x[j]!;
      for (let j = 0; j < count; j++) {
        const w = loadingAt(x, j);
        const root = Math.hypot(w, e);
        for (let a = 0; a < k; a++) {
          gradient[a]! += (price * w * slopes[a]![j]!) / root;
          for (let b = 0; b < k; b++)
            curvature[a * k + b]! += (price * e * e * slopes[a]![j]! * slopes[b]![j]!) / root ** 3;
        }
      }
      const step = solveLinear(curvature, gradient);
      if (step === null) break;
      const before = value(x);
      let length = 1;
      let next = x.map((v, i) => v - step[i]!);
      while (value(next) > before && length > 1e-10) {
        length /= 2;
        next = x.map((v, i) => v - length * step[i]!);
      }
      const moved = next.reduce((most, v, i) => Math.max(most, Math.abs(v - x[i]!)), 0);
      x = next;
      const near = e > LAST * size ? ON_THE_WAY : 1e-15;
      if (moved < near * (1 + Math.max(...x.map(Math.abs)))) break;
    }
  }
  return x;
}
