import { levelCounts } from "../../data/level-counts.ts";
import { Layout, solving, type Workspace } from "../../kernels/workspace.ts";
import type { Effect } from "../absorb.ts";
import { BaseOrder } from "./base-order.ts";
import { type Gradients, pairGradients, type Solved } from "./gradients.ts";
import { layOut, type Places, type Wanted } from "./places.ts";
import { placePair, placeRows } from "./transfer.ts";

/**
 * A panel in the memory of the kernels: rows in the order of its largest effect, the others as slots. It does what `sweeps.ts` does in plain
 * code, for effects that have constants only.
 */
export class FastPanel {
  readonly order: BaseOrder;
  readonly size: number;
  /** What stands in the places for pairs. */
  contents: object | null = null;
  readonly #base: Effect;
  readonly #others: readonly Effect[];
  readonly #weights: Float64Array | null;
  readonly #wanted: Omit<Wanted, "pairs">;
  #places: Places | null = null;
  #workspace: Workspace | null = null;

  constructor(
    base: Effect,
    others: readonly Effect[],
    weights: Float64Array | null,
    wanted: Partial<Wanted> = {},
  ) {
    this.#base = base;
    this.#others = others;
    this.#weights = weights;
    this.#wanted = { columns: 0, vectors: 0, hasWeights: weights !== null, ...wanted };
    this.order = new BaseOrder(base.factor);
    this.size = others.reduce((sum, { factor }) => sum + factor.size, 0);
  }

  /** The same panel under other weights. */
  reweighted(weights: Float64Array): FastPanel {
    return new FastPanel(this.#base, this.#others, weights);
  }

  /** The same panel with places for columns, and for weights and vectors that are set there. */
  withOwnWeights(wanted: Pick<Wanted, "columns" | "vectors">): FastPanel {
    return new FastPanel(this.#base, this.#others, null, { ...wanted, hasWeights: true });
  }

  /** The same panel, weights included, with places for columns. */
  withPlaces(columns: number): FastPanel {
    return new FastPanel(this.#base, this.#others, this.#weights, { columns });
  }

  get workspace(): Workspace {
    return this.#workspace!;
  }

  get places(): Places {
    return this.#places!;
  }

  get isHeld(): boolean {
    return this.#workspace !== null && this.#workspace.owner === this;
  }

  /** Lays the panel out with room for so many pairs of columns, unless it stands there already; false where there is no room. */
  hold(pairs: number): boolean {
    if (this.isHeld && this.places.pairs.length >= pairs) return true;
    const sizes = this.#others.map(({ factor }) => factor.size);
    const places = layOut(this.order, sizes, { ...this.#wanted, pairs });
    const workspace = solving.take(places.bytes, this);
    if (workspace === null) return false;
    this.#places = places;
    this.#workspace = workspace;
    this.#fill();
    return true;
  }

  /** Further places beside the panel, for as long as it takes to form something; null where there is no room. */
  beside<T>(places: (layout: Layout) => T): T | null {
    const layout = new Layout(this.places.bytes);
    const found = places(layout);
    return this.workspace.grow(layout.bytes) ? found : null;
  }

  /** Codes and weights into place, in the order of the base. */
  #fill(): void {
    const { workspace, places, order } = this;
    const { groups } = order;
    workspace.ints(places.pointers, groups + 1).set(order.pointers);
    for (const [s, slot] of places.slots.entries())
      placeRows(this, this.#others[s]!.factor.codes, slot.nodes);
    if (this.#weights !== null) placeRows(this, this.#weights, places.weights);
    // Weights that are set in their place have none yet.
    if (this.#weights !== null || !this.#wanted.hasWeights) this.#weigh();
  }

  /** What follows from the weights: those of groups and of nodes. */
  #weigh(): void {
    const { workspace, places, order } = this;
    const { run } = workspace;
    run.inverseWeights(places.pointers, 0, order.groups, places.weights, places.inverse);
    for (const [s, slot] of places.slots.entries()) {
      const at = places.diagonal + 8 * slot.offset;
      if (places.weights === 0)
        workspace.doubles(at, slot.size).set(levelCounts(this.#others[s]!.factor).counts);
      else {
        workspace.zero(at, 8 * slot.size);
        run.addWeights(slot.nodes, 0, order.rows, places.weights, at);
      }
    }
    const diagonal = workspace.doubles(places.diagonal, this.size);
    for (let node = 0; node < diagonal.length; node++)
      diagonal[node] = diagonal[node]! > 0 ? 1 / diagonal[node]! : 0;
  }

  /** Whether the codes of a factor stand in the order of the base, as those of its own effects do. */
  hasCodes({ codes }: { readonly codes: Int32Array }): boolean {
    return [this.#base, ...this.#others].some(({ factor }) => areEqual(factor.codes, codes));
  }

  /** Where the codes of one of its effects stand: 0 for the base itself. */
  codesAt({ codes }: { readonly codes: Int32Array }): number {
    if (areEqual(codes, this.#base.factor.codes)) return 0;
    return this.places.slots[this.#others.findIndex(({ factor }) => areEqual(factor.codes, codes))]!.nodes;
  }

  /** Takes the effects out of two columns (or one) at a place for pairs. `visit` is told rows that are done, while they are in the cache. */
  absorb(
    pair: number,
    [a, b]: readonly [Float64Array, Float64Array | null],
    gradients: Gradients,
    visit: (from: number, to: number) => void = () => {},
  ): Solved {
    const { order } = this;
    this.#begin();
    if (!order.sorted) placePair(this, [a, b], pair);
    this.eachBlock((first, last) => {
      const [from, to] = [order.pointers[first]!, order.pointers[last]!];
      if (order.sorted) placePair(this, [a, b], pair, { from, to });
      if (this.size > 0) this.#addRightSide(pair, first, last);
      else this.#finish(pair, first, last, visit);
    });
    return this.size === 0 ? NOTHING : this.#solve(pair, gradients, visit);
  }

  /** The same for two columns that are made a block of rows at a time. */
  absorbMade(pair: number, make: (from: number, to: number) => void, gradients: Gradients): Solved {
    const { order } = this;
    this.#begin();
    this.eachBlock((first, last) => {
      make(order.pointers[first]!, order.pointers[last]!);
      if (this.size > 0) this.#addRightSide(pair, first, last);
      else this.#finish(pair, first, last);
    });
    return this.size === 0 ? NOTHING : this.#solve(pair, gradients);
  }

  #begin(): void {
    this.contents = null;
    const { vectors, sums } = this.places;
    this.workspace.zero(vectors[0]!, 16 * this.size);
    this.workspace.zero(sums, 64);
  }

  /** Solves for the first of its vectors into the second; the third is what is left. */
  solve(gradients: Gradients): Solved {
    return pairGradients(this, gradients);
  }

  #solve(pair: number, gradients: Gradients, visit?: (from: number, to: number) => void): Solved {
    const solved = this.solve(gradients);
    this.eachBlock((first, last) => this.#finish(pair, first, last, visit));
    return solved;
  }

  eachBlock(visit: (first: number, last: number) => void): void {
    const { blocks } = this.order;
    for (let block = 0; block + 1 < blocks.length; block++) visit(blocks[block]!, blocks[block + 1]!);
  }

  #addRightSide(pair: number, first: number, last: number): void {
    const {
      workspace: { run },
      places: { pointers, inverse, weights, slots, vectors, sums, scratch },
      order,
    } = this;
    const right = vectors[0]!;
    const [one, two] = slots;
    if (one === undefined) return;
    if (slots.length <= 2) {
      run.rightSide(
        ...([pointers, first, last, inverse, weights, one.nodes, two?.nodes ?? 0] as const),
        ...([pair, right, right + 16 * (two?.offset ?? 0), sums] as const),
      );
      return;
    }
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    run.crossProducts(
      pair + 16 * from,
      pair + 16 * from,
      to - from,
      weights === 0 ? 0 : weights + 8 * from,
      sums,
    );
    this.workspace
      .doubles(scratch + 16 * from, 2 * (to - from))
      .set(this.workspace.doubles(pair + 16 * from, 2 * (to - from)));
    this.#scatterCentred(first, last, right);
  }

  /** `out += D'W(I - P)` of the scratch, which is overwritten. */
  #scatterCentred(first: number, last: number, out: number): void {
    const {
      workspace: { run },
      places: { pointers, inverse, weights, slots, scratch },
      order,
    } = this;
    run.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, scratch);
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    for (const { nodes, offset } of slots)
      run.scatterRows(nodes, from, to, weights, scratch, out + 16 * offset);
  }

  /** `out = D'W(I - P)D p` for places of vectors. */
  apply(p: number, out: number): void {
    const {
      workspace: { run },
      places: { pointers, inverse, weights, slots },
    } = this;
    this.workspace.zero(out, 16 * this.size);
    const [one, two] = slots;
    this.eachBlock((first, last) => {
      if (slots.length > 2) this.#applyMany(first, last, p, out);
      else if (two === undefined) run.applyOne(pointers, first, last, inverse, weights, one!.nodes, p, out);
      else {
        run.applyTwo(
          ...([pointers, first, last, inverse, weights, one!.nodes, two.nodes] as const),
          ...([p, p + 16 * two.offset, out, out + 16 * two.offset] as const),
        );
      }
    });
  }

  #applyMany(first: number, last: number, p: number, out: number): void {
    const {
      workspace,
      places: { slots, scratch },
      order,
    } = this;
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    workspace.zero(scratch + 16 * from, 16 * (to - from));
    for (const { nodes, offset } of slots)
      workspace.run.addNodes(nodes, from, to, p + 16 * offset, 1, scratch);
    this.#scatterCentred(first, last, out);
  }

  /** Takes the solution and the means of the base out of rows. */
  #finish(pair: number, first: number, last: number, visit?: (from: number, to: number) => void): void {
    const {
      workspace: { run },
      places: { pointers, inverse, weights, slots, vectors },
      order,
    } = this;
    const p = vectors[1]!;
    const [one, two] = slots;
    const [from, to] = [order.pointers[first]!, order.pointers[last]!];
    if (slots.length > 2) {
      for (const { nodes, offset } of slots) run.addNodes(nodes, from, to, p + 16 * offset, -1, pair);
      run.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, pair);
    } else {
      run.finishRows(
        ...([pointers, first, last, inverse, weights, one?.nodes ?? 0, two?.nodes ?? 0] as const),
        ...([p, p + 16 * (two?.offset ?? 0), pair] as const),
      );
    }
    visit?.(from, to);
  }
}

/** A cluster is coded anew where rows were left out, and still the same. */
function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false;
  return true;
}

const NOTHING: Solved = { iterations: 0, converged: true };
