import { UserError } from "../../codebook/errors.ts";
import { poisson } from "../fit/family.ts";
import type { Fit } from "../fit/fit.ts";
import { fitGlm } from "../fit/glm.ts";
import { fitOls } from "../fit/ols.ts";
import type { Design } from "../model/design.ts";
import { indicatorColumns } from "../model/indicators.ts";
import type { NamedColumn } from "../model/terms.ts";
import type { Correction } from "../vcov/correction.ts";
import { type Distribution, inferTerms, waldTest } from "../vcov/inference.ts";
import type { VcovSpec } from "../vcov/spec.ts";
import type { Vcov } from "../vcov/variance.ts";
import { vcovOf } from "../vcov/vcov.ts";
import { type Combination, combineCovariance, combineTerms } from "./aggregate.ts";
import { averageCells, type Cell, cellColumns, cellsOf, treatmentColumn } from "./cells.ts";
import { range, relativeTime, type StaggeredPanel } from "./panel.ts";
import { type StaggeredEstimate, timed } from "./result.ts";

export interface RegressionOptions {
  readonly vcov: VcovSpec;
  readonly correction?: Correction;
  readonly level?: number;
}

interface Solved {
  readonly fit: Fit;
  readonly vcov: Vcov;
  readonly design: Design;
  readonly distribution: Distribution;
  readonly position: (name: string) => number | undefined;
}

function solve(design: Design, options: RegressionOptions, model: "ols" | "poisson" = "ols"): Solved {
  const fit = model === "ols" ? fitOls(design) : fitGlm(design, poisson);
  const { correction } = options;
  const vcov = vcovOf(fit, design, { spec: options.vcov, ...(correction ? { correction } : {}) });
  const places = new Map(fit.names.map((name, place) => [name, place]));
  const distribution: Distribution = { kind: model === "ols" ? "t" : "normal", df: vcov.df };
  return { fit, vcov, design, distribution, position: name => places.get(name) };
}

/** Averages of cells as a staggered estimate. */
function fromCells(
  solved: Solved,
  {
    cells,
    names,
    method,
    assumption,
  }: { cells: readonly Cell[]; names: readonly string[]; method: string; assumption: string },
  options: RegressionOptions,
): StaggeredEstimate {
  const averages = averageCells(cells, cell => solved.position(names[cell]!));
  const { matrix } = solved.vcov;
  const infer = (list: readonly Combination[]) =>
    combineTerms(solved.fit, list, { matrix, distribution: solved.distribution, ...levelOf(options) });
  const stamp = (list: readonly (Combination & { at: number })[]) =>
    timed(
      infer(list),
      list.map(({ at }) => at),
    );
  return {
    method,
    assumption,
    overall: infer([averages.overall])[0]!,
    event: stamp(averages.event),
    covariance: combineCovariance(averages.event, matrix),
    group: stamp(averages.group),
    calendar: stamp(averages.calendar),
    pretrend: pretrendOf(solved, averages.event),
    n: solved.fit.n,
    vcov: solved.vcov.name,
    dropped: solved.design.dropped,
    notes: solved.vcov.notes,
  };
}

const levelOf = ({ level }: RegressionOptions) => (level === undefined ? {} : { level });

/** Wald test that the averages before treatment are all zero. */
function pretrendOf(
  { fit, vcov, distribution }: Solved,
  event: readonly (Combination & { at: number })[],
): StaggeredEstimate["pretrend"] {
  const before = event.filter(({ at }) => at < 0);
  if (before.length === 0) return null;
  const estimates = before.map(({ weights }) =>
    [...weights].reduce((sum, [position, weight]) => sum + weight * fit.coefficients[position]!, 0),
  );
  const matrix = combineCovariance(before, vcov.matrix);
  const wald = waldTest(estimates, { matrix, positions: [...estimates.keys()], df2: distribution.df });
  return { statistic: wald.F, df: before.length, p: wald.p };
}

export interface SunAbrahamOptions extends RegressionOptions {
  /** Relative periods left out as reference; `first` is the earliest one in the data. Default -1. */
  readonly reference?: readonly (number | "first")[];
  readonly model?: "ols" | "poisson";
}

export interface SunAbraham extends StaggeredEstimate {
  readonly fit: Fit;
  readonly vcovOfCells: Vcov;
}

/**
 * Interaction-weighted event study (Sun and Abraham 2021): indicators of every cohort and relative period beside the
 * reference, averaged with the sample shares of the cohorts. Controls are the units never treated within the data.
 */
export function sunAbraham(panel: StaggeredPanel, options: SunAbrahamOptions): SunAbraham {
  requireControls(panel, "Sun and Abraham");
  const earliest = range(panel.time).first - panel.cohorts.at(-1)!;
  const left = new Set((options.reference ?? [-1]).map(period => (period === "first" ? earliest : period)));
  const cells = cellsOf(panel, (_, relative) => !left.has(relative));
  const columns = cellColumns(panel, cells);
  const design = { ...panel.design, columns: [...panel.design.columns, ...columns] };
  const solved = solve(design, options, options.model);
  const names = columns.map(({ name }) => name);
  const method = "Sun and Abraham";
  const assumption = "parallel trends for every cohort against the never treated; no anticipation";
  return {
    ...fromCells(solved, { cells, names, method, assumption }, options),
    fit: solved.fit,
    vcovOfCells: solved.vcov,
  };
}

function requireControls(panel: StaggeredPanel, method: string): void {
  if (panel.cohort.some(cohort => cohort === Number.POSITIVE_INFINITY)) return;
  throw new UserError({
    code: "controls",
    column: panel.timeName,
    message: `${method} compare with units not treated within the data, and there are none`,
    hint: "leave out the times from which the last cohort is treated (--subset), so that it can be the control",
  });
}

/**
 * Extended two-way fixed effects (Wooldridge 2021): one effect for every treated cohort and period, with covariates
 * about their cohort means and covariates by period. Not-yet and never treated units are the controls.
 */
export function extendedTwfe(panel: StaggeredPanel, options: RegressionOptions): StaggeredEstimate {
  const cells = cellsOf(panel, (_, relative) => relative >= 0);
  const columns = cellColumns(panel, cells);
  const covariates = panel.design.columns.flatMap(covariate => [
    ...columns.map((column, cell) => timesCentred(panel, column, { covariate, cohort: cells[cell]!.cohort })),
    ...indicatorColumns(
      panel.period,
      label => `${covariate.name}:${panel.timeName}${label}`,
      covariate.values,
    ).slice(1),
  ]);
  const solved = solve({ ...panel.design, columns: [...columns, ...covariates] }, options);
  const names = columns.map(({ name }) => name);
  const method = "Extended two-way fixed effects";
  const assumption = "parallel trends for every cohort in all periods, linear in covariates; no anticipation";
  return fromCells(solved, { cells, names, method, assumption }, options);
}

function timesCentred(
  panel: StaggeredPanel,
  column: NamedColumn,
  { covariate, cohort }: { covariate: NamedColumn; cohort: number },
): NamedColumn {
  let [sum, n] = [0, 0];
  for (let row = 0; row < panel.cohort.length; row++) {
    if (panel.cohort[row] !== cohort) continue;
    sum += covariate.values[row]!;
    n += 1;
  }
  const mean = sum / n;
  const values = column.values.map((value, row) => value * (covariate.values[row]! - mean));
  return { name: `${column.name}:${covariate.name}`, values };
}

/** Plain two-way fixed effects: one treatment indicator. */
export function staticTwfe(panel: StaggeredPanel, options: RegressionOptions): StaggeredEstimate {
  const treated = treatmentColumn(panel);
  const solved = solve({ ...panel.design, columns: [...panel.design.columns, treated] }, options);
  const terms = inferTerms(solved.fit.names, solved.fit.coefficients, {
    matrix: solved.vcov.matrix,
    distribution: solved.distribution,
    ...levelOf(options),
  });
  return {
    method: "Two-way fixed effects",
    assumption: "parallel trends and effects that are the same for all cohorts and all times",
    overall: { ...terms.find(({ term }) => term === treated.name)!, term: "ATT" },
    event: [],
    covariance: null,
    group: [],
    calendar: [],
    pretrend: null,
    n: solved.fit.n,
    vcov: solved.vcov.name,
    dropped: solved.design.dropped,
    notes: solved.vcov.notes,
  };
}

/** Plain event study: indicators of relative periods, the same for all cohorts; -1 and the earliest left out. */
export function eventTwfe(
  panel: StaggeredPanel,
  options: RegressionOptions & { readonly reference?: readonly (number | "first")[] },
): StaggeredEstimate {
  const earliest = range(panel.time).first - panel.cohorts.at(-1)!;
  const left = new Set(
    (options.reference ?? [-1, "first"]).map(period => (period === "first" ? earliest : period)),
  );
  const relatives = new Map<number, Float64Array>();
  for (let row = 0; row < panel.time.length; row++) {
    const relative = relativeTime(panel, row);
    if (!Number.isFinite(relative) || left.has(relative)) continue;
    if (!relatives.has(relative)) relatives.set(relative, new Float64Array(panel.time.length));
    relatives.get(relative)![row] = 1;
  }
  const periods = [...relatives.keys()].sort((a, b) => a - b);
  const columns = periods.map(period => ({ name: `event::${period}`, values: relatives.get(period)! }));
  const solved = solve({ ...panel.design, columns: [...panel.design.columns, ...columns] }, options);
  const event = periods.flatMap(at => {
    const position = solved.position(`event::${at}`);
    return position === undefined ? [] : [{ name: `event::${at}`, at, weights: new Map([[position, 1]]) }];
  });
  const after = event.filter(({ at }) => at >= 0);
  const mean = new Map(
    after.flatMap(({ weights }) => [...weights.keys()].map(p => [p, 1 / after.length] as const)),
  );
  const { matrix } = solved.vcov;
  const infer = (list: readonly Combination[]) =>
    combineTerms(solved.fit, list, { matrix, distribution: solved.distribution, ...levelOf(options) });
  return {
    method: "Two-way fixed effects event study",
    assumption: "parallel trends and effects by time since treatment that are the same for all cohorts",
    overall: infer([{ name: "ATT", weights: mean }])[0]!,
    event: timed(
      infer(event),
      event.map(({ at }) => at),
    ),
    covariance: combineCovariance(event, matrix),
    group: [],
    calendar: [],
    pretrend: pretrendOf(solved, event),
    n: solved.fit.n,
    vcov: solved.vcov.name,
    dropped: solved.design.dropped,
    notes: solved.vcov.notes,
  };
}
