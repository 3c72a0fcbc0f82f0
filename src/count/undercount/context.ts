import type { ScoredModel } from "./loglinear/loglinear.ts";
import type { CaptureTable } from "./table/table.ts";
import type { Estimate } from "./types.ts";

/** What the estimators share: level, seed, number of resamples, and the scored models, made once. */
export interface Context {
  readonly table: CaptureTable;
  readonly level: number;
  readonly seed: number;
  readonly draws: number;
  readonly models: () => readonly ScoredModel[];
}

/** An estimate, or the reason why the data cannot carry one. */
export type Outcome = Omit<Estimate, "method" | "level"> | string;

/** The reason where a fit runs off. */
export const NO_BOUND = "the table does not bound the number of unseen cases";
