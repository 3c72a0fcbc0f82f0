import type { CaptureTable } from "../table/table.ts";

/** Where some classes are: log-odds of capture by class and list, and logits of their sticks. */
export interface MixturePoint {
  readonly odds: Float64Array;
  readonly sticks: Float64Array;
}

/**
 * Logarithm of the posterior of the first classes of the latent class model: of their log-odds of capture and the logits of their sticks,
 * given α and all later classes, with the classes of all cases and the unseen number (prior 1/N) summed out; and its gradient. On
 * the scale of log-odds the density has no edges.
 *
 * Capture histories form a tree, each below the one without its last list, so that a class costs one product a history.
 */
export class MixtureLikelihood {
  /** Gradient at the point that was asked for last. */
  readonly gradient: MixturePoint;
  /** How many classes move. */
  readonly moving: number;
  private readonly lists: number;
  private readonly observed: number;
  private readonly lastList: Int32Array;
  private readonly parent: Int32Array;
  private readonly counts: Float64Array;
  /** By moving class and history, the later classes together as the last. */
  private readonly joint: Float64Array;
  /** Probability of each history within the later classes. */
  private readonly later: Float64Array;
  private readonly sum: Float64Array;
  private readonly lambda: Float64Array;
  private readonly broken: Float64Array;

  constructor(table: CaptureTable, moving: number) {
    this.moving = moving;
    this.lists = table.lists.length;
    this.observed = table.observed;
    const histories = closure(table.counts);
    const place = new Map(histories.map((history, at) => [history, at]));
    this.lastList = Int32Array.from(histories, history => 31 - Math.clz32(history));
    this.parent = Int32Array.from(histories, history => place.get(withoutLast(history)) ?? 0);
    this.counts = Float64Array.from(histories, history => (history === 0 ? 0 : table.counts[history]!));
    this.joint = new Float64Array((moving + 1) * histories.length);
    this.later = new Float64Array(histories.length);
    this.sum = new Float64Array(histories.length);
    this.lambda = new Float64Array(moving * this.lists);
    this.broken = new Float64Array(moving);
    this.gradient = { odds: new Float64Array(moving * this.lists), sticks: new Float64Array(moving) };
  }

  /** Takes up the classes that stay as they are, by the logits of all sticks and the probabilities of capture. */
  hold(logits: Float64Array, lambda: Float64Array): void {
    const { lists, moving, later, parent, lastList } = this;
    const within = new Float64Array(later.length);
    let left = 1;
    later.fill(0);
    for (let k = moving; k <= logits.length; k++) {
      within[0] = k < logits.length ? left * sigmoid(logits[k]!) : left;
      if (k < logits.length) left *= sigmoid(-logits[k]!);
      for (let j = 0; j < lists; j++) {
        const p = lambda[k * lists + j]!;
        within[0]! *= 1 - p;
        RATIO[j] = p / (1 - p);
      }
      later[0]! += within[0]!;
      for (let at = 1; at < later.length; at++)
        later[at]! += within[at] = within[parent[at]!]! * RATIO[lastList[at]!]!;
    }
  }

  /** The logarithm of the posterior, up to a constant; the gradient is left in `gradient`. */
  at({ odds, sticks }: MixturePoint, alpha: number): number {
    const prior = this.jointAt(odds, { sticks, alpha });
    const { sum, counts, observed } = this;
    const seen = 1 - sum[0]!;
    if (!(seen > 0)) return Number.NEGATIVE_INFINITY;
    let value = prior - observed * Math.log(seen);
    for (let at = 1; at < sum.length; at++) if (counts[at]! > 0) value += counts[at]! * Math.log(sum[at]!);
    this.responsibilities(seen);
    this.gradients(alpha);
    return value;
  }

  /**
   * Probability of each history and class, and of each history; returns the logarithm of the prior: sticks Beta(1, α), probabilities
   * of capture uniform, each with the Jacobian of its logit.
   */
  private jointAt(odds: Float64Array, { sticks, alpha }: { sticks: Float64Array; alpha: number }): number {
    const { moving, lists, joint, later, parent, lastList, sum, lambda, broken } = this;
    const size = sum.length;
    sum.fill(0);
    let prior = 0;
    let left = 1;
    for (let k = 0; k < moving; k++) {
      const odd = Math.exp(sticks[k]!);
      broken[k] = odd === Number.POSITIVE_INFINITY ? 1 : odd / (1 + odd);
      const density = logOfSum(sticks[k]!);
      prior += sticks[k]! - (1 + alpha) * density;
      let none = left * broken[k]!;
      left /= 1 + odd;
      let jacobian = 1;
      for (let j = 0; j < lists; j++) {
        const ratio = Math.exp(odds[k * lists + j]!);
        const missed = 1 / (1 + ratio);
        RATIO[j] = ratio;
        lambda[k * lists + j] = ratio * missed;
        none *= missed;
        jacobian *= ratio * missed * missed;
      }
      prior += Math.log(jacobian);
      const base = k * size;
      sum[0]! += joint[base] = none;
      for (let at = 1; at < size; at++)
        sum[at]! += joint[base + at] = joint[base + parent[at]!]! * RATIO[lastList[at]!]!;
    }
    for (let at = 0; at < size; at++) sum[at]! += joint[moving * size + at] = left * later[at]!;
    return prior;
  }

  /** Turns `sum` into expected cases for each unit of probability: observed ones, and for the first history the unseen. */
  private responsibilities(seen: number): void {
    const { sum, counts, observed } = this;
    sum[0] = observed / seen;
    for (let at = 1; at < sum.length; at++) sum[at] = counts[at]! > 0 ? counts[at]! / sum[at]! : 0;
  }

  /** Expected members on a list less those that its probability foretells; expected members on a stick likewise. */
  private gradients(alpha: number): void {
    const { moving, lists, joint, parent, lastList, sum, lambda, broken, gradient } = this;
    const size = sum.length;
    gradient.odds.fill(0);
    let behind = 0;
    for (let at = 0; at < size; at++) behind += joint[moving * size + at]! * sum[at]!;
    for (let k = moving - 1; k >= 0; k--) {
      const base = k * size;
      for (let at = 0; at < size; at++) joint[base + at]! *= sum[at]!;
      // From the leaves on, so that each node holds what is below it and the root all expected members.
      for (let at = size - 1; at > 0; at--) {
        const expected = joint[base + at]!;
        joint[base + parent[at]!]! += expected;
        gradient.odds[k * lists + lastList[at]!]! += expected;
      }
      const members = joint[base]!;
      for (let j = k * lists; j < (k + 1) * lists; j++) gradient.odds[j]! += 1 - (members + 2) * lambda[j]!;
      gradient.sticks[k] = members + 1 - (members + behind + 1 + alpha) * broken[k]!;
      behind += members;
    }
  }
}

/** Odds of capture by list, of the class at hand. */
const RATIO = new Float64Array(32);

/** log(1 + eˣ). */
function logOfSum(x: number): number {
  return x > 0 ? x + Math.log1p(Math.exp(-x)) : Math.log1p(Math.exp(x));
}

function withoutLast(history: number): number {
  return history === 0 ? 0 : history & ~(1 << (31 - Math.clz32(history)));
}

/** The histories that have cases and all that come on the way to them from the empty one, in order. */
function closure(counts: Float64Array): number[] {
  const all = new Set([0]);
  for (let history = 1; history < counts.length; history++)
    for (let at = counts[history]! > 0 ? history : 0; at !== 0; at = withoutLast(at)) all.add(at);
  return [...all].sort((a, b) => a - b);
}

export function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
