import { type Adjustment, compare } from "./doubly-robust.ts";
import type { Units } from "./group-time.ts";
import type { Compared, GroupTimePair } from "./group-times.ts";
import type { StaggeredPanel } from "./panel.ts";

/** Rows of repeated cross-sections, or of a panel with gaps. */
export class SectionComparisons {
  readonly #panel: StaggeredPanel;
  readonly #units: Units;
  /** Rows of each period, ascending: a cell reads those of two periods, not the whole panel. */
  readonly #rowsAt = new Map<number, number[]>();

  constructor(panel: StaggeredPanel, units: Units) {
    this.#panel = panel;
    this.#units = units;
    for (let row = 0; row < panel.time.length; row++) {
      const known = this.#rowsAt.get(panel.time[row]!);
      if (known) known.push(row);
      else this.#rowsAt.set(panel.time[row]!, [row]);
    }
  }

  /** Null where all rows are treated, or none. */
  compare({ group, time, from, isControl }: GroupTimePair, adjustment: Adjustment): Compared | null {
    const { cohort, design } = this.#panel;
    const chosen = (row: number) => cohort[row] === group || isControl(cohort[row]!);
    const rows = [...this.#rowsAt.get(time)!, ...this.#rowsAt.get(from)!]
      .filter(chosen)
      .sort((a, b) => a - b);
    const treated = Float64Array.from(rows, row => Number(cohort[row] === group));
    const count = treated.reduce((a, b) => a + b, 0);
    if (count === 0 || count === rows.length) return null;
    const data = {
      treated,
      x: [
        new Float64Array(rows.length).fill(1),
        ...design.columns.map(({ values }) => Float64Array.from(rows, row => values[row]!)),
      ],
      weights: Float64Array.from(rows, row => design.weights?.[row] ?? 1),
      y: Float64Array.from(rows, row => design.y[row]!),
      post: Float64Array.from(rows, row => Number(this.#panel.time[row] === time)),
    };
    return { ...compare(data, adjustment), units: Int32Array.from(rows, row => this.#units.of[row]!) };
  }
}
