const LOG_SQRT_2PI = 0.9189385332046728;
/** Above this the asymptotic series is exact to the last digit. */
const STIRLING_FROM = 15;

/** Stirling's remainder log Γ(x + 1) − [(x + ½) log x − x + ½ log 2π], for x > 0 (DLMF 5.11.1). */
export function stirlingError(x: number): number {
  if (x < STIRLING_FROM) return logGamma(x + 1) - (x + 0.5) * Math.log(x) + x - LOG_SQRT_2PI;
  return stirlingSeries(x);
}

function stirlingSeries(x: number): number {
  const r = 1 / (x * x);
  return (
    (1 / 12 -
      r * (1 / 360 - r * (1 / 1260 - r * (1 / 1680 - r * (1 / 1188 - r * (691 / 360360 - r * (1 / 156))))))) /
    x
  );
}

/** log Γ(x) for x > 0; NaN for other x. Small x is shifted up by the recurrence, then Stirling's series (DLMF 5.11.1). */
export function logGamma(x: number): number {
  if (!(x > 0)) return Number.NaN;
  if (x === Number.POSITIVE_INFINITY) return x;
  let product = 1;
  let z = x;
  while (z < STIRLING_FROM) {
    product *= z;
    z += 1;
  }
  return (z - 0.5) * Math.log(z) - z + LOG_SQRT_2PI + stirlingSeries(z) - Math.log(product);
}

/** log Γ(a)Γ(b)/Γ(a + b) without the cancellation of three large terms. */
export function logBeta(a: number, b: number): number {
  const n = a + b;
  if (a < STIRLING_FROM || b < STIRLING_FROM) {
    if (n < 1e3) return logGamma(a) + logGamma(b) - logGamma(n);
  }
  return -Math.log((a * b) / n) - logChoose(a, b);
}

/** log Γ(a + b + 1)/(Γ(a + 1)Γ(b + 1)). */
export function logChoose(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  const n = a + b;
  return (
    stirlingError(n) -
    stirlingError(a) -
    stirlingError(b) -
    a * Math.log(a / n) -
    b * Math.log(b / n) +
    0.5 * Math.log(n / a / b) -
    LOG_SQRT_2PI
  );
}

/**
 * x log(x/m) + m − x, the deviance term of Loader (2000), "Fast and accurate computation of binomial probabilities".
 * Near x = m it is summed as a series, because the plain formula loses all its digits there.
 */
export function devianceTerm(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) > 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let sum = (x - m) * v;
  let term = 2 * x * v;
  for (let j = 1; j < 1000; j++) {
    term *= v * v;
    const next = sum + term / (2 * j + 1);
    if (next === sum) break;
    sum = next;
  }
  return sum;
}

/** λ^x e^−λ / Γ(x + 1) for real x >= 0 (Loader 2000). */
export function poissonTerm(x: number, lambda: number): number {
  if (lambda === 0) return x === 0 ? 1 : 0;
  if (x === 0) return Math.exp(-lambda);
  return Math.exp(-stirlingError(x) - devianceTerm(x, lambda) - LOG_SQRT_2PI) / Math.sqrt(x);
}

/** Lower and upper regularised incomplete gamma function P(a, x), Q(a, x); the smaller of the two has full relative accuracy. */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const front = poissonTerm(a, x);
  if (x < a + 1) {
    const lower = Math.min(1, front * gammaSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, front * a * gammaFraction(a, x));
  return { lower: 1 - upper, upper };
}

/** Σ x^k / ((a + 1) ... (a + k)), DLMF 8.11.4. */
function gammaSeries(a: number, x: number): number {
  let term = 1;
  let sum = 1;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Continued fraction of Γ(a, x) e^x x^−a, DLMF 8.9.2, by Lentz's method. */
function gammaFraction(a: number, x: number): number {
  let b = x + 1 - a;
  let c = Number.MAX_VALUE;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    d = 1 / (an * d + b);
    c = b + an / c;
    const step = c * d;
    h *= step;
    if (Math.abs(step - 1) < 1e-16) break;
  }
  return h;
}
