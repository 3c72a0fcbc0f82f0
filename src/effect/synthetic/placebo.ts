import { UserError } from "../../codebook/errors.ts";
import { type Random, seededRandom } from "../random.ts";
import type { BlockPanel } from "./block-panel.ts";
import { blockPath } from "./path.ts";
import { type BlockMethod, blockEstimate, contrast, type Weights } from "./synthetic.ts";

/** What a method finds among controls, where nothing happened. */
export interface Placebo {
  /** The controls that stood in for the treated. */
  readonly units: readonly string[];
  readonly estimate: number;
  readonly gaps: Float64Array;
  /** Size of the gaps after treatment over that before (root mean squares). */
  readonly ratio: number;
}

export interface PlaceboTest {
  /** With one treated unit each control in turn, else random sets of as many controls as there are treated units. */
  readonly placebos: readonly Placebo[];
  readonly estimates: Float64Array;
  /** Their standard deviation, divisor n. */
  readonly sd: number;
  /** (1 + number at least as large in size) / (placebos + 1). */
  readonly rankP: number;
  /** The same of the ratios of fit after and before treatment (Abadie, Diamond and Hainmueller 2010). */
  readonly ratioP: number;
}

export interface PlaceboOptions {
  /** Random sets of controls, with several treated units. Default 200. */
  readonly draws?: number;
  readonly random?: Random;
}

/** In-space placebos; the treated are left out (algorithm 4 of Arkhangelsky et al. 2021). */
export function placeboTest(
  panel: BlockPanel,
  method: BlockMethod,
  options: PlaceboOptions = {},
): PlaceboTest {
  const own = judged(panel, method);
  const placebos = standIns(panel, options).map(chosen => {
    const controls = panel.controls.filter((_, i) => !chosen.has(i));
    const treated = panel.controls.filter((_, i) => chosen.has(i));
    const units = panel.controlNames.filter((_, i) => chosen.has(i));
    return { units, ...judged({ ...panel, controls, treated }, method) };
  });
  const estimates = Float64Array.from(placebos, ({ estimate }) => estimate);
  const rank = (size: (one: Pick<Placebo, "estimate" | "ratio">) => number) =>
    (1 + placebos.filter(placebo => size(placebo) >= size(own)).length) / (placebos.length + 1);
  return {
    placebos,
    estimates,
    sd: deviation(estimates),
    rankP: rank(({ estimate }) => Math.abs(estimate)),
    ratioP: rank(({ ratio }) => ratio),
  };
}

function judged(panel: BlockPanel, method: BlockMethod): Omit<Placebo, "units"> {
  const found = blockEstimate(panel, method);
  const { gaps } = blockPath(panel, found);
  return { estimate: found.estimate, gaps, ratio: fitBefore(panel, gaps).ratio };
}

/** Root mean squares of the gaps before and after treatment. */
export function fitBefore({ pre }: Pick<BlockPanel, "pre">, gaps: Float64Array) {
  const size = (part: Float64Array) => Math.sqrt(part.reduce((sum, gap) => sum + gap * gap, 0) / part.length);
  const [before, after] = [size(gaps.subarray(0, pre)), size(gaps.subarray(pre))];
  return { before, after, ratio: after / before };
}

/** Positions of the controls that stand in for the treated, one set a placebo. */
function standIns({ controls, treated }: BlockPanel, options: PlaceboOptions): ReadonlySet<number>[] {
  if (treated.length === 1) return controls.map((_, i) => new Set([i]));
  if (controls.length <= treated.length)
    throw new UserError({
      code: "placebo",
      message: `${treated.length} treated units and ${controls.length} controls`,
      expected: "more controls than treated units, so that controls can stand in for the treated",
      hint: "take the jackknife (--vcov jackknife)",
    });
  const { draws = 200, random = seededRandom(1) } = options;
  return Array.from({ length: draws }, () => {
    const chosen = new Set<number>();
    while (chosen.size < treated.length) chosen.add(Math.floor(random() * controls.length));
    return chosen;
  });
}

/** Standard deviation with divisor n. */
function deviation(values: Float64Array): number {
  const centre = values.reduce((a, b) => a + b, 0) / values.length;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / values.length);
}

/**
 * Jackknife over units with the weights held fixed (algorithm 3 of the paper). Needs two treated units and two controls
 * with weight; NaN otherwise.
 */
export function jackknifeError(
  panel: BlockPanel,
  { omega, lambda }: Pick<Weights, "omega" | "lambda">,
): number {
  if (panel.treated.length < 2 || omega.filter(value => value > 0).length < 2) return Number.NaN;
  const without = (values: readonly Float64Array[], i: number) => values.filter((_, j) => j !== i);
  const estimates = [
    ...panel.controls.map((_, i) => {
      const rest = omega.filter((_value, j) => j !== i);
      const total = rest.reduce((a, b) => a + b, 0);
      return contrast(
        { ...panel, controls: without(panel.controls, i) },
        { omega: rest.map(v => v / total), lambda },
      );
    }),
    ...panel.treated.map((_, i) =>
      contrast({ ...panel, treated: without(panel.treated, i) }, { omega, lambda }),
    ),
  ];
  const n = estimates.length;
  const centre = estimates.reduce((a, b) => a + b, 0) / n;
  return Math.sqrt(((n - 1) / n) * estimates.reduce((sum, value) => sum + (value - centre) ** 2, 0));
}
