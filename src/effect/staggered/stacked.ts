import { UserError } from "../../codebook/errors.ts";
import { combineFactors, type Factor, factorOf, takeFactor } from "../data/factor.ts";
import { takeNumbers } from "../data/frame.ts";
import { fitOls } from "../fit/ols.ts";
import type { Design } from "../model/design.ts";
import type { NamedColumn } from "../model/terms.ts";
import { type Distribution, waldTest } from "../vcov/inference.ts";
import { vcovOf } from "../vcov/vcov.ts";
import { combineCovariance, combineTerms } from "./aggregate.ts";
import { range, type StaggeredPanel } from "./panel.ts";
import type { RegressionOptions } from "./regressions.ts";
import { type StaggeredEstimate, timed } from "./result.ts";

export interface StackedOptions extends RegressionOptions {
  /** Periods before and after treatment in every stack. */
  readonly pre: number;
  readonly post: number;
}

export interface Stacked extends StaggeredEstimate {
  /** Cohorts that have a stack. */
  readonly stacks: readonly number[];
}

/**
 * Stacked regression (Cengiz, Dube, Lindner and Zipperer 2019): for every cohort whose window lies in the data, its
 * units and those untreated until the window has passed, with unit and relative-period effects of their own.
 */
export function stacked(panel: StaggeredPanel, options: StackedOptions): Stacked {
  const { pre, post } = options;
  const { first, last } = range(panel.time);
  const stacks = panel.cohorts.filter(cohort => cohort - pre >= first && cohort + post <= last);
  const rows = stackRows(panel, stacks, options);
  if (rows.places.length === 0) throw noStack(options);
  const design = stackedDesign(panel, rows);
  const after = indicator("ATT", rows, step => step >= 0);
  const whole = solve(design, [after], options);
  const steps = Array.from({ length: pre + post + 1 }, (_, index) => index - pre).filter(step => step !== -1);
  const study = solve(
    design,
    steps.map(at => indicator(`event::${at}`, rows, step => step === at)),
    options,
  );
  const kept = steps.filter(at => study.position(`event::${at}`) >= 0);
  const before = kept.filter(at => at < 0).map(at => study.position(`event::${at}`));
  const wald = waldTest(study.fit.coefficients, {
    matrix: study.vcov.matrix,
    positions: before,
    df2: study.vcov.df,
  });
  return {
    method: "Stacked regression",
    assumption:
      "parallel trends within every stack; an average weighted by the regression, not by cohort size",
    overall: termsOf(whole, ["ATT"])[0]!,
    event: timed(
      termsOf(
        study,
        kept.map(at => `event::${at}`),
      ),
      kept,
    ),
    covariance: combineCovariance(
      kept.map(at => ({ name: "", weights: new Map([[study.position(`event::${at}`), 1]]) })),
      study.vcov.matrix,
    ),
    group: [],
    calendar: [],
    pretrend: before.length === 0 ? null : { statistic: wald.F, df: wald.df1, p: wald.p },
    n: whole.fit.n,
    vcov: whole.vcov.name,
    dropped: panel.design.dropped,
    notes: [
      `stacks of ${stacks.length} cohorts (${stacks.join(", ")}), ${pre} periods before and ${post} after`,
    ],
    stacks,
  };
}

function noStack({ pre, post }: StackedOptions): UserError {
  return new UserError({
    code: "stacks",
    message: `no cohort has ${pre} periods before and ${post} after within the data`,
    hint: "ask for shorter windows",
  });
}

interface StackRows {
  /** Row of the panel at each place. */
  readonly places: Int32Array;
  /** Cohort of the stack. */
  readonly stack: Float64Array;
  /** Time since the stack's treatment. */
  readonly relative: Float64Array;
  /** 1 for units of the stack's cohort. */
  readonly own: Float64Array;
}

function stackRows(
  panel: StaggeredPanel,
  stacks: readonly number[],
  { pre, post }: StackedOptions,
): StackRows {
  const places: number[] = [];
  const stackOf: number[] = [];
  for (const cohort of stacks) {
    for (let row = 0; row < panel.time.length; row++) {
      const relative = panel.time[row]! - cohort;
      const member = panel.cohort[row] === cohort || panel.cohort[row]! > cohort + post;
      if (!member || relative < -pre || relative > post) continue;
      places.push(row);
      stackOf.push(cohort);
    }
  }
  return {
    places: Int32Array.from(places),
    stack: Float64Array.from(stackOf),
    relative: Float64Array.from(places, (row, place) => panel.time[row]! - stackOf[place]!),
    own: Float64Array.from(places, (row, place) => Number(panel.cohort[row] === stackOf[place])),
  };
}

function stackedDesign(panel: StaggeredPanel, { places, stack, relative }: StackRows): Design {
  const stacks = factorOf({ kind: "number", values: stack });
  const periods = factorOf({ kind: "number", values: relative });
  const effect = (name: string, factors: Factor[]) => ({
    name,
    factor: combineFactors(factors),
    intercept: true,
    slopes: [],
  });
  const { design } = panel;
  return {
    ...design,
    y: takeNumbers(design.y, places),
    columns: design.columns.map(column => ({ ...column, values: takeNumbers(column.values, places) })),
    weights: design.weights === null ? null : takeNumbers(design.weights, places),
    rows: places.map(row => design.rows[row]!),
    effects: [
      effect(`${panel.unitName}^stack`, [takeFactor(panel.unit, places), stacks]),
      effect("relative^stack", [periods, stacks]),
    ],
  };
}

function indicator(
  name: string,
  { own, relative }: StackRows,
  includes: (step: number) => boolean,
): NamedColumn {
  return { name, values: own.map((value, place) => value * Number(includes(relative[place]!))) };
}

function solve(design: Design, columns: readonly NamedColumn[], options: RegressionOptions) {
  const full = { ...design, columns: [...columns, ...design.columns] };
  const fit = fitOls(full);
  const { correction, level } = options;
  const vcov = vcovOf(fit, full, { spec: options.vcov, ...(correction ? { correction } : {}) });
  const distribution: Distribution = { kind: "t", df: vcov.df };
  return { fit, vcov, distribution, level, position: (name: string) => fit.names.indexOf(name) };
}

/** The named coefficients with their inference. */
function termsOf(
  { fit, vcov, distribution, level, position }: ReturnType<typeof solve>,
  names: readonly string[],
) {
  const combinations = names.map(name => ({ name, weights: new Map([[position(name), 1]]) }));
  const options = { matrix: vcov.matrix, distribution, ...(level === undefined ? {} : { level }) };
  return combineTerms(fit, combinations, options);
}
