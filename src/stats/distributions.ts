/**
 * Distribution functions, survival functions (upper tails) and quantiles to about 1e-12 relative, also in the tails.
 * Quantiles answer NaN for p outside [0, 1].
 */
import { betaFront, incompleteBeta } from "./beta.ts";
import { incompleteGamma, poissonTerm } from "./gamma.ts";
import { normalCdf, normalQuantile, normalSf } from "./normal.ts";
import { solveTail } from "./solve-tail.ts";

export { normalCdf, normalPdf, normalQuantile, normalSf } from "./normal.ts";

/** P(X <= x) for X ~ Beta(a, b). */
export function betaCdf(x: number, a: number, b: number): number {
  return incompleteBeta(a, b, x).lower;
}

/** P(X > x) for X ~ Beta(a, b). */
export function betaSf(x: number, a: number, b: number): number {
  return incompleteBeta(a, b, x).upper;
}

/** Quantile of Beta(a, b). */
export function betaQuantile(p: number, a: number, b: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p;
  return 1 / (1 + Math.exp(-betaLogitQuantile(p, 1 - p, [a, b])));
}

/** logit of the Beta quantile: neither end of (0, 1) loses digits. `q` = 1 − p. */
function betaLogitQuantile(p: number, q: number, [a, b]: readonly [number, number]): number {
  const tails = (u: number) => {
    const x = 1 / (1 + Math.exp(-u));
    const y = 1 / (1 + Math.exp(u));
    return { ...incompleteBeta(a, b, x, y), density: betaFront(a, b, x, y) };
  };
  return solveTail(tails, p, { start: Math.log(a / b), q });
}

/** P(T <= t), Student's t with `df` degrees of freedom (real, > 0; Infinity is the normal). */
export function tCdf(t: number, df: number): number {
  return tSf(-t, df);
}

/** P(T > t). Two-sided p value: 2 · tSf(|t|, df). */
export function tSf(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalSf(t);
  if (Number.isNaN(t)) return t;
  const square = t * t;
  const x = square === Number.POSITIVE_INFINITY ? 0 : df / (df + square);
  const half =
    0.5 *
    incompleteBeta(df / 2, 0.5, x, square === Number.POSITIVE_INFINITY ? 1 : square / (df + square)).lower;
  return t >= 0 ? half : 1 - half;
}

/** Quantile of Student's t. */
export function tQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p);
  if (p === 0.5) return 0;
  if (p === 0 || p === 1) return p === 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const tail = Math.min(p, 1 - p);
  const size = Math.sqrt(df * Math.exp(-betaLogitQuantile(2 * tail, 1 - 2 * tail, [df / 2, 0.5])));
  return p < 0.5 ? -size : size;
}

/** P(X <= x) for a chi-square with `df` degrees of freedom. */
export function chiSquareCdf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).lower;
}

/** P(X > x) for a chi-square. */
export function chiSquareSf(x: number, df: number): number {
  return incompleteGamma(df / 2, x / 2).upper;
}

/** Quantile of the chi-square. */
export function chiSquareQuantile(p: number, df: number): number {
  return 2 * gammaQuantile(p, df / 2);
}

/** P(X <= x) for a gamma of the given shape and unit scale. */
export function gammaCdf(x: number, shape: number): number {
  return incompleteGamma(shape, x).lower;
}

/** Quantile of a gamma of the given shape and unit scale. */
export function gammaQuantile(p: number, shape: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY;
  const tails = (u: number) => {
    const x = Math.exp(u);
    return { ...incompleteGamma(shape, x), density: shape * poissonTerm(shape, x) };
  };
  return Math.exp(solveTail(tails, p, { start: Math.log(shape) }));
}

/** P(X <= x) for Snedecor's F with `df1` and `df2` degrees of freedom; df2 may be Infinity. */
export function fCdf(x: number, df1: number, df2: number): number {
  return fTails(x, df1, df2).lower;
}

/** P(X > x) for Snedecor's F. */
export function fSf(x: number, df1: number, df2: number): number {
  return fTails(x, df1, df2).upper;
}

function fTails(x: number, df1: number, df2: number): { lower: number; upper: number } {
  if (Number.isNaN(x)) return { lower: x, upper: x };
  if (x <= 0) return { lower: 0, upper: 1 };
  if (df2 === Number.POSITIVE_INFINITY) return incompleteGamma(df1 / 2, (x * df1) / 2);
  const odds = (df1 * x) / df2;
  return incompleteBeta(
    df1 / 2,
    df2 / 2,
    odds === Number.POSITIVE_INFINITY ? 1 : odds / (1 + odds),
    1 / (1 + odds),
  );
}

/** Quantile of Snedecor's F. */
export function fQuantile(p: number, df1: number, df2: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN;
  if (p === 0 || p === 1) return p === 0 ? 0 : Number.POSITIVE_INFINITY;
  if (df2 === Number.POSITIVE_INFINITY) return chiSquareQuantile(p, df1) / df1;
  return (Math.exp(betaLogitQuantile(p, 1 - p, [df1 / 2, df2 / 2])) * df2) / df1;
}

/** P(X <= k) for X ~ Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 0;
  return whole >= n ? 1 : incompleteBeta(whole + 1, n - whole, p).upper;
}

/** P(X > k) for X ~ Binomial(n, p). */
export function binomialSf(k: number, n: number, p: number): number {
  const whole = Math.floor(k);
  if (whole < 0) return 1;
  return whole >= n ? 0 : incompleteBeta(whole + 1, n - whole, p).lower;
}

/** Smallest k with P(X <= k) >= q for X ~ Binomial(n, p). */
export function binomialQuantile(q: number, n: number, p: number): number {
  if (!(q >= 0 && q <= 1)) return Number.NaN;
  return smallest(k => binomialCdf(k, n, p) >= q, n * p + normalQuantile(q) * Math.sqrt(n * p * (1 - p)), n);
}

/** P(X <= k) for X ~ Poisson(lambda). */
export function poissonCdf(k: number, lambda: number): number {
  const whole = Math.floor(k);
  return whole < 0 ? 0 : incompleteGamma(whole + 1, lambda).upper;
}

/** P(X > k) for X ~ Poisson(lambda). */
export function poissonSf(k: number, lambda: number): number {
  const whole = Math.floor(k);
  return whole < 0 ? 1 : incompleteGamma(whole + 1, lambda).lower;
}

/** Smallest integer in [0, n] that `reached` holds for, searched outwards from a guess; `reached` is monotone. */
function smallest(reached: (k: number) => boolean, guess: number, n: number): number {
  let at = Math.min(n, Math.max(0, Number.isFinite(guess) ? Math.round(guess) : guess > 0 ? n : 0));
  let step = 1;
  let low = -1;
  let high = n;
  if (reached(at)) {
    for (high = at; high - step >= 0 && reached(high - step); step *= 2) high -= step;
    low = Math.max(-1, high - step);
  } else {
    for (low = at; low + step <= n && !reached(low + step); step *= 2) low += step;
    high = Math.min(n, low + step);
  }
  while (high - low > 1) {
    at = (low + high) >> 1;
    if (reached(at)) high = at;
    else low = at;
  }
  return high;
}

/** Clopper-Pearson limits for `x` successes in `n`, two-sided at `level`. */
export function clopperPearson(x: number, n: number, level = 0.95): readonly [number, number] {
  const tail = (1 - level) / 2;
  return [x === 0 ? 0 : betaQuantile(tail, x, n - x + 1), x === n ? 1 : betaQuantile(1 - tail, x + 1, n - x)];
}

/** Wilson (1927) score interval for a share `p` observed in `n`, two-sided at `level`. */
export function wilson(p: number, n: number, level = 0.95): readonly [number, number] {
  const z = normalQuantile(1 - (1 - level) / 2);
  const spread = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / (1 + (z * z) / n);
  const centre = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)];
}

/** P(Z <= z) of a standard normal, two-sided p value of z. */
export function normalTwoSided(z: number): number {
  return 2 * normalCdf(-Math.abs(z));
}
