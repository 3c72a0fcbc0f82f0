import { UserError } from "../../codebook/errors.ts";
import { type Factor, factorOf, takeFactor } from "../data/factor.ts";
import { takeNumbers } from "../data/frame.ts";

import type { Expression } from "../formula/expression.ts";
import type { Term } from "../formula/formula.ts";
import { printExpression } from "../formula/print.ts";
import { type Cohorts, expandCohorts, prepareCohorts } from "./cohorts.ts";
import { evaluate, moved, PANEL_CALLS, panelLags, type Scope } from "./evaluate.ts";
import { expandIndicators, indicatorColumns, prepareIndicators } from "./indicators.ts";

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
