import type { Design } from "../model/design.ts";
import { digamma, trigamma } from "./digamma.ts";
import { negativeBinomial, poisson } from "./family.ts";
import { fitGlm, type GlmFit } from "./glm.ts";
import type { SolveOptions } from "./ols.ts";

export interface NegativeBinomialFit extends GlmFit {
  readonly theta: number;
  readonly thetaSe: number;
}

/**
 * Negative binomial regression (variance mu + mu²/theta) by alternating the coefficients at a given theta with the
 * maximum likelihood theta at given means. Standard errors take theta as known; they are independent of it at the
 * maximum (Lawless 1987).
 */
export function fitNegativeBinomial(design: Design, options: SolveOptions = {}): NegativeBinomialFit {
  let fit = fitGlm(design, poisson, options);
  let theta = thetaAt(design, fit.mu, { theta: momentTheta(design, fit.mu) });
  for (let round = 0; round < 200; round++) {
    fit = fitGlm(design, negativeBinomial(theta.theta), { ...options, eta: fit.eta });
    const next = thetaAt(design, fit.mu, theta);
    const settled = Math.abs(next.theta - theta.theta) < 1e-11 * theta.theta;
    theta = next;
    if (settled) break;
  }
  const statistics = { ...fit.statistics, theta: theta.theta, se_theta: theta.se };
  return { ...fit, statistics, theta: theta.theta, thetaSe: theta.se };
}

function momentTheta({ y }: Design, mu: Float64Array): number {
  const sum = y.reduce((total, value, row) => total + (value / mu[row]! - 1) ** 2, 0);
  return Math.max(y.length / sum, 1e-3);
}

/** Newton's method on the log-likelihood of theta, kept positive; the error is from the observed information. */
function thetaAt(
  design: Design,
  mu: Float64Array,
  { theta }: { theta: number },
): { theta: number; se: number } {
  let value = theta;
  let information = 0;
  for (let round = 0; round < 100; round++) {
    let score = 0;
    information = 0;
    for (let row = 0; row < mu.length; row++) {
      const w = design.weights === null ? 1 : design.weights[row]!;
      const [y, m] = [design.y[row]!, mu[row]!];
      score +=
        w *
        (digamma(value + y) - digamma(value) + Math.log(value / (m + value)) + 1 - (y + value) / (m + value));
      information +=
        w *
        (trigamma(value) -
          trigamma(value + y) -
          1 / value +
          2 / (m + value) -
          (y + value) / (m + value) ** 2);
    }
    const change = information > 0 ? score / information : Math.sign(score) * value;
    const next = Math.max(value + change, value / 4);
    const settled = Math.abs(next - value) < 1e-13 * value;
    value = Math.min(next, 1e10);
    if (settled) break;
  }
  return { theta: value, se: Math.sqrt(1 / information) };
}
