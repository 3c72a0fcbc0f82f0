import type { Random } from "../../../stats/random.ts";
import type { MixtureLikelihood, MixturePoint } from "./mixture-likelihood.ts";

/** Share of trajectories to be accepted, to which the step is fitted, and the most steps of one. */
const ACCEPTED = 0.75;
const MOST_STEPS = 12;

/**
 * Moves capture probabilities and sticks together along trajectories of Hamiltonian dynamics (Neal 2011, section 5.2). While it is
 * fitted, in the burn-in, it learns the step and a scale for each coordinate; after that it is a fixed kernel that leaves the posterior
 * as it is.
 */
export class Hamiltonian {
  private readonly likelihood: MixtureLikelihood;
  private readonly stream: Random;
  private logStep = Math.log(0.2);
  private fits = 0;
  /** Sums of the information that the cases of a class have on each coordinate, and scales from them. */
  private readonly information: MixturePoint;
  private readonly scale: MixturePoint;
  private readonly end: MixturePoint;
  private readonly momentum: MixturePoint;

  constructor(likelihood: MixtureLikelihood, stream: Random) {
    this.likelihood = likelihood;
    this.stream = stream;
    this.information = likeness(likelihood.gradient, 0);
    this.scale = likeness(likelihood.gradient, 0.1);
    this.end = likeness(likelihood.gradient, 0);
    this.momentum = likeness(likelihood.gradient, 0);
  }

  /** Learns scales from what is known of each coordinate where the chain is. */
  learn(information: MixturePoint): void {
    this.fits++;
    for (const part of PARTS)
      for (let i = 0; i < information[part].length; i++) {
        this.information[part][i]! += information[part][i]!;
        this.scale[part][i] = 1 / Math.sqrt(this.information[part][i]! / this.fits + PRIOR_INFORMATION);
      }
  }

  /** One trajectory from `point`, which becomes its end where that is accepted. `fitting` fits the step to how often it is. */
  move(point: MixturePoint, { alpha, fitting }: { alpha: number; fitting: boolean }): void {
    const { likelihood, stream, scale, end, momentum } = this;
    for (const part of PARTS) {
      end[part].set(point[part]);
      for (let i = 0; i < momentum[part].length; i++) momentum[part][i] = stream.normal();
    }
    const before = likelihood.at(end, alpha) - energyOf(momentum);
    // Steps and their number vary, so that no trajectory comes round to where it began.
    const step = Math.exp(this.logStep) * (0.8 + 0.4 * stream.uniform());
    const steps = 1 + Math.floor(stream.uniform() * MOST_STEPS);
    let after = before;
    push(momentum, likelihood.gradient, scale, step / 2);
    for (let count = 1; count <= steps; count++) {
      push(end, momentum, scale, step);
      after = likelihood.at(end, alpha);
      if (!Number.isFinite(after)) break;
      push(momentum, likelihood.gradient, scale, count < steps ? step : step / 2);
    }
    const chance = Number.isFinite(after) ? Math.min(1, Math.exp(after - energyOf(momentum) - before)) : 0;
    if (fitting) this.logStep += (chance - ACCEPTED) * 0.05;
    if (stream.uniform() >= chance) return;
    for (const part of PARTS) point[part].set(end[part]);
  }
}

/** What the logistic priors of log-odds and sticks know of them, about. */
const PRIOR_INFORMATION = 0.4;

const PARTS = ["odds", "sticks"] as const;

function likeness(point: MixturePoint, value: number): MixturePoint {
  return {
    odds: new Float64Array(point.odds.length).fill(value),
    sticks: new Float64Array(point.sticks.length).fill(value),
  };
}

/** Kinetic energy of a momentum. */
function energyOf({ odds, sticks }: MixturePoint): number {
  let sum = 0;
  for (let i = 0; i < odds.length; i++) sum += odds[i]! * odds[i]!;
  for (let i = 0; i < sticks.length; i++) sum += sticks[i]! * sticks[i]!;
  return sum / 2;
}

/** `to` += step · scale · `by`, coordinate by coordinate. */
function push(to: MixturePoint, by: MixturePoint, scale: MixturePoint, step: number): void {
  add(to.odds, by.odds, scale.odds, step);
  add(to.sticks, by.sticks, scale.sticks, step);
}

function add(to: Float64Array, by: Float64Array, scale: Float64Array, step: number): void {
  for (let i = 0; i < to.length; i++) to[i]! += step * scale[i]! * by[i]!;
}
