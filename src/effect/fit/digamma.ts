/** Asymptotic series are used from here on; smaller arguments are raised by recurrence. */
const LARGE = 8;

/** Derivative of the logarithm of the gamma function, for x > 0 (Abramowitz and Stegun 6.3.18). */
export function digamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift -= 1 / z;
  const r = 1 / (z * z);
  const series =
    r * (1 / 12 - r * (1 / 120 - r * (1 / 252 - r * (1 / 240 - r * (1 / 132 - (r * 691) / 32760)))));
  return shift + Math.log(z) - 0.5 / z - series;
}

/** Second derivative of the logarithm of the gamma function, for x > 0 (Abramowitz and Stegun 6.4.12). */
export function trigamma(x: number): number {
  let shift = 0;
  let z = x;
  for (; z < LARGE; z++) shift += 1 / (z * z);
  const r = 1 / (z * z);
  const series = r * (1 / 6 - r * (1 / 30 - r * (1 / 42 - r * (1 / 30 - r * (5 / 66 - (r * 691) / 2730)))));
  return shift + 1 / z + r / 2 + series / z;
}
