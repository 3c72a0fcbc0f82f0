import { UserError } from "../../codebook/errors.ts";
import { type Data, readData, specOf } from "../estimate.ts";
import { parseFormula } from "../formula/formula.ts";
import type { Estimate } from "../options.ts";
import type { OnProgress } from "../progress.ts";
import { seededRandom } from "../random.ts";
import { type Correction, parseCorrection } from "../vcov/correction.ts";
import { type VcovSpec, vcovColumns } from "../vcov/spec.ts";
import { type BaconDecomposition, baconDecomposition } from "./bacon.ts";
import { callawaySantAnna } from "./callaway.ts";
import type { Adjustment } from "./doubly-robust.ts";
import { imputation } from "./imputation.ts";
import { relativeTime, type StaggeredPanel, staggeredPanel } from "./panel.ts";
import { eventTwfe, extendedTwfe, type RegressionOptions, staticTwfe, sunAbraham } from "./regressions.ts";
import type { StaggeredEstimate, TimedEstimate } from "./result.ts";
import { stacked } from "./stacked.ts";
import { withCohorts } from "./treatment.ts";
import { twoStage } from "./two-stage.ts";
import { judged } from "./window.ts";

/** The estimators that `--method staggered` runs, in the order shown. */
export const STAGGERED_METHODS = [
  "twfe",
  "event-study",
  "sun-abraham",
  "callaway-santanna",
  "imputation",
  "two-stage",
  "extended-twfe",
  "stacked",
] as const;

export type StaggeredMethod = (typeof STAGGERED_METHODS)[number];

export interface StaggeredRunOptions {
  /** Standard errors of the regressions. Required. The other estimators cluster by unit. */
  readonly vcov?: string | VcovSpec;
  readonly ssc?: string | Correction;
  /** Unit and time; by default the two fixed effects of the formula. */
  readonly unit?: string;
  readonly time?: string;
  /** Column with the first treated time (missing or 0: never), or ... */
  readonly cohort?: string;
  /** ... a 0/1 column of treatment, from which it is taken. */
  readonly treatment?: string;
  /** Default: all. */
  readonly methods?: readonly StaggeredMethod[];
  /** Controls and covariate adjustment of Callaway and Sant'Anna. */
  readonly controls?: "never" | "notyet";
  readonly adjustment?: Adjustment;
  readonly anticipation?: number;
  /** Base of Callaway and Sant'Anna before treatment: the period before, or always the last one before treatment. */
  readonly base?: "varying" | "universal";
  /**
   * First and last period around treatment that is judged: joint tests and simultaneous bands are over these, and stacks are as
   * long. Without it all periods count, of which the outermost may rest on a single unit.
   */
  readonly window?: readonly [number, number];
  /** Periods before and after in a stack. Default those of the window, else 1 and 1. */
  readonly pre?: number;
  readonly post?: number;
  readonly weights?: string;
  readonly subset?: string;
  readonly level?: number;
  /** Draws of the multiplier bootstrap; default none. Needs a seed. */
  readonly draws?: number;
  readonly seed?: number;
  readonly clock?: () => number;
  /** Called when an estimator begins. */
  readonly onProgress?: OnProgress;
}

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

/** Runs the estimators for staggered adoption side by side on `outcome ~ covariates | unit + time`. */
export function estimateStaggered(
  data: Data,
  formula: string,
  options: StaggeredRunOptions = {},
): StaggeredReport {
  return staggeredReport(runStaggered(data, formula, options), formula, options);
}

/** Like `estimateStaggered`, with covariances and the panel still there. */
export function runStaggered(data: Data, formula: string, options: StaggeredRunOptions = {}): StaggeredRun {
  const spec = specOf(options.vcov);
  const panel = readPanel(data, formula, { ...options, spec });
  const correction = typeof options.ssc === "object" ? options.ssc : parseCorrection(options.ssc);
  const level = options.level === undefined ? {} : { level: options.level };
  const regression: RegressionOptions = { vcov: spec, correction, ...level };
  const clock = options.clock ?? (() => performance.now());
  const results: { result: StaggeredEstimate; milliseconds: number }[] = [];
  const refused: { method: string; reason: string }[] = [];
  const methods = options.methods ?? STAGGERED_METHODS;
  for (const [done, method] of methods.entries()) {
    options.onProgress?.({ done, total: methods.length, what: method });
    const started = clock();
    try {
      const result = judged(RUN[method](panel, { regression, options }), options);
      if (!Number.isFinite(result.overall.estimate) || !Number.isFinite(result.overall.se)) {
        refused.push({ method, reason: UNIDENTIFIED });
        continue;
      }
      results.push({ result, milliseconds: clock() - started });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ method, reason: error.message });
    }
  }
  return { panel, results, refused };
}

const UNIDENTIFIED =
  "the treatment cannot be told from the effects of unit and time, or too few rows are left for an error";

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

/** The panel that a formula and options describe. */
export function readPanel(
  data: Data,
  formula: string,
  options: StaggeredRunOptions & { spec: VcovSpec },
): StaggeredPanel {
  const effects = parseFormula(formula).effects.map(({ name }) => name);
  const unit = options.unit ?? effects[0];
  const time = options.time ?? effects[1];
  if (unit === undefined || time === undefined)
    throw missing("unit and time", 'write them as fixed effects: "y ~ x | unit + time"');
  if (options.cohort === undefined && options.treatment === undefined) {
    throw missing(
      "when each unit is first treated",
      "name a column of first treated times (--cohort) or a 0/1 column (--treatment)",
    );
  }
  const frame = readData(data);
  const name = options.cohort ?? `first ${options.treatment}`;
  const full =
    options.cohort === undefined
      ? withCohorts(frame, { unit, time, treatment: options.treatment!, name })
      : frame;
  return staggeredPanel(full, formula, {
    unit,
    time,
    cohort: name,
    ...(options.weights ? { weights: options.weights } : {}),
    ...(options.subset ? { subset: options.subset } : {}),
    needed: vcovColumns(options.spec),
  });
}

function missing(what: string, hint: string): UserError {
  return new UserError({ code: "staggered", message: `staggered designs need to know ${what}`, hint });
}

interface Job {
  readonly regression: RegressionOptions;
  readonly options: StaggeredRunOptions;
}

const RUN: Readonly<Record<StaggeredMethod, (panel: StaggeredPanel, job: Job) => StaggeredEstimate>> = {
  twfe: (panel, { regression }) => staticTwfe(panel, regression),
  "event-study": (panel, { regression }) => eventTwfe(panel, regression),
  "sun-abraham": (panel, { regression }) => sunAbraham(panel, regression),
  "callaway-santanna": (panel, { options }) => {
    const { controls, adjustment, anticipation, base, level, draws, seed } = options;
    return callawaySantAnna(panel, {
      ...(controls ? { controls } : {}),
      adjustment: adjustment ?? "dr",
      ...(base ? { base } : {}),
      ...(anticipation === undefined ? {} : { anticipation }),
      ...(level === undefined ? {} : { level }),
      ...(draws ? { bootstrap: { draws, random: seededRandom(seed ?? 1) } } : {}),
    });
  },
  imputation: (panel, { options }) =>
    imputation(panel, {
      pretrends: -(options.window?.[0] ?? -3),
      ...(options.level === undefined ? {} : { level: options.level }),
    }),
  "two-stage": (panel, { options }) =>
    twoStage(panel, options.level === undefined ? {} : { level: options.level }),
  "extended-twfe": (panel, { regression }) => extendedTwfe(panel, regression),
  stacked: (panel, { regression, options }) =>
    stacked(panel, {
      ...regression,
      pre: options.pre ?? -(options.window?.[0] ?? -1),
      post: options.post ?? options.window?.[1] ?? 1,
    }),
};

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
