import type { Calls } from "../../kernels/calls.ts";
import { FIRST_PREDICTION, predictedIterations, ROUNDING, TOO_MANY } from "../conjugate.ts";
import { applyReduced } from "./apply.ts";
import type { Block } from "./base-order.ts";
import type { Gradients, Solved } from "./gradients.ts";
import type { FastPanel, VisitBlock } from "./panel.ts";
import type { PartPlaces } from "./places.ts";
import { clearSums, joinSums } from "./sums.ts";

/** Two or three pairs of columns that are solved for together, at their places. */
export interface WideColumns {
  readonly pairs: readonly number[];
  /** Brings the rows of a block into place, where that was not done before. */
  readonly prepare?: ((block: Block) => void) | undefined;
  /** Told blocks that are done, while they are in the cache. */
  readonly visit?: VisitBlock | undefined;
}

/**
 * Takes the effects out of several pairs of columns in the same visits of the rows, by conjugate gradients with the diagonal; null, with the rows as
 * they were, where these are predicted to take long, for each pair has a stronger way then.
 */
export function absorbWide(panel: FastPanel, columns: WideColumns, gradients: Gradients): Solved | null {
  panel.contents = null;
  clearSums(panel);
  const run = new WideRun(panel, columns, gradients);
  return run.solve() ? run.finish() : null;
}

class WideRun {
  readonly #panel: FastPanel;
  readonly #columns: WideColumns;
  readonly #gradients: Gradients;
  readonly #width: number;
  #iterations = 0;
  #converged = false;

  constructor(panel: FastPanel, columns: WideColumns, gradients: Gradients) {
    this.#panel = panel;
    this.#columns = columns;
    this.#gradients = gradients;
    this.#width = columns.pairs.length;
  }

  /** Where a slot's part of a vector begins. */
  #part(vector: number, offset: number): number {
    return vector + 16 * this.#width * offset;
  }

  #rightSides(): void {
    const { places } = this.#panel;
    const { pointers, inverse, weights, slots, vectors } = places;
    const [one, two] = slots;
    const [r0, r1, r2 = r1] = this.#columns.pairs as [number, number, number?];
    const add = ({ first, last }: Block, part: PartPlaces, calls: Calls, out: number) =>
      calls.rightWide(
        ...([this.#width, pointers, first, last, inverse, weights, one!.nodes, two?.nodes ?? 0] as const),
        ...([r0, r1, r2, out, this.#part(out, two?.offset ?? 0), part.sums] as const),
      );
    this.#panel.visitSums(
      [vectors[0]!],
      (block, part, { calls, outs }) => add(block, part, calls, outs[0]!),
      { prepare: this.#columns.prepare },
      this.#width,
    );
    joinSums(this.#panel, 2 * this.#width);
  }

  #sums(): number[] {
    return [...this.#panel.workspace.doubles(this.#panel.places.sums, 2 * this.#width)];
  }

  #inner(x: number, y: number): number[] {
    const { workspace, places, size } = this.#panel;
    workspace.run.innerWide(this.#width, x, y, size, places.sums);
    return this.#sums();
  }

  /** Sets what the columns step by, each its own. */
  #steps(values: readonly number[]): number {
    const { workspace, places } = this.#panel;
    workspace.doubles(places.steps, values.length).set(values);
    return places.steps;
  }

  /** Whether it was solved, or ended without; not where it was given up because the end is far. */
  solve(): boolean {
    this.#rightSides();
    const { workspace, places, size } = this.#panel;
    const { run } = workspace;
    const { diagonal, sums, vectors } = places;
    const [right, solution, residual, direction, scratch] = vectors as [
      number,
      number,
      number,
      number,
      number,
    ];
    const { tolerance, maxIterations, onStep } = this.#gradients;
    const width = this.#width;
    const floor = this.#sums();
    workspace.zero(solution, 16 * width * size);
    run.copyPairs(right, width * size, residual);
    run.scaleWide(width, diagonal, residual, size, direction, sums);
    const start = this.#sums();
    const target = start.map((value, c) => Math.max(tolerance ** 2 * value, ROUNDING * floor[c]!));
    let energy = start;
    const open = () => energy.some((value, c) => value > target[c]!);
    while (open() && this.#iterations < maxIterations) {
      const state = { start, target, iterations: this.#iterations };
      if (this.#iterations >= FIRST_PREDICTION && predictedIterations(energy, state) > TOO_MANY) return false;
      applyReduced(this.#panel, direction, scratch, width);
      const curvature = this.#inner(direction, scratch);
      const steps = energy.map((value, c) =>
        value > target[c]! && curvature[c]! > 0 ? value / curvature[c]! : 0,
      );
      if (steps.every(step => step === 0)) break;
      run.descendWide(
        ...([width, solution, direction, residual, scratch, size, this.#steps(steps)] as const),
        ...([diagonal, scratch, sums] as const),
      );
      const before = energy;
      energy = this.#sums();
      const ratios = energy.map((value, c) => (before[c]! > 0 ? value / before[c]! : 0));
      run.redirectWide(width, direction, scratch, size, this.#steps(ratios));
      this.#iterations += 1;
      onStep?.(this.#iterations);
    }
    this.#converged = !open();
    return true;
  }

  /** Takes the solution and the means of the base out of the rows. */
  finish(): Solved {
    const { pointers, inverse, weights, slots, vectors } = this.#panel.places;
    const [one, two] = slots;
    const p = vectors[1]!;
    const [r0, r1, r2 = r1] = this.#columns.pairs as [number, number, number?];
    this.#panel.visit((block, part, calls) => {
      calls.finishWide(
        ...([this.#width, pointers, block.first, block.last, inverse, weights] as const),
        ...([one!.nodes, two?.nodes ?? 0, p, this.#part(p, two?.offset ?? 0), r0, r1, r2] as const),
      );
      this.#columns.visit?.(block, part, calls);
    });
    return { iterations: this.#iterations, converged: this.#converged };
  }
}
