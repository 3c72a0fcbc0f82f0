import type { Calls } from "../../kernels/calls.ts";
import type { Block } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";
import { numberOfProducts, type PartPlaces, PRODUCT } from "./places.ts";

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

  /** Forgets what an earlier visit left in the places of the parts. */
  clear(): void {
    const { workspace, places } = this.#panel;
    for (const { products, sums } of places.parts) {
      workspace.zero(products, PRODUCT * numberOfProducts(this.#pairs));
      workspace.zero(sums, OUTCOMES + 16 * this.#pairs);
    }
  }

  /** Adds the products of every pair of regressors with those before it and with the outcomes, for the rows of a block. */
  addBlock({ from, to }: Block, part: PartPlaces, calls: Calls): void {
    const { pairs, pairList, weights } = this.#panel.places;
    calls.allProducts(pairList, 1, this.#pairs, from, to, weights, part.products);
    for (let p = 1; p < this.#pairs; p++)
      calls.scoreSum(
        pairs[p]! + 16 * from,
        this.#places.y + 8 * from,
        to - from,
        part.sums + OUTCOMES + 16 * p,
      );
  }

  /** Takes what a visit has left; `product` and `squares` are those of the first regressor with the outcomes and with itself. */
  take(product: number, squares: number): void {
    this.#all.fill(0);
    this.#add(0, 1, product);
    this.#add(1, 1, squares);
    for (const part of this.#panel.places.parts) this.#addPart(part);
  }

  #addPart({ products, sums }: PartPlaces): void {
    const { workspace } = this.#panel;
    for (let p = 1; p < this.#pairs; p++) {
      const [a, b] = workspace.doubles(sums + OUTCOMES + 16 * p, 2);
      this.#add(0, 2 * p, a!);
      this.#add(0, 2 * p + 1, b!);
      for (let q = 0; q <= p; q++) {
        const at = products + PRODUCT * (numberOfProducts(p) + q);
        const [aa, bb, ab, ba] = workspace.doubles(at, 4) as unknown as [number, number, number, number];
        // The first column of the first pair is the linear predictor here, which has no part in this.
        if (q > 0) this.#add(2 * p, 2 * q, aa);
        this.#add(2 * p + 1, 2 * q + 1, bb);
        this.#add(2 * p, 2 * q + 1, ab);
        if (q > 0 && q < p) this.#add(2 * p + 1, 2 * q, ba);
      }
    }
  }

  get #pairs(): number {
    return this.#places.rights.length;
  }

  #add(i: number, j: number, value: number): void {
    const m = 2 * this.#pairs;
    this.#all[i * m + j]! += value;
    if (i !== j) this.#all[j * m + i]! += value;
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

/** Where among the sums of a part those with the outcomes begin, a pair of them for each pair of columns. */
const OUTCOMES = 64;
