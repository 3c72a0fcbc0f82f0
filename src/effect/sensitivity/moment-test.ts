import { normalCdf, normalQuantile, normalSf } from "../../stats/index.ts";
import { multiply, orderedCholesky, transpose } from "../../stats/linalg.ts";
import { random } from "../../stats/random.ts";
import { Programme } from "./simplex.ts";

/** Restrictions `A delta <= d` on the bias of event-study coefficients; rows of A have one entry a coefficient. */
export interface Restriction {
  readonly rows: readonly Float64Array[];
  readonly d: readonly number[];
}

export interface MomentOptions {
  readonly beta: Float64Array;
  readonly sigma: Float64Array;
  readonly pre: number;
  /** Weights of the effects after treatment that make the parameter. */
  readonly weights: ArrayLike<number>;
  readonly alpha: number;
  /** Draws for the least favourable critical value, and their seed. */
  readonly draws: number;
  readonly seed: number;
}

/**
 * Tests `weights'effect = value` under a polyhedral restriction on the bias: the conditional-least-favourable hybrid test of
 * Andrews, Roth and Pakes (2023, sections 4 to 6) as Rambachan and Roth (2023, section 3.1) use it, with a first-stage size of alpha/10.
 * The effects beside the parameter are nuisance and concentrated out by a linear programme. The returned function says
 * whether a value is rejected.
 */
export function hybridTest(restriction: Restriction, options: MomentOptions): (value: number) => boolean {
  const { beta, sigma, pre, alpha } = options;
  const n = beta.length;
  // Rows that speak of coefficients before treatment alone say nothing of the effect.
  const rows = restriction.rows.filter(row => row.subarray(pre).some(entry => entry !== 0));
  const d = restriction.d.filter((_, at) => restriction.rows[at]!.subarray(pre).some(entry => entry !== 0));
  const m = rows.length;
  const a = Float64Array.from({ length: m * n }, (_, at) => rows[Math.floor(at / n)]![at % n]!);
  const omega = multiply(multiply(a, sigma, n), transpose(a, n), n);
  const sd = rows.map((_, j) => Math.sqrt(omega[j * m + j]!));
  const { own, nuisance } = changeOfBasis(rows, options);
  const programme = new Programme([...nuisance, Float64Array.from(sd)], [...nuisance.map(() => 0), 1]);
  const centre = multiply(a, beta, n).map((value, j) => value - d[j]!);
  const first = alpha / 10;
  const least = leastFavourable(programme, omega, { ...options, size: first });
  const size = (alpha - first) / (1 - first);
  return value => {
    const y = centre.map((entry, j) => entry - own[j]! * value);
    const { value: eta, x: lambda } = programme.maximize(y);
    if (eta > least) return true;
    const { low, high, sd: spread } = truncation(programme, { y, lambda, eta, omega });
    return eta > Math.max(0, truncatedQuantile(1 - size, { low, high: Math.min(high, least), sd: spread }));
  };
}

/** Loadings of the moments on the parameter and on the other effects, for effects written as the parameter and all but one of them. */
function changeOfBasis(
  rows: readonly Float64Array[],
  { pre, weights, beta }: Pick<MomentOptions, "pre" | "weights" | "beta">,
): { own: Float64Array; nuisance: Float64Array[] } {
  const post = beta.length - pre;
  let lead = 0;
  for (let j = 0; j < post; j++) if (Math.abs(weights[j]!) > Math.abs(weights[lead]!)) lead = j;
  const own = Float64Array.from(rows, row => row[pre + lead]! / weights[lead]!);
  const others = Array.from({ length: post }, (_, j) => j).filter(j => j !== lead);
  return {
    own,
    nuisance: others.map(j => Float64Array.from(rows, (row, at) => row[pre + j]! - own[at]! * weights[j]!)),
  };
}

/** Quantile of the statistic where every moment binds. */
function leastFavourable(
  programme: Programme,
  omega: Float64Array,
  { draws, seed, size }: { draws: number; seed: number; size: number },
): number {
  const m = programme.variables;
  const { factor } = orderedCholesky(omega, { tolerance: 1e-10 });
  const stream = random(seed);
  const values = Float64Array.from({ length: draws }, () => {
    const z = Float64Array.from({ length: m }, () => stream.normal());
    return programme.maximize(multiply(factor, z, m)).value;
  }).sort();
  return values[Math.min(draws - 1, Math.ceil((1 - size) * draws) - 1)]!;
}

/** Between which values of the statistic the same dual vertex stays optimal, given what is independent of it. */
function truncation(
  programme: Programme,
  { y, lambda, eta, omega }: { y: Float64Array; lambda: Float64Array; eta: number; omega: Float64Array },
): { low: number; high: number; sd: number } {
  const m = y.length;
  const loaded = multiply(omega, lambda, m);
  const variance = loaded.reduce((sum, value, j) => sum + value * lambda[j]!, 0);
  if (!(variance > 0)) return { low: eta, high: eta, sd: 0 };
  const slope = loaded.map(value => value / variance);
  const rest = y.map((value, j) => value - slope[j]! * eta);
  const sd = Math.sqrt(variance);
  // The optimum less the statistic is convex and piecewise linear, and zero between the limits: Newton's steps end on them.
  const limit = (side: 1 | -1): number => {
    let at = eta + side * 200 * sd;
    for (let round = 0; round < 100; round++) {
      const { value, x } = programme.maximize(rest.map((entry, j) => entry + slope[j]! * at));
      if (value - at <= 1e-9 * (Math.abs(at) + sd)) return round === 0 ? side * Number.POSITIVE_INFINITY : at;
      const [level, tilt] = x.reduce(
        ([l, t], weight, j) => [l + weight * rest[j]!, t + weight * slope[j]!],
        [0, 0],
      );
      const next = level / (1 - tilt);
      if (!Number.isFinite(next) || side * (next - eta) < 0) return eta;
      at = next;
    }
    return at;
  };
  return { low: limit(-1), high: limit(1), sd };
}

/** Quantile of a centred normal kept between two limits. */
function truncatedQuantile(p: number, { low, high, sd }: { low: number; high: number; sd: number }): number {
  if (sd === 0 || high <= low) return low;
  const [a, b] = [low / sd, high / sd];
  // Whichever tail the interval lies in keeps its digits.
  if (a > 0) {
    const upper = normalSf(a) - p * (normalSf(a) - normalSf(b));
    return Math.min(high, Math.max(low, -sd * normalQuantile(upper)));
  }
  const lower = normalCdf(a) + p * (normalCdf(b) - normalCdf(a));
  return Math.min(high, Math.max(low, sd * normalQuantile(lower)));
}
