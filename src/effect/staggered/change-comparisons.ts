import { type Adjustment, Sides } from "./doubly-robust.ts";
import type { Units } from "./group-time.ts";
import type { Compared, GroupTimePair } from "./group-times.ts";
import type { StaggeredPanel } from "./panel.ts";

/** A cohort and its controls: the units, the cohort's first, and what is known of them without an outcome. */
interface Members {
  readonly units: Int32Array;
  readonly sides: Sides;
}

/**
 * Changes of the outcome of the units of a balanced panel; covariates and weights are those of the base period. Cells with the same cohort, controls and
 * base share the score and all of the outcome model but the outcome.
 */
export class ChangeComparisons {
  readonly #panel: StaggeredPanel;
  /** The row and the outcome of each unit, period after period. */
  readonly #rowAt: Int32Array;
  readonly #outcomes: Float64Array;
  readonly #periods: ReadonlyMap<number, number>;
  readonly #unitsOf: ReadonlyMap<number, Int32Array>;
  readonly #members = new Map<string, Members | null>();

  constructor(panel: StaggeredPanel, units: Units) {
    this.#panel = panel;
    const { unit, period } = panel;
    this.#rowAt = new Int32Array(unit.size * period.size);
    this.#outcomes = new Float64Array(unit.size * period.size);
    const { y } = panel.design;
    const [codes, periods] = [unit.codes, period.codes];
    for (let row = 0; row < panel.time.length; row++) {
      const at = periods[row]! * unit.size + codes[row]!;
      this.#rowAt[at] = row;
      this.#outcomes[at] = y[row]!;
    }
    this.#periods = new Map(Array.from({ length: period.size }, (_, place) => [period.value(place), place]));
    this.#unitsOf = byCohort(units.cohort);
  }

  /** Null where there are no controls. */
  compare(pair: GroupTimePair, adjustment: Adjustment): Compared | null {
    const members = this.#membersOf(pair);
    if (members === null) return null;
    const { units, sides } = members;
    const [later, earlier] = [pair.time, pair.from].map(time => this.#at(this.#outcomes, time)) as [
      Float64Array,
      Float64Array,
    ];
    const change = new Float64Array(units.length);
    for (let i = 0; i < change.length; i++) change[i] = later[units[i]!]! - earlier[units[i]!]!;
    return { ...sides.compare(change, adjustment), units };
  }

  /** One period of a list that holds all, one number a unit. */
  #at<T extends Int32Array | Float64Array>(list: T, time: number): T {
    const { size } = this.#panel.unit;
    const place = this.#periods.get(time)!;
    return list.subarray(place * size, (place + 1) * size) as T;
  }

  #membersOf({ group, from, isControl }: GroupTimePair): Members | null {
    const { columns, weights } = this.#panel.design;
    const controls = [...this.#unitsOf.keys()].filter(isControl);
    // Without covariates and weights nothing depends on the base period.
    const base = columns.length > 0 || weights !== null ? from : "any";
    const key = [group, base, ...controls].join(" ");
    const known = this.#members.get(key);
    if (known !== undefined) return known;
    const members = this.#gather(group, controls, this.#at(this.#rowAt, from));
    this.#members.set(key, members);
    return members;
  }

  #gather(group: number, controls: readonly number[], rows: Int32Array): Members | null {
    const treatedUnits = this.#unitsOf.get(group)!;
    const others = controls.map(cohort => this.#unitsOf.get(cohort)!);
    const size = others.reduce((sum, { length }) => sum + length, treatedUnits.length);
    if (size === treatedUnits.length) return null;
    const units = new Int32Array(size);
    let at = 0;
    for (const part of [treatedUnits, ...others]) {
      units.set(part, at);
      at += part.length;
    }
    const { columns, weights } = this.#panel.design;
    const take = (values: Float64Array) => {
      const taken = new Float64Array(size);
      for (let i = 0; i < size; i++) taken[i] = values[rows[units[i]!]!]!;
      return taken;
    };
    const ones = new Float64Array(size).fill(1);
    const treated = new Float64Array(size).fill(1, 0, treatedUnits.length);
    const x = [ones, ...columns.map(({ values }) => take(values))];
    return { units, sides: new Sides({ treated, x, weights: weights === null ? ones : take(weights) }) };
  }
}

/** The units of each cohort, ascending. */
function byCohort(cohorts: Float64Array): Map<number, Int32Array> {
  const lists = new Map<number, number[]>();
  for (let unit = 0; unit < cohorts.length; unit++) {
    const list = lists.get(cohorts[unit]!);
    if (list === undefined) lists.set(cohorts[unit]!, [unit]);
    else list.push(unit);
  }
  return new Map([...lists].map(([cohort, list]) => [cohort, Int32Array.from(list)]));
}
