import { combineFactors, type Factor, factorOf, takeFactor } from "../data/factor.ts";
import { type Column, takeNumbers } from "../data/frame.ts";
import { nearestName } from "../data/nearest-name.ts";
import type { Argument, Expression } from "../formula/expression.ts";
import { printExpression } from "../formula/print.ts";
import { formulaProblem } from "../formula/problem.ts";
import { evaluate, listOf, type Scope } from "./evaluate.ts";
import type { NamedColumn, PreparedFactor } from "./terms.ts";

type Indicators = PreparedFactor & { kind: "indicators" };

/** `i(factor, variable, ref, ref2 =, keep =)` before the sample is chosen. */
export function prepareIndicators(expression: Expression & { kind: "call" }, scope: Scope): Indicators {
  const args = namedReference(expression.args);
  const named = (name: string) => {
    const argument = args.find(candidate => candidate.name === name);
    return argument === undefined ? null : new Set(listOf(argument.value, scope).map(String));
  };
  const unknown = args.find(({ name }) => name !== null && !/^(ref2?|keep)$/.test(name));
  if (unknown) {
    const message = `i() has no argument "${unknown.name}"`;
    throw formulaProblem(scope.text, unknown.value.at, message, "known are ref, ref2 and keep");
  }
  const [first, second, third] = args.filter(({ name }) => name === null).map(({ value }) => value);
  if (first === undefined || third !== undefined) {
    const message = "i() takes a factor, a variable to multiply it with, and the reference";
    throw formulaProblem(scope.text, (third ?? expression).at, message, "name what follows: ref2, keep");
  }
  const factor = factorOf(evaluate(first, scope));
  const by = second === undefined ? null : prepareBy(second, scope);
  for (const { name, value } of args) {
    const own = name === "ref2" ? by?.values : factor;
    if (name !== null && own !== undefined && !(own instanceof Float64Array))
      refuseUnknownLevels(listOf(value, scope).map(String), own, { at: value.at, text: scope.text });
  }
  return {
    kind: "indicators",
    name: printExpression(first),
    factor,
    by,
    skip: named("ref") ?? new Set(),
    skipBy: named("ref2") ?? new Set(),
    keep: named("keep"),
  };
}

/** The third argument without a name is the reference, if no other is named. */
function namedReference(args: readonly Argument[]): readonly Argument[] {
  if (args.some(({ name }) => name === "ref")) return args;
  const third = args.filter(({ name }) => name === null)[2];
  return args.map(argument => (argument === third ? { ...argument, name: "ref" } : argument));
}

/** A misspelt level would change what the other coefficients are compared with, and nobody would see it. One of several may be missing, as in fixest. */
function refuseUnknownLevels(
  named: readonly string[],
  factor: Factor,
  { at, text }: { at: number; text: string },
): void {
  const levels = Array.from({ length: factor.size }, (_, level) => factor.label(level));
  const known = new Set(levels);
  if (named.length === 0 || named.some(level => known.has(level))) return;
  const nearest = nearestName(named[0]!, levels);
  const hint = nearest === null ? `its values are ${someOf(levels)}` : `did you mean "${nearest}"?`;
  throw formulaProblem(
    text,
    at,
    `the data hold no value ${named.map(level => `"${level}"`).join(" or ")}`,
    hint,
  );
}

const someOf = (levels: readonly string[]): string =>
  levels.length > 12 ? `${levels.slice(0, 12).join(", ")} and ${levels.length - 12} more` : levels.join(", ");

/** The second argument of `i()`: `i.period` and text are factors, anything else is a number. */
function prepareBy(expression: Expression, scope: Scope): { name: string; values: Float64Array | Factor } {
  if (
    expression.kind === "name" &&
    expression.name.startsWith("i.") &&
    !scope.frame.columns.has(expression.name)
  ) {
    const name = expression.name.slice(2);
    return { name, values: factorOf(evaluate({ ...expression, name }, scope)) };
  }
  const name = printExpression(expression);
  const column: Column = evaluate(expression, scope);
  return { name, values: column.kind === "number" ? column.values : factorOf(column) };
}

/** The columns of `i()` on the rows of the sample. */
export function expandIndicators(factor: Indicators, rows: Int32Array): NamedColumn[] {
  const { by, keep, skip, skipBy } = factor;
  const wanted = (level: string) => !skip.has(level) && (keep?.has(level) ?? true);
  if (by === null || by.values instanceof Float64Array) {
    const levels = takeFactor(factor.factor, rows);
    const suffix = by === null ? "" : `:${by.name}`;
    const values = by === null ? null : takeNumbers(by.values as Float64Array, rows);
    const name = (level: string) => (wanted(level) ? `${factor.name}::${level}${suffix}` : null);
    return indicatorColumns(levels, name, values);
  }
  const byFactor = by.values;
  const pairs = takeFactor(combineFactors([factor.factor, byFactor]), rows);
  const labels = new Map<number, string>();
  for (const row of rows) {
    const [a, b] = [factor.factor.codes[row]!, byFactor.codes[row]!];
    const [level, other] = [factor.factor.label(a), byFactor.label(b)];
    const key = a * byFactor.size + b;
    if (!labels.has(key) && wanted(level) && !skipBy.has(other)) {
      labels.set(key, `${factor.name}::${level}:${by.name}::${other}`);
    }
  }
  const keys = new Float64Array(pairs.size).fill(-1);
  rows.forEach((row, place) => {
    keys[pairs.codes[place]!] = factor.factor.codes[row]! * byFactor.size + byFactor.codes[row]!;
  });
  return indicatorColumns(pairs, (_, level) => labels.get(keys[level]!) ?? null);
}

/** One column a level, 0 outside it and `values` (or 1) inside; a level that `name` maps to null has none. */
export function indicatorColumns(
  factor: Factor,
  name: (label: string, level: number) => string | null,
  values: Float64Array | null = null,
): NamedColumn[] {
  const columns: (NamedColumn | null)[] = [];
  for (let level = 0; level < factor.size; level++) {
    const named = name(factor.label(level), level);
    columns.push(named === null ? null : { name: named, values: new Float64Array(factor.codes.length) });
  }
  for (let row = 0; row < factor.codes.length; row++) {
    const column = columns[factor.codes[row]!];
    if (column) column.values[row] = values === null ? 1 : values[row]!;
  }
  return columns.filter(column => column !== null);
}
