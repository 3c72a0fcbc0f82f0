import { logGamma, normalCdf, normalPdf, normalQuantile, normalSf } from "../../stats/index.ts";

/** A generalised linear model: a distribution and the link between its mean and the linear predictor. */
export interface Family {
  readonly name: string;
  /** Mean at a linear predictor. */
  readonly mean: (eta: number) => number;
  /** Derivative of the mean. */
  readonly slope: (eta: number) => number;
  readonly variance: (mu: number) => number;
  /** Linear predictor at which the iterations start; `average` is the mean outcome. */
  readonly start: (y: number, average: number) => number;
  /** Contribution of a row to the deviance. */
  readonly deviance: (y: number, mu: number) => number;
  readonly logLikelihood: (y: number, mu: number) => number;
  /** The outcome that the family allows, in words, and its test. */
  readonly outcome: string;
  readonly allows: (y: number) => boolean;
  /** Whether a level of a fixed effect fits perfectly at the lowest (and highest) outcome. */
  readonly bounds: readonly number[];
}

const xlogy = (x: number, y: number): number => (x === 0 ? 0 : x * Math.log(y));

export const poisson: Family = {
  name: "Poisson",
  mean: Math.exp,
  slope: Math.exp,
  variance: mu => mu,
  start: (y, average) => Math.log((y + average) / 2),
  deviance: (y, mu) => 2 * (xlogy(y, y / mu) - (y - mu)),
  logLikelihood: (y, mu) => xlogy(y, mu) - mu - logGamma(y + 1),
  outcome: "numbers that are not negative",
  allows: y => y >= 0,
  bounds: [0],
};

const binary = {
  variance: (mu: number) => mu * (1 - mu),
  deviance: (y: number, mu: number) => -2 * (xlogy(y, mu) + xlogy(1 - y, 1 - mu)),
  logLikelihood: (y: number, mu: number) => xlogy(y, mu) + xlogy(1 - y, 1 - mu),
  outcome: "0 and 1",
  allows: (y: number) => y === 0 || y === 1,
  bounds: [0, 1],
};

export const logit: Family = {
  ...binary,
  name: "Logit",
  mean: eta => 1 / (1 + Math.exp(-eta)),
  slope: eta => 1 / ((1 + Math.exp(-eta)) * (1 + Math.exp(eta))),
  start: y => Math.log((y + 0.5) / (1.5 - y)),
};

export const probit: Family = {
  ...binary,
  name: "Probit",
  mean: eta => (eta < 0 ? normalCdf(eta) : 1 - normalSf(eta)),
  slope: normalPdf,
  start: y => normalQuantile((y + 0.5) / 2),
};

/** Negative binomial with variance mu + mu²/theta and a logarithmic link. */
export const negativeBinomial = (theta: number): Family => ({
  ...poisson,
  name: "Negative binomial",
  variance: mu => mu + (mu * mu) / theta,
  deviance: (y, mu) => 2 * (xlogy(y, y / mu) - (y + theta) * Math.log((y + theta) / (mu + theta))),
  logLikelihood: (y, mu) =>
    logGamma(y + theta) -
    logGamma(theta) -
    logGamma(y + 1) +
    theta * Math.log(theta / (theta + mu)) +
    xlogy(y, mu / (theta + mu)),
});
