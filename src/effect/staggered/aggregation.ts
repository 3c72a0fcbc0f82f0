import { inferTerms, type TermEstimate } from "../vcov/inference.ts";
import type { Cell } from "./group-time.ts";
import { addScaled, errorOf, type Influence, type InfluenceSum } from "./influence.ts";
import { type TimedEstimate, timed } from "./result.ts";
import type { Units } from "./units.ts";

/** A weighted average of group-time effects with the influence of every unit on it. */
interface Average {
  readonly estimate: number;
  readonly influence: Influence;
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

/** For each cohort the weights of its units, and 1 for every unit. */
export interface UnitTerms {
  readonly cohorts: readonly Influence[];
  readonly every: Influence;
}

type Shared = Average & { readonly combination: Combination };

/** Averages for the values of one dimension, with the overall effect that they make. */
export interface Aggregation {
  readonly estimates: readonly TimedEstimate[];
  readonly influences: readonly Influence[];
  readonly overall: TermEstimate;
}

/** The aggregations of group-time effects in section 3 of Callaway and Sant'Anna (2021). */
export class Aggregator {
  readonly #units: Units;
  readonly #cells: readonly Cell[];
  readonly #level: number | undefined;
  /** Weights of units with mean one, by cohort. */
  readonly #weights: readonly Float64Array[];
  /** The place of each cohort in the list of the units, and the share of the units in each. */
  readonly #places: ReadonlyMap<number, number>;
  readonly #shares: Float64Array;

  constructor(units: Units, cells: readonly Cell[], level?: number) {
    const { n, cohorts, starts, weight } = units;
    const mean = weight.reduce((a, b) => a + b, 0) / n;
    this.#units = units;
    this.#cells = cells;
    this.#level = level;
    this.#places = new Map(cohorts.map((cohort, place) => [cohort, place]));
    this.#weights = cohorts.map((_, c) =>
      weight.subarray(starts[c]!, starts[c + 1]!).map(value => value / mean),
    );
    this.#shares = Float64Array.from(this.#weights, own => own.reduce((a, b) => a + b, 0) / n);
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
    const overall = this.#evenly(averages.filter((_, i) => steps[i]! >= 0));
    const combinations = averages.map(({ combination }) => combination);
    return { ...this.#aggregation({ averages, at: steps, label: "event", overall }), combinations };
  }

  /** By cohort, the mean over its periods; overall weighted by the sizes of the cohorts. */
  group(): Aggregation {
    const groups = distinct(this.#post.map(cell => cell.group));
    const averages = groups.map(group => {
      const part = this.#post.filter(cell => cell.group === group);
      return this.#evenly(part.map(({ att, influence }) => ({ estimate: att, influence })));
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
      overall: this.#evenly(averages),
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
    /** What a unit of each cohort adds through the share of it. */
    const gaps = new Float64Array(this.#shares.length);
    let expected = 0;
    for (const [i, cell] of part.entries()) {
      const gap = (cell.att - estimate) / total;
      gaps[this.#places.get(cell.group)!]! += gap;
      expected += p[i]! * gap;
    }
    const influence: InfluenceSum = this.#weights.map((own, c) => {
      const gap = gaps[c]!;
      return gap === 0 && expected === 0 ? null : own.map(weight => weight * gap - expected);
    });
    for (const [i, cell] of part.entries()) addScaled(influence, cell.influence, p[i]! / total);
    const cells = new Map(part.map((cell, i) => [cell, p[i]! / total]));
    return { estimate, influence, combination: { cells, cohorts: gaps, every: -expected } };
  }

  /** Plain mean of averages. */
  #evenly(part: readonly Average[]): Average {
    const influence: InfluenceSum = this.#weights.map(() => null);
    for (const one of part) addScaled(influence, one.influence, 1 / part.length);
    return { estimate: part.reduce((sum, one) => sum + one.estimate, 0) / part.length, influence };
  }

  /** What `Combination.cohorts` and `Combination.every` are factors of. */
  unitTerms(): UnitTerms {
    return {
      cohorts: this.#weights.map((own, c) => this.#weights.map((_, other) => (other === c ? own : null))),
      every: this.#weights.map(({ length }) => new Float64Array(length).fill(1)),
    };
  }

  #infer(name: string, { estimate, influence }: Average): TermEstimate {
    return inferTerms([name], [estimate], {
      matrix: Float64Array.of(errorOf(influence, this.#units.n) ** 2),
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
