import type { Layout } from "../../kernels/workspace.ts";
import type { FastPanel } from "./panel.ts";
import type { Slot } from "./places.ts";

/** Where what a large and a small slot have in common stands, and what patterns need. */
export interface SmallPlaces {
  readonly large: Slot;
  readonly small: Slot;
  readonly cells: number;
  /** The pattern of each group. */
  readonly patterns: number;
  readonly keys: number;
  readonly table: number;
  /** By pattern: what it adds to the sum of a group. */
  readonly totals: number;
}

/** Levels of a pattern: the bits of a number. */
const LEVELS = 64;
/** With more patterns than this little would be gained. */
const MOST = 1024;
const TABLE = 4 * MOST;
/** Rows for each cell of two slots, from which on visiting the cells costs little beside visiting the rows. */
const ROWS_A_CELL = 4;

/** Bytes that sums by pattern take. */
export const patternBytes = (width: number): number => 16 * width * MOST;

/** Places for two slots of which one is small; null where patterns do not serve. */
export function smallPlaces(
  layout: Layout,
  slots: readonly Slot[],
  { rows, groups, width }: { rows: number; groups: number; width: number },
): SmallPlaces | null {
  const [one, two] = slots;
  if (one === undefined || two === undefined || slots.length > 2) return null;
  const [large, small] = one.size > two.size ? [one, two] : [two, one];
  const cells = large.size * small.size;
  if (small.size > LEVELS || cells * ROWS_A_CELL > rows) return null;
  return {
    large,
    small,
    cells: layout.take(4 * cells),
    patterns: layout.take(4 * groups),
    keys: layout.take(8 * MOST),
    table: layout.take(4 * TABLE),
    totals: layout.take(patternBytes(width)),
  };
}

/** Levels that a group can have, and how many groups have just these. */
export interface GroupPattern {
  readonly levels: readonly number[];
  readonly groups: number;
}

/** The patterns of the groups of the base in the one slot; null where it is large, or groups have many patterns or several rows in a level. */
export function groupPatternsOf(panel: FastPanel): readonly GroupPattern[] | null {
  const { workspace, order, size } = panel;
  const { pointers, slots } = panel.places;
  if (size > LEVELS) return null;
  const own = panel.beside(layout => ({
    patterns: layout.take(4 * order.groups),
    keys: layout.take(8 * MOST),
    table: layout.take(4 * TABLE),
  }));
  if (own === null) return null;
  workspace.zero(own.table, 4 * TABLE);
  const known = workspace.run.groupPatterns(
    ...([
      pointers,
      0,
      order.groups,
      slots[0]!.nodes,
      own.table,
      TABLE - 1,
      own.keys,
      0,
      MOST,
      own.patterns,
    ] as const),
  );
  if (known < 0) return null;
  const groups = new Float64Array(known);
  const patterns = workspace.ints(own.patterns, order.groups);
  for (let g = 0; g < patterns.length; g++) groups[patterns[g]!]! += 1;
  const keys = workspace.ints(own.keys, 2 * known);
  return Array.from(groups, (count, k) => ({
    levels: levelsOf(keys[2 * k]!, keys[2 * k + 1]!),
    groups: count,
  }));
}

/** The bits that are set in the lower and the upper half of a number. */
function levelsOf(low: number, high: number): number[] {
  const levels = [];
  for (let bit = 0; bit < LEVELS; bit++)
    if (((bit < 32 ? low >>> bit : high >>> (bit - 32)) & 1) === 1) levels.push(bit);
  return levels;
}

/**
 * The reduced product of two slots of which one is small, such as years, where the groups of the base have few patterns of its levels, as in a panel
 * that is balanced or has few beginnings and ends. The rows are visited for the large slot alone.
 */
export class SmallSlot {
  readonly #panel: FastPanel;
  readonly #places: SmallPlaces;
  readonly #known: number;

  private constructor(panel: FastPanel, places: SmallPlaces, known: number) {
    this.#panel = panel;
    this.#places = places;
    this.#known = known;
  }

  /** Null where groups have many patterns, or several rows in a level. */
  static of(panel: FastPanel): SmallSlot | null {
    const { workspace, order } = panel;
    const { small: found, pointers } = panel.places;
    if (found === null) return null;
    const { large, small, cells, patterns, keys, table } = found;
    workspace.zero(table, 4 * TABLE);
    workspace.zero(cells, 4 * large.size * small.size);
    let known = 0;
    for (const { first, last, from, to } of order.blocks) {
      known = workspace.run.groupPatterns(
        ...([pointers, first, last, small.nodes, table, TABLE - 1, keys, known, MOST, patterns] as const),
      );
      if (known < 0) return null;
      workspace.run.countCells(large.nodes, small.nodes, from, to, small.size, cells);
    }
    return new SmallSlot(panel, found, known);
  }

  /** `out = D'(I - P)D p` for vectors of `width` pairs a node. */
  apply(p: number, out: number, width: number): void {
    const { workspace, places, size } = this.#panel;
    const { run } = workspace;
    const { large, small, cells, patterns, keys, totals } = this.#places;
    const { pointers, inverse, diagonal } = places;
    const part = (vector: number, slot: Slot) => vector + 16 * width * slot.offset;
    run.patternTotals(width, keys, this.#known, part(p, small), totals);
    for (const { patternSums } of places.parts) workspace.zero(patternSums, 16 * width * this.#known);
    this.#panel.visitSums(
      [out],
      ({ first, last }, { patternSums }, { calls, outs }) =>
        calls.sweepPatterns(
          ...([width, pointers, first, last, inverse, large.nodes, part(p, large)] as const),
          ...([part(outs[0]!, large), patterns, totals, patternSums] as const),
        ),
      {},
      width,
    );
    for (const { patternSums } of places.parts)
      run.lessenLevels(width, keys, this.#known, patternSums, part(out, small));
    run.addDiagonal(width, diagonal, p, size, out);
    run.applyCells(
      ...([width, cells, large.size, small.size] as const),
      ...([part(p, large), part(p, small), part(out, large), part(out, small)] as const),
    );
  }
}
