import { logGamma } from "../../../stats/gamma.ts";
import { sumSubsets, sumSupersets } from "../table/table.ts";

/** A fitted log-linear model. */
export interface LoglinearFit {
  /** Coefficients in the order of the terms. */
  readonly beta: Float64Array;
  /** Expected count of every cell by bit set; cell 0 is the unseen number, e to the intercept. */
  readonly mu: Float64Array;
  readonly logLikelihood: number;
  readonly deviance: number;
  readonly parameters: number;
  /** Variance of the intercept. */
  readonly interceptVariance: number;
  /** False where the iterations ran off: no maximum likelihood estimate exists, or the model is not identified. */
  readonly converged: boolean;
}

export interface FitOptions {
  /** Cells that are left out because the model gives them probability 0, by bit set: 1 is left out. */
  readonly dropped?: Uint8Array;
  /** Number of unseen cases, to fit the complete table; without it cell 0 is unknown. */
  readonly unseen?: number;
}

const MAXIMUM_ITERATIONS = 60;
/** Newton's method squares its error: after a step of this size the next one would be about its square, below rounding. */
const LAST_STEP = 1e-7;
/** A term whose distance from the span of the others is this small a part of its length is left out of the fit. */
const SINGULAR = 1e-11;
/** After the iterations have run off, cells that the model forces to 0 have shrunk far below this and the others have not. */
const VANISHED = 1e-5;
const RUNAWAY = { iterations: 16, step: 0.3 };

/**
 * Fits hierarchical log-linear models to one size of table by maximum likelihood for Poisson counts. A term is a set of
 * lists; a cell has the term's effect when it contains the set. Then X'WX, X'y and Xβ are sums over supersets and subsets, so
 * that an iteration costs little more than the exponentials of the cells. Workspace is kept between fits.
 */
export class LoglinearFitter {
  private readonly cells: number;
  private readonly mu: Float64Array;
  private readonly eta: Float64Array;
  private readonly margins: Float64Array;
  private readonly score: Float64Array;
  private gram = new Float64Array(0);
  private step = new Float64Array(0);
  private trial = new Float64Array(0);

  constructor(lists: number) {
    this.cells = 1 << lists;
    this.mu = new Float64Array(this.cells);
    this.eta = new Float64Array(this.cells);
    this.margins = new Float64Array(this.cells);
    this.score = new Float64Array(this.cells);
  }

  /** `terms`: sets of lists, the empty set (the intercept) last. `counts` by bit set; cell 0 is ignored. */
  fit(terms: Int32Array, counts: Float64Array, { dropped, unseen }: FitOptions = {}): LoglinearFit {
    const p = terms.length;
    if (this.step.length < p) {
      this.gram = new Float64Array(p * p);
      this.step = new Float64Array(p);
      this.trial = new Float64Array(p);
    }
    const first = unseen === undefined ? 1 : 0;
    const y = (cell: number) => (cell === 0 ? unseen! : counts[cell]!);
    const skip = (cell: number) => dropped !== undefined && dropped[cell] === 1;
    const beta = new Float64Array(p);
    this.start(terms, { y, skip, first, beta });
    let converged = false;
    let logLikelihood = this.evaluate(terms, { y, skip, first, beta });
    for (let iteration = 0; iteration < MAXIMUM_ITERATIONS; iteration++) {
      this.scoreOf({ y, skip, first });
      if (!this.solve(terms)) break;
      let size = 0;
      for (let i = 0; i < p; i++) size = Math.max(size, Math.abs(this.step[i]!));
      if (!Number.isFinite(size)) break;
      const next = this.advance(terms, { y, skip, first, beta, before: logLikelihood });
      if (Number.isNaN(next)) break;
      logLikelihood = next;
      // A step that stays this long after so many iterations belongs to a parameter on its way to minus infinity.
      if (iteration > RUNAWAY.iterations && size > RUNAWAY.step) break;
      if (size < LAST_STEP) {
        converged = true;
        break;
      }
    }
    return this.result(terms, { y, skip, first, beta, logLikelihood, converged });
  }

  /**
   * The maximum likelihood fit, extended to the boundary: where the iterations run off because cells without cases are forced to 0,
   * those cells are left out and the rest is fitted (Fienberg and Rinaldo 2012). Still not converged where the unseen number is
   * then not identified.
   */
  fitExtended(terms: Int32Array, counts: Float64Array, dropped?: Uint8Array): LoglinearFit {
    const plain = this.fit(terms, counts, { dropped });
    if (plain.converged) return plain;
    const gone = dropped?.slice() ?? new Uint8Array(this.cells);
    for (let cell = 1; cell < this.cells; cell++)
      if (counts[cell] === 0 && !(plain.mu[cell]! > VANISHED)) gone[cell] = 1;
    return this.fit(terms, counts, { dropped: gone });
  }

  /** First step of iteratively reweighted least squares from μ = y + ½. */
  private start(terms: Int32Array, { y, skip, first, beta }: Pass): void {
    const { mu, margins, score } = this;
    margins.fill(0);
    score.fill(0);
    for (let cell = first; cell < this.cells; cell++) {
      if (skip(cell)) continue;
      const m = y(cell) + 0.5;
      mu[cell] = m;
      margins[cell] = m;
      score[cell] = m * Math.log(m) - 0.5;
    }
    sumSupersets(margins);
    sumSupersets(score);
    if (this.solve(terms)) beta.set(this.step.subarray(0, terms.length));
  }

  /** Sets η and μ from β; the log-likelihood without its constant. */
  private evaluate(terms: Int32Array, { y, skip, first, beta }: Pass): number {
    const { mu, eta } = this;
    eta.fill(0);
    for (let i = 0; i < terms.length; i++) eta[terms[i]!] = beta[i]!;
    sumSubsets(eta);
    let sum = 0;
    for (let cell = first; cell < this.cells; cell++) {
      if (skip(cell)) {
        mu[cell] = 0;
        continue;
      }
      const m = Math.exp(eta[cell]!);
      mu[cell] = m;
      sum += y(cell) * eta[cell]! - m;
    }
    return sum;
  }

  private scoreOf({ y, skip, first }: Omit<Pass, "beta">): void {
    const { mu, margins, score } = this;
    margins.fill(0);
    score.fill(0);
    for (let cell = first; cell < this.cells; cell++) {
      if (skip(cell)) continue;
      margins[cell] = mu[cell]!;
      score[cell] = y(cell) - mu[cell]!;
    }
    sumSupersets(margins);
    sumSupersets(score);
  }

  /** Solves X'WX · step = score by Cholesky; false where the matrix is singular. */
  private solve(terms: Int32Array): boolean {
    const { gram, step, margins, score } = this;
    const p = terms.length;
    for (let i = 0; i < p; i++) {
      const term = terms[i]!;
      const row = i * p;
      for (let j = 0, other = 0; j < i; j++, other += p) {
        let sum = margins[term | terms[j]!]!;
        for (let k = 0; k < j; k++) sum -= gram[row + k]! * gram[other + k]!;
        const root = gram[other + j]!;
        gram[row + j] = root === 0 ? 0 : sum / root;
      }
      let square = margins[term]!;
      let right = score[term]!;
      for (let k = 0; k < i; k++) {
        const entry = gram[row + k]!;
        square -= entry * entry;
        right -= entry * step[k]!;
      }
      const independent = square > SINGULAR * margins[term]!;
      // The intercept comes last: where it depends on the other terms, the unseen number is not identified.
      if (!independent && i === p - 1) return false;
      const root = independent ? Math.sqrt(square) : 0;
      gram[row + i] = root;
      step[i] = independent ? right / root : 0;
    }
    for (let i = p - 1; i >= 0; i--) {
      let sum = step[i]!;
      for (let k = i + 1; k < p; k++) sum -= gram[k * p + i]! * step[k]!;
      step[i] = gram[i * p + i] === 0 ? 0 : sum / gram[i * p + i]!;
    }
    return true;
  }

  /** Takes the step, halved while it lowers the likelihood; NaN where no part of it helps. */
  private advance(terms: Int32Array, { before, beta, ...pass }: Pass & { before: number }): number {
    const p = terms.length;
    const slack = 1e-12 * Math.abs(before);
    const trial = this.trial.subarray(0, p);
    for (let factor = 1; factor > 1e-6; factor /= 2) {
      for (let i = 0; i < p; i++) trial[i] = beta[i]! + factor * this.step[i]!;
      const value = this.evaluate(terms, { ...pass, beta: trial });
      if (value >= before - slack) {
        beta.set(trial);
        return value;
      }
    }
    return Number.NaN;
  }

  private result(
    terms: Int32Array,
    { y, skip, first, beta, logLikelihood, converged }: Pass & { logLikelihood: number; converged: boolean },
  ): LoglinearFit {
    const p = terms.length;
    const mu = this.mu.slice();
    mu[0] = Math.exp(beta[p - 1]!);
    let constant = 0;
    let deviance = 0;
    for (let cell = first; cell < this.cells; cell++) {
      if (skip(cell)) continue;
      const n = y(cell);
      constant += logGamma(n + 1);
      deviance += 2 * ((n > 0 ? n * Math.log(n / mu[cell]!) : 0) - (n - mu[cell]!));
    }
    const root = this.gram[p * p - 1]!;
    return {
      beta,
      mu,
      logLikelihood: logLikelihood - constant,
      deviance,
      parameters: p,
      interceptVariance: 1 / (root * root),
      converged,
    };
  }
}

interface Pass {
  readonly y: (cell: number) => number;
  readonly skip: (cell: number) => boolean;
  readonly first: 0 | 1;
  readonly beta: Float64Array;
}
