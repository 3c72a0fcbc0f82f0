import { logGamma } from "../../../stats/gamma.ts";
import { logFactorial } from "../../../stats/random.ts";

/**
 * What the latent class model says of the sizes n of its K classes with sticks and capture probabilities integrated out. With A_k the
 * cases behind the first k sticks and N all of them, the sizes have the prior
 * α^(K−1) Γ(α + A_(K−1)) / Γ(1 + α + N) · Π_(k=1..K−2) 1 / (α + A_k) · Π_(k<K) Γ(1 + n_k).
 */

/** Logarithm of the prior of the sizes with classes a < b exchanged, over the prior as they are. */
export function gainOfExchange(
  sizes: Float64Array,
  { alpha, a, b }: { alpha: number; a: number; b: number },
): number {
  const last = sizes.length - 1;
  const [first, second] = [sizes[a]!, sizes[b]!];
  let behind = 0;
  let gain = 0;
  for (let k = last; k > a; k--) {
    behind += sizes[k]!;
    if (k <= b && k < last) gain += Math.log((alpha + behind) / (alpha + behind + first - second));
  }
  if (b < last) return gain;
  const ofLast = (n: number) => logGamma(alpha + n) - logFactorial(n);
  return gain + ofLast(first) - ofLast(second);
}

/** Logarithm of the posterior of log α given the sizes, up to a constant, under a gamma prior of α. */
export function concentrationPosterior(
  sizes: Float64Array,
  { shape, rate, total }: { shape: number; rate: number; total: number },
): (logAlpha: number) => number {
  const last = sizes.length - 1;
  return logAlpha => {
    const alpha = Math.exp(logAlpha);
    let behind = sizes[last]!;
    let sum =
      (shape + last) * logAlpha - rate * alpha - logGamma(1 + alpha + total) + logGamma(alpha + behind);
    for (let k = last - 1; k > 0; k--) {
      behind += sizes[k]!;
      sum -= Math.log(alpha + behind);
    }
    return sum;
  };
}
