import { type Random, random } from "../../stats/random.ts";
import type { CaptureTable } from "./table.ts";

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
 * prior 1/N; by the Gibbs sampler of his section 4. One array a chain.
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
    const sampler = new Sampler(table, { classes, prior, stream: random(seed + chain) });
    for (let i = 0; i < burnin; i++) sampler.iterate();
    return {
      draw: (draws, thinning) =>
        Float64Array.from({ length: draws }, () => {
          for (let i = 0; i < thinning; i++) sampler.iterate();
          return table.observed + sampler.unseen;
        }),
    };
  });
}

class Sampler {
  unseen = 0;
  private readonly lists: number;
  private readonly classes: number;
  private readonly observed: number;
  private readonly patterns: Int32Array;
  private readonly counts: Float64Array;
  private readonly stream: Random;
  private readonly shape: number;
  private readonly rate: number;
  private alpha = 1;
  /** Capture probabilities, by class and list. */
  private readonly lambda: Float64Array;
  /** Class probabilities. */
  private readonly pi: Float64Array;
  private readonly share: Float64Array;
  private readonly drawn: Float64Array;
  /** Cases by class, and by class and list those on the list. */
  private readonly members: Float64Array;
  private readonly captured: Float64Array;

  constructor(
    table: CaptureTable,
    { classes, prior, stream }: { classes: number; prior: readonly [number, number]; stream: Random },
  ) {
    this.lists = table.lists.length;
    this.classes = classes;
    this.observed = table.observed;
    this.patterns = Int32Array.from([...table.counts.keys()].filter(cell => table.counts[cell]! > 0));
    this.counts = Float64Array.from(this.patterns, cell => table.counts[cell]!);
    this.stream = stream;
    [this.shape, this.rate] = prior;
    this.lambda = new Float64Array(classes * this.lists);
    this.pi = new Float64Array(classes);
    this.share = new Float64Array(classes);
    this.drawn = new Float64Array(classes);
    this.members = new Float64Array(classes);
    this.captured = new Float64Array(classes * this.lists);
    for (let i = 0; i < this.lambda.length; i++) this.lambda[i] = stream.uniform();
    this.sticks();
  }

  /** One sweep: classes of the observed, the unseen and their classes, capture probabilities, class probabilities, α. */
  iterate(): void {
    this.members.fill(0);
    this.captured.fill(0);
    this.allocateObserved();
    this.allocateUnseen();
    this.captureProbabilities();
    this.relabel();
    this.sticks();
  }

  /**
   * Exchanges the labels of two classes, accepted with min(1, (πₐ/π_b)^(n_b − nₐ)) (Papaspiliopoulos and Roberts 2008, move 1). The posterior
   * stays the same; without it a large class stays for long on a stick that is broken late.
   */
  private relabel(): void {
    const { lists, classes, lambda, pi, members, stream } = this;
    for (let tries = 0; tries < classes; tries++) {
      const a = Math.floor(stream.uniform() * classes);
      const b = Math.floor(stream.uniform() * classes);
      if (a === b || Math.log(stream.uniform()) >= (members[b]! - members[a]!) * Math.log(pi[a]! / pi[b]!))
        continue;
      [members[a], members[b]] = [members[b]!, members[a]!];
      for (let j = 0; j < lists; j++)
        [lambda[a * lists + j], lambda[b * lists + j]] = [lambda[b * lists + j]!, lambda[a * lists + j]!];
    }
  }

  private allocateObserved(): void {
    const { lists, classes, lambda, pi, share, drawn, members, captured } = this;
    for (let at = 0; at < this.patterns.length; at++) {
      const pattern = this.patterns[at]!;
      for (let k = 0; k < classes; k++) {
        let p = pi[k]!;
        for (let j = 0; j < lists; j++)
          p *= (pattern >> j) & 1 ? lambda[k * lists + j]! : 1 - lambda[k * lists + j]!;
        share[k] = p;
      }
      this.stream.multinomial(this.counts[at]!, share, drawn);
      for (let k = 0; k < classes; k++) {
        if (drawn[k] === 0) continue;
        members[k]! += drawn[k]!;
        for (let j = 0; j < lists; j++) if ((pattern >> j) & 1) captured[k * lists + j]! += drawn[k]!;
      }
    }
  }

  private allocateUnseen(): void {
    const { lists, classes, lambda, pi, share, drawn, members, stream } = this;
    let missed = 0;
    for (let k = 0; k < classes; k++) {
      let p = pi[k]!;
      for (let j = 0; j < lists; j++) p *= 1 - lambda[k * lists + j]!;
      share[k] = p;
      missed += p;
    }
    // With the prior 1/N the unseen number is negative binomial: a Poisson with a gamma mean.
    this.unseen =
      missed > 0 ? stream.poisson((stream.gamma(this.observed) * missed) / Math.max(1e-300, 1 - missed)) : 0;
    stream.multinomial(this.unseen, share, drawn);
    for (let k = 0; k < classes; k++) members[k]! += drawn[k]!;
  }

  private captureProbabilities(): void {
    const { lists, lambda, members, captured, stream } = this;
    for (let at = 0; at < lambda.length; at++) {
      const n = members[Math.floor(at / lists)]!;
      // Of an empty class nothing is known: its draws are uniform.
      lambda[at] = n === 0 ? stream.uniform() : stream.beta(captured[at]! + 1, n - captured[at]! + 1);
    }
  }

  private sticks(): void {
    const { classes, pi, members, stream } = this;
    let above = members.reduce((sum, n) => sum + n, 0);
    // Logarithm of what is left after the sticks so far. With a small α it goes far below what a number can hold, and α
    // is drawn from it: a clipped one would make α, and with it the number of classes, too large.
    let left = 0;
    for (let k = 0; k < classes - 1; k++) {
      above -= members[k]!;
      const broken = stream.logGamma(1 + members[k]!);
      const rest = stream.logGamma(this.alpha + above);
      const both = Math.max(broken, rest) + Math.log1p(Math.exp(-Math.abs(broken - rest)));
      pi[k] = Math.exp(left + broken - both);
      left += rest - both;
    }
    pi[classes - 1] = Math.exp(left);
    this.alpha = stream.gamma(this.shape + classes - 1) / (this.rate - left);
  }
}
