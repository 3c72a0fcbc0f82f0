import { UserError } from "../../codebook/errors.ts";
import { factorOf } from "../data/factor.ts";
import { regress, valuesOf } from "../fit/least-squares.ts";
import { partiallerOf } from "../fit/partial.ts";
import { innerProduct } from "../fit/products.ts";
import { variationOf } from "../fit/variation.ts";
import { columnOn, type Design } from "../model/design.ts";
import type { Random } from "../random.ts";

export interface RandomizationOptions {
  /** The regressor whose assignment is drawn again. */
  readonly term: string;
  /**
   * Assignment was by these units: their whole paths over `time` change places, among units that are seen at the same times. Default:
   * single rows do.
   */
  readonly by?: string;
  /** Needed with `by` where a unit has more than one row. */
  readonly time?: string;
  /** Default 999. */
  readonly draws?: number;
  readonly random: Random;
}

export interface RandomizationTest {
  readonly term: string;
  readonly estimate: number;
  /** (1 + draws with a coefficient at least as large in size) / (draws + 1). */
  readonly p: number;
  readonly draws: number;
  /** Coefficients under the drawn assignments. */
  readonly coefficients: Float64Array;
}

/**
 * Randomisation inference (Fisher 1935; Young 2019): the sharp null that the treatment changes no outcome, tested by
 * assigning it again as it was assigned and comparing coefficients.
 */
export function randomizationTest(design: Design, options: RandomizationOptions): RandomizationTest {
  const { weights } = design;
  const place = design.columns.findIndex(({ name }) => name === options.term);
  if (place < 0) throw problem(options.term, "the model has no such coefficient");
  const partialler = partiallerOf(design);
  const raw = valuesOf(design.columns);
  const others = raw.filter((_, j) => j !== place);
  const [y, ...controls] = partialler.partial([design.y, ...others]).columns;
  const scale = others.map(column => variationOf(column, weights));
  const without = (column: Float64Array) => {
    if (controls.length === 0) return column;
    const { fitted } = regress(column, controls, { weights, scale });
    return column.map((value, row) => value - fitted[row]!);
  };
  const outcome = without(y!);
  const coefficientOf = (column: Float64Array) => {
    const left = without(column);
    const length = innerProduct(left, left, weights);
    return length > 0 ? innerProduct(left, outcome, weights) / length : 0;
  };
  const draws = options.draws ?? 999;
  const draw = drawer(design, raw[place]!, options);
  const coefficients = new Float64Array(draws);
  for (let first = 0; first < draws; first += 2) {
    const columns = partialler.partial(first + 1 < draws ? [draw(), draw()] : [draw()]).columns;
    for (const [i, column] of columns.entries()) coefficients[first + i] = coefficientOf(column);
  }
  const estimate = coefficientOf(partialler.partial([raw[place]!]).columns[0]!);
  const larger = coefficients.filter(value => Math.abs(value) >= Math.abs(estimate) * (1 - 1e-10)).length;
  return { term: options.term, estimate, p: (1 + larger) / (draws + 1), draws, coefficients };
}

function problem(column: string, message: string, hint?: string): UserError {
  return new UserError({ code: "randomization", column, message, ...(hint ? { hint } : {}) });
}

/** A function that returns the column under a new assignment. */
function drawer(
  design: Design,
  column: Float64Array,
  { by, time, random, term }: RandomizationOptions,
): () => Float64Array {
  if (by === undefined) return () => takeShuffled(column, random);
  const units = factorOf(columnOn(design, by));
  const times = time === undefined ? null : factorOf(columnOn(design, time));
  const periods = times?.size ?? 1;
  const paths = new Float64Array(units.size * periods).fill(Number.NaN);
  for (let row = 0; row < column.length; row++) {
    const at = units.codes[row]! * periods + (times?.codes[row] ?? 0);
    if (!Number.isNaN(paths[at]!) && paths[at] !== column[row]) {
      throw problem(
        term,
        `changes within a ${by}`,
        "name the time too, so that whole paths can change places",
      );
    }
    paths[at] = column[row]!;
  }
  const groups = sameTimes(paths, units.size, periods);
  return () => {
    const order = new Int32Array(units.size);
    for (const group of groups) {
      const shuffled = shuffledOrder(group.length, random);
      for (const [place, unit] of group.entries()) order[unit] = group[shuffled[place]!]!;
    }
    return Float64Array.from(
      column,
      (_, row) => paths[order[units.codes[row]!]! * periods + (times?.codes[row] ?? 0)]!,
    );
  };
}

/** Units that are seen at the same times: only among these can whole paths change places. */
function sameTimes(paths: Float64Array, units: number, periods: number): number[][] {
  const groups = new Map<string, number[]>();
  for (let unit = 0; unit < units; unit++) {
    const seen = paths.subarray(unit * periods, (unit + 1) * periods);
    const key = Array.from(seen, value => (Number.isNaN(value) ? "0" : "1")).join("");
    groups.set(key, [...(groups.get(key) ?? []), unit]);
  }
  return [...groups.values()];
}

/** Fisher-Yates. */
function shuffledOrder(n: number, random: Random): Int32Array {
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

function takeShuffled(column: Float64Array, random: Random): Float64Array {
  const order = shuffledOrder(column.length, random);
  return column.map((_, row) => column[order[row]!]!);
}
