import { devianceTerm, logBeta, stirlingError } from "./gamma.ts";

const LOG_2PI = 1.8378770664093456;

/** x^a (1 − x)^b / B(a, b), the derivative of I_x(a, b) by logit x, by Loader's saddle-point form; `y` is 1 − x. */
export function betaFront(a: number, b: number, x: number, y = 1 - x): number {
  const n = a + b;
  if (Math.min(a, b) < 1e-3) return Math.exp(a * Math.log(x) + b * Math.log(y) - logBeta(a, b));
  const log =
    stirlingError(n) - stirlingError(a) - stirlingError(b) - devianceTerm(a, n * x) - devianceTerm(b, n * y);
  return Math.exp(log) * Math.sqrt((a * b) / n) * Math.exp(-0.5 * LOG_2PI);
}

/**
 * Regularised incomplete beta function: lower I_x(a, b) and upper 1 − I_x(a, b); the smaller of the two has full relative
 * accuracy. `y` is 1 − x, given where it is known more exactly.
 */
export function incompleteBeta(a: number, b: number, x: number, y = 1 - x): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (y <= 0) return { lower: 1, upper: 0 };
  const front = betaFront(a, b, x, y);
  if (x <= (a + 1) / (a + b + 2)) {
    const lower = Math.min(1, front * betaFraction(a, b, [x, y]));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * betaFraction(b, a, [y, x]));
  return { lower: 1 - upper, upper };
}

/**
 * Continued fraction of Didonato and Morris (1992), "Significant digit computation of the incomplete beta function ratios", eq. 9,
 * by Lentz's method. It is written with a − (a + b)x, formed from the smaller of x and y, so that nothing cancels near 1.
 */
function betaFraction(a: number, b: number, [x, y]: readonly [number, number]): number {
  const lambda = x <= y ? a - (a + b) * x : (a + b) * y - b;
  const term = (n: number) =>
    n + (n * (b - n) * x) / (a + 2 * n - 1) + ((a + n) / (a + 2 * n + 1)) * (lambda + 1 + n * (1 + y));
  let h = guard((a / (a + 1)) * (lambda + 1));
  let c = h;
  let d = 0;
  for (let n = 1; n < 200_000; n++) {
    const denominator = a + 2 * n - 1;
    const alpha = (((a + n - 1) * (a + b + n - 1)) / (denominator * denominator)) * n * (b - n) * x * x;
    const beta = term(n);
    d = 1 / guard(beta + alpha * d);
    c = guard(beta + alpha / c);
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return 1 / h;
}

function guard(x: number): number {
  return Math.abs(x) < 1e-300 ? 1e-300 : x;
}
