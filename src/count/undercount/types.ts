/** One way to estimate the number of all cases, on none of the lists too. */
export interface Estimate {
  readonly method: string;
  readonly value: number;
  readonly low: number;
  /** Null where the table does not bound it. */
  readonly high: number | null;
  /** Probability level of the interval. */
  readonly level: number;
  /** The model that was used or chosen, in brackets its interactions; empty where there is nothing to choose. */
  readonly model: string;
  /** What is to be known about the estimate: how the interval was made, how the fit and the chains went, what to beware of. */
  readonly diagnostics: Readonly<Record<string, number | string | boolean | null>>;
}

/** A method that the data cannot carry. */
export interface Refusal {
  readonly method: string;
  readonly reason: string;
}

export interface StratumResult {
  readonly stratum: string;
  readonly observed: number;
  readonly estimates: readonly Estimate[];
  readonly refused: readonly Refusal[];
}

export interface UndercountResult {
  /** Cases on at least one list. */
  readonly observed: number;
  readonly lists: readonly string[];
  readonly estimates: readonly Estimate[];
  readonly refused: readonly Refusal[];
  /** How the input was read. */
  readonly notes: readonly string[];
  /** What speaks against taking the estimates at their word. */
  readonly warnings: readonly string[];
  /** Estimates within each value of the stratification column, where one was given. */
  readonly strata?: readonly StratumResult[];
}

export interface UndercountOptions {
  /** Level of the intervals, 0.95 by default. */
  readonly level?: number;
  /** Fixes bootstraps and samplers, 1 by default. */
  readonly seed?: number;
  /** Bootstrap resamples, 1000 by default; 0 leaves the bootstraps out. */
  readonly draws?: number;
  /** Only these methods. */
  readonly methods?: readonly string[];
  /** Told before each slow step. */
  readonly progress?: (step: string) => void;
}
