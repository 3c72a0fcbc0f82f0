import { UserError } from "../../codebook/errors.ts";
import { combineFactors, type Factor, factorOf, takeFactor } from "../data/factor.ts";
import { type Column, takeNumbers } from "../data/frame.ts";
import { nearestName } from "../data/nearest-name.ts";
import type { Expression } from "../formula/expression.ts";
import type { Term } from "../formula/formula.ts";
import { printExpression } from "../formula/print.ts";
import { formulaProblem } from "../formula/problem.ts";
import { type Cohorts, expandCohorts, prepareCohorts } from "./cohorts.ts";
import { evaluate, listOf, moved, PANEL_CALLS, panelLags, type Scope } from "./evaluate.ts";

/** One column of the model matrix. */
export interface NamedColumn {
  readonly name: string;
  readonly values: Float64Array;
  /** Cohort and time since treatment of an indicator of `sunab()`, whose coefficients are averaged. */
  readonly cell?: { readonly relative: number; readonly cohort: number };
}

/** A factor of a term with its values in every row of the frame, before the sample is chosen. */
export type PreparedFactor =
  | { readonly kind: "numbers"; readonly columns: readonly NamedColumn[] }
  | { readonly kind: "category"; readonly name: string; readonly factor: Factor }
  | Cohorts
  | {
      /** `i(factor, by, ref)`: one column a level, fixest's `factor::level:by`. */
      readonly kind: "indicators";
      readonly name: string;
      readonly factor: Factor;
      readonly by: { readonly name: string; readonly values: Float64Array | Factor } | null;
      readonly skip: ReadonlySet<string>;
      readonly skipBy: ReadonlySet<string>;
      readonly keep: ReadonlySet<string> | null;
    };

export interface PreparedTerm {
  readonly term: Term;
  readonly factors: readonly PreparedFactor[];
}

/** Evaluates the factors of a term on the whole frame. */
export function prepareTerm(term: Term, scope: Scope): PreparedTerm {
  return { term, factors: term.factors.map(factor => prepareFactor(factor, scope)) };
}

function prepareFactor(expression: Expression, scope: Scope): PreparedFactor {
  if (expression.kind === "call" && expression.name === "i") return prepareIndicators(expression, scope);
  if (expression.kind === "call" && PANEL_CALLS.has(expression.name))
    return preparePanelCall(expression, scope);
  if (expression.kind === "call" && expression.name === "sunab") return prepareCohorts(expression, scope);
  const column = evaluate(expression, scope);
  const name = printExpression(expression);
  const asFactor = expression.kind === "call" && /^(as\.)?factor$/.test(expression.name);
  if (column.kind === "text" && !asFactor) refuseNumbersAsText(column.levels, name);
  if (column.kind === "text" || asFactor) return { kind: "category", name, factor: factorOf(column) };
  return { kind: "numbers", columns: [{ name, values: column.values }] };
}

/** Numbers that came as text would each get an indicator of their own, which nobody means. */
function refuseNumbersAsText(levels: readonly string[], name: string): void {
  const isNumber = (level: string) => level.trim() !== "" && Number.isFinite(Number(level));
  if (levels.length === 0 || !levels.every(isNumber)) return;
  throw new UserError({
    code: "numbers-as-text",
    column: name,
    message: `holds numbers as text, such as "${levels[0]}"`,
    expected: "numbers, for a regressor",
    received: levels[0]!,
    hint: `turn them into numbers first, or write factor(${name}) for one indicator for each value`,
  });
}

/** `l(x, 1:3)` makes a column a lag, named `l(x, 1)` and so on. */
function preparePanelCall(expression: Expression & { kind: "call" }, scope: Scope): PreparedFactor {
  const explicit = expression.args.length > 1;
  const inner = expression.args[0] === undefined ? "" : printExpression(expression.args[0].value);
  const columns = panelLags(expression, scope).map(lag => ({
    name: explicit
      ? `${expression.name}(${inner}, ${expression.name === "f" ? -lag : lag})`
      : printExpression(expression),
    values: moved(expression, lag, scope),
  }));
  return { kind: "numbers", columns };
}

function prepareIndicators(expression: Expression & { kind: "call" }, scope: Scope): PreparedFactor {
  const positional = expression.args.filter(({ name }) => name === null).map(({ value }) => value);
  const named = (name: string) => {
    const argument = expression.args.find(candidate => candidate.name === name);
    return argument === undefined ? null : new Set(listOf(argument.value, scope).map(String));
  };
  const unknown = expression.args.find(({ name }) => name !== null && !/^(ref2?|keep)$/.test(name));
  if (unknown) {
    const message = `i() has no argument "${unknown.name}"`;
    throw formulaProblem(scope.text, unknown.value.at, message, "known are ref, ref2 and keep");
  }
  const [first, second, third] = positional;
  if (first === undefined || third !== undefined) {
    const message = "i() takes a factor and at most one variable to multiply it with";
    throw formulaProblem(scope.text, expression.at, message);
  }
  const factor = factorOf(evaluate(first, scope));
  const by = second === undefined ? null : prepareBy(second, scope);
  for (const { name, value } of expression.args) {
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

/**
 * The columns of all terms on the rows of the sample. A category loses its first level where the term without it is
 * in the model too (R's rule for contrasts); `constant` says whether the model holds a constant or fixed effects.
 */
export function expandTerms(
  terms: readonly PreparedTerm[],
  rows: Int32Array,
  constant: boolean,
): NamedColumn[] {
  const present = new Set(terms.map(({ term }) => keyOf(term, null)));
  if (constant) present.add("");
  return terms.flatMap(prepared => {
    const parts = prepared.factors.map((factor, index) => {
      const contrasted = present.has(keyOf(prepared.term, index));
      return expandFactor(factor, rows, contrasted);
    });
    return parts.reduce(crossColumns);
  });
}

/** A term's factors as an unordered set, without the one at `except`. */
function keyOf(term: Term, except: number | null): string {
  return term.factors
    .filter((_, index) => index !== except)
    .map(printExpression)
    .sort()
    .join(":");
}

function crossColumns(left: NamedColumn[], right: NamedColumn[]): NamedColumn[] {
  return left.flatMap(a =>
    right.map(b => ({
      name: `${a.name}:${b.name}`,
      values: a.values.map((value, row) => value * b.values[row]!),
    })),
  );
}

function expandFactor(factor: PreparedFactor, rows: Int32Array, contrasted: boolean): NamedColumn[] {
  switch (factor.kind) {
    case "numbers":
      return factor.columns.map(({ name, values }) => ({ name, values: takeNumbers(values, rows) }));
    case "category":
      return indicatorColumns(takeFactor(factor.factor, rows), level => `${factor.name}${level}`).slice(
        contrasted ? 1 : 0,
      );
    case "indicators":
      return expandIndicators(factor, rows);
    case "cohorts":
      return expandCohorts(factor, rows);
  }
}

function expandIndicators(factor: PreparedFactor & { kind: "indicators" }, rows: Int32Array): NamedColumn[] {
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
