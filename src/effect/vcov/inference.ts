import { fSf, normalQuantile, normalTwoSided, tQuantile, tSf } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";

/** One row of a regression table. */
export interface TermEstimate {
  readonly term: string;
  readonly estimate: number;
  readonly se: number;
  readonly statistic: number;
  readonly p: number;
  readonly low: number;
  readonly high: number;
}

export interface Distribution {
  readonly kind: "t" | "normal";
  /** Degrees of freedom; not used by the normal. */
  readonly df: number;
  /** Where each coefficient has its own. */
  readonly dfs?: Float64Array | undefined;
}

/** Two-sided p value of a statistic. */
export function twoSided(statistic: number, { kind, df }: Distribution): number {
  if (Number.isNaN(statistic)) return Number.NaN;
  return kind === "t" ? Math.min(1, 2 * tSf(Math.abs(statistic), df)) : normalTwoSided(statistic);
}

/** Half-width of an interval in standard errors. */
export function criticalValue(level: number, { kind, df }: Distribution): number {
  const p = 1 - (1 - level) / 2;
  return kind === "t" ? tQuantile(p, df) : normalQuantile(p);
}

/** Estimates with standard error, statistic, p value and interval (`level` 0.95). */
export function inferTerms(
  names: readonly string[],
  coefficients: ArrayLike<number>,
  {
    matrix,
    distribution,
    level = 0.95,
  }: { matrix: Float64Array; distribution: Distribution; level?: number },
): TermEstimate[] {
  const k = names.length;
  const common = k === 0 ? 0 : criticalValue(level, distribution);
  return names.map((term, j) => {
    const own = distribution.dfs === undefined ? distribution : { ...distribution, df: distribution.dfs[j]! };
    const width = distribution.dfs === undefined ? common : criticalValue(level, own);
    const estimate = coefficients[j]!;
    const se = Math.sqrt(matrix[j * k + j]!);
    const statistic = estimate / se;
    const p = twoSided(statistic, own);
    return { term, estimate, se, statistic, p, low: estimate - width * se, high: estimate + width * se };
  });
}

export interface WaldTest {
  readonly F: number;
  readonly p: number;
  readonly df1: number;
  readonly df2: number;
}

/** F form of the Wald test that the coefficients at `positions` are all zero. */
export function waldTest(
  coefficients: ArrayLike<number>,
  { matrix, positions, df2 }: { matrix: Float64Array; positions: readonly number[]; df2: number },
): WaldTest {
  const k = coefficients.length;
  const q = positions.length;
  const part = Float64Array.from({ length: q * q }, (_, at) => {
    return matrix[positions[Math.floor(at / q)]! * k + positions[at % q]!]!;
  });
  const b = positions.map(position => coefficients[position]!);
  const solved = choleskySolve(orderedCholesky(part, { tolerance: 1e-14 }).factor, b);
  const F = b.reduce((sum, value, i) => sum + value * solved[i]!, 0) / q;
  return { F, p: fSf(F, q, df2), df1: q, df2 };
}
