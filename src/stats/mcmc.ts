/**
 * Convergence of Markov chains after Vehtari, Gelman, Simpson, Carpenter and Bürkner (2021), "Rank-normalization, folding, and
 * localization: an improved R-hat". A set of chains is a list of equally long arrays. Constant chains give NaN.
 */
import { betaQuantile, normalCdf, normalQuantile } from "./distributions.ts";
import { autocovariance } from "./fft.ts";

export type Chains = readonly Float64Array[];

/** The larger of the rank-normalised split R-hat of the draws and of the folded draws. Below 1.01 is good. */
export function rhat(chains: Chains): number {
  const halves = split(chains);
  const all = concat(halves);
  const median = quantile(all, 0.5);
  const folded = halves.map(chain => chain.map(x => Math.abs(x - median)));
  return Math.max(plainRhat(rankNormal(halves)), plainRhat(rankNormal(folded)));
}

/** Split R-hat of the draws as they are (Gelman and Rubin 1992), without ranks. */
export function rhatBasic(chains: Chains): number {
  return plainRhat(split(chains));
}

function plainRhat(chains: Chains): number {
  const n = chains[0]!.length;
  const between = n * variance(Float64Array.from(chains, mean));
  const within = chains.reduce((sum, chain) => sum + variance(chain), 0) / chains.length;
  return Math.sqrt((between / within + n - 1) / n);
}

/** Effective sample size of the bulk: of the rank-normalised draws. */
export function essBulk(chains: Chains): number {
  return ess(rankNormal(split(chains)));
}

/** The smaller of the effective sample sizes of the 5 % and 95 % quantiles. */
export function essTail(chains: Chains): number {
  return Math.min(essQuantile(chains, 0.05), essQuantile(chains, 0.95));
}

/** Effective sample size of the mean. */
export function essMean(chains: Chains): number {
  return ess(split(chains));
}

/** Effective sample size of the standard deviation. */
export function essSd(chains: Chains): number {
  const centre = mean(concat(chains));
  return ess(split(chains.map(chain => chain.map(x => (x - centre) ** 2))));
}

/** Effective sample size of a quantile. */
export function essQuantile(chains: Chains, probability: number): number {
  const cut = quantile(concat(chains), probability);
  return ess(split(chains.map(chain => chain.map(x => (x <= cut ? 1 : 0)))));
}

/** Monte Carlo standard error of the mean. */
export function mcseMean(chains: Chains): number {
  return Math.sqrt(variance(concat(chains)) / essMean(chains));
}

/** Monte Carlo standard error of a quantile: half the width of the interval that the effective sample size leaves it. */
export function mcseQuantile(chains: Chains, probability: number): number {
  const size = essQuantile(chains, probability);
  const all = concat(chains).sort();
  const n = all.length;
  const at = (tail: number) => betaQuantile(tail, size * probability + 1, size * (1 - probability) + 1);
  const low = Math.max(Math.floor(at(normalCdf(-1)) * n), 1);
  const high = Math.min(Math.ceil(at(normalCdf(1)) * n), n);
  return (all[high - 1]! - all[low - 1]!) / 2;
}

/** Monte Carlo standard error of the standard deviation. */
export function mcseSd(chains: Chains): number {
  const all = concat(chains);
  const centre = mean(all);
  const squares = chains.map(chain => chain.map(x => (x - centre) ** 2));
  const second = mean(concat(squares));
  const fourth = mean(concat(squares).map(x => x * x));
  const size = essSd(chains);
  return Math.sqrt((fourth - second * second) / size / second / 4);
}

/** Effective sample size by Geyer's initial monotone sequence over all chains. */
function ess(chains: Chains): number {
  const m = chains.length;
  const n = chains[0]!.length;
  const covariances = chains.map(autocovariance);
  const within = (covariances.reduce((sum, each) => sum + each[0]!, 0) / m) * (n / (n - 1));
  const between = m > 1 ? variance(Float64Array.from(chains, mean)) : 0;
  const total = (within * (n - 1)) / n + between;
  const rho = (lag: number) =>
    1 - (within - covariances.reduce((sum, each) => sum + each[lag]!, 0) / m) / total;
  const pairs = monotonePairs(rho, n);
  return (m * n) / Math.max(pairs, 1 / Math.log10(m * n));
}

/** Integrated autocorrelation time: sums of neighbouring pairs, positive and not increasing, as Stan sums them. */
function monotonePairs(rho: (lag: number) => number, n: number): number {
  const values: number[] = [1, rho(1)];
  let even = 1;
  let odd = values[1]!;
  let t = 0;
  while (t < n - 5 && !Number.isNaN(even + odd) && even + odd > 0) {
    t += 2;
    even = rho(t);
    odd = rho(t + 1);
    if (even + odd >= 0) {
      values[t] = even;
      values[t + 1] = odd;
    }
  }
  const last = t;
  // The odd term after the last pair improves the estimate where it is positive.
  if (even > 0) values[last] = even;
  for (let at = 2; at <= last - 2; at += 2) {
    const before = values[at - 2]! + values[at - 1]!;
    if (values[at]! + values[at + 1]! > before) {
      values[at] = before / 2;
      values[at + 1] = before / 2;
    }
  }
  let sum = 0;
  for (let at = 0; at < last; at++) sum += values[at] ?? 0;
  return -1 + 2 * sum + (values[last] ?? 0);
}

/** Each chain cut into halves; the middle draw of an odd number is left out. */
function split(chains: Chains): Float64Array[] {
  const n = chains[0]!.length;
  const half = Math.floor(n / 2);
  return [...chains.map(chain => chain.slice(0, half)), ...chains.map(chain => chain.slice(n - half))];
}

/** Ranks over all chains (ties averaged) as normal scores, with Blom's offset 3/8. */
function rankNormal(chains: Chains): Float64Array[] {
  const all = concat(chains);
  const order = Uint32Array.from(all.keys()).sort((i, j) => all[i]! - all[j]!);
  const scores = new Float64Array(all.length);
  for (let first = 0; first < order.length; ) {
    let last = first;
    while (last + 1 < order.length && all[order[last + 1]!] === all[order[first]!]) last++;
    const score = normalQuantile(((first + last) / 2 + 1 - 3 / 8) / (all.length + 1 / 4));
    for (let at = first; at <= last; at++) scores[order[at]!] = score;
    first = last + 1;
  }
  let from = 0;
  return chains.map(chain => {
    from += chain.length;
    return scores.slice(from - chain.length, from);
  });
}

function concat(chains: Chains): Float64Array {
  const all = new Float64Array(chains.reduce((sum, chain) => sum + chain.length, 0));
  let at = 0;
  for (const chain of chains) {
    all.set(chain, at);
    at += chain.length;
  }
  return all;
}

/** Quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). */
export function quantile(values: Float64Array, probability: number): number {
  const sorted = values.slice().sort();
  const at = (sorted.length - 1) * probability;
  const low = Math.floor(at);
  const below = sorted[low]!;
  const above = sorted[Math.min(low + 1, sorted.length - 1)]!;
  return at === low ? below : below + (at - low) * (above - below);
}

/** Arithmetic mean. */
export function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]!;
  return sum / values.length;
}

/** Sample variance, divided by n − 1. */
export function variance(values: Float64Array): number {
  const centre = mean(values);
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += (values[i]! - centre) ** 2;
  return sum / (values.length - 1);
}
