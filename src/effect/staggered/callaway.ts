import { UserError } from "../../codebook/errors.ts";
import { chiSquareSf } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import { levelCounts } from "../data/level-counts.ts";
import type { Random } from "../random.ts";
import type { TermEstimate } from "../vcov/inference.ts";
import { Aggregator } from "./aggregation.ts";
import { simultaneousBands } from "./bands.ts";
import type { Adjustment } from "./doubly-robust.ts";
import type { Cell, GroupTime } from "./group-time.ts";
import { groupTimes } from "./group-times.ts";
import { covarianceOf } from "./influence.ts";
import { keepRows, range, type StaggeredPanel } from "./panel.ts";
import type { StaggeredEstimate } from "./result.ts";
import { unitsOf } from "./units.ts";

export interface CallawayOptions {
  /** Units never treated, or also those not yet treated. Default `never`. */
  readonly controls?: "never" | "notyet";
  /** Default `dr`. */
  readonly adjustment?: Adjustment;
  /** Base of periods before treatment: the period before (default) or always the last one before treatment. */
  readonly base?: "varying" | "universal";
  /** Periods before treatment that it may already change. Default 0. */
  readonly anticipation?: number;
  /** Every row is another unit. Default false. */
  readonly crossSections?: boolean;
  /** Keep units with missing periods and estimate as repeated cross-sections, clustered by unit. Default false. */
  readonly unbalanced?: boolean;
  /** In the event study only cohorts seen at least this many periods after treatment, over the same periods. */
  readonly balance?: number;
  readonly level?: number;
  /** Draws of the multiplier bootstrap for simultaneous bands; none without a source of random numbers. */
  readonly bootstrap?: { readonly draws: number; readonly random: Random };
}

export interface CallawaySantAnna extends StaggeredEstimate {
  readonly groupTime: readonly GroupTime[];
  /** 95% (or `level`) critical value of simultaneous bands over all group-time effects and over the event study. */
  readonly criticalValues: { readonly groupTime: number; readonly event: number } | null;
}

/**
 * Group-time average treatment effects (Callaway and Sant'Anna 2021) and their aggregations: overall (simple), by
 * time since treatment, by cohort and by calendar time. Errors come from influence functions; the shares of cohorts
 * are estimated and enter them.
 */
export function callawaySantAnna(all: StaggeredPanel, options: CallawayOptions = {}): CallawaySantAnna {
  const sections = options.crossSections === true || options.unbalanced === true;
  const panel = sections ? withoutAlwaysTreated(all) : balanced(withoutAlwaysTreated(all));
  requireNever(panel, options.controls ?? "never");
  const units = unitsOf(panel, options.crossSections === true);
  const cells = groupTimes(panel, units, { ...options, sections });
  // A base period compares a cohort with itself: alone it is no comparison.
  if (cells.every(({ se }) => Number.isNaN(se))) throw noCell();
  const aggregate = new Aggregator(units, cells, options.level);
  const event = aggregate.event(options.balance);
  const bands = options.bootstrap
    ? simultaneousBands(
        { cells, averages: event.combinations, units: aggregate.unitTerms() },
        { ...options.bootstrap, level: options.level ?? 0.95 },
      )
    : null;
  const band = (estimate: TermEstimate) =>
    bands === null
      ? null
      : ([
          estimate.estimate - bands.event * estimate.se,
          estimate.estimate + bands.event * estimate.se,
        ] as const);
  const wanted = options.controls === "notyet" ? "units not yet treated" : "units never treated";
  return {
    method: "Callaway and Sant'Anna",
    assumption: `parallel trends of every cohort and ${wanted}${panel.design.columns.length > 0 ? ", given covariates" : ""}`,
    overall: aggregate.simple(),
    event: event.estimates.map(estimate => ({ ...estimate, band: band(estimate) })),
    covariance: covarianceOf(event.influences, units.n),
    group: aggregate.group().estimates,
    calendar: aggregate.calendar().estimates,
    pretrend: pretest(cells, units.n),
    n: units.n,
    rows: panel.time.length,
    vcov: options.crossSections
      ? "influence functions, rows independent"
      : "influence functions, clustered by unit",
    dropped: panel.design.dropped,
    notes: panel.notes,
    groupTime: cells.map(({ group, time, att, se }) => ({ group, time, att, se })),
    criticalValues: bands,
  };
}

/** The overall effect of an aggregation: `simple`, mean of `event` at 0 and later, of `group`, of `calendar`. */
export function overallEffects(
  all: StaggeredPanel,
  options: CallawayOptions = {},
): Record<string, TermEstimate> {
  const sections = options.crossSections === true || options.unbalanced === true;
  const panel = sections ? withoutAlwaysTreated(all) : balanced(withoutAlwaysTreated(all));
  const units = unitsOf(panel, options.crossSections === true);
  const cells = groupTimes(panel, units, { ...options, sections });
  const aggregate = new Aggregator(units, cells, options.level);
  return {
    simple: aggregate.simple(),
    dynamic: aggregate.event(options.balance).overall,
    group: aggregate.group().overall,
    calendar: aggregate.calendar().overall,
  };
}

function noCell(): UserError {
  const message = "no cohort can be compared: each needs a period before treatment and controls";
  return new UserError({ code: "comparison", message });
}

function requireNever(panel: StaggeredPanel, controls: "never" | "notyet"): void {
  if (controls === "notyet" || panel.cohort.some(cohort => cohort === 1 / 0)) return;
  throw new UserError({
    code: "controls",
    message: "no unit is never treated",
    hint: "compare with units not yet treated (controls: notyet)",
  });
}

/** Units treated from the first period on have no period before treatment. */
function withoutAlwaysTreated(panel: StaggeredPanel): StaggeredPanel {
  const { first } = range(panel.time);
  const keep = new Uint8Array(panel.cohort.length);
  for (let row = 0; row < keep.length; row++) keep[row] = Number(panel.cohort[row]! > first);
  return keepRows(panel, keep, `treated from the first ${panel.timeName} on`);
}

function balanced(panel: StaggeredPanel): StaggeredPanel {
  const { codes } = panel.unit;
  const { counts } = levelCounts(panel.unit);
  const keep = new Uint8Array(codes.length);
  for (let row = 0; row < keep.length; row++) keep[row] = Number(counts[codes[row]!] === panel.period.size);
  return keepRows(panel, keep, `of a ${panel.unitName} with missing ${panel.timeName}s`);
}

/** Joint test that all effects before treatment are zero. */
function pretest(cells: readonly Cell[], n: number): StaggeredEstimate["pretrend"] {
  const before = cells.filter(cell => cell.time < cell.group && !Number.isNaN(cell.se));
  const q = before.length;
  if (q === 0) return null;
  const variance = covarianceOf(
    before.map(({ influence }) => influence),
    n,
  );
  const att = before.map(cell => cell.att);
  const { factor, kept } = orderedCholesky(variance, { tolerance: 1e-12 });
  if (kept.some(flag => flag === 0)) return null;
  const solved = choleskySolve(factor, att);
  const statistic = att.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return { statistic, df: q, p: chiSquareSf(statistic, q) };
}
