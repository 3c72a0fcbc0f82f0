import type { Factor } from "../data/factor.ts";
import { rowsOf } from "../data/unwritten.ts";
import { applyReduced } from "./apply-reduced.ts";
import { conjugateGradients, type PairSolution, strongGradients } from "./conjugate.ts";
import type { FastStrong, Gradients } from "./fast/gradients.ts";
import { type Held, HeldColumns } from "./fast/held.ts";
import { HeldPair } from "./fast/held-pair.ts";
import { HeldStream } from "./fast/held-stream.ts";
import { FastPanel } from "./fast/panel.ts";
import { FastPieces, type PieceRows } from "./fast/pieces.ts";
import { FastPoisson } from "./fast/poisson.ts";
import type { PoissonRows } from "./fast/poisson-rows.ts";
import { absorbPair } from "./fast/reduced.ts";
import { fastStrong } from "./fast/strong.ts";
import { takePair } from "./fast/transfer.ts";
import { withoutMeans } from "./means.ts";
import { type Strong, strongSolver } from "./schur.ts";
import { baseOf, interleave, type Prepared, separate, slotsOf, withWeights } from "./slots.ts";
import { sortRows } from "./sort-rows.ts";
import { finishPair, rightHandSide } from "./sweeps.ts";

/** One set of fixed effects on the rows of the estimation sample. */
export interface Effect {
  readonly name: string;
  readonly factor: Factor;
  /** Whether each level has its own constant. */
  readonly intercept: boolean;
  /** Regressors whose slope differs by level. */
  readonly slopes: readonly Float64Array[];
}

export interface AbsorbOptions {
  /** Row weights; null for equal weights. */
  readonly weights?: Float64Array | null;
  /** Stop when the preconditioned residual has fallen by this factor. Default 1e-10, and 1e-8 where only sums of products are taken. */
  readonly tolerance?: number;
  /** Default 10 000. */
  readonly maxIterations?: number;
  /** Whether kernels are used where they can be; default for all but small data. The plain code gives the same to rounding. */
  readonly fast?: boolean;
  /** Told after every iteration. */
  readonly onStep?: (iterations: number) => void;
  /** Threads that may work on one solve, 1 or 2 (default): a second one joins in Node where many rows are visited long. The digits are the same. */
  readonly threads?: number;
}

export interface Absorbed {
  /** The columns without what the effects explain, in the order given. */
  readonly columns: Float64Array[];
  /** The most iterations that a pair of columns took. */
  readonly iterations: number;
  readonly converged: boolean;
}

/**
 * Takes fixed effects out of columns. The effects are prepared once and used for any number of columns and,
 * by `reweighted`, for other weights.
 *
 * Method: the levels of the largest effect are eliminated exactly; the others solve the reduced normal equations
 * `D'W(I - P)D a = D'W(I - P)x` by preconditioned conjugate gradients, two columns at a time: with the diagonal where
 * that is quick, else with an approximate Cholesky factor of the exact reduced matrix. The remaining error of a
 * coefficient is second order in the error of the solve, because it lies in the span of the dummies.
 */
export class Absorber {
  readonly effects: readonly Effect[];
  readonly #options: AbsorbOptions & Required<Omit<AbsorbOptions, "onStep" | "fast" | "threads">>;
  #prepared: Prepared | null;
  #strong: Strong | null = null;
  readonly #fast: FastPanel | null;
  readonly #heldTolerance: number;
  #fastStrong: FastStrong | null = null;

  private constructor(
    effects: readonly Effect[],
    { prepared, fast }: { prepared: Prepared | null; fast: FastPanel | null },
    options: AbsorbOptions,
  ) {
    this.effects = effects;
    this.#prepared = prepared;
    this.#fast = fast;
    this.#options = { weights: null, tolerance: 1e-10, maxIterations: 10_000, ...options };
    this.#heldTolerance = options.tolerance ?? HELD_TOLERANCE;
  }

  /** `effects` must not be empty. */
  static of(effects: readonly Effect[], options: AbsorbOptions = {}): Absorber {
    const fast =
      (options.fast ?? rowsOf(effects[0]!.factor) >= FEW_ROWS) && isFast(effects)
        ? fastPanel(effects, options)
        : null;
    return new Absorber(effects, { prepared: null, fast }, options);
  }

  /** The same effects under other weights. */
  reweighted(weights: Float64Array, tolerance = this.#options.tolerance): Absorber {
    const options = { ...this.#options, weights, tolerance };
    const fast = this.#fast?.reweighted(weights) ?? null;
    if (fast !== null || isMeansOnly(this.effects))
      return new Absorber(this.effects, { prepared: null, fast }, options);
    const { slots, sorted } = this.#parts();
    const prepared = { slots: withWeights(slots, sorted, weights), sorted };
    return new Absorber(this.effects, { prepared, fast: null }, options);
  }

  /** Columns without their effects that are not written down; null where the kernels do not serve. */
  hold(columns: readonly Float64Array[]): Held | null {
    if (this.#fast === null) return null;
    const ways = {
      gradients: () => this.#gradients(this.#heldTolerance),
      write: () => this.absorb(columns).columns,
    };
    const isPair = columns.length <= 2 && this.#fast.slots <= 2;
    if (isPair) return HeldPair.of(this.#fast, columns, ways);
    return HeldStream.of(this.#fast, columns, ways) ?? HeldColumns.of(this.#fast, columns, ways);
  }

  /** The rows of a Poisson model with these effects, for reweighting in place; null where the kernels do not serve. */
  poisson(rows: PoissonRows): FastPoisson | null {
    return this.#fast === null ? null : FastPoisson.of(this.#fast, rows);
  }

  /** The pieces of a column, one a cluster, without the effects; null where the kernels do not serve. */
  pieces(rows: PieceRows): FastPieces | null {
    return this.#fast === null ? null : FastPieces.of(this.#fast, rows);
  }

  #gradients(tolerance = this.#options.tolerance): Gradients {
    return {
      ...this.#options,
      tolerance,
      strong: this.#fastStrong,
      stronger: () => {
        this.#fastStrong ??= fastStrong(this.#fast!);
        return this.#fastStrong;
      },
    };
  }

  absorb(columns: readonly Float64Array[]): Absorbed {
    if (this.#fast?.hold(1)) return this.#absorbFast(this.#fast, columns);
    if (isMeansOnly(this.effects)) {
      const { factor } = this.effects[0]!;
      return {
        columns: withoutMeans(columns, factor, this.#options.weights),
        iterations: 0,
        converged: true,
      };
    }
    const absorbed: Float64Array[] = [];
    let iterations = 0;
    let converged = true;
    for (let first = 0; first < columns.length; first += 2) {
      const solved = this.#solvePair(columns[first]!, columns[first + 1] ?? null);
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
      absorbed.push(...solved.columns);
    }
    return { columns: absorbed, iterations, converged };
  }

  /** One pair after the other, all at the same place. */
  #absorbFast(panel: FastPanel, columns: readonly Float64Array[]): Absorbed {
    const pair = panel.places.pairs[0]!;
    const absorbed: Float64Array[] = [];
    let iterations = 0;
    let converged = true;
    for (let first = 0; first < columns.length; first += 2) {
      const both = [columns[first]!, columns[first + 1] ?? null] as const;
      const solved = absorbPair(panel, pair, both, this.#gradients());
      iterations = Math.max(iterations, solved.iterations);
      converged &&= solved.converged;
      absorbed.push(...takePair(panel, pair).slice(0, columns.length - first));
    }
    return { columns: absorbed, iterations, converged };
  }

  /** Rows sorted and slots laid out, at the first column that needs them. */
  #parts(): Prepared {
    if (this.#prepared === null) {
      const sorted = sortRows(baseOf(this.effects).factor);
      this.#prepared = { sorted, slots: slotsOf(this.effects, sorted, this.#options.weights) };
    }
    return this.#prepared;
  }

  /** Prepared at the first column that needs it and kept for the others. */
  #stronger(): Strong | null {
    this.#strong ??= strongSolver(this.#parts().slots);
    return this.#strong;
  }

  /** Solves for the nodes of the slots; with one effect there are none. */
  #solve(pair: Float64Array): PairSolution {
    const { slots } = this.#parts();
    if (slots.size === 0) return { solution: new Float64Array(0), iterations: 0, converged: true };
    const right = rightHandSide(slots, pair);
    const system = {
      apply: (p: Float64Array, out: Float64Array) => applyReduced(slots, p, out),
      right: right.values,
      diagonal: slots.diagonal,
      floor: right.squares,
      tolerance: this.#options.tolerance,
      maxIterations: this.#options.maxIterations,
      stronger: () => this.#stronger(),
      onStep: this.#options.onStep,
    };
    return this.#strong ? strongGradients(system, this.#strong) : conjugateGradients(system);
  }

  #solvePair(a: Float64Array, b: Float64Array | null): Absorbed {
    const { slots, sorted } = this.#parts();
    const { order } = sorted;
    const pair = interleave(a, b, order);
    const { solution, iterations, converged } = this.#solve(pair);
    finishPair(slots, pair, solution);
    const columns = [separate(pair, 0, order), ...(b === null ? [] : [separate(pair, 1, order)])];
    return { columns, iterations, converged };
  }
}

/** Sums of products of two columns err by the square of what is left of the effects in them. */
const HELD_TOLERANCE = 1e-8;
/** With fewer rows the kernels gain nothing. */
const FEW_ROWS = 4096;

/** Whether the kernels serve: effects with constants only. */
const isFast = (effects: readonly Effect[]): boolean =>
  effects.every(({ intercept, slopes }) => intercept && slopes.length === 0);

function fastPanel(
  effects: readonly Effect[],
  { weights = null, threads = 2 }: Pick<AbsorbOptions, "weights" | "threads">,
): FastPanel {
  const base = baseOf(effects);
  return new FastPanel({ base, others: effects.filter(effect => effect !== base), weights, threads });
}

/** One effect with a constant alone: its means are all there is to take out, whatever the order of the rows. */
function isMeansOnly([first, ...others]: readonly Effect[]): boolean {
  return others.length === 0 && first!.intercept && first!.slopes.length === 0;
}
