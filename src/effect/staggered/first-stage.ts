import { UserError } from "../../codebook/errors.ts";
import { conjugateGradients } from "../fit/conjugate.ts";
import { components } from "../vcov/rank.ts";
import { eliminated, type UntreatedRows } from "./eliminate-units.ts";
import { isTreated, keepRows, type StaggeredPanel } from "./panel.ts";

/** Periods and covariates that are factored as a dense matrix, and entries of the table of units by them. */
const MOST_OTHERS = 400;
const MOST_ENTRIES = 2e7;

/**
 * The model of untreated outcomes: unit effects, period effects and covariates, estimated on untreated rows. Solves
 * its normal equations for any right-hand side, which both the estimate and its influence need.
 */
export class FirstStage {
  readonly panel: StaggeredPanel;
  readonly untreated: Uint8Array;
  readonly #covariates: Float64Array[];
  readonly #size: number;
  #direct: ((b: Float64Array) => Float64Array) | null = null;

  constructor(panel: StaggeredPanel) {
    this.panel = panel;
    this.untreated = Uint8Array.from(panel.time, (_, row) => Number(!isTreated(panel, row)));
    this.#covariates = panel.design.columns.map(({ values }) => this.#standardized(values));
    this.#size = panel.unit.size + panel.period.size + this.#covariates.length;
  }

  #weight(row: number): number {
    return this.panel.design.weights?.[row] ?? 1;
  }

  /** Standardised on the untreated rows, which keeps the system well conditioned and changes no fitted value. */
  #standardized(values: Float64Array): Float64Array {
    let [sum, squares, n] = [0, 0, 0];
    for (let row = 0; row < values.length; row++) {
      if (this.untreated[row] === 0) continue;
      sum += values[row]!;
      n += 1;
    }
    const mean = sum / n;
    for (let row = 0; row < values.length; row++) {
      if (this.untreated[row] === 1) squares += (values[row]! - mean) ** 2;
    }
    const scale = Math.sqrt(squares / n) || 1;
    return values.map(value => (value - mean) / scale);
  }

  /** `Z a` in one row. */
  fitted(a: Float64Array, row: number): number {
    const { unit, period } = this.panel;
    let sum = a[unit.codes[row]!]! + a[unit.size + period.codes[row]!]!;
    for (const [j, column] of this.#covariates.entries())
      sum += a[unit.size + period.size + j]! * column[row]!;
    return sum;
  }

  /** Adds `value` times the row's regressors to `out`. */
  #scatter(row: number, value: number, out: Float64Array): void {
    const { unit, period } = this.panel;
    out[unit.codes[row]!]! += value;
    out[unit.size + period.codes[row]!]! += value;
    for (const [j, column] of this.#covariates.entries())
      out[unit.size + period.size + j]! += value * column[row]!;
  }

  /** `Z'v` over all rows. */
  transposed(v: (row: number) => number): Float64Array {
    const out = new Float64Array(this.#size);
    for (let row = 0; row < this.panel.time.length; row++) {
      const value = v(row);
      if (value !== 0) this.#scatter(row, value, out);
    }
    return out;
  }

  /** Solves `Z'WZ a = b`, sums over untreated rows: directly where there are few periods and covariates, else by iterations. */
  solve(b: Float64Array): Float64Array {
    const { unit, period } = this.panel;
    const others = period.size + this.#covariates.length;
    if (others > MOST_OTHERS || unit.size * others > MOST_ENTRIES) return this.#iterated(b);
    this.#direct ??= eliminated(this.#rows(), { units: unit.size, others });
    return this.#direct(b);
  }

  /** The untreated rows as the direct solution visits them. */
  #rows(): UntreatedRows {
    const { unit, period } = this.panel;
    return visit => {
      const z = new Float64Array(this.#covariates.length);
      for (let row = 0; row < this.untreated.length; row++) {
        if (this.untreated[row] === 0) continue;
        for (let j = 0; j < z.length; j++) z[j] = this.#covariates[j]![row]!;
        visit({ unit: unit.codes[row]!, period: period.codes[row]!, z, w: this.#weight(row) });
      }
    };
  }

  #iterated(b: Float64Array): Float64Array {
    const pair = new Float64Array(2 * this.#size);
    for (let i = 0; i < b.length; i++) pair[2 * i] = b[i]!;
    const single = new Float64Array(this.#size);
    const diagonal = new Float64Array(this.#size);
    const { unit, period } = this.panel;
    for (let row = 0; row < this.untreated.length; row++) {
      if (this.untreated[row] === 0) continue;
      const w = this.#weight(row);
      diagonal[unit.codes[row]!]! += w;
      diagonal[unit.size + period.codes[row]!]! += w;
      for (const [j, column] of this.#covariates.entries())
        diagonal[unit.size + period.size + j]! += w * column[row]! ** 2;
    }
    const apply = (p: Float64Array, out: Float64Array) => {
      for (let i = 0; i < single.length; i++) single[i] = p[2 * i]!;
      const product = this.transposed(row =>
        this.untreated[row] === 1 ? this.#weight(row) * this.fitted(single, row) : 0,
      );
      out.fill(0);
      for (let i = 0; i < product.length; i++) out[2 * i] = product[i]!;
    };
    const { solution } = conjugateGradients({
      apply,
      right: pair,
      diagonal,
      floor: [0, 0],
      tolerance: 1e-13,
      maxIterations: 20_000,
    });
    return single.map((_, i) => solution[2 * i]!);
  }

  /** Coefficients of an outcome on the untreated rows. */
  estimate(y: Float64Array): Float64Array {
    return this.solve(this.transposed(row => (this.untreated[row] === 1 ? this.#weight(row) * y[row]! : 0)));
  }
}

/** Leaves out rows whose unit or period has no untreated row, for which nothing can be imputed. */
export function imputable(panel: StaggeredPanel): StaggeredPanel {
  const keep = new Uint8Array(panel.time.length).fill(1);
  for (const { codes, size } of [panel.unit, panel.period]) {
    const seen = new Uint8Array(size);
    for (let row = 0; row < codes.length; row++) if (!isTreated(panel, row)) seen[codes[row]!] = 1;
    for (let row = 0; row < codes.length; row++) if (seen[codes[row]!] === 0) keep[row] = 0;
  }
  const kept = keepRows(panel, keep, `no untreated row of the same ${panel.unitName} or ${panel.timeName}`);
  refuseDisconnected(kept);
  return kept;
}

function refuseDisconnected(panel: StaggeredPanel): void {
  const places = Int32Array.from(panel.time.keys()).filter(row => !isTreated(panel, row));
  const part = (codes: Int32Array) => places.map(row => codes[row]!);
  const [a, b] = panel.design.effects.map(effect => ({
    ...effect,
    factor: { ...effect.factor, codes: part(effect.factor.codes) },
  }));
  if (components(a!, b!) <= 1) return;
  throw new UserError({
    code: "disconnected",
    message:
      "the untreated rows fall into groups with no period in common, so untreated outcomes cannot be imputed",
    hint: "restrict the sample to units or periods that overlap",
  });
}
