import { combineFactors, factorOf, takeFactor } from "../data/factor.ts";
import { takeNumbers } from "../data/frame.ts";
import type { Effect } from "../fit/absorb.ts";
import { fitOls } from "../fit/ols.ts";
import { type Distribution, inferTerms, waldTest } from "../vcov/inference.ts";
import { vcovOf } from "../vcov/vcov.ts";
import { combineTerms } from "./aggregate.ts";
import type { StaggeredPanel } from "./panel.ts";
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
  const first = Math.min(...panel.time);
  const last = Math.max(...panel.time);
  const stacks = panel.cohorts.filter(cohort => cohort - pre >= first && cohort + post <= last);
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
  const rows = Int32Array.from(places);
  const relative = Float64Array.from(places, (row, place) => panel.time[row]! - stackOf[place]!);
  const own = Float64Array.from(places, (row, place) => Number(panel.cohort[row] === stackOf[place]));
  const stack = factorOf({ kind: "number", values: Float64Array.from(stackOf) });
  const periods = factorOf({ kind: "number", values: relative });
  const effect = (name: string, factors: Parameters<typeof combineFactors>[0]): Effect => ({
    name,
    factor: combineFactors(factors),
    intercept: true,
    slopes: [],
  });
  const base = {
    ...panel.design,
    y: takeNumbers(panel.design.y, rows),
    columns: panel.design.columns.map(column => ({ ...column, values: takeNumbers(column.values, rows) })),
    weights: panel.design.weights === null ? null : takeNumbers(panel.design.weights, rows),
    rows: rows.map(row => panel.design.rows[row]!),
    effects: [
      effect(`${panel.unitName}^stack`, [takeFactor(panel.unit, rows), stack]),
      effect("relative^stack", [periods, stack]),
    ],
  };
  const solve = (columns: readonly { name: string; values: Float64Array }[]) => {
    const design = { ...base, columns: [...columns, ...base.columns] };
    const fit = fitOls(design);
    const { correction } = options;
    const vcov = vcovOf(fit, design, { spec: options.vcov, ...(correction ? { correction } : {}) });
    return { fit, vcov, distribution: { kind: "t", df: vcov.df } as Distribution };
  };
  const level = options.level === undefined ? {} : { level: options.level };
  const static_ = solve([
    { name: "ATT", values: own.map((value, place) => value * Number(relative[place]! >= 0)) },
  ]);
  const overall = inferTerms(static_.fit.names, static_.fit.coefficients, {
    matrix: static_.vcov.matrix,
    distribution: static_.distribution,
    ...level,
  })[0]!;
  const steps = Array.from({ length: pre + post + 1 }, (_, index) => index - pre).filter(step => step !== -1);
  const study = solve(
    steps.map(step => ({
      name: `event::${step}`,
      values: own.map((value, place) => value * Number(relative[place] === step)),
    })),
  );
  const kept = steps.filter(step => study.fit.names.includes(`event::${step}`));
  const { matrix } = study.vcov;
  const combinations = kept.map(step => ({
    name: `event::${step}`,
    weights: new Map([[study.fit.names.indexOf(`event::${step}`), 1]]),
  }));
  const before = kept.filter(step => step < 0).map(step => study.fit.names.indexOf(`event::${step}`));
  const wald = waldTest(study.fit.coefficients, { matrix, positions: before, df2: study.vcov.df });
  return {
    method: "Stacked regression",
    assumption:
      "parallel trends within every stack; an average weighted by the regression, not by cohort size",
    overall,
    event: timed(
      combineTerms(study.fit, combinations, { matrix, distribution: study.distribution, ...level }),
      kept,
    ),
    group: [],
    calendar: [],
    pretrend: before.length === 0 ? null : { statistic: wald.F, df: wald.df1, p: wald.p },
    n: static_.fit.n,
    vcov: static_.vcov.name,
    dropped: panel.design.dropped,
    notes: [
      `stacks of ${stacks.length} cohorts (${stacks.join(", ")}), ${pre} periods before and ${post} after`,
    ],
    stacks,
  };
}
