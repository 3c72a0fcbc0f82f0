import type { Factor } from "../../data/factor.ts";
import { ColumnStream } from "./column-stream.ts";
import type { Solved } from "./gradients.ts";
import { type Held, HeldColumns, type HoldWays } from "./held.ts";
import { LevelSystem } from "./level-system.ts";
import type { FastPanel } from "./panel.ts";
import { NOTHING } from "./reduced.ts";

/** Share of its squares within groups that a column keeps beside the slot, from which on taking out the rest in products alone loses no more than two digits. */
const SAFE = 0.01;
/** Squares of the means of groups beside those within, from which on the rounding of means shows in sums by level. */
const FAR = 1e6;

/**
 * Columns of which, in the usual case, only products are wanted, in all and of their sums by group of the base. Each is taken in one visit that writes no rows; the
 * other sums come from `HeldColumns`, for which they are solved again.
 */
export class HeldStream implements Held {
  /** Means and small systems are exact at once. */
  readonly solved: Solved = NOTHING;
  readonly #panel: FastPanel;
  readonly #columns: readonly Float64Array[];
  readonly #ways: HoldWays;
  readonly #stream: ColumnStream;
  /** What the columns have of the slot, by level. */
  #levels: Float64Array | null = null;
  /** Whether columns are so far from zero beside what they vary by that means are taken out twice. */
  #twice = false;
  #gram: Float64Array;
  #held: HeldColumns | null = null;

  private constructor(
    stream: ColumnStream,
    {
      panel,
      columns,
      ways,
      system,
    }: { panel: FastPanel; columns: readonly Float64Array[]; ways: HoldWays; system: LevelSystem | null },
  ) {
    this.#panel = panel;
    this.#columns = columns;
    this.#ways = ways;
    this.#stream = stream;
    this.#gram = this.#products(null);
    if (system !== null) this.#takeOut(system);
  }

  /** Null where the memory has no room, rows are in no order, or a second effect is not small. */
  static of(panel: FastPanel, columns: readonly Float64Array[], ways: HoldWays): HeldStream | null {
    const stream = ColumnStream.of(panel, columns);
    if (stream === null || !panel.hold(0)) return null;
    const isAlone = panel.slots === 0;
    if (!isAlone && panel.places.weights !== 0) return null;
    const system = isAlone ? null : LevelSystem.of(panel);
    if ((!isAlone && system === null) || !stream.hold()) return null;
    return new HeldStream(stream, { panel, columns, ways, system });
  }

  /** The products of all columns without the means of the base and without those levels. */
  #products(lessened: Float64Array | null): Float64Array {
    const { places, slots } = this.#panel;
    const { wide, products, levelSums } = this.#stream.places;
    const { count } = this.#stream;
    const sumsLevels = slots > 0 && lessened === null;
    this.#stream.pass({
      lessened,
      twice: this.#twice,
      piece: ({ from, to }, { columns, calls }) => {
        calls.gramColumns(columns, count, to - from, products);
        if (sumsLevels)
          calls.sumLevels(columns, wide, places.slots[0]!.nodes + 4 * from, to - from, levelSums);
      },
    });
    if (lessened === null && !this.#twice) this.#stream.noteSums();
    return this.#stream.products();
  }

  /** Takes the levels out in the products alone, or visits the rows again where digits would be lost. */
  #takeOut(system: LevelSystem): void {
    const { count } = this.#stream;
    const within = (c: number) => this.#gram[c * (count + 1)]!;
    this.#twice = this.#stream.squaresOfMeans().some((squares, c) => squares > FAR * within(c));
    if (this.#twice) this.#gram = this.#products(null);
    const { gram, solution } = this.#solved(system);
    this.#levels = solution;
    const isSafe = this.#columns.every((_, c) => gram[c * (count + 1)]! >= SAFE * within(c));
    this.#gram = isSafe ? gram : this.#products(solution);
  }

  /** `x'(I - P)x - r'a` for the right sides r of the last pass and the solution a. */
  #solved(system: LevelSystem): { gram: Float64Array; solution: Float64Array } {
    const { workspace, size } = this.#panel;
    const { wide, levelSums } = this.#stream.places;
    const { count } = this.#stream;
    const right = workspace.doubles(levelSums, size * wide).slice();
    const solution = system.solve(right, wide);
    const gram = this.#gram.slice();
    for (let level = 0; level < size; level++)
      for (let i = 0; i < count; i++)
        for (let j = 0; j < count; j++)
          gram[i * count + j]! -= right[level * wide + i]! * solution[level * wide + j]!;
    return { gram, solution };
  }

  /** The rows without their effects. */
  #full(): HeldColumns {
    this.#held ??= HeldColumns.of(this.#panel, this.#columns, this.#ways)!;
    return this.#held;
  }

  gram(): Float64Array {
    return this.#gram;
  }

  combination(coefficients: Float64Array): { products: Float64Array; squares: number } {
    return this.#full().combination(coefficients);
  }

  least(coefficients: Float64Array, weight: number): number {
    return this.#full().least(coefficients, weight);
  }

  groupSums(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array[] | null {
    return this.#panel.hasCodes(groups) ? this.#full().groupSums(coefficients, groups, wanted) : null;
  }

  groupProducts(
    coefficients: Float64Array,
    groups: Pick<Factor, "codes" | "size">,
    wanted: readonly number[],
  ): Float64Array | null {
    const panel = this.#panel;
    if (groups.size > panel.order.groups || !panel.hasCodes(groups)) return null;
    if (!this.#stream.hold() || panel.codesAt(groups) !== 0) return null;
    const { wide, factors, residuals, scores, products } = this.#stream.places;
    const { count } = this.#stream;
    panel.workspace.doubles(factors, wide).fill(0).set(coefficients);
    this.#stream.pass({
      lessened: this.#levels,
      twice: this.#twice,
      piece: ({ first, last, from, to }, { block, columns, calls }) => {
        calls.mixColumns(columns, count, factors, to - from, residuals);
        const own = scores + 8 * (first - block.first);
        calls.scoreColumns(columns, wide, residuals, panel.places.pointers, first, last, own);
      },
      done: ({ first, last }, calls) => calls.gramColumns(scores, count, last - first, products),
    });
    const all = this.#stream.products();
    return Float64Array.from(wanted.flatMap(i => wanted.map(j => all[i * count + j]!)));
  }

  columns(): Float64Array[] {
    return this.#ways.write();
  }
}
