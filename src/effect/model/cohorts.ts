import type { Expression } from "../formula/expression.ts";
import { printExpression } from "../formula/print.ts";
import { formulaProblem } from "../formula/problem.ts";
import { evaluateNumbers, listOf, type Scope } from "./evaluate.ts";
import type { NamedColumn } from "./terms.ts";

/** `sunab(cohort, period)`: an indicator of every cohort and time since treatment beside the reference (Sun and Abraham 2021). */
export interface Cohorts {
  readonly kind: "cohorts";
  /** Name of the period, which names the coefficients. */
  readonly name: string;
  /** First treated time of each row; Infinity for controls. */
  readonly cohort: Float64Array;
  readonly period: Float64Array;
  /** Times since treatment without an indicator. */
  readonly reference: ReadonlySet<number>;
}

/**
 * Reads `sunab(cohort, period, ref.p = -1, ref.c = 2019)`. A missing cohort, 0, and one after the last period are never treated; cohorts in
 * `ref.c` count as controls too.
 */
export function prepareCohorts(expression: Expression & { kind: "call" }, scope: Scope): Cohorts {
  const positional = expression.args.filter(({ name }) => name === null).map(({ value }) => value);
  const unknown = expression.args.find(({ name }) => name !== null && !/^ref\.[pc]$/.test(name));
  if (unknown) {
    const message = `sunab() has no argument "${unknown.name}"`;
    throw formulaProblem(scope.text, unknown.value.at, message, "known are ref.p and ref.c");
  }
  const [first, second, third] = positional;
  if (first === undefined || second === undefined || third !== undefined) {
    throw formulaProblem(scope.text, expression.at, "sunab() takes the first treated time and the period");
  }
  const named = (name: string) => {
    const argument = expression.args.find(candidate => candidate.name === name);
    return argument === undefined ? null : listOf(argument.value, scope).map(Number);
  };
  const period = evaluateNumbers(second, scope);
  const controls = new Set(named("ref.c") ?? []);
  const last = period.reduce(
    (most, value) => (Number.isNaN(value) ? most : Math.max(most, value)),
    Number.NEGATIVE_INFINITY,
  );
  const cohort = evaluateNumbers(first, scope).map(value =>
    Number.isFinite(value) && value !== 0 && value <= last && !controls.has(value) ? value : 1 / 0,
  );
  return {
    kind: "cohorts",
    name: printExpression(second),
    cohort,
    period,
    reference: new Set(named("ref.p") ?? [-1]),
  };
}

/** Rows without a period, and rows of cohorts that are treated from the first period on: these have nothing before treatment. */
export function markCohorts({ cohort, period }: Cohorts, missing: Uint8Array): boolean {
  const first = period.reduce(
    (least, value) => (Number.isNaN(value) ? least : Math.min(least, value)),
    Number.POSITIVE_INFINITY,
  );
  for (let row = 0; row < missing.length; row++)
    if (Number.isNaN(period[row]!) || cohort[row]! <= first) missing[row] = 1;
  return true;
}

/** One indicator for each cohort and time since treatment that occurs in the rows, by time and then by cohort. */
export function expandCohorts({ name, cohort, period, reference }: Cohorts, rows: Int32Array): NamedColumn[] {
  const cells = new Map<string, { relative: number; cohort: number; places: number[] }>();
  for (const [place, row] of rows.entries()) {
    const own = cohort[row]!;
    const relative = period[row]! - own;
    if (!Number.isFinite(own) || reference.has(relative)) continue;
    const key = `${relative} ${own}`;
    const cell = cells.get(key);
    if (cell) cell.places.push(place);
    else cells.set(key, { relative, cohort: own, places: [place] });
  }
  return [...cells.values()]
    .sort((a, b) => a.relative - b.relative || a.cohort - b.cohort)
    .map(({ relative, cohort: own, places }) => {
      const values = new Float64Array(rows.length);
      for (const place of places) values[place] = 1;
      return { name: `${name}::${relative}:cohort::${own}`, values, cell: { relative, cohort: own } };
    });
}
