import { lognormalInterval } from "./two-lists.ts";

export interface LowerBound {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** The classic form n + f₁²/(2f₂) of Chao (1987); null without a case on two lists. */
export function chaoClassic(observed: number, f1: number, f2: number): number | null {
  return f2 > 0 ? observed + (f1 * f1) / (2 * f2) : null;
}

/** The bias-corrected form n + f₁(f₁−1)/(2(f₂+1)), which always exists. */
export function chaoBiasCorrected(observed: number, f1: number, f2: number): number {
  return observed + (f1 * (f1 - 1)) / (2 * (f2 + 1));
}

/**
 * Lower bound for the number of all cases from those on one list (f₁) and on two (f₂), bias-corrected, for a finite number of lists:
 * n + (t−1)/t · f₁(f₁−1)/(2(f₂+1)). It holds whatever the cases' chances of being reported are, as long as the lists are
 * independent given them; positive dependence only makes it lower. Variance as in Chao (1987), eq. 12 with the factor.
 */
export function chaoLowerBound(
  frequencies: ArrayLike<number>,
  { level = 0.95 }: { level?: number } = {},
): LowerBound {
  const lists = frequencies.length - 1;
  let observed = 0;
  for (let i = 1; i <= lists; i++) observed += frequencies[i]!;
  const f1 = frequencies[1] ?? 0;
  const f2 = frequencies[2] ?? 0;
  const a = (lists - 1) / lists;
  const value = observed + a * (chaoBiasCorrected(observed, f1, f2) - observed);
  const [low, high] = lognormalInterval(observed, { value, variance: variance({ a, f1, f2, value }) }, level);
  return { value, low, high };
}

function variance({ a, f1, f2, value }: { a: number; f1: number; f2: number; value: number }): number {
  if (f2 === 0)
    return Math.max(
      0,
      (a * f1 * (f1 - 1)) / 2 + (a * a * f1 * (2 * f1 - 1) ** 2) / 4 - (a * a * f1 ** 4) / (4 * value),
    );
  const r = f1 / f2;
  return f2 * ((a * r * r) / 2 + a * a * r ** 3 + (a * a * r ** 4) / 4);
}
