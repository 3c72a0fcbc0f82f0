/**
 * Linear programmes `max y'x` subject to `A x = b`, `x >= 0`, with the same constraints for many y. The tableau is kept, so that
 * each programme starts at the optimum of the one before. Bland's rule, so that it cannot cycle. Small and dense: tens of variables.
 */
export class Programme {
  readonly #rows: number;
  readonly #columns: number;
  /** Tableau by rows: `B^-1 A | B^-1 b`. */
  readonly #tableau: Float64Array;
  readonly #basis: Int32Array;

  /** `a` by rows, one a constraint; `b` at least 0. Throws a RangeError where no x fits. */
  constructor(a: readonly Float64Array[], b: readonly number[]) {
    const variables = a[0]!.length;
    this.#rows = a.length;
    // Phase one: an artificial variable for each constraint, driven to zero.
    this.#columns = variables + a.length;
    const width = this.#columns + 1;
    this.#tableau = new Float64Array(a.length * width);
    this.#basis = Int32Array.from(a, (_, row) => variables + row);
    for (const [row, values] of a.entries()) {
      this.#tableau.set(values, row * width);
      this.#tableau[row * width + variables + row] = 1;
      this.#tableau[row * width + width - 1] = b[row]!;
    }
    const price = Float64Array.from({ length: this.#columns }, (_, j) => (j < variables ? 0 : -1));
    if (this.#climb(price, this.#columns) < -1e-9)
      throw new RangeError("the constraints contradict each other");
    this.#leaveArtificials(variables);
    this.variables = variables;
  }

  readonly variables: number;

  /** The largest `y'x` and the x that gives it. */
  maximize(y: ArrayLike<number>): { value: number; x: Float64Array } {
    const value = this.#climb(y, this.variables);
    const x = new Float64Array(this.variables);
    const width = this.#columns + 1;
    for (let row = 0; row < this.#rows; row++) {
      const variable = this.#basis[row]!;
      if (variable < this.variables) x[variable] = this.#tableau[row * width + width - 1]!;
    }
    return { value, x };
  }

  /** Pivots until no variable below `limit` improves the objective; returns its value. */
  #climb(y: ArrayLike<number>, limit: number): number {
    const width = this.#columns + 1;
    const priceOf = (variable: number) => (variable < y.length ? y[variable]! : 0);
    let scale = 0;
    for (let j = 0; j < y.length; j++) scale = Math.max(scale, Math.abs(y[j]!));
    for (;;) {
      let entering = -1;
      for (let j = 0; j < limit && entering < 0; j++) {
        let gain = priceOf(j);
        for (let row = 0; row < this.#rows; row++)
          gain -= priceOf(this.#basis[row]!) * this.#tableau[row * width + j]!;
        if (gain > 1e-11 * scale) entering = j;
      }
      const leaving = entering < 0 ? -1 : this.#leaving(entering);
      if (leaving < 0) break;
      this.#pivot(leaving, entering);
    }
    let value = 0;
    for (let row = 0; row < this.#rows; row++)
      value += priceOf(this.#basis[row]!) * this.#tableau[row * width + width - 1]!;
    return value;
  }

  /** The row whose variable reaches zero first as a variable grows; of ties that with the lowest variable. */
  #leaving(entering: number): number {
    const width = this.#columns + 1;
    let best = -1;
    let least = Number.POSITIVE_INFINITY;
    for (let row = 0; row < this.#rows; row++) {
      const slope = this.#tableau[row * width + entering]!;
      if (slope <= 1e-11) continue;
      const ratio = this.#tableau[row * width + width - 1]! / slope;
      const tie = Math.abs(ratio - least) <= 1e-13;
      if (ratio < least - 1e-13 || (tie && this.#basis[row]! < this.#basis[best]!)) {
        best = row;
        least = Math.min(least, ratio);
      }
    }
    return best;
  }

  #pivot(row: number, column: number): void {
    const width = this.#columns + 1;
    const pivot = this.#tableau[row * width + column]!;
    for (let j = 0; j < width; j++) this.#tableau[row * width + j]! /= pivot;
    for (let other = 0; other < this.#rows; other++) {
      const factor = this.#tableau[other * width + column]!;
      if (other === row || factor === 0) continue;
      for (let j = 0; j < width; j++)
        this.#tableau[other * width + j]! -= factor * this.#tableau[row * width + j]!;
    }
    this.#basis[row] = column;
  }

  /** Exchanges artificial variables that are still in the basis, at zero; a row without a choice is redundant and stays. */
  #leaveArtificials(variables: number): void {
    const width = this.#columns + 1;
    for (let row = 0; row < this.#rows; row++) {
      if (this.#basis[row]! < variables) continue;
      for (let j = 0; j < variables; j++) {
        if (Math.abs(this.#tableau[row * width + j]!) <= 1e-9) continue;
        this.#pivot(row, j);
        break;
      }
    }
  }
}
