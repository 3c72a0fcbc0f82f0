import type { Design } from "../model/design.ts";
import { NotWhole } from "../model/presumed.ts";
import { withConstant } from "./constant.ts";
import { degreesUsed } from "./degrees.ts";
import type { Held } from "./fast/held.ts";
import type { Fit } from "./fit.ts";
import { regress, valuesOf } from "./least-squares.ts";
import { heldRegression } from "./ols-held.ts";
import { type Partialler, partiallerOf } from "./partial.ts";
import { MANY, product } from "./products.ts";
import { variationOf } from "./variation.ts";
import { sumOfLogWeights, sumOfWeights } from "./weight-sums.ts";

export interface SolveOptions {
  /** Relative tolerance of the fixed-effects solve. Default 1e-10. */
  readonly tolerance?: number;
  readonly maxIterations?: number;
  /** Told after every iteration of the fixed-effects solve. */
  readonly onStep?: (iterations: number) => void;
  /** Whether kernels are used where they can be; default for all but small data. */
  readonly fast?: boolean;
  /** Threads that may work on one model, 1 or 2 (default): in Node a second one joins where many rows are visited for long. The digits are the same. */
  readonly threads?: number;
  /** An already prepared set of effects, to be shared by several fits on the same rows. */
  readonly partialler?: Partialler;
}

/** Ordinary or weighted least squares with fixed effects (Frisch, Waugh and Lovell). */
export function fitOls(design: Design, options: SolveOptions = {}): Fit {
  const partialler = options.partialler ?? partiallerOf(design, options);
  const raw = valuesOf(design.columns);
  // The constant is a column of the basis and not an effect; with many columns most are indicators, which have a quicker way.
  const held = design.constant || raw.length > MANY ? null : (partialler.hold?.([design.y, ...raw]) ?? null);
  // The columns have passed the kernels now; nothing was made of them yet.
  if (design.presumed?.areWhole() === false) throw new NotWhole();
  return held === null ? fitWritten(design, partialler) : fitHeld(design, held);
}

function fitHeld(design: Design, held: Held): Fit {
  const { weights, y, effects } = design;
  const scale = design.columns.map(({ values }) => variationOf(values, weights));
  const fit = heldRegression(held, design, scale);
  const common = { n: y.length, effects, breadWeights: weights };
  const statistics = statisticsOf(design, { ...common, names: fit.names, ssr: fit.ssr }, fit.squares);
  // Not spread into another object: what is written down only when asked for would be.
  return Object.assign(fit, common, { statistics });
}

function fitWritten(design: Design, partialler: Partialler): Fit {
  const { weights, y } = design;
  const raw = valuesOf(design.columns);
  const partialled = partialler.partial([y, ...raw]);
  const [yTilde, ...columns] = partialled.columns;
  const scale = raw.map(column => variationOf(column, weights));
  const regression = regress(yTilde!, columns, { weights, scale, raw });
  const { residuals, kept, ssr } = regression;
  const base = {
    names: kept.map(j => design.columns[j]!.name),
    coefficients: regression.coefficients,
    basis: kept.map(j => columns[j]!),
    bread: regression.bread,
    transform: null,
  };
  const full = design.constant ? withConstant(base, { y, columns: kept.map(j => raw[j]!), weights }) : base;
  const fit: Fit = {
    ...full,
    scoreResidual: weights === null ? residuals : product(residuals, weights),
    breadWeights: weights,
    dispersion: "residual",
    ssr,
    n: y.length,
    effects: design.effects,
    collinear: regression.dropped.map(j => design.columns[j]!.name),
    residuals,
    iterations: partialled.iterations,
    converged: partialled.converged,
    statistics: {},
  };
  return { ...fit, statistics: statisticsOf(design, fit, regression.squares) };
}

function statisticsOf(
  design: Design,
  fit: Pick<Fit, "effects" | "names" | "ssr">,
  ssWithin: number,
): Record<string, number> {
  const { weights, y } = design;
  const n = y.length;
  const k = degreesUsed(fit.effects, fit.names.length);
  const total = variationOf(y, weights);
  const sum = weights === null ? n : sumOfWeights(weights);
  const logWeights = weights === null ? 0 : sumOfLogWeights(weights);
  const r2 = 1 - fit.ssr / total;
  return {
    rmse: Math.sqrt(fit.ssr / sum),
    ssr: fit.ssr,
    r2,
    ar2: 1 - (1 - r2) * ((n - 1) / (n - k)),
    ...(design.effects.length > 0 ? { wr2: 1 - fit.ssr / ssWithin } : {}),
    ll: (-n / 2) * (Math.log(2 * Math.PI) + Math.log(fit.ssr / n) + 1) + logWeights / 2,
  };
}
