import { UserError } from "../../codebook/errors.ts";
import { chiSquareSf, fSf } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Design } from "../model/design.ts";
import { withConstant } from "./constant.ts";
import { degreesUsed } from "./degrees.ts";
import type { Fit } from "./fit.ts";
import { type Regression, regress, valuesOf } from "./least-squares.ts";
import type { SolveOptions } from "./ols.ts";
import { partiallerOf } from "./partial.ts";
import { combine, gramOf, innerProduct, productsWith } from "./products.ts";
import { variationOf } from "./variation.ts";
import { sumOfWeights } from "./weight-sums.ts";

/** One endogenous regressor on instruments and exogenous regressors. */
export interface FirstStage extends Fit {
  readonly endogenous: string;
  /** Positions of the instruments among the coefficients. */
  readonly instruments: readonly number[];
  /** Gram matrix of the instruments after regressors and effects are taken out. */
  readonly instrumentGram: Float64Array;
}

export interface IvFit extends Fit {
  readonly firstStages: readonly FirstStage[];
  /** Tests that rest on equal variances: `wu_hausman`, `sargan`, `cragg_donald`, and their p values. */
  readonly tests: Readonly<Record<string, number>>;
}

/** Columns after the effects are taken out. */
interface Partialled {
  readonly y: Float64Array;
  readonly x: Float64Array[];
  readonly endogenous: Float64Array[];
  readonly z: Float64Array[];
}

/**
 * Two-stage least squares with fixed effects. Coefficients of endogenous regressors are named `fit_x` as in fixest;
 * residuals use the regressor itself, not its fitted values.
 */
export function fitIv(design: Design, options: SolveOptions = {}): IvFit {
  if (design.endogenous.length > design.instruments.length) throw underidentified(design);
  const { weights, y } = design;
  const raw = {
    x: valuesOf(design.columns),
    endogenous: valuesOf(design.endogenous),
    z: valuesOf(design.instruments),
  };
  const partialler = options.partialler ?? partiallerOf(design, options);
  const solved = partialler.partial([y, ...raw.x, ...raw.endogenous, ...raw.z]);
  const part: Partialled = {
    y: solved.columns[0]!,
    x: solved.columns.slice(1, 1 + raw.x.length),
    endogenous: solved.columns.slice(1 + raw.x.length, 1 + raw.x.length + raw.endogenous.length),
    z: solved.columns.slice(1 + raw.x.length + raw.endogenous.length),
  };
  const context: Context = {
    design,
    part,
    solved,
    scaleOf: columns => columns.map(c => variationOf(c, weights)),
  };
  const firstStages = design.endogenous.map((_, e) => firstStage(context, raw, e));
  const fitted = firstStages.map(({ residuals }, e) =>
    part.endogenous[e]!.map((v, row) => v - residuals[row]!),
  );
  const rawColumns = [...raw.endogenous, ...raw.x];
  const names = [
    ...design.endogenous.map(({ name }) => `fit_${name}`),
    ...design.columns.map(({ name }) => name),
  ];
  const second = regress(part.y, [...fitted, ...part.x], { weights, scale: context.scaleOf(rawColumns) });
  const actual = [...part.endogenous, ...part.x];
  const keptActual = second.kept.map(j => actual[j]!);
  const explained = combine(keptActual, second.coefficients, new Float64Array(y.length));
  const residuals = part.y.map((value, row) => value - explained[row]!);
  const base = {
    names: second.kept.map(j => names[j]!),
    coefficients: second.coefficients,
    basis: second.kept.map(j => [...fitted, ...part.x][j]!),
    bread: second.bread,
    transform: null,
  };
  const full = design.constant
    ? withConstant(base, { y, columns: second.kept.map(j => rawColumns[j]!), weights })
    : base;
  const fit: Fit = {
    ...full,
    ...common(context, residuals),
    collinear: second.dropped.map(j => names[j]!),
    instrumented: true,
  };
  const fitStatistics = statisticsOf(context, fit, second);
  return {
    ...fit,
    statistics: fitStatistics,
    firstStages,
    tests: classicTests(context, { fit, firstStages }),
  };
}

interface Context {
  readonly design: Design;
  readonly part: Partialled;
  readonly solved: { readonly iterations: number; readonly converged: boolean };
  readonly scaleOf: (columns: readonly Float64Array[]) => Float64Array | number[];
}

function underidentified(design: Design): UserError {
  return new UserError({
    code: "underidentified",
    column: "formula",
    message: `${design.endogenous.length} endogenous regressors have only ${design.instruments.length} instruments`,
    expected: "at least as many instruments as endogenous regressors",
  });
}

/** The fields of a fit that follow from its residuals. */
function common({ design, solved }: Context, residuals: Float64Array) {
  const { weights } = design;
  return {
    scoreResidual: weights === null ? residuals : residuals.map((u, row) => u * weights[row]!),
    breadWeights: weights,
    dispersion: "residual" as const,
    ssr: innerProduct(residuals, residuals, weights),
    n: residuals.length,
    effects: design.effects,
    residuals,
    iterations: solved.iterations,
    converged: solved.converged,
    statistics: {},
  };
}

interface Raw {
  readonly x: Float64Array[];
  readonly endogenous: Float64Array[];
  readonly z: Float64Array[];
}

function firstStage(context: Context, raw: Raw, e: number): FirstStage {
  const { design, part } = context;
  const { weights } = design;
  const rawColumns = [...raw.z, ...raw.x];
  const columns = [...part.z, ...part.x];
  const names = [...design.instruments, ...design.columns].map(({ name }) => name);
  const target = part.endogenous[e]!;
  const regression = regress(target, columns, { weights, scale: context.scaleOf(rawColumns) });
  const { residuals } = regression;
  const base = {
    names: regression.kept.map(j => names[j]!),
    coefficients: regression.coefficients,
    basis: regression.kept.map(j => columns[j]!),
    bread: regression.bread,
    transform: null,
  };
  const full = design.constant
    ? withConstant(base, {
        y: raw.endogenous[e]!,
        columns: regression.kept.map(j => rawColumns[j]!),
        weights,
      })
    : base;
  const shift = design.constant ? 1 : 0;
  const kept = regression.kept.filter(j => j < part.z.length);
  if (kept.length < design.endogenous.length) throw underidentified(design);
  return {
    ...full,
    ...common(context, residuals),
    collinear: regression.dropped.map(j => names[j]!),
    endogenous: design.endogenous[e]!.name,
    instruments: kept.map((_, place) => place + shift),
    instrumentGram: partialGram(
      kept.map(j => part.z[j]!),
      part.x,
      weights,
    ),
  };
}

/** Gram matrix of `z` after `x` is taken out. */
function partialGram(
  z: readonly Float64Array[],
  x: readonly Float64Array[],
  weights: Float64Array | null,
): Float64Array {
  const { factor } = orderedCholesky(gramOf(x, weights));
  const left = z.map(column => {
    const b = choleskySolve(factor, productsWith(column, x, weights));
    const explained = combine(x, b, new Float64Array(column.length));
    return column.map((value, row) => value - explained[row]!);
  });
  return gramOf(left, weights);
}

function statisticsOf({ design }: Context, fit: Fit, second: Regression): Record<string, number> {
  const { weights, y } = design;
  const n = y.length;
  const k = degreesUsed(fit.effects, fit.names.length);
  const total = variationOf(y, weights);
  const sum = weights === null ? n : sumOfWeights(weights);
  const r2 = 1 - fit.ssr / total;
  return {
    rmse: Math.sqrt(fit.ssr / sum),
    ssr: fit.ssr,
    r2,
    ar2: 1 - (1 - r2) * ((n - 1) / (n - k)),
    // fixest's r2: of the second stage, with fitted instead of observed endogenous regressors.
    r2_second_stage: 1 - second.ssr / total,
  };
}

/** Sum of squared residuals of `y` on columns, with the number of columns that are not collinear. */
function residualSquares(y: Float64Array, columns: readonly Float64Array[], weights: Float64Array | null) {
  const scale = columns.map(column => variationOf(column, weights));
  const { ssr, kept } = regress(y, columns, { weights, scale });
  return { ssr, columns: kept.length };
}

function classicTests(
  { design, part }: Context,
  { fit, firstStages }: { fit: Fit; firstStages: readonly FirstStage[] },
): Record<string, number> {
  const { weights } = design;
  const n = fit.n;
  const K = degreesUsed(fit.effects, fit.names.length);
  const endogenous = [...part.endogenous, ...part.x];
  const restricted = residualSquares(part.y, endogenous, weights);
  const full = residualSquares(
    part.y,
    [...endogenous, ...firstStages.map(({ residuals }) => residuals)],
    weights,
  );
  const q = full.columns - restricted.columns;
  const df2 = n - K - q;
  const hausman = (restricted.ssr - full.ssr) / q / (full.ssr / df2);
  const tests: Record<string, number> = { wu_hausman: hausman, wu_hausman_p: fSf(hausman, q, df2) };
  const over = firstStages[0]!.instruments.length - design.endogenous.length;
  if (over > 0) {
    const explained = residualSquares(fit.residuals, [...part.z, ...part.x], weights);
    const sargan = n * (1 - explained.ssr / fit.ssr);
    tests["sargan"] = sargan;
    tests["sargan_p"] = chiSquareSf(sargan, over);
  }
  return tests;
}
