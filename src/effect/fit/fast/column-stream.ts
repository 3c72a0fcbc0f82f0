import { factsOf } from "../../data/facts.ts";
import { awaitedShift, noteSums } from "../../data/gathered.ts";
import { copyNumbers, type Numbers } from "../../data/taken.ts";
import type { Calls } from "../../kernels/calls.ts";
import type { Layout } from "../../kernels/workspace.ts";
import { type Block, blocksOf } from "./base-order.ts";
import type { FastPanel } from "./panel.ts";

/** Rows there is room for in a column: a block of the panel has no more unless a group has. */
const ROOM = 16_384;
/** Rows that one kernel visits before the next does: they stay near, and calls are few. */
const PIECE = 512;
/** Bytes from a column to the next, as kernels know it. */
const STRIDE = 131_392;
/** Kernels take so many columns at a time. */
const TOGETHER = 4;

/** Where columns pass through. */
export interface StreamPlaces {
  /** Two, so that a block can be brought to one while the columns in the other are visited. */
  readonly rooms: readonly Room[];
  /** Columns there are places for. */
  readonly wide: number;
  readonly residuals: number;
  /** Sums by group, laid out as columns. */
  readonly scores: number;
  /** One number a column, each. */
  readonly factors: number;
  readonly shifts: number;
  readonly sums: number;
  /** A square of products by rows. */
  readonly products: number;
  /** For each level of the slot one number a column, each. */
  readonly levels: number;
  readonly levelSums: number;
}

/** Where the columns of a block stand, and the roots of the weights of its rows (0 without weights). */
interface Room {
  readonly columns: number;
  readonly roots: number;
}

export interface Visits {
  /** What is taken from the columns first, for each level of the slot one number a column. */
  readonly lessened?: Float64Array | null;
  /** Whether means are taken out twice, which takes out the rounding of large ones; not under weights. */
  readonly twice?: boolean;
  /** Told some groups of a block when their columns are centred; `columns` is where the first stands. `calls` may be made later, and in another thread. */
  readonly piece: (piece: Block, at: { block: Block; columns: number; calls: Calls }) => void;
  /** Told a block that is done. */
  readonly done?: (block: Block, calls: Calls) => void;
}

/**
 * Columns that pass through the memory of a panel whose rows are in order, a block of groups at a time, and are written nowhere: sums are taken of them while
 * they are in the cache, when the means of their groups have been taken out. Under weights they are multiplied by the roots of these. There may be one slot.
 */
export class ColumnStream {
  readonly #panel: FastPanel;
  readonly #columns: readonly Numbers[];
  readonly #pieces: readonly (readonly Block[])[];
  #places: StreamPlaces | null = null;

  private constructor(panel: FastPanel, columns: readonly Numbers[]) {
    this.#panel = panel;
    this.#columns = columns;
    const { blocks, pointers } = panel.order;
    this.#pieces = blocks.map(block => blocksOf(pointers, PIECE, block));
  }

  /** Null where rows are in no order or groups too large. */
  static of(panel: FastPanel, columns: readonly Numbers[]): ColumnStream | null {
    const { sorted, largestBlock, mostGroups } = panel.order;
    const isServed = sorted && panel.slots <= 1 && largestBlock <= ROOM && mostGroups <= ROOM;
    return isServed ? new ColumnStream(panel, columns) : null;
  }

  get places(): StreamPlaces {
    return this.#places!;
  }

  get count(): number {
    return this.#columns.length;
  }

  /** Finds room; false where there is none. */
  hold(): boolean {
    const panel = this.#panel;
    this.#places = panel.hold(0) ? panel.beside(layout => this.#layOut(layout)) : null;
    return this.#places !== null;
  }

  #layOut(layout: Layout): StreamPlaces {
    const { places, size } = this.#panel;
    const wide = TOGETHER * Math.ceil(this.count / TOGETHER);
    const line = 8 * wide;
    return {
      wide,
      rooms: [0, 1].map(() => ({
        columns: layout.take(wide * STRIDE),
        roots: places.weights === 0 ? 0 : layout.take(STRIDE),
      })),
      residuals: layout.take(STRIDE),
      scores: layout.take(wide * STRIDE),
      factors: layout.take(line),
      shifts: layout.take(line),
      sums: layout.take(2 * line),
      products: layout.take(8 * this.count ** 2),
      levels: layout.take(size * line),
      levelSums: layout.take(size * line),
    };
  }

  /** Brings all rows in, some after the others; there must be room. */
  pass(visits: Visits): void {
    const panel = this.#panel;
    const { blocks } = panel.order;
    const { rooms } = this.places;
    this.#begin(visits.lessened ?? null);
    const bring = rooms.map(room => this.#bringer(room));
    bring[0]!(blocks[0]!);
    for (const [b, block] of blocks.entries()) {
      const next = blocks[b + 1];
      const visit = (calls: Calls) => this.#visit(b, rooms[b % 2]!, { visits, calls });
      const own = () => {
        if (next !== undefined) bring[(b + 1) % 2]!(next);
      };
      if (panel.takesTurns(block.to - block.from, { theirs: visit, own })) continue;
      visit(panel.workspace.run);
      own();
    }
  }

  #begin(lessened: Float64Array | null): void {
    const { workspace, size } = this.#panel;
    const { rooms, wide, sums, products, levels, levelSums, shifts } = this.places;
    this.#panel.contents = this;
    // Columns beyond the last are visited with it.
    for (const { columns } of rooms)
      workspace.zero(columns + this.count * STRIDE, (wide - this.count) * STRIDE);
    workspace.zero(sums, 16 * wide);
    workspace.zero(products, 8 * this.count ** 2);
    workspace.zero(levelSums, 8 * wide * size);
    workspace.doubles(shifts, wide).set(this.#columns.map(values => awaitedShift(values) ?? 0));
    if (lessened !== null) workspace.doubles(levels, lessened.length).set(lessened);
  }

  /** Brings a block to a room. */
  #bringer({ columns, roots }: Room): (block: Block) => void {
    const { workspace, places } = this.#panel;
    const lists = this.#columns.map((_, c) => workspace.doubles(columns + c * STRIDE, ROOM));
    return block => {
      for (const [c, values] of this.#columns.entries()) copyNumbers(values, block, lists[c]!);
      if (roots !== 0) workspace.run.rootsOf(places.weights + 8 * block.from, block.to - block.from, roots);
    };
  }

  #visit(b: number, room: Room, { visits, calls }: { visits: Visits; calls: Calls }): void {
    const { pointers, inverse, slots } = this.#panel.places;
    const { wide, shifts, sums, levels } = this.places;
    const { columns, roots } = room;
    const block = this.#panel.order.blocks[b]!;
    const { from: start } = block;
    for (const piece of this.#pieces[b]!) {
      const { first, last, from, to } = piece;
      // Called for every few hundred rows, where arguments in lists would be felt.
      const centre = () =>
        calls.centreColumns(columns, wide, pointers, first, last, start, inverse, roots, shifts, sums);
      const at = columns + 8 * (from - start);
      if (visits.twice) centre();
      if (visits.lessened) calls.lessenLevelsOf(at, wide, slots[0]!.nodes + 4 * from, to - from, levels);
      centre();
      visits.piece(piece, { block, columns: at, calls });
    }
    visits.done?.(block, calls);
  }

  /** The products that were taken of the columns in a pass, by rows. */
  products(): Float64Array {
    const { count } = this;
    const all = this.#panel.workspace.doubles(this.places.products, count ** 2).slice();
    for (let i = 0; i < count; i++) for (let j = 0; j < i; j++) all[j * count + i] = all[i * count + j]!;
    return all;
  }

  /** Of a column what the means of groups are from its shift, and its squares, added up over the rows of a pass. */
  #betweenGroups(c: number): { sum: number; squares: number } {
    const four = this.#panel.workspace.doubles(this.places.sums + 64 * (c >> 2), 8);
    return { sum: four[c & 3]!, squares: four[4 + (c & 3)]! };
  }

  /** For each column the squares of the means of groups, added up over the rows of a pass without weights. */
  squaresOfMeans(): Float64Array {
    const shifts = this.#panel.workspace.doubles(this.places.shifts, this.count);
    return shifts.map((shift, c) => {
      const { sum, squares } = this.#betweenGroups(c);
      return squares + shift * (2 * sum + shift * this.#panel.order.rows);
    });
  }

  /** Takes note of the sums of columns that somebody waits for, when products of the columns as they were given were taken in a pass. */
  noteSums(): void {
    const products = this.products();
    for (const [c, values] of this.#columns.entries()) {
      if (awaitedShift(values) === null) continue;
      const between = this.#betweenGroups(c);
      const squares = products[c * this.count + c]! + between.squares;
      const isKnown = this.#panel.places.weights === 0 && Number.isFinite(squares);
      // A missing number leaves its mark, and so do numbers too large to be squared.
      const sums = isKnown ? { sum: between.sum, squares, missing: 0 } : factsOf(values)!;
      noteSums(values, { from: 0, rows: values.length }, sums);
    }
  }
}
