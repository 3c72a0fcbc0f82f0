import { inferTerms, type TermEstimate } from "../vcov/inference.ts";
import { type Cell, errorOf, type Units } from "./group-time.ts";
import { type TimedEstimate, timed } from "./result.ts";

/** A weighted average of group-time effects with the influence of every unit on it. */
interface Average {
  readonly estimate: number;
  readonly influence: Float64Array;
}

/**
 * An average weighted by the shares of cohorts, as what its influence is put together from: the influences of cells, the weights of the units of each
 * cohort, and the same for every unit.
 */
export interface Combination {
  readonly cells: ReadonlyMap<Cell, number>;
  readonly cohorts: Float64Array;
  readonly every: number;
}

type Shared = Average & { readonly combination: Combination };

/** Averages for the values of one dimension, with the overall effect that they make. */
export interface Aggregation {
  readonly estimates: readonly TimedEstimate[];
  readonly influences: readonly Float64Array[];
  readonly overall: TermEstimate;
}

/** The aggregations of group-time effects in section 3 of Callaway and Sant'Anna (2021). */
export class Aggregator {
  readonly #units: Units;
  readonly #cells: readonly Cell[];
  readonly #level: number | undefined;
  /** Weights of units with mean one. */
  readonly #weight: Float64Array;
  /** The cohorts by their place in a list, that of each unit, and the share of the units in each. */
  readonly #places = new Map<number, number>();
  readonly #placeOf: Int32Array;
  readonly #shares: Float64Array;

  constructor(units: Units, cells: readonly Cell[], level?: number) {
    const mean = units.weight.reduce((a, b) => a + b, 0) / units.n;
    this.#units = units;
    this.#cells = cells;
    this.#level = level;
    this.#weight = units.weight.map(value => value / mean);
    this.#placeOf = Int32Array.from(units.cohort, cohort => {
      if (!this.#places.has(cohort)) this.#places.set(cohort, this.#places.size);
      return this.#places.get(cohort)!;
    });
    this.#shares = new Float64Array(this.#places.size);
    for (const [unit, place] of this.#placeOf.entries())
      this.#shares[place]! += this.#weight[unit]! / units.n;
  }

  get #post(): Cell[] {
    return this.#cells.filter(cell => cell.time >= cell.group);
  }

  /** All effects after treatment, weighted by the sizes of the cohorts. */
  simple(): TermEstimate {
    return this.#infer("ATT", this.#byShares(this.#post));
  }

  /** By time since treatment; overall the mean from 0 on. With `balance` only cohorts seen that long, over like periods. */
  event(balance?: number): Aggregation & { readonly combinations: readonly Combination[] } {
    const used = balance === undefined ? this.#cells : this.#balanced(balance);
    const steps = distinct(used.map(cell => cell.time - cell.group));
    const averages = steps.map(step => this.#byShares(used.filter(cell => cell.time - cell.group === step)));
    const overall = evenly(
      averages.filter((_, i) => steps[i]! >= 0),
      this.#units.n,
    );
    const combinations = averages.map(({ combination }) => combination);
    return { ...this.#aggregation({ averages, at: steps, label: "event", overall }), combinations };
  }

  /** By cohort, the mean over its periods; overall weighted by the sizes of the cohorts. */
  group(): Aggregation {
    const groups = distinct(this.#post.map(cell => cell.group));
    const averages = groups.map(group => {
      const part = this.#post.filter(cell => cell.group === group);
      return evenly(
        part.map(({ att, influence }) => ({ estimate: att, influence })),
        this.#units.n,
      );
    });
    const merged = groups.map((group, i): Cell => {
      const { estimate, influence } = averages[i]!;
      return { group, time: group, att: estimate, se: Number.NaN, influence };
    });
    return this.#aggregation({ averages, at: groups, label: "cohort", overall: this.#byShares(merged) });
  }

  /** By calendar time; overall the mean over times. */
  calendar(): Aggregation {
    const times = distinct(this.#post.map(cell => cell.time));
    const averages = times.map(time => this.#byShares(this.#post.filter(cell => cell.time === time)));
    return this.#aggregation({
      averages,
      at: times,
      label: "time",
      overall: evenly(averages, this.#units.n),
    });
  }

  #balanced(balance: number): Cell[] {
    const times = this.#cells.map(cell => cell.time);
    const [first, last] = [Math.min(...times), Math.max(...times)];
    return this.#cells.filter(cell => {
      const step = cell.time - cell.group;
      return last - cell.group >= balance && step <= balance && step >= balance - last + first;
    });
  }

  /** Average weighted by the shares of the cohorts, whose estimation enters the influence. */
  #byShares(part: readonly Cell[]): Shared {
    const p = part.map(cell => this.#shares[this.#places.get(cell.group)!]!);
    const total = p.reduce((a, b) => a + b, 0);
    const estimate = part.reduce((sum, cell, i) => sum + (p[i]! / total) * cell.att, 0);
    const influence = new Float64Array(this.#units.n);
    /** What a unit of each cohort adds through the share of it. */
    const gaps = new Float64Array(this.#shares.length);
    let expected = 0;
    for (const [i, cell] of part.entries()) {
      const gap = (cell.att - estimate) / total;
      gaps[this.#places.get(cell.group)!]! += gap;
      expected += p[i]! * gap;
      addScaled(influence, cell.influence, p[i]! / total);
    }
    for (let unit = 0; unit < influence.length; unit++)
      influence[unit]! += this.#weight[unit]! * gaps[this.#placeOf[unit]!]! - expected;
    const cells = new Map(part.map((cell, i) => [cell, p[i]! / total]));
    return { estimate, influence, combination: { cells, cohorts: gaps, every: -expected } };
  }

  /** For each cohort, in the order of `Combination.cohorts`, the weights of its units. */
  cohortWeights(): Float64Array[] {
    const lists = Array.from(this.#shares, () => new Float64Array(this.#units.n));
    for (let unit = 0; unit < this.#units.n; unit++) lists[this.#placeOf[unit]!]![unit] = this.#weight[unit]!;
    return lists;
  }

  #infer(name: string, { estimate, influence }: Average): TermEstimate {
    return inferTerms([name], [estimate], {
      matrix: Float64Array.of(errorOf(influence) ** 2),
      distribution: { kind: "normal", df: 0 },
      ...(this.#level === undefined ? {} : { level: this.#level }),
    })[0]!;
  }

  #aggregation(parts: {
    readonly averages: readonly Average[];
    readonly at: readonly number[];
    readonly label: string;
    readonly overall: Average;
  }): Aggregation {
    const { averages, at, label, overall } = parts;
    return {
      estimates: timed(
        averages.map((average, i) => this.#infer(`${label}::${at[i]}`, average)),
        at,
      ),
      influences: averages.map(({ influence }) => influence),
      overall: this.#infer("ATT", overall),
    };
  }
}

const distinct = (values: readonly number[]): number[] => [...new Set(values)].sort((a, b) => a - b);

function addScaled(into: Float64Array, values: Float64Array, by: number): void {
  for (let unit = 0; unit < into.length; unit++) into[unit]! += by * values[unit]!;
}

/** Plain mean of averages. */
function evenly(part: readonly Average[], n: number): Average {
  const influence = new Float64Array(n);
  for (const one of part) addScaled(influence, one.influence, 1 / part.length);
  return { estimate: part.reduce((sum, one) => sum + one.estimate, 0) / part.length, influence };
}
