import type { Random } from "../../../stats/random.ts";
import type { CaptureTable } from "../table/table.ts";
import { concentrationPosterior, gainOfExchange } from "./class-sizes.ts";
import { Hamiltonian } from "./hamiltonian.ts";
import { MixtureLikelihood, type MixturePoint, sigmoid } from "./mixture-likelihood.ts";
import { sliceStep } from "./slice.ts";

export interface SamplerOptions {
  readonly classes: number;
  readonly prior: readonly [shape: number, rate: number];
  readonly stream: Random;
}

/** Classes that the Hamiltonian move takes along; what is behind them is small and left to the other moves. */
const MOVING = 4;

/**
 * One chain of the non-parametric latent class model. The Gibbs sampler of Manrique-Vallier (2016, section 4) draws α from the sticks,
 * and the classes of cases from the capture probabilities and these from those: each holds the other fast, and the chain creeps. Here
 * labels and α are drawn with sticks and capture probabilities integrated out (a partially collapsed sampler, van Dyk and Park 2008),
 * and these probabilities are moved once more with the classes of all cases and their unseen number summed out. The posterior stays what it is.
 */
export class LatentClassSampler {
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
  /** Logits of the sticks. */
  private readonly logits: Float64Array;
  /** Log-odds and logits of the classes that move together; the latter are the first of `logits`. */
  private readonly point: MixturePoint;
  private readonly likelihood: MixtureLikelihood;
  private readonly hamiltonian: Hamiltonian;
  private settled = false;

  constructor(table: CaptureTable, { classes, prior, stream }: SamplerOptions) {
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
    this.logits = new Float64Array(classes - 1);
    const moving = Math.min(MOVING, classes - 1);
    this.point = {
      odds: new Float64Array(moving * this.lists),
      sticks: this.logits.subarray(0, moving),
    };
    this.likelihood = new MixtureLikelihood(table, moving);
    this.hamiltonian = new Hamiltonian(this.likelihood, stream);
    for (let i = 0; i < this.lambda.length; i++) this.lambda[i] = stream.uniform();
    this.sticks();
  }

  /**
   * One sweep: classes of the observed, the unseen and their classes; then, with capture and class probabilities integrated out, class
   * labels and α; then these probabilities, given all of it; then these once more with the classes of all cases summed out.
   */
  iterate(): void {
    this.members.fill(0);
    this.captured.fill(0);
    this.allocateObserved();
    this.allocateUnseen();
    this.relabel();
    this.concentration();
    this.captureProbabilities();
    this.sticks();
    this.moveProbabilities();
  }

  /** Ends the burn-in, in which the sampler fits itself to the table. */
  settle(): void {
    this.settled = true;
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

  /**
   * Exchanges the labels of two classes: of what stands for the classes only the prior of the sticks knows the labels, and without
   * this a large class stays for long on a stick that is broken late (Papaspiliopoulos and Roberts 2008).
   */
  private relabel(): void {
    const { classes, members, alpha, stream } = this;
    for (let tries = 0; tries < classes; tries++) {
      const a = Math.floor(stream.uniform() * classes);
      const b = Math.floor(stream.uniform() * classes);
      if (members[a] === members[b]) continue;
      if (
        Math.log(stream.uniform()) < gainOfExchange(members, { alpha, a: Math.min(a, b), b: Math.max(a, b) })
      )
        this.exchange(a, b);
    }
  }

  private exchange(a: number, b: number): void {
    const { lists, members, captured } = this;
    [members[a], members[b]] = [members[b]!, members[a]!];
    for (let j = 0; j < lists; j++) {
      const [x, y] = [a * lists + j, b * lists + j];
      [captured[x], captured[y]] = [captured[y]!, captured[x]!];
    }
  }

  /** Draws α given the class sizes, by a slice step on its logarithm. */
  private concentration(): void {
    const { members, shape, rate, stream } = this;
    const total = this.observed + this.unseen;
    const logPosterior = concentrationPosterior(members, { shape, rate, total });
    this.alpha = Math.exp(sliceStep(logPosterior, Math.log(this.alpha), { width: 2, stream }));
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
    // Logarithm of what is left after the sticks so far; with a small α it goes far below what a number can hold.
    let left = 0;
    for (let k = 0; k < classes - 1; k++) {
      above -= members[k]!;
      const broken = stream.logGamma(1 + members[k]!);
      const rest = stream.logGamma(this.alpha + above);
      const both = Math.max(broken, rest) + Math.log1p(Math.exp(-Math.abs(broken - rest)));
      pi[k] = Math.exp(left + broken - both);
      left += rest - both;
      this.logits[k] = broken - rest;
    }
    pi[classes - 1] = Math.exp(left);
  }

  /** Moves the probabilities of the first classes, where the labels of large ones gather, along a trajectory of Hamiltonian dynamics. */
  private moveProbabilities(): void {
    const { lambda, pi, logits, point } = this;
    for (let i = 0; i < lambda.length; i++) {
      // A probability so near to an end that its logit is none leaves no way to go; the next sweep draws another.
      if (!(lambda[i]! > 0 && lambda[i]! < 1)) return;
      if (i < point.odds.length) point.odds[i] = Math.log(lambda[i]! / (1 - lambda[i]!));
    }
    this.likelihood.hold(logits, lambda);
    if (!this.settled) this.hamiltonian.learn(this.information(point));
    this.hamiltonian.move(point, { alpha: this.alpha, fitting: !this.settled });
    for (let i = 0; i < point.odds.length; i++) lambda[i] = sigmoid(point.odds[i]!);
    let left = 1;
    for (let k = 0; k < logits.length; k++) {
      pi[k] = left * sigmoid(logits[k]!);
      left *= sigmoid(-logits[k]!);
    }
    pi[logits.length] = left;
  }

  /** What the cases of the first classes say of their log-odds and logits: Fisher information with the classes known. */
  private information({ odds, sticks }: MixturePoint): MixturePoint {
    const { lists, members } = this;
    const spread = (logit: number) => sigmoid(logit) * sigmoid(-logit);
    let behind = this.observed + this.unseen;
    return {
      odds: odds.map((logit, i) => members[Math.floor(i / lists)]! * spread(logit)),
      sticks: sticks.map((logit, k) => {
        const information = behind * spread(logit);
        behind -= members[k]!;
        return information;
      }),
    };
  }
}
