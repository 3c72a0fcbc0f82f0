import type { Factor } from "../../data/factor.ts";
import { exponentialTables } from "../../kernels/exponential.ts";
import type { FastStrong, Gradients, Two } from "./gradients.ts";
import { pairsOf, sumByGroup } from "./pair-sums.ts";
import type { FastPanel } from "./panel.ts";
import { SOLVING } from "./places.ts";
import { type Moments, PoissonProducts } from "./poisson-products.ts";
import { fastStrong } from "./strong.ts";
import { placePair, placeRows, takePair } from "./transfer.ts";

/** What a Poisson model is made of, one number a row. */
export interface PoissonRows {
  readonly y: Float64Array;
  readonly regressors: readonly Float64Array[];
  readonly prior: Float64Array | null;
  readonly offset: Float64Array | null;
  /** Weighted sum of the outcomes. */
  readonly total: number;
}

/** What a visit of all rows shows. */
export interface Visit {
  /** Sum of the (weighted) outcomes times the logarithm of the (weighted) means: with it the likelihood rises and falls, as the means add up to the outcomes. */
  readonly likelihood: number;
  /** No mean has moved by a larger factor, less 1. */
  readonly change: number;
}

export type SolvePrecision = Pick<Gradients, "maxIterations" | "onStep"> & {
  /** For the outcome of the working regression, beside itself. */
  readonly outcome: number;
  /** For the regressors, beside their first right-hand sides. */
  readonly regressors: number;
};

/** With more iterations than this a solver of other means has served its time. */
const WORN = 30;
/** Relative squared size below which a residual is rounding. */
const NOISE = 1e-28;
/** Beyond this the exponential of the kernels no longer holds. */
const WIDEST = 650;

/**
 * The rows of a Poisson model in the memory of the kernels. The base effect always has its best value (its likelihood equation is solved by scaling),
 * so a Newton step concerns the other effects and the coefficients: the step of the effects solves the reduced normal equations with the right-hand
 * side D'(y - mu). From the regressors the effects are taken out under the weights of the moment, and what was taken out once stays out, so the next
 * step has little left to solve. Neither outcome nor weights of a working regression are written down: of each row there are the outcome, the mean,
 * and the linear predictor beside the first regressor (the others two by two).
 */
export class FastPoisson {
  readonly panel: FastPanel;
  readonly #count: number;
  readonly #y: number;
  /** By pair of columns, the first of which is the linear predictor or the outcome of the working regression. */
  readonly #rights: readonly number[];
  readonly #solutions: readonly number[];
  readonly #step: number;
  readonly #products: PoissonProducts;
  readonly #references: (Two | undefined)[] = [];
  /** Sums of squares of the columns, weighted by the outcomes, and of the outcomes themselves for the first: what rounding is judged by. */
  readonly #squares: readonly Two[];
  /** Of the means at which it was last needed. */
  #strong: FastStrong | null = null;

  private constructor(panel: FastPanel, { y, regressors, prior, offset, total }: PoissonRows) {
    this.panel = panel;
    this.#count = 1 + regressors.length;
    const { workspace, places, order } = panel;
    const { run } = workspace;
    const own = places.vectors.slice(SOLVING);
    const P = pairsOf(this.#count);
    this.#rights = own.slice(0, P);
    this.#solutions = own.slice(P, 2 * P);
    this.#step = own[2 * P]!;

    this.#y = places.columns[0]!;
    const parts = { y: this.#y, rights: this.#rights, solutions: this.#solutions };
    this.#products = new PoissonProducts(panel, this.#count, parts);
    const tables = exponentialTables();
    workspace.doubles(places.tables, tables.length).set(tables);
    placeRows(panel, y, this.#y);
    if (prior !== null) {
      placeRows(panel, prior, places.weights);
      run.weigh(this.#y, order.rows, places.weights);
    }
    const start = startOf(prior, offset);
    for (const [p, pair] of places.pairs.entries())
      placePair(panel, [p === 0 ? start : regressors[2 * p - 1]!, regressors[2 * p] ?? null], pair);
    this.#total();
    this.#squares = places.pairs.map((pair, p) => {
      workspace.zero(places.sums, 64);
      const sums = workspace.doubles(places.sums, 4);
      run.crossProducts(pair, pair, order.rows, this.#y, places.sums);
      return p === 0 ? [total, sums[1]!] : [sums[0]!, sums[1]!];
    });
  }

  /** `panel` gives the effects. Null where the memory has no room. */
  static of(panel: FastPanel, rows: PoissonRows): FastPoisson | null {
    const pairs = pairsOf(1 + rows.regressors.length);
    const own = panel.withOwnWeights({ columns: 1, vectors: 2 * pairs + 1 });
    return own.hold(pairs) ? new FastPoisson(own, rows) : null;
  }

  /** Whether nobody else has used the memory since. */
  get isHeld(): boolean {
    return this.panel.isHeld;
  }

  /** The outcomes by group of the base and by node. */
  #total(): void {
    const { workspace, places, order } = this.panel;
    const { run } = workspace;
    run.inverseWeights(places.pointers, 0, order.groups, this.#y, places.inverse);
    if (this.panel.size > 0) workspace.zero(places.totals, 8 * this.panel.size);
    for (const { nodes, offset } of places.slots)
      run.addWeights(nodes, 0, order.rows, this.#y, places.totals + 8 * offset);
  }

  /** The first visit: means that know the base effect and the offset alone. Null where the linear predictor is out of range. */
  start(): Visit | null {
    return this.#visit(0, new Float64Array(this.#count - 1));
  }

  /** Visits the rows without a move, so that they can be solved for anew. */
  stay(): void {
    this.#visit(0, new Float64Array(this.#count - 1));
  }

  /** Moves by the step that was solved for last, with these coefficients. */
  move(b: Float64Array): Visit | null {
    const { workspace, size } = this.panel;
    workspace.zero(this.#step, 16 * size);
    workspace.run.advance(this.#step, this.#solutions[0]!, size, 1, -1);
    return this.#visit(this.#step, b, true);
  }

  /** Takes a part of that move back; the regressors stay as they are. */
  moveBack(b: Float64Array, part: number): Visit | null {
    const { workspace, size } = this.panel;
    workspace.zero(this.#step, 16 * size);
    workspace.run.advance(this.#step, this.#solutions[0]!, size, -part, 0);
    return this.#visit(
      this.#step,
      b.map(value => -part * value),
    );
  }

  /** Null where the linear predictor is out of range; the rows concerned have moved all the same. */
  #visit(step: number, b: Float64Array, withRegressors = false): Visit | null {
    const { panel } = this;
    const { workspace, places, size } = panel;
    this.#products.clear();
    workspace.zero(places.sums, 64);
    for (const right of this.#rights) workspace.zero(right, 16 * size);
    let isWide = false;
    panel.eachBlock((first, last) => {
      this.#moveRows(first, last, { step, b, withRegressors });
      isWide ||= !(workspace.doubles(places.sums + 32, 1)[0]! < WIDEST);
      if (!isWide) this.#sumRows(first, last);
    });
    const [likelihood, product, squares, base, , change] = workspace.doubles(places.sums, 6);
    if (isWide || !Number.isFinite(likelihood! + product! + squares!)) return null;
    this.#products.add(0, 1, product!);
    this.#products.add(1, 1, squares!);
    if (size > 0) workspace.run.rightNodes(this.#rights[0]!, size, places.totals, places.diagonal);
    return { likelihood: likelihood!, change: (1 + change!) * Math.exp(base!) - 1 };
  }

  /** The linear predictor and the means of rows, and the regressors without what was found of the effects in them. */
  #moveRows(
    first: number,
    last: number,
    { step, b, withRegressors }: { step: number; b: Float64Array; withRegressors: boolean },
  ): void {
    const { workspace, places, order } = this.panel;
    const { run } = workspace;
    const { pairs, slots, weights, tables, sums } = places;
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    if (step !== 0)
      for (const { nodes, offset } of slots) run.addNodes(nodes, from, to, step + 16 * offset, 1, pairs[0]!);
    for (let p = 1; p < pairs.length; p++) {
      if (withRegressors)
        for (const { nodes, offset } of slots)
          run.addNodes(nodes, from, to, this.#solutions[p]! + 16 * offset, -1, pairs[p]!);
      run.addRegressors(
        pairs[p]! + 16 * from,
        to - from,
        b[2 * p - 1]!,
        b[2 * p] ?? 0,
        pairs[0]! + 16 * from,
      );
    }
    run.exponentialRows(pairs[0]! + 16 * from, to - from, b[0] ?? 0, weights + 8 * from, tables, sums + 32);
  }

  /** Fits the base, and sums by node and over all rows. */
  #sumRows(first: number, last: number): void {
    const { workspace, places, order } = this.panel;
    const { run } = workspace;
    const { pairs, slots, weights, sums, pointers, inverse } = places;
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    run.fitGroups(pointers, first, last, inverse, this.#y, weights, pairs[0]!, sums);
    for (const { nodes, offset } of slots)
      run.scatterStep(nodes, from, to, weights, pairs[0]!, this.#rights[0]! + 16 * offset);
    for (let p = 1; p < pairs.length; p++) {
      run.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, pairs[p]!);
      for (const { nodes, offset } of slots)
        run.scatterRows(nodes, from, to, weights, pairs[p]!, this.#rights[p]! + 16 * offset);
      this.#products.addPair(p, from, to);
    }
  }

  /** Solves for the step of the effects and for the effects in the regressors; whether all solves converged. */
  solve(precision: SolvePrecision): boolean {
    const { workspace, places, size } = this.panel;
    if (size === 0) return true;
    const [right, solution, residual] = places.vectors as [number, number, number];
    const stronger = () => {
      this.#strong ??= fastStrong(this.panel);
      return this.#strong;
    };
    // Means have moved since it was formed: its matrix is no longer theirs, but still a preconditioner.
    let strong: FastStrong | null = null;
    if (this.#strong !== null) {
      const { precondition } = this.#strong;
      strong = { apply: (p, out) => this.panel.apply(p, out), precondition };
    }
    let most = 0;
    let converged = true;
    const pairOf = (at: number) => workspace.doubles(at, 2 * size);
    for (const [p, own] of this.#rights.entries()) {
      pairOf(right).set(pairOf(own));
      const solved = this.panel.solve({
        ...precision,
        tolerance: 0,
        targets: start => this.#targets(p, start, precision),
        strong,
        stronger,
      });
      strong ??= this.#strong;
      most = Math.max(most, solved.iterations);
      converged &&= solved.converged;
      pairOf(this.#solutions[p]!).set(pairOf(solution));
      workspace.run.advance(own, residual, size, 1, 1);
    }
    if (most > WORN) this.#strong = null;
    return converged;
  }

  #targets(p: number, start: Two, { outcome, regressors }: SolvePrecision): Two {
    this.#references[p] ??= start;
    const [a, b] = this.#references[p]!;
    const [squaresA, squaresB] = this.#squares[p]!;
    return [
      Math.max(p === 0 ? outcome ** 2 * start[0] : regressors ** 2 * a, NOISE * squaresA),
      Math.max(regressors ** 2 * b, NOISE * squaresB),
    ];
  }

  /** The moments after a solve, which the rows do not know of yet. */
  solvedMoments(): Moments {
    return this.#products.solved();
  }

  /** The moments of the rows as they stand. */
  moments(): Moments {
    return this.#products.standing();
  }

  /** The least mean of a row without outcome; infinity where there is none. */
  leastMean(): number {
    const { workspace, places, order } = this.panel;
    return workspace.run.leastOf(places.weights, this.#y, order.rows, 0);
  }

  /** For some of the regressors the sums by group of their products with y - mu, both weighted; null where the groups do not stand in this order of rows. */
  scoreSums(groups: Pick<Factor, "codes" | "size">, wanted: readonly number[]): Float64Array[] | null {
    const { workspace, places } = this.panel;
    return sumByGroup(
      this.panel,
      groups,
      wanted.map(j => 1 + j),
      (from, n) =>
        workspace.run.differences(this.#y + 8 * from, places.weights + 8 * from, n, places.residuals),
    );
  }

  /** The logarithm of the weighted means, in the order of the rows. */
  logMeans(): Float64Array {
    return takePair(this.panel, this.panel.places.pairs[0]!)[0];
  }
}

function startOf(prior: Float64Array | null, offset: Float64Array | null): Float64Array | null {
  if (prior === null) return offset;
  return prior.map((weight, row) => Math.log(weight) + (offset === null ? 0 : offset[row]!));
}
