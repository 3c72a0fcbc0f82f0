import { variation } from "../least-squares.ts";
import { CHUNK } from "./base-order.ts";
import type { FastStrong, Gradients, Solved } from "./gradients.ts";
import { PairSums, pairsOf } from "./pair-sums.ts";
import type { FastPanel } from "./panel.ts";
import { fastStrong } from "./strong.ts";

/** What a Poisson model is made of, one number a row. */
export interface PoissonRows {
  readonly y: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly prior: Float64Array | null;
  readonly offset: Float64Array | null;
  /** Sum of prior (y log y - y): the log-likelihood of a model that fits every row, less the factorials. */
  readonly saturated: number;
}

/** Beyond this the exponential of the kernels no longer holds. */
const WIDEST = 650;

/**
 * The rows of a Poisson model in the memory of the kernels: the linear predictor and where a step leads, weights and outcome of the working regression,
 * and the columns of that regression without the effects.
 */
export class FastPoisson {
  readonly sums: PairSums;
  readonly #panel: FastPanel;
  readonly #count: number;
  /** What the deviance has beside the kernel's sum. */
  readonly #constant: number;
  readonly #at: Readonly<Record<"y" | "eta" | "target" | "working" | "prior" | "offset", number>>;
  readonly #regressors: readonly number[];

  private constructor(panel: FastPanel, rows: PoissonRows) {
    this.#panel = panel;
    this.#count = 1 + rows.regressors.length;
    this.#constant = 2 * rows.saturated;
    this.sums = new PairSums(panel, this.#count);
    const [y, eta, target, working, ...rest] = panel.places.columns as [number, number, number, number];
    const free = [...(rest as number[])];
    const prior = rows.prior === null ? 0 : free.pop()!;
    const offset = rows.offset === null ? 0 : free.pop()!;
    this.#at = { y, eta, target, working, prior, offset };
    this.#regressors = free;
    const { workspace, order } = panel;
    // The row that an odd number of rows is padded with.
    for (const at of panel.places.columns) workspace.doubles(at, order.rows + (order.rows & 1)).fill(0, -1);
    panel.placeNumbers(rows.y, y);
    if (rows.prior !== null) panel.placeNumbers(rows.prior, prior);
    if (rows.offset !== null) panel.placeNumbers(rows.offset, offset);
    for (const [j, column] of rows.regressors.entries()) panel.placeNumbers(column, free[j]!);
  }

  /** `panel` gives the effects. Null where the memory has no room. */
  static of(panel: FastPanel, rows: PoissonRows): FastPoisson | null {
    const given = rows.regressors.length + (rows.prior === null ? 0 : 1) + (rows.offset === null ? 0 : 1);
    const own = panel.withColumns(4 + given);
    return own.hold(pairsOf(1 + rows.regressors.length)) ? new FastPoisson(own, rows) : null;
  }

  /** Whether nobody else has used the memory since. */
  get isHeld(): boolean {
    return this.#panel.isHeld;
  }

  get panel(): FastPanel {
    return this.#panel;
  }

  start(eta: Float64Array): void {
    this.#panel.placeNumbers(eta, this.#at.target);
  }

  /**
   * Moves to the target: weights and working outcome there, the deviance, and the largest move of the linear predictor. Null where the linear
   * predictor is out of range.
   */
  move(before: number): { deviance: number; move: number } | null {
    const { workspace, order } = this.#panel;
    const { eta, target } = this.#at;
    for (let halving = 0; ; halving++) {
      const deviance = this.#evaluate();
      if (deviance === null) return null;
      const worse = !(deviance <= before * (1 + 1e-8) + 1e-8);
      if (!worse || halving === 20) {
        const move = workspace.run.largestGap(eta, target, order.rows);
        workspace.doubles(eta, order.rows).set(workspace.doubles(target, order.rows));
        return { deviance, move };
      }
      workspace.run.halveWay(target, eta, order.rows);
    }
  }

  /** Weights, working outcome and deviance at the target. */
  #evaluate(): number | null {
    const {
      workspace,
      places: { weights, sums },
      order,
    } = this.#panel;
    const { y, target, working, prior, offset } = this.#at;
    let sum = 0;
    let widest = 0;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      const at = (place: number) => (place === 0 ? 0 : place + 8 * from);
      workspace.zero(sums, 16);
      workspace.run.poissonRows(
        ...([at(target), at(y), at(prior), at(offset), n] as const),
        ...([at(weights), at(working), sums] as const),
      );
      const [own, wide] = workspace.doubles(sums, 2);
      sum += own!;
      widest = Math.max(widest, wide!);
      if (n & 1) sum -= this.#padding(order.rows);
    }
    return widest < WIDEST && Number.isFinite(sum) ? this.#constant + 2 * sum : null;
  }

  /** What the row after the last adds. */
  #padding(row: number): number {
    const { workspace } = this.#panel;
    const { target, prior } = this.#at;
    const weight = prior === 0 ? 1 : workspace.doubles(prior, row + 1)[row]!;
    return weight * Math.exp(workspace.doubles(target, row + 1)[row]!);
  }

  /** Takes the effects out of the working outcome and the regressors under the present weights. */
  absorb(options: Pick<Gradients, "tolerance" | "maxIterations" | "onStep">): Solved {
    let strong: FastStrong | null = null;
    const stronger = () => {
      strong ??= fastStrong(this.#panel);
      return strong;
    };
    const panel = this.#panel;
    const { pairs } = panel.places;
    panel.weigh();
    const columns = [this.#at.working, ...this.#regressors];
    let iterations = 0;
    let converged = true;
    for (let p = 0; p < pairs.length; p++) {
      // A last column alone stands beside itself.
      const [a, b] = [columns[2 * p]!, columns[2 * p + 1] ?? columns[2 * p]!];
      const solved = panel.absorbPlaced(pairs[p]!, a, b, { ...options, strong, stronger });
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
    }
    return { iterations, converged };
  }

  /** The variation of each regressor under the present weights, about its mean. */
  variations(): number[] {
    const {
      workspace,
      places: { weights, sums },
      order,
    } = this.#panel;
    return this.#regressors.map(column => {
      const shift = workspace.doubles(column, 1)[0]!;
      workspace.zero(sums, 32);
      for (let from = 0; from < order.rows; from += CHUNK) {
        const n = Math.min(CHUNK, order.rows - from);
        workspace.run.weightedSums(column + 8 * from, weights + 8 * from, n, shift, sums);
      }
      const [total, sum, squares] = workspace.doubles(sums, 3) as unknown as [number, number, number];
      return variation({ shift, total, sum, squares });
    });
  }

  /** Sets the target to where the working regression leads: its outcome less the residuals with these coefficients. */
  aim(coefficients: Float64Array): void {
    const {
      workspace,
      places: { residuals },
      order,
    } = this.#panel;
    const { working, offset, target } = this.#at;
    for (let from = 0; from < order.rows; from += CHUNK) {
      const n = Math.min(CHUNK, order.rows - from);
      this.sums.combine(coefficients, from, n);
      const at = (place: number) => (place === 0 ? 0 : place + 8 * from);
      workspace.run.stepRows(at(working), at(offset), residuals, n, at(target));
    }
  }

  eta(): Float64Array {
    return this.#panel.takeNumbers(this.#at.eta);
  }
}
