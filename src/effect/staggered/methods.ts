import type { OnProgress } from "../progress.ts";
import { seededRandom } from "../random.ts";
import type { Correction } from "../vcov/correction.ts";
import type { VcovSpec } from "../vcov/spec.ts";
import { callawaySantAnna } from "./callaway.ts";
import type { Adjustment } from "./doubly-robust.ts";
import { imputation } from "./imputation.ts";
import type { StaggeredPanel } from "./panel.ts";
import { eventTwfe, extendedTwfe, type RegressionOptions, staticTwfe, sunAbraham } from "./regressions.ts";
import type { StaggeredEstimate } from "./result.ts";
import { stacked } from "./stacked.ts";
import { twoStage } from "./two-stage.ts";

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

interface Job {
  readonly regression: RegressionOptions;
  readonly options: StaggeredRunOptions;
}

/** Runs one estimator. */
export const RUN: Readonly<Record<StaggeredMethod, (panel: StaggeredPanel, job: Job) => StaggeredEstimate>> =
  {
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
