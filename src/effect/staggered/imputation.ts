import type { Fit } from "../fit/fit.ts";
import { fitOls } from "../fit/ols.ts";
import { innerProduct } from "../fit/products.ts";
import { inferTerms, type TermEstimate, waldTest } from "../vcov/inference.ts";
import { vcovOf } from "../vcov/vcov.ts";
import { FirstStage, imputable } from "./first-stage.ts";
import { isTreated, keepRows, relativeTime, type StaggeredPanel } from "./panel.ts";
import { type StaggeredEstimate, timed } from "./result.ts";

export interface ImputationOptions {
  /** Number of relative periods before treatment tested on untreated rows. Default: none. */
  readonly pretrends?: number;
  readonly level?: number;
  /**
   * Put the weights of rows into the influence twice, as didimputation 0.5.0 does, to reproduce its standard errors. The right
   * influence has them once: it is the derivative of the weighted estimate by the outcomes. Default false.
   */
  readonly squaredWeights?: boolean;
}

/**
 * Imputation estimator (Borusyak, Jaravel and Spiess 2024): untreated outcomes of treated rows are imputed from
 * untreated rows, and differences averaged. Standard errors are their conservative ones (eq. 7 and 8), clustered by
 * unit, with treatment effects replaced by averages of cohort and relative period, weighted by squared weights.
 */
export function imputation(all: StaggeredPanel, options: ImputationOptions = {}): StaggeredEstimate {
  const panel = imputable(all);
  const stage = new FirstStage(panel);
  const a = stage.estimate(panel.design.y);
  const effect = panel.design.y.map((value, row) => value - stage.fitted(a, row));
  const influences = options.squaredWeights === true ? squaredStage(panel) : stage;
  const weightOf = (row: number) => panel.design.weights?.[row] ?? 1;
  const treated = Int32Array.from(panel.time.keys()).filter(row => isTreated(panel, row));
  const cells = cellsOf(panel, treated);
  const average = (name: string, includes: (row: number) => boolean): Average => {
    const rows = treated.filter(includes);
    const total = rows.reduce((sum, row) => sum + weightOf(row), 0);
    const share = new Float64Array(panel.time.length);
    for (const row of rows) share[row] = weightOf(row) / total;
    const estimate = rows.reduce((sum, row) => sum + share[row]! * effect[row]!, 0);
    const squared = options.squaredWeights === true;
    const influence = unitInfluence(panel, { stage: influences, effect, share, squared, cells });
    const [term] = inferTerms([name], [estimate], {
      matrix: Float64Array.of(rootSum(influence) ** 2),
      distribution: { kind: "normal", df: 0 },
      ...(options.level === undefined ? {} : { level: options.level }),
    });
    return { term: term!, influence };
  };
  const by = (key: (row: number) => number, label: string) => {
    const values = [...new Set(Array.from(treated, key))].sort((x, y) => x - y);
    const averages = values.map(value => average(`${label}::${value}`, row => key(row) === value));
    return {
      terms: timed(
        averages.map(({ term }) => term),
        values,
      ),
      influences: averages.map(({ influence }) => influence),
    };
  };
  const event = by(row => relativeTime(panel, row), "event");
  const before = options.pretrends ? pretrends(panel, options.pretrends) : null;
  return {
    method: "Borusyak, Jaravel and Spiess",
    assumption: "parallel trends of untreated outcomes in all periods; no anticipation",
    overall: average("ATT", () => true).term,
    event: [...(before?.event ?? []), ...event.terms],
    covariance: productsOf([...(before?.influences ?? []), ...event.influences]),
    group: by(row => panel.cohort[row]!, "cohort").terms,
    calendar: by(row => panel.time[row]!, "time").terms,
    pretrend: before?.test ?? null,
    n: panel.time.length,
    vcov: `conservative, clustered by ${panel.unitName}`,
    dropped: panel.design.dropped,
    notes: panel.notes,
  };
}

/** An average effect and what each unit adds to its error. */
interface Average {
  readonly term: TermEstimate;
  readonly influence: Float64Array;
}

interface Influence {
  readonly stage: FirstStage;
  /** Outcome less imputed untreated outcome, in every row. */
  readonly effect: Float64Array;
  /** Weights of the average on treated rows, adding to one. */
  readonly share: Float64Array;
  /** Do the weights of rows stand twice in the influence? */
  readonly squared: boolean;
  readonly cells: Cells;
}

/** The first stage with squared weights. */
function squaredStage(panel: StaggeredPanel): FirstStage {
  const weights = panel.design.weights?.map(weight => weight * weight) ?? null;
  return new FirstStage({ ...panel, design: { ...panel.design, weights } });
}

/**
 * Covariance of estimates from what each unit adds to their errors. Effects and the tests before treatment come from two
 * regressions on the same units, so their covariance is that of these sums too (Borusyak, Jaravel and Spiess 2024, section 4.4, where it is
 * zero with independent errors of one variance).
 */
function productsOf(influences: readonly Float64Array[]): Float64Array {
  const q = influences.length;
  return Float64Array.from({ length: q * q }, (_, at) =>
    innerProduct(influences[Math.floor(at / q)]!, influences[at % q]!, null),
  );
}

const rootSum = (sums: Float64Array): number => Math.sqrt(sums.reduce((total, sum) => total + sum * sum, 0));

/** What each unit adds to the error of an average, effects taken about their cell's mean; the sum of squares is the variance. */
function unitInfluence(
  panel: StaggeredPanel,
  { stage, effect, share, squared, cells }: Influence,
): Float64Array {
  const twice = (row: number) => (squared ? (panel.design.weights?.[row] ?? 1) : 1);
  const a = stage.solve(stage.transposed(row => twice(row) * share[row]!));
  const v = Float64Array.from(share, (value, row) =>
    stage.untreated[row] === 1 ? -(panel.design.weights?.[row] ?? 1) * stage.fitted(a, row) : value,
  );
  const means = cellMeans(effect, v, cells);
  const sums = new Float64Array(panel.unit.size);
  for (let row = 0; row < v.length; row++) {
    const cell = cells.codes[row]!;
    sums[panel.unit.codes[row]!]! += v[row]! * (effect[row]! - (cell < 0 ? 0 : means[cell]!));
  }
  return sums;
}

/** Cohort and relative period of every treated row as a number; -1 for untreated rows. */
interface Cells {
  readonly codes: Int32Array;
  readonly count: number;
}

function cellsOf(panel: StaggeredPanel, treated: Int32Array): Cells {
  const known = new Map<number, Map<number, number>>();
  const codes = new Int32Array(panel.time.length).fill(-1);
  let count = 0;
  for (const row of treated) {
    const cohort = panel.cohort[row]!;
    const times = known.get(cohort) ?? new Map<number, number>();
    known.set(cohort, times);
    const at = relativeTime(panel, row);
    if (!times.has(at)) times.set(at, count++);
    codes[row] = times.get(at)!;
  }
  return { codes, count };
}

/** Averages of the effects by cell, weighted by squared weights; 0 where all weights are 0. */
function cellMeans(effect: Float64Array, v: Float64Array, { codes, count }: Cells): Float64Array {
  const top = new Float64Array(count);
  const bottom = new Float64Array(count);
  for (let row = 0; row < v.length; row++) {
    const cell = codes[row]!;
    if (cell < 0 || v[row] === 0) continue;
    top[cell]! += v[row]! ** 2 * effect[row]!;
    bottom[cell]! += v[row]! ** 2;
  }
  return top.map((value, cell) => (bottom[cell]! > 0 ? value / bottom[cell]! : 0));
}

/** Relative periods -count to -1 as indicators in a regression on untreated rows, all others as reference. */
function pretrends(panel: StaggeredPanel, count: number) {
  const untreated = Uint8Array.from(panel.time, (_, row) => Number(!isTreated(panel, row)));
  const part = keepRows(panel, untreated, "treated");
  const periods = Array.from({ length: count }, (_, index) => index - count).filter(period =>
    part.time.some((_, row) => relativeTime(part, row) === period),
  );
  const columns = periods.map(period => ({
    name: `event::${period}`,
    values: Float64Array.from(part.time, (_, row) => Number(relativeTime(part, row) === period)),
  }));
  const design = { ...part.design, columns: [...columns, ...part.design.columns] };
  const fit = fitOls(design);
  const vcov = vcovOf(fit, design, { spec: { kind: "cluster", by: [panel.unitName] } });
  const terms = inferTerms(fit.names, fit.coefficients, {
    matrix: vcov.matrix,
    distribution: { kind: "t", df: vcov.df },
  }).filter(({ term }) => term.startsWith("event::"));
  const positions = [...fit.names.keys()].filter(place => fit.names[place]!.startsWith("event::"));
  const wald = waldTest(fit.coefficients, { matrix: vcov.matrix, positions, df2: vcov.df });
  return {
    influences: positions.map(position => fittedInfluence(part, fit, { position, matrix: vcov.matrix })),
    event: timed(
      terms,
      terms.map(({ term }) => Number(term.slice("event::".length))),
    ),
    test: { statistic: wald.F, df: wald.df1, p: wald.p },
  };
}

/**
 * What each unit adds to the error of a coefficient, scaled to the variance that is printed, with its small-sample factor. Every unit has
 * an untreated row, so that units are numbered as in the whole panel.
 */
function fittedInfluence(
  { unit }: StaggeredPanel,
  fit: Fit,
  { position, matrix }: { readonly position: number; readonly matrix: Float64Array },
): Float64Array {
  const k = fit.names.length;
  const sums = new Float64Array(unit.size);
  for (let j = 0; j < k; j++) {
    const load = fit.bread[position * k + j]!;
    const column = fit.basis[j]!;
    for (let row = 0; row < column.length; row++)
      sums[unit.codes[row]!]! += load * column[row]! * fit.scoreResidual[row]!;
  }
  const scale = Math.sqrt(matrix[position * k + position]!) / rootSum(sums);
  return sums.map(value => value * scale);
}
