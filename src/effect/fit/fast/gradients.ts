import { FIRST_PREDICTION, predictedIterations, ROUNDING, TOO_MANY } from "../conjugate.ts";
import { applyReduced } from "./apply.ts";
import type { FastPanel } from "./panel.ts";

/** Stronger than the diagonal, on places of vectors. */
export interface FastStrong {
  readonly apply: (p: number, out: number) => void;
  readonly precondition: (residual: number, out: number) => void;
}

export interface Gradients {
  readonly tolerance: number;
  /** Residuals r'M⁻¹r at which the columns are done, from those of the right-hand sides; by default by the tolerance. */
  readonly targets?: (start: Two) => Two;
  readonly maxIterations: number;
  /** What was found to be needed by earlier columns. */
  readonly strong: FastStrong | null;
  /** Called when the diagonal is predicted to take long; null where there is nothing stronger. */
  readonly stronger: () => FastStrong | null;
  /** Told after every iteration. */
  readonly onStep?: (iterations: number) => void;
}

export interface Solved {
  readonly iterations: number;
  readonly converged: boolean;
}

/** One number a column. */
export type Two = readonly [number, number];

/** `conjugateGradients` on vectors in the memory of the kernels: the right-hand side is the first of the panel's vectors, the solution the second. */
export function pairGradients(panel: FastPanel, options: Gradients): Solved {
  return new Run(panel, options).solve();
}

class Run {
  readonly #panel: FastPanel;
  readonly #options: Gradients;
  readonly #floor: Two;
  #strong: FastStrong | null;
  #iterations = 0;

  constructor(panel: FastPanel, options: Gradients) {
    this.#panel = panel;
    this.#options = options;
    this.#floor = this.#sums();
    this.#strong = options.strong;
  }

  solve(): Solved {
    const {
      size,
      places: { vectors },
      workspace,
    } = this.#panel;
    const [right, solution, residual] = vectors as [number, number, number];
    workspace.zero(solution, 16 * size);
    workspace.run.copyPairs(right, size, residual);
    let converged = this.#iterate(this.#strong === null);
    if (converged === null) {
      this.#strong = this.#options.stronger();
      this.#residual();
      converged = this.#iterate(false);
    }
    return { iterations: this.#iterations, converged: converged ?? false };
  }

  /** The residual of the solution so far, under the stronger matrix. */
  #residual(): void {
    const {
      size,
      places: { vectors },
      workspace,
    } = this.#panel;
    const [right, solution, residual, , scratch] = vectors as [number, number, number, number, number];
    this.#apply(solution, scratch);
    workspace.run.copyPairs(right, size, residual);
    workspace.run.advance(residual, scratch, size, -1, -1);
  }

  #apply(p: number, out: number): void {
    if (this.#strong === null) applyReduced(this.#panel, p, out);
    else this.#strong.apply(p, out);
  }

  /** Steps along the direction, whose product stands in the scratch; that then holds M⁻¹ of the new residual. */
  #descend(a: number, b: number): Two {
    const {
      size,
      places: { diagonal, sums, vectors },
      workspace: { run },
    } = this.#panel;
    const [, solution, residual, direction, scratch] = vectors as [number, number, number, number, number];
    if (this.#strong === null) {
      run.descend(
        ...([solution, direction, residual, scratch, size, a, b] as const),
        ...([diagonal, scratch, sums] as const),
      );
      return this.#sums();
    }
    run.advance(solution, direction, size, a, b);
    run.advance(residual, scratch, size, -a, -b);
    return this.#precondition(residual, scratch);
  }

  /** `out = M⁻¹x`, and `x'out`. */
  #precondition(x: number, out: number): Two {
    const {
      size,
      places: { diagonal, sums },
      workspace: { run },
    } = this.#panel;
    if (this.#strong === null) run.scaleBy(diagonal, x, size, out, sums);
    else {
      this.#strong.precondition(x, out);
      run.innerProducts(x, out, size, sums);
    }
    return this.#sums();
  }

  #product(x: number, y: number): Two {
    const {
      size,
      places: { sums },
      workspace: { run },
    } = this.#panel;
    run.innerProducts(x, y, size, sums);
    return this.#sums();
  }

  #sums(): Two {
    const [a, b] = this.#panel.workspace.doubles(this.#panel.places.sums, 2);
    return [a!, b!];
  }

  #targets(start: Two): Two {
    const { tolerance, targets } = this.#options;
    if (targets !== undefined) return targets(start);
    return start.map((value, c) =>
      Math.max(tolerance ** 2 * value, ROUNDING * this.#floor[c]!),
    ) as unknown as Two;
  }

  /** Whether it ended at the tolerance; null where it was given up because the end is far. */
  #iterate(hasty: boolean): boolean | null {
    const { maxIterations, onStep } = this.#options;
    const {
      size,
      places: { vectors },
      workspace: { run },
    } = this.#panel;
    const [right, , residual, direction, scratch] = vectors as [number, number, number, number, number];
    const start = this.#precondition(right, scratch);
    const target = this.#targets(start);
    let energy = this.#precondition(residual, direction);
    const open = () => energy.some((value, c) => value > target[c]!);
    while (open() && this.#iterations < maxIterations) {
      const state = { start, target, iterations: this.#iterations };
      if (hasty && this.#iterations >= FIRST_PREDICTION && predictedIterations(energy, state) > TOO_MANY)
        return null;
      this.#apply(direction, scratch);
      const curvature = this.#product(direction, scratch);
      const [a, b] = energy.map((value, c) =>
        value > target[c]! && curvature[c]! > 0 ? value / curvature[c]! : 0,
      ) as [number, number];
      if (a === 0 && b === 0) break;
      const next = this.#descend(a, b);
      const [first, second] = next.map((value, c) => (energy[c]! > 0 ? value / energy[c]! : 0)) as [
        number,
        number,
      ];
      run.redirect(direction, scratch, size, first, second);
      energy = next;
      this.#iterations += 1;
      onStep?.(this.#iterations);
    }
    return !open();
  }
}
