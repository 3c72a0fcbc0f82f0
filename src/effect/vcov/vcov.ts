import { UserError } from "../../codebook/errors.ts";
import { sandwich } from "../../stats/linalg.ts";
import type { Fit } from "../fit/fit.ts";
import { clustered, smallSample } from "./clustered.ts";
import { type Correction, DEFAULT_CORRECTION } from "./correction.ts";
import { leverages } from "./leverage.ts";
import { outerSum } from "./meat.ts";
import { conley, serial } from "./serial.ts";
import type { VcovSpec } from "./spec.ts";
import { finish, parametersOf, type Sampled, scaled, scoresOf, type Vcov } from "./variance.ts";

export interface VcovOptions {
  readonly spec: VcovSpec;
  readonly correction?: Correction;
  /** The clusters of a wild bootstrap that stands beside the errors. */
  readonly bootstrap?: string | undefined;
}

/** Computes the variance that the specification asks for. */
export function vcovOf(
  fit: Fit,
  design: Sampled,
  { spec, correction = DEFAULT_CORRECTION, bootstrap }: VcovOptions,
): Vcov {
  switch (spec.kind) {
    case "iid":
      return iid(fit, correction);
    case "hc":
      return heteroskedastic(fit, spec.variant, correction);
    case "cluster":
      return clustered(fit, design, { by: spec.by, correction, bootstrap });
    case "few":
      return smallSample(fit, design, spec);
    case "conley":
      return conley(fit, design, { spec, correction });
    default:
      return serial(fit, design, { spec, correction });
  }
}

function iid(fit: Fit, correction: Correction): Vcov {
  const K = parametersOf(fit, correction);
  const residual = fit.dispersion === "residual";
  const denominator = correction.adjustK ? fit.n - K : fit.n;
  const factor = residual ? fit.ssr / denominator : correction.adjustK ? (fit.n - 1) / (fit.n - K) : 1;
  const words = residual ? "residual variance over" : "(n - 1) over";
  return finish(fit, scaled(fit.bread, factor), {
    name: "iid",
    df: fit.n - K,
    parameters: K,
    correction: correction.adjustK
      ? `${words} n - K = ${fit.n - K}`
      : residual
        ? "residual variance over n"
        : "none",
  });
}

function heteroskedastic(fit: Fit, variant: 0 | 1 | 2 | 3 | 4 | 5, correction: Correction): Vcov {
  const K = parametersOf(fit, correction);
  const scores = variant < 2 ? scoresOf(fit) : inflatedScores(fit, variant as 2 | 3 | 4 | 5, K);
  const factor = variant === 1 && correction.adjustK ? fit.n / (fit.n - K) : 1;
  return finish(fit, scaled(sandwich(fit.bread, outerSum(scores)), factor), {
    name: `HC${variant}`,
    df: fit.n - K,
    parameters: K,
    correction: factor === 1 ? (variant < 2 ? "none" : "leverage") : `n/(n - K) with K = ${K}`,
  });
}

/**
 * Scores divided by a power of 1 - leverage: HC2, HC3 (MacKinnon and White 1985), HC4 (Cribari-Neto 2004), HC5
 * (Cribari-Neto, Souza and Vasconcellos 2007).
 */
function inflatedScores(fit: Fit, variant: 2 | 3 | 4 | 5, K: number): Float64Array[] {
  const h = leverages(fit);
  const n = fit.n;
  const highest = h.reduce((a, b) => Math.max(a, b), 0);
  if (highest > 1 - 1e-10) {
    throw new UserError({
      code: "leverage",
      message: `HC${variant} divides by zero: some row is fitted exactly (leverage 1)`,
      hint: "use hc1, or leave singletons out",
    });
  }
  // Exponent of (1 - h) under the squared residual.
  const exponent = (row: number): number => {
    const ratio = (n * h[row]!) / K;
    if (variant === 2) return 1;
    if (variant === 3) return 2;
    if (variant === 4) return Math.min(4, ratio);
    return Math.min(ratio, Math.max(4, (n * 0.7 * highest) / K)) / 2;
  };
  const inflate = h.map((value, row) => (1 - value) ** (-exponent(row) / 2));
  return scoresOf(fit).map(score => score.map((value, row) => value * inflate[row]!));
}
