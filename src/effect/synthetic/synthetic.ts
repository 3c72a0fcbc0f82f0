import { UserError } from "../../codebook/errors.ts";
import { simplexLeastSquares } from "./simplex.ts";

/** Outcomes of units by period; controls stand before treated units, periods before treatment before the others. */
export interface BlockPanel {
  readonly controls: readonly Float64Array[];
  readonly treated: readonly Float64Array[];
  /** Number of periods before treatment. */
  readonly pre: number;
  readonly controlNames: readonly string[];
  readonly treatedNames: readonly string[];
  readonly periods: readonly number[];
}

/** `sdid` synthetic difference-in-differences, `sc` synthetic control, `did` difference-in-differences. */
export type BlockMethod = "sdid" | "sc" | "did";

export interface BlockEstimate {
  readonly method: BlockMethod;
  readonly assumption: string;
  readonly estimate: number;
  /** Weights of the controls, adding to one. */
  readonly omega: Float64Array;
  /** Weights of the periods before treatment, adding to one; zeros for synthetic control. */
  readonly lambda: Float64Array;
  /** Standard deviation of first differences of the controls before treatment. */
  readonly noise: number;
}

const ASSUMPTIONS: Readonly<Record<BlockMethod, string>> = {
  sdid: "reweighted controls would have moved in parallel with the treated",
  sc: "a weighted average of controls would have followed the treated",
  did: "all controls together would have moved in parallel with the treated",
};

/**
 * Estimators for units treated at the same time (Arkhangelsky, Athey, Hirshberg, Imbens and Wager 2021). Weights are
 * exact minima, not those of a Frank-Wolfe iteration that stops early.
 */
export function blockEstimate(panel: BlockPanel, method: BlockMethod): BlockEstimate {
  const weights = blockWeights(panel, method);
  return { method, assumption: ASSUMPTIONS[method], ...weights, estimate: contrast(panel, weights) };
}

interface Weights {
  readonly omega: Float64Array;
  readonly lambda: Float64Array;
  readonly noise: number;
}

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;

/** Periods before and after treatment. */
const before = (panel: BlockPanel, unit: Float64Array) => unit.subarray(0, panel.pre);
const after = (panel: BlockPanel, unit: Float64Array) => unit.subarray(panel.pre);

function blockWeights(panel: BlockPanel, method: BlockMethod): Weights {
  const { controls, treated, pre } = panel;
  const noise = noiseLevel(panel);
  const post = (controls[0]?.length ?? 0) - pre;
  if (method === "did") {
    const even = (n: number) => new Float64Array(n).fill(1 / n);
    return { omega: even(controls.length), lambda: even(pre), noise };
  }
  const target = averageOf(treated.map(unit => before(panel, unit)));
  const donors = controls.map(unit => before(panel, unit));
  const small = (1e-6 * noise) ** 2;
  if (method === "sc") {
    return { omega: simplexLeastSquares(donors, target, small), lambda: new Float64Array(pre), noise };
  }
  const zeta = (treated.length * post) ** 0.25 * noise;
  const omega = simplexLeastSquares(donors.map(centred), centred(target), zeta ** 2);
  const columns = Array.from({ length: pre }, (_, t) => Float64Array.from(controls, unit => unit[t]!));
  const later = Float64Array.from(controls, unit => mean(after(panel, unit)));
  const lambda = simplexLeastSquares(columns.map(centred), centred(later), small);
  return { omega, lambda, noise };
}

function centred(values: Float64Array): Float64Array {
  const centre = mean(values);
  return values.map(value => value - centre);
}

function averageOf(units: readonly Float64Array[]): Float64Array {
  return Float64Array.from(
    units[0]!,
    (_, t) => units.reduce((sum, unit) => sum + unit[t]!, 0) / units.length,
  );
}

function noiseLevel(panel: BlockPanel): number {
  const steps = panel.controls.flatMap(unit => {
    const values = before(panel, unit);
    return Array.from(values.subarray(1), (value, t) => value - values[t]!);
  });
  const centre = steps.reduce((a, b) => a + b, 0) / steps.length;
  return Math.sqrt(steps.reduce((sum, step) => sum + (step - centre) ** 2, 0) / (steps.length - 1));
}

/** Change of the treated less the weighted change of the controls. */
function contrast(panel: BlockPanel, { omega, lambda }: Pick<Weights, "omega" | "lambda">): number {
  const change = (unit: Float64Array) =>
    mean(after(panel, unit)) - before(panel, unit).reduce((sum, value, t) => sum + lambda[t]! * value, 0);
  const treated = panel.treated.reduce((sum, unit) => sum + change(unit), 0) / panel.treated.length;
  return treated - panel.controls.reduce((sum, unit, i) => sum + omega[i]! * change(unit), 0);
}

export interface PlaceboTest {
  /** Estimate with each control in turn as the treated unit, the treated left out. */
  readonly estimates: Float64Array;
  /** Their standard deviation, divisor n. */
  readonly sd: number;
  /** (1 + number at least as large in size) / (controls + 1). */
  readonly rankP: number;
}

/** In-space placebos: what the method finds where nothing happened. */
export function placeboTest(panel: BlockPanel, method: BlockMethod): PlaceboTest {
  const { estimate } = blockEstimate(panel, method);
  const estimates = Float64Array.from(panel.controls, (unit, i) => {
    const controls = panel.controls.filter((_, j) => j !== i);
    return blockEstimate({ ...panel, controls, treated: [unit] }, method).estimate;
  });
  const centre = mean(estimates);
  const sd = Math.sqrt(estimates.reduce((sum, value) => sum + (value - centre) ** 2, 0) / estimates.length);
  const larger = estimates.filter(value => Math.abs(value) >= Math.abs(estimate)).length;
  return { estimates, sd, rankP: (1 + larger) / (estimates.length + 1) };
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

/** Arranges rows as a block panel. Every unit must have every period, and all treated units start together. */
export function blockPanelOf(
  rows: readonly { unit: string; time: number; y: number; treated: boolean }[],
): BlockPanel {
  const times = [...new Set(rows.map(({ time }) => time))].sort((a, b) => a - b);
  const place = new Map(times.map((time, t) => [time, t]));
  const units = new Map<string, { y: Float64Array; start: number }>();
  for (const { unit, time, y, treated } of rows) {
    const known = units.get(unit) ?? {
      y: new Float64Array(times.length).fill(Number.NaN),
      start: Number.POSITIVE_INFINITY,
    };
    known.y[place.get(time)!] = y;
    units.set(unit, { y: known.y, start: treated ? Math.min(known.start, place.get(time)!) : known.start });
  }
  const all = [...units].sort(([a], [b]) => (a < b ? -1 : 1));
  const gap = all.find(([, { y }]) => y.some(Number.isNaN));
  if (gap) throw blockProblem(`${gap[0]} has no value in some period`, "every unit in every period");
  const treated = all.filter(([, { start }]) => Number.isFinite(start));
  const controls = all.filter(([, { start }]) => !Number.isFinite(start));
  const starts = new Set(treated.map(([, { start }]) => start));
  if (starts.size !== 1)
    throw blockProblem(`treated units start at ${starts.size} different times`, "one time");
  const [pre] = starts;
  if (pre! < 2 || controls.length < 2)
    throw blockProblem("too few controls or periods before treatment", "two of each");
  return {
    controls: controls.map(([, { y }]) => y),
    treated: treated.map(([, { y }]) => y),
    pre: pre!,
    controlNames: controls.map(([name]) => name),
    treatedNames: treated.map(([name]) => name),
    periods: times,
  };
}

function blockProblem(message: string, expected: string): UserError {
  return new UserError({ code: "block", message, expected });
}
