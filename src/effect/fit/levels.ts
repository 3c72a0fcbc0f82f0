import type { Design } from "../model/design.ts";
import { Absorber, type Effect } from "./absorb.ts";
import type { Fit } from "./fit.ts";

/** The estimated constants of one fixed effect, by level. */
export interface EffectLevels {
  readonly name: string;
  readonly labels: readonly string[];
  readonly values: Float64Array;
}

/**
 * The estimated levels of fixed effects without slopes. The first effect keeps its levels; every other has its first
 * level at 0, whose value the first effect takes over. Levels that are not identified beyond that (components without
 * a common row) are those of one solution of the normal equations.
 */
export function effectLevels(fit: Fit, design: Design): EffectLevels[] {
  const { effects, weights, y } = design;
  const explained = new Float64Array(y.length);
  for (const [j, name] of fit.names.entries()) {
    const column = design.columns.find(candidate => candidate.name === name);
    if (column === undefined) continue;
    for (let row = 0; row < y.length; row++) explained[row]! += fit.coefficients[j]! * column.values[row]!;
  }
  // What the effects explain: the outcome less regressors less residuals.
  let rest: Float64Array = y.map((value, row) => value - explained[row]! - fit.residuals[row]!);
  const values: Float64Array[] = effects.map(({ factor }) => new Float64Array(factor.size));
  // One effect at a time, last first: its levels are what is left once all earlier ones are taken out.
  for (let e = effects.length - 1; e >= 1; e--) {
    const before = Absorber.of(effects.slice(0, e), { weights, tolerance: 1e-13 });
    values[e] = solveLast(rest, effects[e]!, before, weights);
    rest = rest.map((value, row) => value - values[e]![effects[e]!.factor.codes[row]!]!);
  }
  if (effects.length > 0) values[0] = levelMeans(rest, effects[0]!, weights);
  return effects.map(({ name, factor }, e) => ({
    name,
    labels: Array.from({ length: factor.size }, (_, level) => factor.label(level)),
    values:
      e === 0
        ? values[0]!.map(value => value + shiftOf(values))
        : values[e]!.map(value => value - values[e]![0]!),
  }));
}

/** What the other effects' first levels hand over to the first effect. */
const shiftOf = (values: readonly Float64Array[]): number =>
  values.slice(1).reduce((sum, one) => sum + one[0]!, 0);

function levelMeans(column: Float64Array, { factor }: Effect, weights: Float64Array | null): Float64Array {
  const sums = new Float64Array(factor.size);
  const totals = new Float64Array(factor.size);
  for (let row = 0; row < column.length; row++) {
    const w = weights?.[row] ?? 1;
    sums[factor.codes[row]!]! += w * column[row]!;
    totals[factor.codes[row]!]! += w;
  }
  return sums.map((sum, level) => (totals[level]! > 0 ? sum / totals[level]! : 0));
}

/** Levels of the last effect by repeated projection: exact in the limit, ended at rounding. */
function solveLast(
  rest: Float64Array,
  last: Effect,
  before: Absorber,
  weights: Float64Array | null,
): Float64Array {
  const total = new Float64Array(last.factor.size);
  const [target] = before.absorb([rest]).columns;
  let left: Float64Array = target!;
  for (let round = 0; round < 10_000; round++) {
    const step = levelMeans(left, last, weights);
    for (let level = 0; level < total.length; level++) total[level]! += step[level]!;
    const moved = Float64Array.from(last.factor.codes, code => step[code]!);
    const [projected] = before.absorb([moved]).columns;
    left = left.map((value, row) => value - projected![row]!);
    const size = total.reduce((most, value) => Math.max(most, Math.abs(value)), 1);
    if (step.every(value => Math.abs(value) <= 1e-13 * size)) break;
  }
  return total;
}
