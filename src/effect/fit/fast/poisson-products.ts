import type { FastPanel } from "./panel.ts";

/** Weighted products of the regressors, and theirs with the outcome of the working regression, without the effects. */
export interface Moments {
  readonly gram: Float64Array;
  readonly products: Float64Array;
}

/** Where the columns of a Poisson model stand that products are taken of. */
export interface ProductPlaces {
  readonly y: number;
  /** By pair: right-hand sides and, after a solve, with what it left added. */
  readonly rights: readonly number[];
  readonly solutions: readonly number[];
}

/** Products of the columns of a Poisson model, by pairs; the first column is the outcome of the working regression, which stands nowhere. */
export class PoissonProducts {
  readonly #panel: FastPanel;
  readonly #count: number;
  readonly #places: ProductPlaces;
  readonly #all: Float64Array;

  constructor(panel: FastPanel, count: number, places: ProductPlaces) {
    this.#panel = panel;
    this.#count = count;
    this.#places = places;
    this.#all = new Float64Array(4 * places.rights.length ** 2);
  }

  clear(): void {
    this.#all.fill(0);
  }

  add(i: number, j: number, value: number): void {
    const m = 2 * this.#places.rights.length;
    this.#all[i * m + j]! += value;
    if (i !== j) this.#all[j * m + i]! += value;
  }

  /** The products of a pair of regressors with all before it and with the outcomes. */
  addPair(p: number, first: number, last: number): void {
    const { workspace, places } = this.#panel;
    const { run } = workspace;
    const { pairs, weights } = places;
    const sums = places.sums + 64;
    for (let from = first; from < last; from += BLOCK) {
      const n = Math.min(BLOCK, last - from);
      const at = (pair: number) => pairs[pair]! + 16 * from;
      workspace.zero(sums, 64);
      run.scoreSum(at(p), this.#places.y + 8 * from, n, sums);
      const [a, b] = workspace.doubles(sums, 2);
      this.add(0, 2 * p, a!);
      this.add(0, 2 * p + 1, b!);
      for (let q = 0; q <= p; q++) {
        workspace.zero(sums, 64);
        run.crossProducts(at(p), at(q), n, weights + 8 * from, sums);
        const [aa, bb, ab, ba] = workspace.doubles(sums, 4) as unknown as [number, number, number, number];
        // The first column of the first pair is the linear predictor here, which has no part in this.
        if (q > 0) this.add(2 * p, 2 * q, aa);
        this.add(2 * p + 1, 2 * q + 1, bb);
        this.add(2 * p, 2 * q + 1, ab);
        if (q > 0 && q < p) this.add(2 * p + 1, 2 * q, ba);
      }
    }
  }

  /**
   * The moments after the solve that the rows do not hold yet. With S the reduced matrix, r right-hand sides, a solutions and q = r + (r - Sa), the
   * product of two columns without the effects is theirs without the base less (a'q + q'a) / 2, to second order in what the solves left.
   */
  solved(): Moments {
    const P = this.#places.rights.length;
    const m = 2 * P;
    const all = this.#all.slice();
    const take = (i: number, j: number, value: number) => {
      all[i * m + j]! -= value / 2;
      all[j * m + i]! -= value / 2;
    };
    const { workspace, places, size } = this.#panel;
    for (let p = 0; p < P && size > 0; p++) {
      for (let q = 0; q < P; q++) {
        workspace.zero(places.sums, 32);
        workspace.run.crossProducts(
          this.#places.solutions[p]!,
          this.#places.rights[q]!,
          size,
          0,
          places.sums,
        );
        const [aa, bb, ab, ba] = workspace.doubles(places.sums, 4) as unknown as [
          number,
          number,
          number,
          number,
        ];
        take(2 * p, 2 * q, aa);
        take(2 * p + 1, 2 * q + 1, bb);
        take(2 * p, 2 * q + 1, ab);
        take(2 * p + 1, 2 * q, ba);
      }
    }
    return this.#moments(all);
  }

  /** The moments of the rows as they stand. */
  standing(): Moments {
    return this.#moments(this.#all);
  }

  #moments(all: Float64Array): Moments {
    const m = 2 * this.#places.rights.length;
    const k = this.#count - 1;
    return {
      gram: Float64Array.from(
        { length: k * k },
        (_, at) => all[(1 + Math.floor(at / k)) * m + 1 + (at % k)]!,
      ),
      products: all.slice(1, 1 + k),
    };
  }
}

/** Rows whose pairs of columns stay in the cache while all products of them are taken. */
const BLOCK = 1024;
