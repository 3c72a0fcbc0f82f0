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
 * Bytes that must move. Least squares: every column as it is given, ids among them, which are numbers of 8 bytes; then outcome and regressors again,
 * beside codes of 4; and the codes of the effects but the first in every iteration of the solve, once for two columns. A Poisson model: the same but
 * for the solves, which are left out, so that it is less than any must move; in each of its steps the regressors, the means to and fro, and the codes.
 */
export function leastBytes({ rows, effects, regressors, model, iterations }) {
  const numbers = 8 * (1 + regressors);
  const visits = numbers + 8 * effects + numbers + 4 * effects;
  const each =
    model === "ols"
      ? 4 * (effects - 1) * iterations * Math.ceil((1 + regressors) / 2)
      : STEPS * (8 * regressors + 16 + 4 * effects);
  return rows * (visits + each);
}

/** Steps of a Poisson model from means without regressors to its end. */
const STEPS = 6;
