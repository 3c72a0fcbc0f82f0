/** Nanoseconds a byte of a triad, `a = b + s c` over arrays larger than any cache (McCalpin's STREAM counts 24 bytes an entry). */
export function nanosecondsAByte() {
  const n = 8_000_000;
  const [a, b, c] = [1, 2, 3].map(value => new Float64Array(n).fill(value));
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < 8; run++)
    best = Math.min(
      best,
      spent(() => triad(a, b, c)),
    );
  return (1e6 * best) / (24 * n);
}

function triad(a, b, c) {
  for (let i = 0; i < a.length; i++) a[i] = b[i] + 3 * c[i];
}

/** Processor time of this process, in milliseconds. */
export function spent(work) {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Bytes that must move. Least squares: columns and codes twice, and the codes of the effects but the first in every iteration of the solve, once for two
 * columns. A Poisson model: columns and codes twice, and in each of its steps the regressors, the means to and fro, and the codes; its solves are left
 * out, so that is less than any must move.
 */
export function leastBytes({ rows, effects, regressors, model, iterations }) {
  const twice = 2 * (8 * (1 + regressors) + 4 * effects);
  const each =
    model === "ols"
      ? 4 * (effects - 1) * iterations * Math.ceil((1 + regressors) / 2)
      : STEPS * (8 * regressors + 16 + 4 * effects);
  return rows * (twice + each);
}

/** Steps of a Poisson model from means without regressors to its end. */
const STEPS = 6;
