import { random } from "../../../stats/random.ts";
import type { CaptureTable } from "../table/table.ts";
import { LatentClassSampler } from "./latent-class-sampler.ts";

export interface LatentClassOptions {
  /** Most classes of cases; classes that are not needed stay empty. Default 10. */
  readonly classes?: number;
  /** Shape and rate of the gamma prior of the concentration α. Default 0.25, 0.25. */
  readonly prior?: readonly [shape: number, rate: number];
  /** Draws left out at the start of each chain. Default 2000. */
  readonly burnin?: number;
  /** Draws kept of each chain. Default 2500. */
  readonly draws?: number;
  /** Iterations for each draw that is kept. Default 10. */
  readonly thinning?: number;
  readonly chains?: number;
  /** Fixes the chains: chain i uses seed + i. */
  readonly seed?: number;
}

/**
 * Draws of the number of all cases from the posterior of the non-parametric latent class model (Manrique-Vallier 2016): a truncated
 * stick-breaking mixture of classes within which lists are independent, capture probabilities uniform on (0, 1), α gamma, N with
 * prior 1/N. One array a chain.
 */
export function latentClassDraws(
  table: CaptureTable,
  { draws = 2500, thinning = 10, ...options }: LatentClassOptions = {},
): Float64Array[] {
  return latentClassChains(table, options).map(chain => chain.draw(draws, thinning));
}

/** A chain that can be drawn from again and goes on where it was. */
export interface LatentClassChain {
  draw(draws: number, thinning: number): Float64Array;
}

/** Independent chains after their burn-in. */
export function latentClassChains(
  table: CaptureTable,
  { classes = 10, prior = [0.25, 0.25], burnin = 2000, chains = 4, seed = 1 }: LatentClassOptions = {},
): LatentClassChain[] {
  return Array.from({ length: chains }, (_, chain) => {
    const sampler = new LatentClassSampler(table, { classes, prior, stream: random(seed + chain) });
    for (let i = 0; i < burnin; i++) sampler.iterate();
    sampler.settle();
    return {
      draw: (draws, thinning) =>
        Float64Array.from({ length: draws }, () => {
          for (let i = 0; i < thinning; i++) sampler.iterate();
          return table.observed + sampler.unseen;
        }),
    };
  });
}
