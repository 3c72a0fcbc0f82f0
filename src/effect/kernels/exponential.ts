/** Steps of the exponential between two powers of two. */
const STEPS = 64;
/** ln 2 in two parts, the first with few enough digits that its product with a whole number of up to 20 bits is exact. */
const LN2 = [0.6931471803691238, 1.9082149292705877e-10] as const;

/** What the exponential of `poisson-move.as.ts` reads, in the order it gives there. */
export function exponentialTables(): Float64Array {
  const constants = [
    ...[STEPS / Math.LN2, 1.5 * 2 ** 52, LN2[0] / STEPS, LN2[1] / STEPS],
    ...[1 / 120, 1 / 24, 1 / 6, 1 / 2, 1],
  ];
  const powers = Array.from({ length: STEPS }, (_, step) => 2 ** (step / STEPS));
  return Float64Array.from([...constants.flatMap(value => [value, value]), ...powers]);
}
