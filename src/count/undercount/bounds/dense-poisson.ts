import { choleskyInverse, choleskySolve, orderedCholesky } from "../../../stats/linalg.ts";

export interface DenseFit {
  readonly beta: Float64Array;
  readonly mu: Float64Array;
  readonly deviance: number;
  readonly covariance: Float64Array;
  readonly converged: boolean;
}

/** Poisson regression with a log link on any small design (rows by cell) by Newton's method. */
export function fitPoisson(design: readonly Float64Array[], y: ArrayLike<number>): DenseFit {
  const n = design.length;
  const p = design[0]!.length;
  let mu = Float64Array.from({ length: n }, (_, i) => y[i]! + 0.5);
  let beta = new Float64Array(p);
  let factor: Float64Array = new Float64Array(p * p);
  let likelihood = Number.NEGATIVE_INFINITY;
  let converged = false;
  for (let iteration = 0; iteration < 100 && !converged; iteration++) {
    const first = iteration === 0;
    const gram = new Float64Array(p * p);
    const score = new Float64Array(p);
    for (let i = 0; i < n; i++) {
      const m = mu[i]!;
      const residual = first ? m * Math.log(m) + y[i]! - m : y[i]! - m;
      for (let j = 0; j < p; j++) {
        const weighted = m * design[i]![j]!;
        score[j]! += design[i]![j]! * residual;
        for (let k = 0; k <= j; k++) gram[j * p + k]! += weighted * design[i]![k]!;
      }
    }
    for (let j = 0; j < p; j++) for (let k = 0; k < j; k++) gram[k * p + j] = gram[j * p + k]!;
    factor = orderedCholesky(gram).factor;
    const step = choleskySolve(factor, score);
    const next = advance(design, y, { beta, step, likelihood });
    if (next === null) break;
    converged = step.every(value => Math.abs(value) < 1e-9);
    ({ beta, mu, likelihood } = next);
  }
  let deviance = 0;
  for (let i = 0; i < n; i++)
    deviance += 2 * ((y[i]! > 0 ? y[i]! * Math.log(y[i]! / mu[i]!) : 0) - (y[i]! - mu[i]!));
  return { beta, mu, deviance, covariance: choleskyInverse(factor), converged };
}

/** The step, halved until the likelihood does not fall; null where nothing helps. */
function advance(
  design: readonly Float64Array[],
  y: ArrayLike<number>,
  { beta, step, likelihood }: { beta: Float64Array; step: Float64Array; likelihood: number },
): { beta: Float64Array<ArrayBuffer>; mu: Float64Array<ArrayBuffer>; likelihood: number } | null {
  for (let factor = 1; factor > 1e-6; factor /= 2) {
    const trial = beta.map((value, j) => value + factor * step[j]!);
    const eta = Float64Array.from(design, row => row.reduce((sum, x, j) => sum + x * trial[j]!, 0));
    const mu = eta.map(Math.exp);
    const value = eta.reduce((sum, each, i) => sum + y[i]! * each - mu[i]!, 0);
    if (value >= likelihood - 1e-12 * Math.abs(likelihood)) return { beta: trial, mu, likelihood: value };
  }
  return null;
}
