import type { Fit } from "./fit/fit.ts";
import { fitOls, type SolveOptions } from "./fit/ols.ts";
import type { Design } from "./model/design.ts";
import type { Vcov } from "./vcov/vcov.ts";

/** A fitted model with what its family decides. */
export interface FittedModel {
  readonly name: string;
  readonly fit: Fit;
  /** The design that was estimated: generalised linear models may leave out further rows. */
  readonly design: Design;
  readonly distribution: "t" | "normal";
  /** Tests that depend on the variance chosen. */
  readonly tests: (vcov: Vcov) => Record<string, number>;
}

export type Model = "ols";

/** The model families, with one line for each. */
export const MODELS: Readonly<Record<Model, string>> = {
  ols: "least squares",
};

const FITTERS: Readonly<Record<Model, (design: Design, options: SolveOptions) => FittedModel>> = {
  ols: (design, options) => ({
    name: "OLS",
    fit: fitOls(design, options),
    design,
    distribution: "t",
    tests: () => ({}),
  }),
};

/** Fits a family to a design. */
export function fitModel(model: Model, design: Design, options: SolveOptions): FittedModel {
  return FITTERS[model](design, options);
}
