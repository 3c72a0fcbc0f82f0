import { UserError } from "../../codebook/errors.ts";
import { type Data, readData } from "../estimate.ts";
import { parseFormula } from "../formula/formula.ts";
import type { Estimate } from "../options.ts";
import { seededRandom } from "../random.ts";
import { inferTerms } from "../vcov/inference.ts";
import type { BlockPanel } from "./block-panel.ts";
import { blockPath } from "./path.ts";
import { fitBefore, jackknifeError, type PlaceboTest, placeboTest } from "./placebo.ts";
import { readBlock } from "./read-block.ts";
import { type BlockEstimate, type BlockMethod, blockEstimate } from "./synthetic.ts";

/** `synth` synthetic control, `sdid` synthetic difference-in-differences, `did` all controls alike. */
export type SyntheticMethod = "synth" | "sdid" | "did";

export interface SyntheticOptions {
  /** Default `sdid`. */
  readonly method?: SyntheticMethod;
  /** `placebo` or `jackknife` (several treated units). Required. */
  readonly vcov?: string;
  /** Unit and time; by default the two fixed effects of the formula. */
  readonly unit?: string;
  readonly time?: string;
  /** Who is treated and when: a 0/1 column, or ... */
  readonly treatment?: string;
  /** ... a column of first treated times (missing or 0: never), or ... */
  readonly cohort?: string;
  /** ... the units, with ... */
  readonly treated?: readonly string[];
  /** ... the first time at which they are treated. */
  readonly date?: number;
  /** A condition that holds in all rows of a unit that may serve as a control. */
  readonly donors?: string;
  readonly subset?: string;
  readonly level?: number;
  /** Random sets of placebo units with several treated units. Default 200. */
  readonly draws?: number;
  readonly seed?: number;
  readonly clock?: () => number;
}

/** An estimate in the contract's form, with the weights, the path and the placebos behind it. */
export interface SyntheticEstimate extends Estimate {
  readonly assumption: string;
  readonly treated: readonly string[];
  /** First treated time. */
  readonly start: number;
  readonly units: readonly { readonly unit: string; readonly weight: number }[];
  /** Weights of the periods before treatment; none for synthetic control. */
  readonly periods: readonly { readonly time: number; readonly weight: number }[];
  readonly path: readonly {
    readonly time: number;
    readonly observed: number;
    readonly counterfactual: number;
    readonly gap: number;
  }[];
  readonly placebos: readonly {
    readonly units: readonly string[];
    readonly estimate: number;
    readonly ratio: number;
    readonly gaps: readonly number[];
  }[];
}

const NAMES: Readonly<Record<SyntheticMethod, { readonly method: BlockMethod; readonly model: string }>> = {
  synth: { method: "sc", model: "Synthetic control" },
  sdid: { method: "sdid", model: "Synthetic difference-in-differences" },
  did: { method: "did", model: "Difference-in-differences, one date" },
};

/** Units treated at one date, compared with controls that are weighted to resemble them (`outcome ~ 1 | unit + time`). */
export function estimateSynthetic(
  data: Data,
  text: string,
  options: SyntheticOptions = {},
): SyntheticEstimate {
  const clock = options.clock ?? (() => performance.now());
  const started = clock();
  const inference = inferenceOf(options.vcov);
  const formula = parseFormula(text);
  const { panel, dropped, names, notes, outcome } = readBlock(readData(data), formula, options);
  const { method, model } = NAMES[options.method ?? "sdid"];
  const found = blockEstimate(panel, method);
  const { draws, seed = 1, level = 0.95 } = options;
  const placebos =
    inference === "placebo"
      ? placeboTest(panel, method, { random: seededRandom(seed), ...(draws === undefined ? {} : { draws }) })
      : null;
  const se = placebos === null ? jackknifeError(panel, found) : placebos.sd;
  if (Number.isNaN(se)) throw noJackknife();
  const distribution = { kind: "normal", df: Number.POSITIVE_INFINITY } as const;
  const terms = inferTerms(["effect"], [found.estimate], {
    matrix: Float64Array.of(se * se),
    distribution,
    level,
  });
  const units = panel.controls.length + panel.treated.length;
  return {
    model,
    outcome,
    formula: formula.text,
    group: null,
    terms,
    level,
    n: units * panel.periods.length,
    clusters: { [names.unit]: units },
    vcov:
      placebos === null ? "jackknife over units" : `placebo, ${placebos.placebos.length} among the controls`,
    correction: "none",
    effects: {},
    dropped,
    collinear: [],
    notes: [...notes, ...notesOn(panel, inference, found)],
    assumption: found.assumption,
    treated: panel.treatedNames,
    start: panel.periods[panel.pre]!,
    ...behind(panel, found, placebos),
    milliseconds: clock() - started,
  };
}

/** Weights, path and placebos as the contract has them, with the statistics that follow from them. */
function behind(panel: BlockPanel, found: BlockEstimate, placebos: PlaceboTest | null) {
  const { observed, counterfactual, gaps } = blockPath(panel, found);
  const { before, ratio } = fitBefore(panel, gaps);
  return {
    fit: {
      pre_rmse: before,
      post_over_pre: ratio,
      ...(placebos === null ? {} : { rank_p: placebos.rankP, ratio_rank_p: placebos.ratioP }),
      controls: panel.controls.length,
      controls_with_weight: found.omega.filter(weight => weight > WEIGHTLESS).length,
      periods_before: panel.pre,
      periods_after: panel.periods.length - panel.pre,
    },
    units: Array.from(found.omega, (weight, i) => ({ unit: panel.controlNames[i]!, weight })).sort(
      (a, b) => b.weight - a.weight,
    ),
    periods: Array.from(found.lambda, (weight, t) => ({ time: panel.periods[t]!, weight })).filter(
      ({ weight }) => weight > 0,
    ),
    path: panel.periods.map((time, t) => ({
      time,
      observed: observed[t]!,
      counterfactual: counterfactual[t]!,
      gap: gaps[t]!,
    })),
    placebos: (placebos?.placebos ?? []).map(placebo => ({ ...placebo, gaps: [...placebo.gaps] })),
  };
}

/** A control with less than this takes no part. */
const WEIGHTLESS = 1e-9;

const CHOICES = [
  ["placebo", "what the method finds among controls, where nothing happened"],
  ["jackknife", "one unit left out in turn; for several treated units"],
] as const;

function inferenceOf(text: string | undefined): "placebo" | "jackknife" {
  const found = CHOICES.find(([name]) => name === text?.trim().toLowerCase());
  if (found !== undefined) return found[0];
  throw new UserError({
    code: text === undefined ? "vcov-required" : "vcov",
    column: "vcov",
    message:
      text === undefined
        ? "choose how the standard error is computed; nothing is assumed"
        : `"${text}" is no kind of error of this method`,
    expected: `one of:${CHOICES.map(([name, meaning]) => `\n  ${name.padEnd(12)}${meaning}`).join("")}\n`,
  });
}

function noJackknife(): UserError {
  return new UserError({
    code: "jackknife",
    column: "vcov",
    message: "the jackknife needs two treated units and two controls with weight",
    hint: "take --vcov placebo",
  });
}

function notesOn(panel: BlockPanel, inference: string, { method, omega }: BlockEstimate): string[] {
  const single = panel.treated.length === 1;
  return [
    ...(inference === "placebo" && single
      ? [
          `with one treated unit, read rank_p; it cannot be under 1/${panel.controls.length + 1}. The standard error takes the treated unit to vary as controls do`,
        ]
      : []),
    ...(inference === "jackknife" && method === "sc"
      ? [
          "the jackknife has been shown to be valid for synthetic difference-in-differences, not for synthetic control",
        ]
      : []),
    ...(method === "sc" && omega.some(weight => weight > 0.999)
      ? ["one control has all the weight: the treated may lie outside what the controls span"]
      : []),
  ];
}
