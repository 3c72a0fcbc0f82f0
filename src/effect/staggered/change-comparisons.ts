import type { Adjustment } from "./doubly-robust.ts";
import type { Compared, GroupTimePair } from "./group-times.ts";
import type { InfluenceSum } from "./influence.ts";
import type { StaggeredPanel } from "./panel.ts";
import { Sides } from "./sides.ts";
import type { Units } from "./units.ts";

/** A cohort and its controls: the cohorts, the treated one first, and what is known of their units without an outcome. */
interface Members {
  readonly cohorts: readonly number[];
  readonly sides: Sides;
}

/**
 * Changes of the outcome of the units of a balanced panel; covariates and weights are those of the base period. Cells with the same cohort, controls and
 * base share the score and all of the outcome model but the outcome.
 */
export class ChangeComparisons {
  readonly #panel: StaggeredPanel;
  readonly #units: Units;
  readonly #adjustment: Adjustment;
  /** The row and the outcome of each unit, period after period. */
  readonly #rowAt: Int32Array;
  readonly #outcomes: Float64Array;
  readonly #periods: ReadonlyMap<number, number>;
  /** Whether covariates or weights of a unit differ between periods. */
  readonly #moves: boolean;
  readonly #members = new Map<string, Members | null>();

  constructor(panel: StaggeredPanel, units: Units, adjustment: Adjustment) {
    this.#panel = panel;
    this.#units = units;
    this.#adjustment = adjustment;
    const { period } = panel;
    this.#rowAt = new Int32Array(units.n * period.size);
    this.#outcomes = new Float64Array(units.n * period.size);
    const { y, columns, weights } = panel.design;
    const periods = period.codes;
    for (let row = 0; row < periods.length; row++) {
      const at = periods[row]! * units.n + units.of[row]!;
      this.#rowAt[at] = row;
      this.#outcomes[at] = y[row]!;
    }
    this.#periods = new Map(Array.from({ length: period.size }, (_, place) => [period.value(place), place]));
    const known = [...columns.map(({ values }) => values), ...(weights === null ? [] : [weights])];
    this.#moves = known.some(values => moves(values, this.#rowAt, units.n));
  }

  /** Null where there are no controls. */
  compare(pair: GroupTimePair): Compared | null {
    const members = this.#membersOf(pair);
    if (members === null) return null;
    const [later, earlier] = [pair.time, pair.from].map(time => this.#at(this.#outcomes, time)) as [
      Float64Array,
      Float64Array,
    ];
    const { cohorts, sides } = members;
    const change = this.#take(cohorts, unit => later[unit]! - earlier[unit]!);
    const { att, influence } = sides.compare(change);
    return { att, influence: this.#spread(influence, cohorts) };
  }

  /** The influence of every unit from that of the members. */
  #spread(influence: Float64Array, cohorts: readonly number[]): InfluenceSum {
    const { n, starts } = this.#units;
    const scale = n / influence.length;
    for (let i = 0; i < influence.length; i++) influence[i]! *= scale;
    const out: InfluenceSum = this.#units.cohorts.map(() => null);
    let at = 0;
    for (const c of cohorts) {
      const size = starts[c + 1]! - starts[c]!;
      out[c] = influence.subarray(at, at + size);
      at += size;
    }
    return out;
  }

  /** One number for each unit of some cohorts, one cohort after the other. */
  #take(cohorts: readonly number[], numberOf: (unit: number) => number): Float64Array {
    const { starts } = this.#units;
    const values = new Float64Array(cohorts.reduce((sum, c) => sum + starts[c + 1]! - starts[c]!, 0));
    let at = 0;
    for (const c of cohorts)
      for (let unit = starts[c]!; unit < starts[c + 1]!; unit++) values[at++] = numberOf(unit);
    return values;
  }

  /** One period of a list that holds all, one number a unit. */
  #at<T extends Int32Array | Float64Array>(list: T, time: number): T {
    const { n } = this.#units;
    const place = this.#periods.get(time)!;
    return list.subarray(place * n, (place + 1) * n) as T;
  }

  #membersOf({ group, from, isControl }: GroupTimePair): Members | null {
    const { cohorts } = this.#units;
    const controls = cohorts.flatMap((cohort, c) => (isControl(cohort) ? [c] : []));
    const key = [group, this.#moves ? from : "any", ...controls].join(" ");
    const known = this.#members.get(key);
    if (known !== undefined) return known;
    const members = controls.length === 0 ? null : this.#gather([cohorts.indexOf(group), ...controls], from);
    this.#members.set(key, members);
    return members;
  }

  #gather(cohorts: readonly number[], from: number): Members {
    const { columns, weights } = this.#panel.design;
    const { starts } = this.#units;
    const rows = this.#at(this.#rowAt, from);
    const take = (values: Float64Array) => this.#take(cohorts, unit => values[rows[unit]!]!);
    const ones = this.#take(cohorts, () => 1);
    const size = starts[cohorts[0]! + 1]! - starts[cohorts[0]!]!;
    const treated = new Float64Array(ones.length).fill(1, 0, size);
    const data = {
      treated,
      x: [ones, ...columns.map(({ values }) => take(values))],
      weights: weights === null ? ones : take(weights),
    };
    return { cohorts, sides: new Sides(data, this.#adjustment) };
  }
}

/** Whether a column differs between the periods of a unit; `rowAt` lists the rows period after period. */
function moves(values: Float64Array, rowAt: Int32Array, units: number): boolean {
  for (let at = units; at < rowAt.length; at++)
    if (values[rowAt[at]!] !== values[rowAt[at - units]!]) return true;
  return false;
}
