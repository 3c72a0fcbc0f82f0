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

/** Bytes that least squares must move: outcome, regressor and codes twice, and the codes of the other effects in every iteration of the solve. */
export const leastBytes = ({ rows, effects, iterations }) =>
  rows * (2 * (8 * 2 + 4 * effects) + 4 * (effects - 1) * iterations);
