/** Both tails of a distribution at a point, and its density there. */
export interface Tails {
  readonly lower: number;
  readonly upper: number;
  readonly density: number;
}

/**
 * Point u at which the lower tail is `p`, for a distribution whose density in u is log-concave: then the logarithm of each tail is
 * concave and Newton's method on it converges from anywhere. The smaller tail is solved for, so both ends keep their
 * relative accuracy. `q` is 1 − p where it is known more exactly.
 */
export function solveTail(
  tails: (u: number) => Tails,
  p: number,
  { start = 0, q = 1 - p }: { start?: number; q?: number } = {},
): number {
  const low = p <= q;
  const target = Math.log(low ? p : q);
  let u = start;
  let left = Number.NEGATIVE_INFINITY;
  let right = Number.POSITIVE_INFINITY;
  for (let i = 0; i < 500; i++) {
    const at = tails(u);
    const tail = low ? at.lower : at.upper;
    const gap = tail > 0 ? Math.log(tail) - target : Number.NEGATIVE_INFINITY;
    if (gap === 0) return u;
    if (gap < 0 === low) left = u;
    else right = u;
    const slope = (low ? at.density : -at.density) / tail;
    const newton = u - gap / slope;
    const next = newton > left && newton < right ? newton : between(left, right, u);
    if (Math.abs(next - u) <= 4e-16 * Math.abs(next) || next === u) return next;
    u = next;
  }
  return u;
}

/** The middle of the bracket, or a doubling step towards its open end. */
function between(left: number, right: number, u: number): number {
  if (left === Number.NEGATIVE_INFINITY) return u - Math.max(1, Math.abs(u));
  if (right === Number.POSITIVE_INFINITY) return u + Math.max(1, Math.abs(u));
  return (left + right) / 2;
}
