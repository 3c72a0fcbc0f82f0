import { levelCounts } from "../../data/level-counts.ts";
import { Layout, solving, type Workspace } from "../../kernels/workspace.ts";
import type { Effect } from "../absorb.ts";
import { BaseOrder, CHUNK, type Staging } from "./base-order.ts";
import { type Gradients, pairGradients, type Solved } from "./gradients.ts";

/** An effect other than the base: the node of each row, and where its part of a vector begins. */
export interface Slot {
  readonly nodes: number;
  /** Nodes of the slots before it. */
  readonly offset: number;
  readonly size: number;
}

/** Where everything of a panel stands in the memory of the kernels. */
interface Places {
  readonly staging: Staging;
  readonly pointers: number;
  readonly inverse: number;
  /** 0 for equal weights. */
  readonly weights: number;
  readonly slots: readonly Slot[];
  readonly diagonal: number;
  readonly vectors: readonly number[];
  /** One pair a row, where there are more than two slots. */
  readonly scratch: number;
  readonly sums: number;
  /** One number a row of a block. */
  readonly residuals: number;
  /** One pair a group of the base. */
  readonly groupSums: number;
  /** One number a row, each. */
  readonly columns: readonly number[];
  /** Two columns side by side, each. */
  readonly pairs: readonly number[];
  readonly bytes: number;
}

const VECTORS = 5;

/**
 * A panel in the memory of the kernels: rows in the order of its largest effect, the others as slots. It does what `sweeps.ts` does in plain
 * code, for effects that have constants only.
 */
export class FastPanel {
  readonly order: BaseOrder;
  readonly size: number;
  readonly #base: Effect;
  readonly #others: readonly Effect[];
  readonly #weights: Float64Array | null;
  /** What stands in the places for pairs. */
  contents: object | null = null;
  #places: Places | null = null;
  #workspace: Workspace | null = null;

  readonly #columns: number;

  /** Whether weights are set in their place by whoever uses the panel. */
  readonly #ownWeights: boolean;

  constructor(
    base: Effect,
    others: readonly Effect[],
    weights: Float64Array | null,
    { columns = 0, ownWeights = false } = {},
  ) {
    this.#columns = columns;
    this.#ownWeights = ownWeights;
    this.#base = base;
    this.#others = others;
    this.#weights = weights;
    this.order = new BaseOrder(base.factor);
    this.size = others.reduce((sum, { factor }) => sum + factor.size, 0);
  }

  /** The same panel under other weights. */
  reweighted(weights: Float64Array): FastPanel {
    return new FastPanel(this.#base, this.#others, weights);
  }

  /** The same panel, with places for columns and for weights that are set there. */
  withColumns(columns: number): FastPanel {
    return new FastPanel(this.#base, this.#others, null, { columns, ownWeights: true });
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
    const places = this.#layOut(pairs);
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

  #layOut(pairs: number): Places {
    const layout = new Layout();
    const { rows, groups, sorted } = this.order;
    const staging = {
      codes: layout.take(4 * CHUNK),
      a: layout.take(8 * CHUNK),
      b: layout.take(8 * CHUNK),
      next: sorted ? 0 : layout.take(4 * groups),
    };
    const pointers = layout.take(4 * (groups + 1));
    const inverse = layout.take(8 * groups);
    const hasWeights = this.#weights !== null || this.#ownWeights;
    const weights = hasWeights ? layout.take(8 * even(rows)) : 0;
    let offset = 0;
    const slots = this.#others.map(({ factor: { size } }) => {
      const slot = { nodes: layout.take(4 * rows), offset, size };
      offset += size;
      return slot;
    });
    const diagonal = layout.take(8 * this.size);
    const vectors = Array.from({ length: VECTORS }, () => layout.take(16 * this.size));
    const scratch = slots.length > 2 ? layout.take(16 * rows) : 0;
    const sums = layout.take(64);
    const residuals = layout.take(8 * Math.max(CHUNK, this.order.largestBlock));
    const groupSums = layout.take(16 * groups);
    const columns = Array.from({ length: this.#columns }, () => layout.take(8 * even(rows)));
    const places = Array.from({ length: pairs }, () => layout.take(16 * rows));
    return {
      ...{
        staging,
        pointers,
        inverse,
        weights,
        slots,
        diagonal,
        vectors,
        scratch,
        sums,
        residuals,
        groupSums,
        columns,
      },
      pairs: places,
      bytes: layout.bytes,
    };
  }

  /** Codes and weights into place, in the order of the base. */
  #fill(): void {
    const { workspace, places, order } = this;
    const { groups } = order;
    workspace.ints(places.pointers, groups + 1).set(order.pointers);
    for (const [s, slot] of places.slots.entries())
      this.placeCodes(this.#others[s]!.factor.codes, slot.nodes);
    if (this.#weights !== null) this.placeNumbers(this.#weights, places.weights);
    if (!this.#ownWeights) this.weigh();
  }

  /** What follows from the weights: those of groups and of nodes. */
  weigh(): void {
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

  /** One code a row into the order of the base. */
  placeCodes(codes: Int32Array, at: number): void {
    const {
      workspace,
      places: { staging },
      order,
    } = this;
    if (order.sorted) {
      workspace.ints(at, order.rows).set(codes);
      return;
    }
    order.chunks(workspace, staging, ({ from, to }) => {
      workspace.ints(staging.a, to - from).set(codes.subarray(from, to));
      workspace.run.sortCodes(staging.codes, staging.a, to - from, staging.next, at);
    });
  }

  /** One number a row into the order of the base. */
  placeNumbers(values: Float64Array, at: number): void {
    const {
      workspace,
      places: { staging },
      order,
    } = this;
    if (order.sorted) {
      workspace.doubles(at, order.rows).set(values);
      return;
    }
    order.chunks(workspace, staging, ({ from, to }) => {
      workspace.doubles(staging.a, to - from).set(values.subarray(from, to));
      workspace.run.sortNumbers(staging.codes, staging.a, to - from, staging.next, at);
    });
  }

  /** Numbers of a place, in the order of the rows. */
  takeNumbers(at: number): Float64Array {
    const {
      workspace,
      places: { staging },
      order,
    } = this;
    if (order.sorted) return workspace.doubles(at, order.rows).slice();
    const values = new Float64Array(order.rows);
    order.chunks(workspace, staging, ({ from, to }) => {
      workspace.run.unsortNumbers(staging.codes, to - from, staging.next, at, staging.a);
      values.set(workspace.doubles(staging.a, to - from), from);
    });
    return values;
  }

  /** Takes the effects out of two columns (or one) at a place for pairs. */
  absorb(pair: number, a: Float64Array, b: Float64Array | null, gradients: Gradients): Solved {
    const { order } = this;
    this.#begin();
    if (order.sorted) {
      this.eachBlock((first, last) => {
        this.#load(pair, a, b, { from: order.pointers[first]!, to: order.pointers[last]! });
        this.#addRightSide(pair, first, last);
      });
    } else {
      this.#load(pair, a, b, { from: 0, to: order.rows });
      this.eachBlock((first, last) => this.#addRightSide(pair, first, last));
    }
    return this.#solve(pair, gradients);
  }

  /** The same for columns that stand there, in the order of the base. */
  absorbPlaced(pair: number, a: number, b: number, gradients: Gradients): Solved {
    const { run } = this.workspace;
    const join = (from: number, to: number) =>
      run.joinColumns(a + 8 * from, b + 8 * from, to - from, pair + 16 * from);
    return this.absorbMade(pair, join, gradients);
  }

  /** The same for two columns that are made a block of rows at a time. */
  absorbMade(pair: number, make: (from: number, to: number) => void, gradients: Gradients): Solved {
    const { order } = this;
    this.#begin();
    this.eachBlock((first, last) => {
      make(order.pointers[first]!, order.pointers[last]!);
      this.#addRightSide(pair, first, last);
    });
    return this.#solve(pair, gradients);
  }

  #begin(): void {
    this.contents = null;
    const { vectors, sums } = this.places;
    this.workspace.zero(vectors[0]!, 16 * this.size);
    this.workspace.zero(sums, 64);
  }

  #solve(pair: number, gradients: Gradients): Solved {
    const solved = this.size === 0 ? NOTHING : pairGradients(this, gradients);
    this.eachBlock((first, last) => this.#finish(pair, first, last, this.places.vectors[1]!));
    return solved;
  }

  eachBlock(visit: (first: number, last: number) => void): void {
    const { blocks } = this.order;
    for (let block = 0; block + 1 < blocks.length; block++) visit(blocks[block]!, blocks[block + 1]!);
  }

  #load(pair: number, a: Float64Array, b: Float64Array | null, range: { from: number; to: number }): void {
    const {
      workspace,
      places: { staging },
      order,
    } = this;
    const { run } = workspace;
    if (b === null) workspace.zero(staging.b, 8 * CHUNK);
    order.chunks(
      workspace,
      staging,
      ({ from, to }) => {
        workspace.doubles(staging.a, to - from).set(a.subarray(from, to));
        if (b !== null) workspace.doubles(staging.b, to - from).set(b.subarray(from, to));
        if (order.sorted) run.joinColumns(staging.a, staging.b, to - from, pair + 16 * from);
        else run.sortColumns(staging.codes, staging.a, staging.b, to - from, staging.next, pair);
      },
      range,
    );
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

  #finish(pair: number, first: number, last: number, p: number): void {
    const {
      workspace: { run },
      places: { pointers, inverse, weights, slots },
      order,
    } = this;
    const [one, two] = slots;
    if (slots.length > 2) {
      const [from, to] = [order.pointers[first]!, order.pointers[last]!];
      for (const { nodes, offset } of slots) run.addNodes(nodes, from, to, p + 16 * offset, -1, pair);
      run.finishRows(pointers, first, last, inverse, weights, 0, 0, 0, 0, pair);
      return;
    }
    run.finishRows(
      ...([pointers, first, last, inverse, weights, one?.nodes ?? 0, two?.nodes ?? 0] as const),
      ...([p, p + 16 * (two?.offset ?? 0), pair] as const),
    );
  }

  /** The columns of a pair, in the order of the rows. */
  columns(pair: number): [Float64Array, Float64Array] {
    const {
      workspace,
      places: { staging },
      order,
    } = this;
    const a = new Float64Array(order.rows);
    const b = new Float64Array(order.rows);
    order.chunks(workspace, staging, ({ from, to }) => {
      const n = to - from;
      if (order.sorted) workspace.run.partColumns(pair + 16 * from, n, staging.a, staging.b);
      else workspace.run.unsortColumns(staging.codes, n, staging.next, pair, staging.a, staging.b);
      a.set(workspace.doubles(staging.a, n), from);
      b.set(workspace.doubles(staging.b, n), from);
    });
    return [a, b];
  }
}

/** A cluster is coded anew where rows were left out, and still the same. */
function areEqual(a: Int32Array, b: Int32Array): boolean {
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false;
  return true;
}

/** Kernels of rows go two by two. */
const even = (rows: number): number => rows + (rows & 1);

const NOTHING: Solved = { iterations: 0, converged: true };
