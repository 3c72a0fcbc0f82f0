import type { BlockPanel } from "./block-panel.ts";
import { simplexLeastSquares } from "./simplex.ts";

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

/** Weights of controls and of periods. */
export interface Weights {
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

export function averageOf(units: readonly Float64Array[]): Float64Array {
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
export function contrast(panel: BlockPanel, { omega, lambda }: Pick<Weights, "omega" | "lambda">): number {
  const change = (unit: Float64Array) =>
    mean(after(panel, unit)) - before(panel, unit).reduce((sum, value, t) => sum + lambda[t]! * value, 0);
  const treated = panel.treated.reduce((sum, unit) => sum + change(unit), 0) / panel.treated.length;
  return treated - panel.controls.reduce((sum, unit, i) => sum + omega[i]! * change(unit), 0);
}
