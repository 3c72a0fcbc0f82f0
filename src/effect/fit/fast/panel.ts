import type { Factor } from "../../data/factor.ts";
import { levelCounts } from "../../data/level-counts.ts";
import type { Calls } from "../../kernels/calls.ts";
import { sideBySide } from "../../kernels/side-by-side.ts";
import { Layout, solving, type Workspace } from "../../kernels/workspace.ts";
import type { Effect } from "../absorb.ts";
import { BaseOrder, type Block } from "./base-order.ts";
import { layOut, type PartPlaces, type Places, type Wanted } from "./places.ts";
import { SmallSlot } from "./small-slot.ts";
import { placeCodes, placeRows } from "./transfer.ts";

/** Called for a block of rows, with what the part of the rows it belongs to has of its own. `calls` may be made later, and in another thread. */
export type VisitBlock = (block: Block, part: PartPlaces, calls: Calls) => void;

type Coded = Pick<Factor, "codes" | "size">;

/** The effects of a panel, and what rows of it weigh. */
interface Parts {
  readonly base: Effect;
  readonly others: readonly Effect[];
  readonly weights: Float64Array | null;
  readonly threads: number;
}

/**
 * A panel in the memory of the kernels: rows in the order of its largest effect, the others as slots, for effects that have constants only.
 */
export class FastPanel {
  readonly order: BaseOrder;
  readonly size: number;
  /** What stands in the places for pairs. */
  contents: object | null = null;
  readonly #parts: Parts;
  readonly #wanted: Omit<Wanted, "pairs" | "width">;
  #places: Places | null = null;
  #workspace: Workspace | null = null;
  /** Undefined until somebody asks. */
  #smallSlot: SmallSlot | null | undefined;

  constructor(parts: Parts, wanted: Partial<Wanted> = {}, rowsABlock?: number) {
    this.#parts = parts;
    this.#wanted = { columns: 0, vectors: 0, hasWeights: parts.weights !== null, summed: 1, ...wanted };
    this.order = new BaseOrder(parts.base.factor, rowsABlock);
    this.size = parts.others.reduce((sum, { factor }) => sum + factor.size, 0);
  }

  /** The same panel under other weights. */
  reweighted(weights: Float64Array): FastPanel {
    return new FastPanel({ ...this.#parts, weights });
  }

  /** The same panel with places for columns, and for weights and vectors that are set there, visited so many rows at a time. */
  withOwnWeights(wanted: Pick<Wanted, "columns" | "vectors" | "summed">, rowsABlock: number): FastPanel {
    return new FastPanel({ ...this.#parts, weights: null }, { ...wanted, hasWeights: true }, rowsABlock);
  }

  /** The same panel, weights included, with places for columns. */
  withPlaces(columns: number): FastPanel {
    return new FastPanel(this.#parts, { columns });
  }

  /** How many effects there are beside the base. */
  get slots(): number {
    return this.#parts.others.length;
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

  /** Lays the panel out with room for so many pairs of columns, of which `width` are solved for together, unless it stands there already; false where there is no room. */
  hold(pairs: number, width = 1): boolean {
    if (this.isHeld && this.places.pairs.length >= pairs && this.places.width >= width) return true;
    const sizes = this.#parts.others.map(({ factor }) => factor.size);
    const places = layOut(this.order, sizes, { ...this.#wanted, pairs, width });
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

  /** The quick product of two slots of which one is small, for as long as the panel is held; null where there is none. */
  smallSlot(): SmallSlot | null {
    if (this.#smallSlot === undefined) this.#smallSlot = SmallSlot.of(this);
    return this.#smallSlot;
  }

  /** Codes and weights into place, in the order of the base. */
  #fill(): void {
    this.#smallSlot = undefined;
    const { workspace, places, order } = this;
    const { others, weights } = this.#parts;
    workspace.ints(places.pointers, order.groups + 1).set(order.pointers);
    workspace.ints(places.pairList, places.pairs.length).set(places.pairs);
    for (const { scoreList, scores } of places.parts) workspace.ints(scoreList, scores.length).set(scores);
    for (const [s, slot] of places.slots.entries()) placeCodes(this, others[s]!.factor, slot.nodes);
    if (weights !== null) placeRows(this, weights, places.weights);
    // Weights that are set in their place have none yet.
    if (weights !== null || !this.#wanted.hasWeights) this.#weigh();
  }

  /** What follows from the weights: those of groups and of nodes. */
  #weigh(): void {
    const { workspace, places, order } = this;
    const { run } = workspace;
    run.inverseWeights(places.pointers, 0, order.groups, places.weights, places.inverse);
    for (const [s, slot] of places.slots.entries()) {
      const at = places.diagonal + 8 * slot.offset;
      if (places.weights === 0)
        workspace.doubles(at, slot.size).set(levelCounts(this.#parts.others[s]!.factor).counts);
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
  hasCodes(groups: Coded): boolean {
    const { base, others } = this.#parts;
    return [base, ...others].some(({ factor }) => areAlike(factor, groups));
  }

  /** Where the codes of one of its effects stand: 0 for the base itself. */
  codesAt(groups: Coded): number {
    const { base, others } = this.#parts;
    if (areAlike(base.factor, groups)) return 0;
    return this.places.slots[others.findIndex(({ factor }) => areAlike(factor, groups))]!.nodes;
  }

  /**
   * Visits all blocks of rows, those of one part after those of the other or, in two threads, at the same time. `prepare` is called before a block is
   * visited, always in this thread.
   */
  visit(visit: VisitBlock, prepare?: (block: Block) => void): void {
    const { workspace, order } = this;
    const all = (part: PartPlaces, calls: Calls) => {
      for (const block of part.blocks) {
        prepare?.(block);
        visit(block, part, calls);
      }
    };
    const [own, other] = this.places.parts as [PartPlaces, PartPlaces?];
    if (other !== undefined) {
      const both = {
        theirs: (calls: Calls) => all(other, calls),
        own: () => all(own, workspace.run),
      };
      if (this.takesTurns(order.rows, both)) return;
    }
    for (const part of this.places.parts) all(part, workspace.run);
  }

  /** Has a second thread make some calls while this one does something else; false, and nothing done, where there is none or the panel is small. */
  takesTurns(rows: number, both: { theirs: (calls: Calls) => void; own: () => void }): boolean {
    const isLarge = this.order.parts.length > 1;
    return isLarge && this.#parts.threads > 1 && sideBySide(this.workspace, rows, both);
  }

  /** The same, where visits add to vectors: each part of the rows to its own, which are added up in the end. `outs` may be as many as are `summed` at a time. */
  visitSums(
    outs: readonly number[],
    visit: (block: Block, part: PartPlaces, to: { calls: Calls; outs: readonly number[] }) => void,
    { prepare }: { prepare?: ((block: Block) => void) | undefined } = {},
    width = 1,
  ): void {
    const { workspace } = this;
    const size = width * this.size;
    for (const { vectors } of this.places.parts)
      for (const [o, out] of outs.entries()) workspace.zero(vectors?.[o] ?? out, 16 * size);
    this.visit((block, part, calls) => visit(block, part, { calls, outs: part.vectors ?? outs }), prepare);
    for (const { vectors } of this.places.parts)
      for (const [o, out] of outs.entries())
        if (vectors !== null) workspace.run.advance(out, vectors[o]!, size, 1, 1);
  }

  /** Visits the blocks one after the other in this thread. */
  eachBlock(visit: (block: Block) => void): void {
    for (const block of this.order.blocks) visit(block);
  }
}

/** A cluster is coded anew where rows were left out, and still the same. */
function areAlike(one: Coded, other: Coded): boolean {
  if (one === other) return true;
  if (one.size !== other.size) return false;
  const [a, b] = [one.codes, other.codes];
  if (a === b) return true;
  if (a.length !== b.length) return false;
  for (let row = 0; row < a.length; row++) if (a[row] !== b[row]) return false;
  return true;
}
