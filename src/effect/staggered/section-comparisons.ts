import { type Adjustment, compare } from "./doubly-robust.ts";
import type { Compared, GroupTimePair } from "./group-times.ts";
import type { InfluenceSum } from "./influence.ts";
import type { StaggeredPanel } from "./panel.ts";
import type { Units } from "./units.ts";

/** Rows of repeated cross-sections, or of a panel with gaps. */
export class SectionComparisons {
  readonly #panel: StaggeredPanel;
  readonly #units: Units;
  readonly #adjustment: Adjustment;
  /** Rows of each period, ascending: a cell reads those of two periods, not the whole panel. */
  readonly #rowsAt = new Map<number, number[]>();
  readonly #cohortAt: ReadonlyMap<number, number>;

  constructor(panel: StaggeredPanel, units: Units, adjustment: Adjustment) {
    this.#panel = panel;
    this.#units = units;
    this.#adjustment = adjustment;
    this.#cohortAt = new Map(units.cohorts.map((cohort, place) => [cohort, place]));
    for (let row = 0; row < panel.time.length; row++) {
      const known = this.#rowsAt.get(panel.time[row]!);
      if (known) known.push(row);
      else this.#rowsAt.set(panel.time[row]!, [row]);
    }
  }

  /** Null where all rows are treated, or none. */
  compare({ group, time, from, isControl }: GroupTimePair): Compared | null {
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
    const { att, influence } = compare(data, this.#adjustment);
    return { att, influence: this.#spread(influence, rows) };
  }

  /** The influence of every unit from that of the rows compared. */
  #spread(influence: Float64Array, rows: readonly number[]): InfluenceSum {
    const { n, of, cohorts, starts } = this.#units;
    const scale = n / rows.length;
    const out: InfluenceSum = cohorts.map(() => null);
    for (const [i, row] of rows.entries()) {
      const c = this.#cohortAt.get(this.#panel.cohort[row]!)!;
      out[c] ??= new Float64Array(starts[c + 1]! - starts[c]!);
      out[c][of[row]! - starts[c]!]! += scale * influence[i]!;
    }
    return out;
  }
}
