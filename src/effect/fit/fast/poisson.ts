import type { Calls } from "../../kernels/calls.ts";
import { exponentialTables } from "../../kernels/exponential.ts";
import type { Block } from "./base-order.ts";
import type { Two } from "./gradients.ts";
import type { FastPanel } from "./panel.ts";
import { type PartPlaces, pairsOf, type Slot, SOLVING } from "./places.ts";
import { type Moments, PoissonProducts } from "./poisson-products.ts";
import { type PoissonRows, type SolvePrecision, startOf, type Visit } from "./poisson-rows.ts";
import { PoissonScores } from "./poisson-scores.ts";
import { PoissonSolves } from "./poisson-solves.ts";
import { joinVisit } from "./sums.ts";
import { placePair, placeRows, takePair } from "./transfer.ts";

/** Beyond this the exponential of the kernels no longer holds. */
const WIDEST = 650;
/** Rows that are moved before their groups are fitted: pairs, means, outcomes and codes take 40 bytes each. */
const BLOCK = 4096;

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
  readonly #solves: PoissonSolves;

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
    const squares = places.pairs.map((pair, p): Two => {
      workspace.zero(places.sums, 64);
      const sums = workspace.doubles(places.sums, 4);
      run.crossProducts(pair, pair, order.rows, this.#y, places.sums);
      return p === 0 ? [total, sums[1]!] : [sums[0]!, sums[1]!];
    });
    this.#solves = new PoissonSolves(panel, { ...parts, squares });
  }

  /** `panel` gives the effects. Null where the memory has no room. */
  static of(panel: FastPanel, rows: PoissonRows): FastPoisson | null {
    const pairs = pairsOf(1 + rows.regressors.length);
    const own = panel.withOwnWeights({ columns: 1, vectors: 2 * pairs + 1, summed: pairs }, BLOCK);
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

  /** A visit without a move: the first, of means that know the base effect and the offset alone (null where these are out of range), or before another solve. */
  visit(): Visit | null {
    return this.#moveBy(0, 0, new Float64Array(this.#count - 1));
  }

  /**
   * Moves by the step that was solved for last, with these coefficients. Unless the step must be Newton's to the digit, where each effect nearly stands
   * alone its own equation is solved, as in iterative proportional fitting (Deming and Stephan 1940), and not its tangent: from means that know the base
   * alone the tangent goes much too far.
   */
  move(b: Float64Array, isNewton: boolean): Visit | null {
    const { workspace, size } = this.panel;
    if (!isNewton && this.#solves.standAlone) workspace.run.ownSteps(this.#solutions[0]!, size);
    return this.#moveBy(1, -1, b, true);
  }

  /** Takes a part of that move back; the regressors stay as they are. */
  moveBack(b: Float64Array, part: number): Visit | null {
    return this.#moveBy(
      -part,
      0,
      b.map(value => -part * value),
    );
  }

  /** Moves the linear predictor by a part of the step of the effects, and the first regressor by one of what was found in it. */
  #moveBy(effects: number, regressor: number, b: Float64Array, withRegressors = false): Visit | null {
    const { workspace, size } = this.panel;
    workspace.zero(this.#step, 16 * size);
    // Before the first solve its place holds anything.
    if (effects !== 0) workspace.run.advance(this.#step, this.#solutions[0]!, size, effects, regressor);
    return this.#visit(b, withRegressors);
  }

  /** Null where the linear predictor is out of range; the rows concerned have moved all the same. */
  #visit(b: Float64Array, withRegressors: boolean): Visit | null {
    const { panel } = this;
    const { workspace, places, size } = panel;
    this.#products.clear();
    panel.visitSums(this.#rights, (block, part, { calls, outs }) => {
      this.#moveRows(block, { b, withRegressors }, calls);
      this.#visitGroups(block, { part, out: outs[0]!, slope: b[0] ?? 0 }, calls);
      this.#sumRows(block, { part, outs }, calls);
    });
    const { likelihood, product, squares, base, widest, change } = joinVisit(panel);
    if (!(widest < WIDEST) || !Number.isFinite(likelihood + product + squares)) return null;
    this.#products.take(product, squares);
    if (size > 0) workspace.run.rightNodes(this.#rights[0]!, size, places.totals, places.diagonal);
    // The logarithms of the means have moved so far, or else the means have changed by so much.
    const moved = this.#isWhole ? Math.exp(change) : 1 + change;
    return { likelihood, change: moved * Math.exp(base) - 1 };
  }

  /** What moves rows beside the visit of their groups: many effects, and the regressors but the first, without what was found of the effects in them. */
  #moveRows(
    { from, to }: Block,
    { b, withRegressors }: { b: Float64Array; withRegressors: boolean },
    calls: Calls,
  ): void {
    const { pairs, slots } = this.panel.places;
    const rows = pairs[0]!;
    if (this.#few.length === 0)
      for (const { nodes, offset } of slots)
        calls.addNodes(nodes, from, to, this.#step + 16 * offset, 1, rows);
    for (let p = 1; p < pairs.length; p++) {
      if (withRegressors)
        for (const { nodes, offset } of slots)
          calls.addNodes(nodes, from, to, this.#solutions[p]! + 16 * offset, -1, pairs[p]!);
      const pair = pairs[p]! + 16 * from;
      calls.addRegressors(pair, to - from, b[2 * p - 1]!, b[2 * p] ?? 0, rows + 16 * from);
    }
  }

  /** The linear predictor and the means of rows, the best value of their base, and their sums. */
  #visitGroups(
    { first, last, from, to }: Block,
    { part, out, slope }: { part: PartPlaces; out: number; slope: number },
    calls: Calls,
  ): void {
    const { pairs, weights, tables, pointers, inverse } = this.panel.places;
    const [one, two] = this.#few;
    const [a, b, second] = [one?.nodes ?? 0, two?.nodes ?? 0, 16 * (two?.offset ?? 0)];
    const rows = pairs[0]!;
    calls.moveRows(
      ...([this.#isWhole ? 1 : 0, a, b, this.#step, this.#step + second, from, to] as const),
      ...([slope, WIDEST, rows, weights, tables, part.sums + 32] as const),
    );
    calls.fitGroups(
      ...([pointers, first, last, inverse, this.#y, weights, rows, a, b] as const),
      ...([out, out + second, part.sums] as const),
    );
  }

  /** The slots, where they are so few that kernels visit all at once. */
  get #few(): readonly Slot[] {
    const { slots } = this.panel.places;
    return slots.length <= 2 ? slots : [];
  }

  /** Whether nothing but one visit of all moves the linear predictor. */
  get #isWhole(): boolean {
    const { slots, pairs } = this.panel.places;
    return pairs.length === 1 && slots.length <= 2;
  }

  /** Sums by node of many effects, and of the regressors but the first without the means of the base. */
  #sumRows(block: Block, { part, outs }: { part: PartPlaces; outs: readonly number[] }, calls: Calls): void {
    const { pairs, slots, weights, pointers, inverse } = this.panel.places;
    const { first, last, from, to } = block;
    if (this.#few.length === 0)
      for (const { nodes, offset } of slots)
        calls.scatterStep(nodes, from, to, weights, pairs[0]!, outs[0]! + 16 * offset);
    for (let p = 1; p < pairs.length; p++) {
      calls.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, pairs[p]!);
      for (const { nodes, offset } of slots)
        calls.scatterRows(nodes, from, to, weights, pairs[p]!, outs[p]! + 16 * offset);
    }
    if (pairs.length > 1) this.#products.addBlock(block, part, calls);
  }

  /** Solves for the step of the effects and for the effects in the regressors; whether all solves converged. */
  solve(precision: SolvePrecision): boolean {
    return this.#solves.solve(precision);
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

  /** Sums by group of the products of the regressors with y - mu. */
  get scores(): PoissonScores {
    return new PoissonScores(this.panel, this.#count, this.#y);
  }

  /** The logarithm of the weighted means, in the order of the rows. */
  logMeans(): Float64Array {
    return takePair(this.panel, this.panel.places.pairs[0]!)[0];
  }
}
