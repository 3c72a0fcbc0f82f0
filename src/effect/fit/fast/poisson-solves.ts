import { applyReduced } from "./apply.ts";
import { type FastStrong, pairGradients, type Two } from "./gradients.ts";
import type { FastPanel } from "./panel.ts";
import type { SolvePrecision } from "./poisson-rows.ts";
import { fastStrong } from "./strong.ts";

/** With more iterations than this a solver of other means has served its time. */
const WORN = 30;
/** Where the step of the effects takes no more iterations than this by the diagonal, each node nearly stands alone. */
const ALONE = 3;
/** Relative squared size below which a residual is rounding. */
const NOISE = 1e-28;
/** Where the solves of a Poisson model find what they need, by pair of columns. */
interface SolvePlaces {
  readonly rights: readonly number[];
  readonly solutions: readonly number[];
  /** Sums of squares of the columns, weighted by the outcomes, and of the outcomes themselves for the first: what rounding is judged by. */
  readonly squares: readonly Two[];
}

/** The solves of a Poisson model, step after step, each of which knows of those before. */
export class PoissonSolves {
  readonly #panel: FastPanel;
  readonly #rights: readonly number[];
  readonly #solutions: readonly number[];
  readonly #squares: readonly Two[];
  readonly #references: (Two | undefined)[] = [];
  /** Of the means at which it was last needed. */
  #strong: FastStrong | null = null;
  #standAlone = false;

  constructor(panel: FastPanel, { rights, solutions, squares }: SolvePlaces) {
    this.#panel = panel;
    this.#rights = rights;
    this.#solutions = solutions;
    this.#squares = squares;
  }

  /** Whether the last step was that of nodes of which nearly each stands alone. */
  get standAlone(): boolean {
    return this.#standAlone;
  }

  /** Solves for the step of the effects and for the effects in the regressors; whether all solves converged. */
  solve(precision: SolvePrecision): boolean {
    const { workspace, places, size } = this.#panel;
    if (size === 0) return true;
    const [right, solution, residual] = places.vectors as [number, number, number];
    const stronger = () => {
      this.#strong ??= fastStrong(this.#panel);
      return this.#strong;
    };
    // Means have moved since it was formed: its matrix is no longer theirs, but still a preconditioner.
    let strong: FastStrong | null = null;
    if (this.#strong !== null) {
      const { precondition } = this.#strong;
      strong = { apply: (p, out) => applyReduced(this.#panel, p, out), precondition };
    }
    let most = 0;
    let converged = true;
    for (const [p, own] of this.#rights.entries()) {
      workspace.run.copyPairs(own, size, right);
      const solved = pairGradients(this.#panel, {
        ...precision,
        tolerance: 0,
        targets: start => this.#targets(p, start, precision),
        strong,
        stronger,
      });
      strong ??= this.#strong;
      if (p === 0) this.#standAlone = strong === null && solved.iterations <= ALONE;
      most = Math.max(most, solved.iterations);
      converged &&= solved.converged;
      workspace.run.copyPairs(solution, size, this.#solutions[p]!);
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
}
