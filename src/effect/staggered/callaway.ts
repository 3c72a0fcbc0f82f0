import { UserError } from "../../codebook/errors.ts";
import { chiSquareSf } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Random } from "../random.ts";
import type { TermEstimate } from "../vcov/inference.ts";
import { Aggregator } from "./aggregation.ts";
import { simultaneousBands } from "./bands.ts";
import { type Adjustment, type Comparison, compare } from "./doubly-robust.ts";
import { type Cell, covarianceOf, errorOf, type GroupTime, type Units } from "./group-time.ts";
import { keepRows, range, type StaggeredPanel } from "./panel.ts";
import type { StaggeredEstimate } from "./result.ts";

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
    ? simultaneousBands(cells, event.influences, { ...options.bootstrap, level: options.level ?? 0.95 })
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
    covariance: covarianceOf(event.influences),
    group: aggregate.group().estimates,
    calendar: aggregate.calendar().estimates,
    pretrend: pretest(cells),
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
  const keep = Uint8Array.from(panel.cohort, cohort => Number(cohort > first));
  return keepRows(panel, keep, `treated from the first ${panel.timeName} on`);
}

function balanced(panel: StaggeredPanel): StaggeredPanel {
  const counts = new Int32Array(panel.unit.size);
  for (const code of panel.unit.codes) counts[code]! += 1;
  const keep = Uint8Array.from(panel.unit.codes, code => Number(counts[code] === panel.period.size));
  return keepRows(panel, keep, `of a ${panel.unitName} with missing ${panel.timeName}s`);
}

function unitsOf(panel: StaggeredPanel, crossSections: boolean): Units {
  const rows = panel.time.length;
  const of = crossSections ? Int32Array.from({ length: rows }, (_, row) => row) : panel.unit.codes;
  const n = crossSections ? rows : panel.unit.size;
  const cohort = new Float64Array(n);
  const sums = new Float64Array(n);
  const counts = new Float64Array(n);
  for (let row = 0; row < rows; row++) {
    cohort[of[row]!] = panel.cohort[row]!;
    sums[of[row]!]! += panel.design.weights?.[row] ?? 1;
    counts[of[row]!]! += 1;
  }
  const weight = sums.map((sum, unit) => sum / counts[unit]!);
  return { n, of, cohort, weight };
}

type Settings = CallawayOptions & { readonly sections: boolean };

function groupTimes(panel: StaggeredPanel, units: Units, options: Settings): Cell[] {
  const times = [...new Set(panel.time)].sort((a, b) => a - b);
  const { anticipation = 0, base = "varying" } = options;
  const rowsAt = rowsByTime(panel.time);
  return panel.cohorts.flatMap(group => {
    const clean = times.filter(time => time + anticipation < group).at(-1);
    if (clean === undefined) return [];
    return times.flatMap((time, place): Cell[] => {
      const early = time < group - anticipation;
      const from = base === "universal" || !early ? clean : times[place - 1];
      if (from === undefined) return [];
      if (from === time) {
        return [{ group, time, att: 0, se: Number.NaN, influence: new Float64Array(units.n) }];
      }
      const cell = groupTime(panel, units, { ...options, group, time, from, rowsAt });
      return cell === null ? [] : [cell];
    });
  });
}

interface Pair {
  readonly group: number;
  readonly time: number;
  readonly from: number;
}

/** Rows of each period, ascending: a cell reads those of two periods, not the whole panel. */
type RowsByTime = ReadonlyMap<number, readonly number[]>;

function rowsByTime(times: Float64Array): RowsByTime {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < times.length; row++) {
    const known = rows.get(times[row]!);
    if (known) known.push(row);
    else rows.set(times[row]!, [row]);
  }
  return rows;
}

function groupTime(
  panel: StaggeredPanel,
  units: Units,
  options: Settings & Pair & { readonly rowsAt: RowsByTime },
): Cell | null {
  const { group, time, from, rowsAt, anticipation = 0, controls = "never" } = options;
  const latest = Math.max(time, from) + anticipation;
  const isControl = (cohort: number) =>
    cohort === 1 / 0 || (controls === "notyet" && cohort > latest && cohort !== group);
  const chosen = (row: number) => panel.cohort[row] === group || isControl(panel.cohort[row]!);
  const rows = [...rowsAt.get(time)!.filter(chosen), ...rowsAt.get(from)!.filter(chosen)].sort(
    (a, b) => a - b,
  );
  const comparison = options.sections ? sectionsOf(panel, rows, options) : changesOf(panel, rows, options);
  const treated = comparison.data.treated.reduce((a, b) => a + b, 0);
  if (treated === 0 || treated === comparison.data.treated.length) return null;
  const { att, influence } = compare(comparison.data, options.adjustment ?? "dr");
  const scale = units.n / influence.length;
  const spread = new Float64Array(units.n);
  for (let i = 0; i < influence.length; i++) spread[units.of[comparison.rows[i]!]!]! += scale * influence[i]!;
  return { group, time, att, se: errorOf(spread), influence: spread };
}

interface Chosen {
  readonly data: Comparison;
  /** A row of the panel for every row of the comparison. */
  readonly rows: readonly number[];
}

/** Changes of the outcome of units seen in both periods; covariates and weights of the base period. */
function changesOf(panel: StaggeredPanel, rows: readonly number[], { group, time, from }: Pair): Chosen {
  const { codes, size } = panel.unit;
  const later = new Int32Array(size).fill(-1);
  for (const row of rows) if (panel.time[row] === time) later[codes[row]!] = row;
  const first = rows.filter(row => panel.time[row] === from && later[codes[row]!] !== -1);
  const { y } = panel.design;
  const change = Float64Array.from(first, row => y[later[codes[row]!]!]! - y[row]!);
  return { data: comparisonOf(panel, first, { group, y: change, post: null }), rows: first };
}

function sectionsOf(panel: StaggeredPanel, rows: readonly number[], { group, time }: Pair): Chosen {
  const y = Float64Array.from(rows, row => panel.design.y[row]!);
  const post = Float64Array.from(rows, row => Number(panel.time[row] === time));
  return { data: comparisonOf(panel, rows, { group, y, post }), rows };
}

function comparisonOf(
  panel: StaggeredPanel,
  rows: readonly number[],
  { group, y, post }: { group: number; y: Float64Array; post: Float64Array | null },
): Comparison {
  return {
    treated: Float64Array.from(rows, row => Number(panel.cohort[row] === group)),
    x: [
      new Float64Array(rows.length).fill(1),
      ...panel.design.columns.map(({ values }) => Float64Array.from(rows, row => values[row]!)),
    ],
    weights: Float64Array.from(rows, row => panel.design.weights?.[row] ?? 1),
    y,
    post,
  };
}

/** Joint test that all effects before treatment are zero. */
function pretest(cells: readonly Cell[]): StaggeredEstimate["pretrend"] {
  const before = cells.filter(cell => cell.time < cell.group && !Number.isNaN(cell.se));
  const q = before.length;
  if (q === 0) return null;
  const variance = covarianceOf(before.map(({ influence }) => influence));
  const att = before.map(cell => cell.att);
  const { factor, kept } = orderedCholesky(variance, { tolerance: 1e-12 });
  if (kept.some(flag => flag === 0)) return null;
  const solved = choleskySolve(factor, att);
  const statistic = att.reduce((sum, value, i) => sum + value * solved[i]!, 0);
  return { statistic, df: q, p: chiSquareSf(statistic, q) };
}
