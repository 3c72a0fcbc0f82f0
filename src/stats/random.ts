import { logGamma } from "./gamma.ts";

/** A stream of random numbers that its seed fixes. */
export interface Random {
  /** Uniform on (0, 1), 53 bits, never 0 or 1. */
  uniform(): number;
  normal(): number;
  /** Gamma of the given shape (> 0) and unit scale. */
  gamma(shape: number): number;
  /** Logarithm of a gamma draw; tiny shapes, whose draws underflow, keep theirs. */
  logGamma(shape: number): number;
  beta(a: number, b: number): number;
  poisson(mean: number): number;
  binomial(n: number, p: number): number;
  /** Writes into `counts` a multinomial draw of `n` over the probabilities (need not sum to 1). */
  multinomial(n: number, probabilities: Float64Array, counts: Float64Array): void;
}

/** xoshiro128** (Blackman and Vigna 2021), its state filled from the seed (a whole number) by splitmix32. */
export function random(seed: number): Random {
  return new Xoshiro(seed);
}

class Xoshiro implements Random {
  private a: number;
  private b: number;
  private c: number;
  private d: number;
  private spare = Number.NaN;

  constructor(seed: number) {
    let state = seed | 0;
    // The upper half of a seed beyond 32 bits counts too.
    state = Math.imul(state ^ Math.floor(seed / 4294967296), 0x9e3779b1) ^ state;
    const next = () => {
      state = (state + 0x9e3779b9) | 0;
      let z = state;
      z = Math.imul(z ^ (z >>> 16), 0x85ebca6b);
      z = Math.imul(z ^ (z >>> 13), 0xc2b2ae35);
      return z ^ (z >>> 16);
    };
    this.a = next();
    this.b = next();
    this.c = next();
    this.d = next() | 1;
  }

  private word(): number {
    const product = Math.imul(this.b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    const shifted = this.b << 9;
    this.c ^= this.a;
    this.d ^= this.b;
    this.b ^= this.c;
    this.a ^= this.d;
    this.c ^= shifted;
    this.d = (this.d << 11) | (this.d >>> 21);
    return result >>> 0;
  }

  uniform(): number {
    return ((this.word() >>> 5) * 67108864 + (this.word() >>> 6) + 0.5) / 9007199254740992;
  }

  /** Polar method of Marsaglia and Bray (1964). */
  normal(): number {
    if (!Number.isNaN(this.spare)) {
      const value = this.spare;
      this.spare = Number.NaN;
      return value;
    }
    for (;;) {
      const u = 2 * this.uniform() - 1;
      const v = 2 * this.uniform() - 1;
      const s = u * u + v * v;
      if (s >= 1 || s === 0) continue;
      const factor = Math.sqrt((-2 * Math.log(s)) / s);
      this.spare = v * factor;
      return u * factor;
    }
  }

  /** Marsaglia and Tsang (2000), "A simple method for generating gamma variables". */
  gamma(shape: number): number {
    if (shape < 1) return this.gamma(shape + 1) * this.uniform() ** (1 / shape);
    const d = shape - 1 / 3;
    const c = 1 / Math.sqrt(9 * d);
    for (;;) {
      const x = this.normal();
      const root = 1 + c * x;
      if (root <= 0) continue;
      const v = root * root * root;
      const u = this.uniform();
      if (u < 1 - 0.0331 * x * x * x * x || Math.log(u) < 0.5 * x * x + d * (1 - v + Math.log(v)))
        return d * v;
    }
  }

  logGamma(shape: number): number {
    return shape < 1
      ? Math.log(this.gamma(shape + 1)) + Math.log(this.uniform()) / shape
      : Math.log(this.gamma(shape));
  }

  beta(a: number, b: number): number {
    const x = this.gamma(a);
    const y = this.gamma(b);
    // Two tiny shapes can both underflow; the draw is then one of the ends, in proportion.
    if (x + y === 0) return this.uniform() < a / (a + b) ? 1 : 0;
    return x / (x + y);
  }

  /** Transformed rejection PTRS of Hörmann (1993), multiplication below a mean of 10. */
  poisson(mean: number): number {
    if (mean < 10) return this.smallPoisson(mean);
    const b = 0.931 + 2.53 * Math.sqrt(mean);
    const a = -0.059 + 0.02483 * b;
    const inverse = 1.1239 + 1.1328 / (b - 3.4);
    const quick = 0.9277 - 3.6224 / (b - 2);
    const log = Math.log(mean);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + mean + 0.43);
      if (us >= 0.07 && v <= quick) return k;
      if (k < 0 || (us < 0.013 && v > us)) continue;
      if (Math.log((v * inverse) / (a / (us * us) + b)) <= k * log - mean - logFactorial(k)) return k;
    }
  }

  private smallPoisson(mean: number): number {
    if (mean <= 0) return 0;
    const limit = Math.exp(-mean);
    let product = this.uniform();
    let k = 0;
    while (product > limit) {
      product *= this.uniform();
      k++;
    }
    return k;
  }

  /** Transformed rejection BTRS of Hörmann (1993), inversion where n·p is below 10. */
  binomial(n: number, p: number): number {
    if (p > 0.5) return n - this.binomial(n, 1 - p);
    if (n <= 0 || !(p > 0)) return 0;
    if (n * p < 10) return this.smallBinomial(n, p);
    const spread = Math.sqrt(n * p * (1 - p));
    const b = 1.15 + 2.53 * spread;
    const a = -0.0873 + 0.0248 * b + 0.01 * p;
    const quick = 0.92 - 4.2 / b;
    const alpha = (2.83 + 5.1 / b) * spread;
    const odds = Math.log(p / (1 - p));
    const mode = Math.floor((n + 1) * p);
    const top = logFactorial(mode) + logFactorial(n - mode);
    for (;;) {
      const u = this.uniform() - 0.5;
      const v = this.uniform();
      const us = 0.5 - Math.abs(u);
      const k = Math.floor(((2 * a) / us + b) * u + n * p + 0.5);
      if (us >= 0.07 && v <= quick) return k;
      if (k < 0 || k > n) continue;
      const height = top - logFactorial(k) - logFactorial(n - k) + (k - mode) * odds;
      if (Math.log((v * alpha) / (a / (us * us) + b)) <= height) return k;
    }
  }

  private smallBinomial(n: number, p: number): number {
    const ratio = p / (1 - p);
    const start = Math.exp(n * Math.log1p(-p));
    for (;;) {
      let u = this.uniform();
      let probability = start;
      // A sum of probabilities may fall short of 1 by rounding; then the draw is made again.
      for (let k = 0; k <= n && k < 200; k++) {
        if (u < probability) return k;
        u -= probability;
        probability *= (ratio * (n - k)) / (k + 1);
      }
    }
  }

  multinomial(n: number, probabilities: Float64Array, counts: Float64Array): void {
    let total = 0;
    for (let i = 0; i < probabilities.length; i++) total += probabilities[i]!;
    const last = probabilities.length - 1;
    if (n <= last) {
      // Few things over many cells: one uniform a thing is cheaper than one binomial a cell.
      counts.fill(0, 0, last + 1);
      for (let draw = 0; draw < n; draw++) {
        let u = this.uniform() * total;
        let i = 0;
        while (i < last && u >= probabilities[i]!) u -= probabilities[i++]!;
        counts[i]!++;
      }
      return;
    }
    let left = n;
    for (let i = 0; i < last; i++) {
      const p = probabilities[i]!;
      const draw = left > 0 && p > 0 ? this.binomial(left, Math.min(1, p / total)) : 0;
      counts[i] = draw;
      left -= draw;
      total -= p;
    }
    counts[last] = left;
  }
}

const TABLE = new Float64Array(2048);
for (let k = 1; k < TABLE.length; k++) TABLE[k] = logGamma(k + 1);

/** log k! for a whole number k >= 0. */
export function logFactorial(k: number): number {
  return k < TABLE.length ? TABLE[k]! : logGamma(k + 1);
}
