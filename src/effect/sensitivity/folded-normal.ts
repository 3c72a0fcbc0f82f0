import { normalCdf, normalPdf, normalQuantile } from "../../stats/index.ts";

/** The `level` quantile of |N(bias, 1)|: critical value of a fixed-length interval with that bias in standard errors. */
export function foldedQuantile(bias: number, level: number): number {
  const b = Math.abs(bias);
  if (b > 12) return b + normalQuantile(level);
  let c = Math.max(normalQuantile((1 + level) / 2), b + normalQuantile(level));
  for (let round = 0; round < 100; round++) {
    const excess = normalCdf(c - b) - normalCdf(-c - b) - level;
    const step = excess / (normalPdf(c - b) + normalPdf(c + b));
    c -= step;
    if (Math.abs(step) < 1e-14 * c) break;
  }
  return c;
}
