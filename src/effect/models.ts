import { UserError } from "../codebook/errors.ts";
import { dropBoundLevels } from "./fit/bound-levels.ts";
import type { Family } from "./fit/family.ts";
import { logit, poisson, probit } from "./fit/family.ts";
import type { Fit } from "./fit/fit.ts";
import { checkOutcome, fitGlm, fitUnseparated } from "./fit/glm.ts";
import { fitIv } from "./fit/iv.ts";
import { ivTests } from "./fit/iv-tests.ts";
import { fitNegativeBinomial } from "./fit/negbin.ts";
import { fitOls, type SolveOptions } from "./fit/ols.ts";
import { dropSeparated } from "./fit/separation.ts";
import { type Design, type DesignOptions, nothingLeft } from "./model/design.ts";
import type { Vcov } from "./vcov/variance.ts";

/** A fitted model with what its family decides. */
export interface FittedModel {
  readonly name: string;
  readonly fit: Fit;
  /** The design that was estimated: generalised linear models may leave out further rows. */
  readonly design: Design;
  readonly distribution: "t" | "normal";
  /** What a reader must know of the fit. */
  readonly notes?: readonly string[];
  /** Specification tests; `vcovOfFit` computes the variance chosen for any fit on the same rows. */
  readonly tests: (vcovOfFit: (fit: Fit) => Vcov) => Record<string, number>;
}

export type Model = "ols" | "poisson" | "logit" | "probit" | "negbin";

/** The model families, with one line for each. */
export const MODELS: Readonly<Record<Model, string>> = {
  ols: "least squares; two-stage if the formula names instruments",
  poisson: "Poisson pseudo-maximum likelihood for outcomes that are not negative",
  logit: "logit for outcomes 0 and 1",
  probit: "probit for outcomes 0 and 1",
  negbin: "negative binomial for counts",
};

type Options = SolveOptions & Pick<DesignOptions, "singletons">;

const noTests = () => ({});

function noInstruments(family: Family): UserError {
  return new UserError({
    code: "instruments",
    column: "formula",
    message: `a ${family.name} model takes no instruments`,
    hint: "instruments belong to least squares (--model ols)",
  });
}

interface Fitting {
  readonly family: Family;
  readonly fitting: (design: Design) => Fit;
  /** A fit that shows by itself that no row is separated; null where it does not. */
  readonly attempt?: (design: Design) => Fit | null;
}

/** Leaves out what a family cannot estimate, then fits it. */
function generalised(design: Design, options: Options, { family, fitting, attempt }: Fitting): FittedModel {
  checkOutcome(design, family);
  if (design.instruments.length > 0) throw noInstruments(family);
  const bounded = dropBoundLevels(design, family, options.singletons === "keep");
  const common = { name: family.name, distribution: "normal", tests: noTests } as const;
  const early = attempt?.(bounded) ?? null;
  if (early !== null) return { ...common, fit: early, design: bounded };
  const estimable = family.bounds.length === 1 ? dropSeparated(bounded) : bounded;
  if (estimable.rows.length === 0) throw nothingLeft(estimable.dropped);
  return { ...common, fit: fitting(estimable), design: estimable };
}

const leastSquares = (design: Design, options: Options): FittedModel => ({
  name: design.weights === null ? "OLS" : "WLS",
  fit: fitOls(design, options),
  design,
  distribution: "t",
  tests: noTests,
});

function twoStage(design: Design, options: Options): FittedModel {
  const fit = fitIv(design, options);
  return { name: "2SLS", fit, design, distribution: "t", tests: vcovOfFit => ivTests(fit, vcovOfFit) };
}

/** With a theta as large as this the variance is that of Poisson. */
const LARGE_THETA = 1e6;
const NO_OVERDISPERSION =
  "the outcome varies no more than Poisson would, so theta has no upper bound and the estimates are those of Poisson";

const ofFamily = (family: Family, options: Options): Fitting => ({
  family,
  fitting: design => fitGlm(design, family, options),
});

const FITTERS: Readonly<Record<Model, (design: Design, options: Options) => FittedModel>> = {
  ols: (design, options) =>
    design.instruments.length > 0 ? twoStage(design, options) : leastSquares(design, options),
  poisson: (design, options) =>
    generalised(design, options, {
      family: poisson,
      fitting: d => fitGlm(d, poisson, options),
      attempt: d => fitUnseparated(d, options),
    }),
  logit: (design, options) => generalised(design, options, ofFamily(logit, options)),
  probit: (design, options) => generalised(design, options, ofFamily(probit, options)),
  negbin: (design, options) => {
    const fitting = (d: Design) => fitNegativeBinomial(d, options);
    const fitted = generalised(design, options, { family: poisson, fitting });
    const theta = fitted.fit.statistics["theta"] ?? 0;
    return { ...fitted, name: "Negative binomial", notes: theta > LARGE_THETA ? [NO_OVERDISPERSION] : [] };
  },
};

/** Fits a family to a design. */
export function fitModel(model: Model, design: Design, options: Options): FittedModel {
  return FITTERS[model](design, options);
}
