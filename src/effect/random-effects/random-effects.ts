import { chiSquareSf } from "../../stats/index.ts";
import { choleskySolve, orderedCholesky } from "../../stats/linalg.ts";
import type { Effect } from "../fit/absorb.ts";
import type { Fit } from "../fit/fit.ts";
import { fitOls } from "../fit/ols.ts";
import type { Design } from "../model/design.ts";
import { vcovOf } from "../vcov/vcov.ts";

export interface RandomEffects {
  readonly within: Fit;
  readonly between: Fit;
  readonly random: Fit;
  /** Variances of the errors and of the unit effects (Swamy and Arora 1972). */
  readonly variances: { readonly error: number; readonly unit: number };
  /** Hausman's test of random against fixed effects on the coefficients that both have. */
  readonly hausman: { readonly statistic: number; readonly df: number; readonly p: number };
}

/**
 * Between, within and random effects of one set of units in a balanced panel (Swamy and Arora 1972; Baltagi 2021,
 * section 2.3). The design must have exactly one fixed effect without slopes and no weights.
 */
export function randomEffects(design: Design): RandomEffects {
  const unit = design.effects[0]!;
  const bare = { ...design, effects: [], constant: true };
  const within = fitOls(design);
  const means = unitMeans(bare, unit);
  const between = fitOls(means);
  const periods = design.y.length / unit.factor.size;
  const k = within.names.length;
  const error = within.ssr / (within.n - unit.factor.size - k);
  const unitVariance = Math.max(0, between.ssr / (between.n - between.names.length) - error / periods);
  const theta = 1 - Math.sqrt(error / (error + periods * unitVariance));
  const random = fitOls(quasiDemeaned(bare, unit, theta));
  // The constant was shrunk with the other columns.
  const coefficients = random.coefficients.slice();
  coefficients[0] = coefficients[0]! / (1 - theta);
  const scaled = { ...random, coefficients };
  return {
    within,
    between,
    random: scaled,
    variances: { error, unit: unitVariance },
    hausman: hausman(design, within, random),
  };
}

function meansByUnit(column: Float64Array, { factor }: Effect): Float64Array {
  const sums = new Float64Array(factor.size);
  const counts = new Float64Array(factor.size);
  for (let row = 0; row < column.length; row++) {
    sums[factor.codes[row]!]! += column[row]!;
    counts[factor.codes[row]!]! += 1;
  }
  return sums.map((sum, level) => sum / counts[level]!);
}

/** One row a unit. */
function unitMeans(design: Design, unit: Effect): Design {
  const first = new Int32Array(unit.factor.size).fill(-1);
  for (const [row, code] of unit.factor.codes.entries()) if (first[code]! < 0) first[code] = row;
  return {
    ...design,
    y: meansByUnit(design.y, unit),
    columns: design.columns.map(({ name, values }) => ({ name, values: meansByUnit(values, unit) })),
    rows: first.map(row => design.rows[row]!),
  };
}

function quasiDemeaned(design: Design, unit: Effect, theta: number): Design {
  const shrink = (column: Float64Array) => {
    const means = meansByUnit(column, unit);
    return column.map((value, row) => value - theta * means[unit.factor.codes[row]!]!);
  };
  return {
    ...design,
    y: shrink(design.y),
    columns: design.columns.map(({ name, values }) => ({ name, values: shrink(values) })),
  };
}

function hausman(design: Design, within: Fit, random: Fit): RandomEffects["hausman"] {
  const fixed = vcovOf(within, design, { spec: { kind: "iid" } }).matrix;
  const full = vcovOf(random, { ...design, effects: [] } as Design, { spec: { kind: "iid" } }).matrix;
  const k = within.names.length;
  const difference = Float64Array.from(within.coefficients, (b, j) => b - random.coefficients[j + 1]!);
  const variance = Float64Array.from({ length: k * k }, (_, at) => {
    const [i, j] = [Math.floor(at / k), at % k];
    return fixed[at]! - full[(i + 1) * (k + 1) + j + 1]!;
  });
  const solved = choleskySolve(orderedCholesky(variance).factor, difference);
  const statistic = difference.reduce((sum, d, j) => sum + d * solved[j]!, 0);
  return { statistic, df: k, p: chiSquareSf(statistic, k) };
}
