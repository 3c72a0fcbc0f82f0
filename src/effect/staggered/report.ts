import type { Estimate } from "../options.ts";
import { type BaconDecomposition, baconDecomposition } from "./bacon.ts";
import type { StaggeredRunOptions } from "./methods.ts";
import { relativeTime, type StaggeredPanel } from "./panel.ts";
import type { StaggeredEstimate, TimedEstimate } from "./result.ts";

/** One estimator's result in the contract's form, with its assumption and its estimates by time. */
export interface StaggeredReportEstimate extends Estimate {
  readonly assumption: string;
  readonly event: readonly TimedEstimate[];
  readonly byGroup: readonly TimedEstimate[];
  readonly byCalendar: readonly TimedEstimate[];
}

export interface StaggeredReport {
  readonly estimates: readonly StaggeredReportEstimate[];
  /** How many units are seen at each period since treatment. */
  readonly support: readonly { readonly at: number; readonly units: number }[];
  /** Estimators that could not run, and why. */
  readonly refused: readonly { readonly method: string; readonly reason: string }[];
  /** What the two-way estimate is made of; null where the panel is unbalanced, weighted or has covariates. */
  readonly decomposition: BaconDecomposition | null;
}

/** What the estimators said, with everything that further analysis needs. */
export interface StaggeredRun {
  readonly panel: StaggeredPanel;
  readonly results: readonly { readonly result: StaggeredEstimate; readonly milliseconds: number }[];
  readonly refused: StaggeredReport["refused"];
}

/** A run in the contract's form. */
export function staggeredReport(
  { panel, results, refused }: StaggeredRun,
  formula: string,
  { level = 0.95 }: Pick<StaggeredRunOptions, "level"> = {},
): StaggeredReport {
  return {
    estimates: results.map(({ result, milliseconds }) =>
      reported(result, { panel, formula, level, milliseconds }),
    ),
    support: supportOf(panel),
    refused,
    decomposition: decompositionOf(panel),
  };
}

interface Context {
  readonly panel: StaggeredPanel;
  readonly formula: string;
  readonly level: number;
  readonly milliseconds: number;
}

function reported(
  result: StaggeredEstimate,
  { panel, formula, level, milliseconds }: Context,
): StaggeredReportEstimate {
  const { pretrend } = result;
  return {
    model: result.method,
    assumption: result.assumption,
    outcome: panel.design.outcome,
    formula,
    group: null,
    terms: [result.overall, ...result.event.map(({ at: _at, band: _band, ...term }) => term)],
    level,
    n: result.rows ?? result.n,
    clusters: { [panel.unitName]: panel.unit.size },
    vcov: result.vcov,
    correction: "as in the reference implementation of the estimator",
    fit:
      pretrend === null
        ? {}
        : { pretrend: pretrend.statistic, pretrend_df: pretrend.df, pretrend_p: pretrend.p },
    effects: { [panel.unitName]: panel.unit.size, [panel.timeName]: panel.period.size },
    dropped: result.dropped,
    collinear: [],
    notes: [...new Set([...panel.notes, ...result.notes])],
    milliseconds,
    event: result.event,
    byGroup: result.group,
    byCalendar: result.calendar,
  };
}

function supportOf(panel: StaggeredPanel): StaggeredReport["support"] {
  const units = new Map<number, Set<number>>();
  for (let row = 0; row < panel.time.length; row++) {
    const at = relativeTime(panel, row);
    if (!Number.isFinite(at)) continue;
    units.set(at, (units.get(at) ?? new Set()).add(panel.unit.codes[row]!));
  }
  return [...units].map(([at, { size }]) => ({ at, units: size })).sort((a, b) => a.at - b.at);
}

function decompositionOf(panel: StaggeredPanel): BaconDecomposition | null {
  const balanced = panel.time.length === panel.unit.size * panel.period.size;
  const plain = panel.design.weights === null && panel.design.columns.length === 0;
  return balanced && plain ? baconDecomposition(panel) : null;
}
