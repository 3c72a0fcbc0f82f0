import type { RandomizationTest } from "./few/randomization.ts";
import type { WildBootstrap } from "./few/wild-bootstrap.ts";
import type { WildWeights } from "./few/wild-draws.ts";
import type { SolveOptions } from "./fit/ols.ts";
import type { DesignOptions, Dropped } from "./model/design.ts";
import type { Model } from "./models.ts";
import type { OnProgress } from "./progress.ts";
import type { Correction } from "./vcov/correction.ts";
import type { TermEstimate } from "./vcov/inference.ts";
import type { VcovSpec } from "./vcov/spec.ts";

export interface EstimateOptions extends DesignOptions, SolveOptions {
  /** How standard errors are computed, as text (`cluster:country`) or data. Required: nothing is assumed. */
  readonly vcov?: string | VcovSpec;
  /** Small-sample corrections, as text (`K.fixef=full`) or data. Default fixest's. */
  readonly ssc?: string | Correction;
  /** `ols` (default; two-stage least squares if the formula names instruments), `poisson`, `logit`, `probit`, `negbin`. */
  readonly model?: Model;
  /** A column: one estimate for each of its values. */
  readonly split?: string;
  /** Coverage of the intervals. Default 0.95. */
  readonly level?: number;
  /** Wild cluster bootstrap of every coefficient (least squares without instruments). */
  readonly bootstrap?: BootstrapOptions;
  /** Randomisation inference for one coefficient (least squares without instruments). */
  readonly randomize?: RandomizeOptions;
  /** Milliseconds of a monotonic clock. Default `performance.now`. */
  readonly clock?: () => number;
  /**
   * Called when a model begins (one for each outcome and value of the split), and every now and then while its effects are solved for. An error
   * that it throws ends the work.
   */
  readonly onProgress?: OnProgress;
}

export interface BootstrapOptions {
  readonly cluster: string;
  /** Default `rademacher`; `webb` where there are fewer than about 12 clusters. */
  readonly weights?: WildWeights;
  /** Default 9 999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Value of the coefficients under the null. Default 0. */
  readonly null?: number;
}

export interface RandomizeOptions {
  readonly term: string;
  /** Units that were assigned, and the time where a unit has several rows; without them rows were. */
  readonly unit?: string;
  readonly time?: string;
  /** Default 999. */
  readonly draws?: number;
  /** Default 1. */
  readonly seed?: number;
}

/** One fitted model; `JSON.stringify` of it is the contract of `custodes estimate --json`. */
export interface Estimate {
  readonly model: string;
  readonly outcome: string;
  readonly formula: string;
  /** The value of the split column, null without a split. */
  readonly group: string | null;
  readonly terms: readonly TermEstimate[];
  /** Coverage of `low` to `high`. */
  readonly level: number;
  readonly n: number;
  /** Number of clusters, or of periods, by column. */
  readonly clusters: Readonly<Record<string, number>>;
  readonly vcov: string;
  readonly correction: string;
  /** Named statistics and tests. */
  readonly fit: Readonly<Record<string, number>>;
  /** Levels of the fixed effects. */
  readonly effects: Readonly<Record<string, number>>;
  /** Rows left out, by reason. */
  readonly dropped: readonly Dropped[];
  /** Regressors left out because others or the fixed effects determine them. */
  readonly collinear: readonly string[];
  /** Wild cluster bootstrap tests, where asked for. */
  readonly bootstrap?: readonly WildBootstrap[];
  /** Randomisation inference, where asked for; without the coefficients of the draws. */
  readonly randomization?: Omit<RandomizationTest, "coefficients">;
  /** What a reader must know: few clusters, a matrix that had to be changed, a solve that did not converge. */
  readonly notes: readonly string[];
  readonly milliseconds: number;
}

export type Estimates = Estimate | { readonly estimates: readonly Estimate[] };
