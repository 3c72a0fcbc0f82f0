import type { Random } from "../../../stats/random.ts";

/** Steps outward on one side, and of shrinking; enough for any density that falls off at all. */
const MOST_STEPS = 60;

/**
 * The next state of a chain from `x` on, for a density on the line given by its logarithm: the slice sampler with stepping out and
 * shrinkage (Neal 2003, figures 3 and 5). `width` is about the spread of the density and matters for time only.
 */
export function sliceStep(
  logDensity: (x: number) => number,
  x: number,
  { width, stream }: { width: number; stream: Random },
): number {
  const level = logDensity(x) + Math.log(stream.uniform());
  let low = x - width * stream.uniform();
  let high = low + width;
  for (let step = 0; step < MOST_STEPS && logDensity(low) > level; step++) low -= width;
  for (let step = 0; step < MOST_STEPS && logDensity(high) > level; step++) high += width;
  for (let step = 0; step < MOST_STEPS; step++) {
    const next = low + (high - low) * stream.uniform();
    if (logDensity(next) > level) return next;
    if (next < x) low = next;
    else high = next;
  }
  return x;
}
