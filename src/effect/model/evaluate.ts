import { UserError } from "../../codebook/errors.ts";
import { type Column, columnNamed, type Frame, isPresent, numbersOf } from "../data/frame.ts";
import { lagged, type Panel } from "../data/panel.ts";
import type { Expression } from "../formula/expression.ts";
import { printExpression } from "../formula/print.ts";
import { formulaProblem } from "../formula/problem.ts";

/** What an expression is evaluated on. `panel` is null if the data were not declared a panel. */
export interface Scope {
  readonly frame: Frame;
  readonly panel: Panel | null;
  /** The formula's text, so that an error can point into it. */
  readonly text: string;
}

const FUNCTIONS: Readonly<Record<string, (value: number) => number>> = {
  I: value => value,
  "as.numeric": value => value,
  log: Math.log,
  log2: Math.log2,
  log10: Math.log10,
  log1p: Math.log1p,
  exp: Math.exp,
  expm1: Math.expm1,
  sqrt: Math.sqrt,
  abs: Math.abs,
  sign: Math.sign,
  floor: Math.floor,
  ceiling: Math.ceil,
  round: Math.round,
  asinh: Math.asinh,
};

const BINARY: Readonly<Record<string, (a: number, b: number) => number>> = {
  "+": (a, b) => a + b,
  "-": (a, b) => a - b,
  "*": (a, b) => a * b,
  "/": (a, b) => a / b,
  "^": (a, b) => a ** b,
  "**": (a, b) => a ** b,
  "<": (a, b) => Number(a < b),
  ">": (a, b) => Number(a > b),
  "<=": (a, b) => Number(a <= b),
  ">=": (a, b) => Number(a >= b),
  "==": (a, b) => Number(a === b),
  "!=": (a, b) => Number(a !== b),
  "&": (a, b) => Number(a !== 0 && b !== 0),
  "&&": (a, b) => Number(a !== 0 && b !== 0),
  "|": (a, b) => Number(a !== 0 || b !== 0),
  "||": (a, b) => Number(a !== 0 || b !== 0),
};

const isFalse = (value: number) => value === 0;
const isTrue = (value: number) => !Number.isNaN(value) && value !== 0;

/** Values of one side that decide a condition whatever the other is, missing or not, as in R. */
const SETTLES: Readonly<Record<string, (value: number) => boolean>> = {
  "&": isFalse,
  "&&": isFalse,
  "|": isTrue,
  "||": isTrue,
};

/** Lags, leads and differences of a declared panel, by the name of the call. */
export const PANEL_CALLS = new Set(["l", "lag", "f", "lead", "d", "diff"]);

/** The value of an expression in every row; NaN where a variable is missing or the result is not a number. */
export function evaluate(expression: Expression, scope: Scope): Column {
  switch (expression.kind) {
    case "name":
      return columnNamed(scope.frame, expression.name);
    case "number":
      return constant(expression.value, scope);
    case "unary":
      return unary(expression, scope);
    case "binary":
      return comparesText(expression, scope) ?? binary(expression, scope);
    case "call":
      return call(expression, scope);
    default:
      throw formulaProblem(scope.text, expression.at, `${printExpression(expression)} has no value here`);
  }
}

/** Like `evaluate`, for what must be numbers. */
export function evaluateNumbers(expression: Expression, scope: Scope): Float64Array {
  return numbersOf(evaluate(expression, scope), printExpression(expression));
}

function constant(value: number, scope: Scope): Column {
  return { kind: "number", values: new Float64Array(scope.frame.rows).fill(value) };
}

function unary(expression: Expression & { kind: "unary" }, scope: Scope): Column {
  const operand = evaluateNumbers(expression.operand, scope);
  const apply =
    expression.operator === "!" ? (value: number) => Number(value === 0) : (value: number) => -value;
  return { kind: "number", values: mapNumbers(operand, apply) };
}

/** Applies a function to each number; a missing value stays missing whatever the function says. */
function mapNumbers(values: Float64Array, apply: (value: number) => number): Float64Array {
  return values.map(value => (Number.isNaN(value) ? Number.NaN : apply(value)));
}

function binary(expression: Expression & { kind: "binary" }, scope: Scope): Column {
  if (expression.operator === "%in%") return membership(expression, scope);
  const apply = BINARY[expression.operator];
  if (apply === undefined) {
    const message = `"${expression.operator}" has no meaning inside a variable`;
    throw formulaProblem(scope.text, expression.at, message);
  }
  const left = evaluateNumbers(expression.left, scope);
  const right = evaluateNumbers(expression.right, scope);
  const values = new Float64Array(left.length);
  const settles = SETTLES[expression.operator];
  for (let row = 0; row < values.length; row++) {
    const [a, b] = [left[row]!, right[row]!];
    const decided = settles?.(a) === true || settles?.(b) === true;
    values[row] = !decided && (Number.isNaN(a) || Number.isNaN(b)) ? Number.NaN : apply(a, b);
  }
  return { kind: "number", values };
}

/** `region == "north"` and `!=` on a text column; null if no text stands on the right. */
function comparesText(expression: Expression & { kind: "binary" }, scope: Scope): Column | null {
  const { operator, left, right } = expression;
  if (right.kind !== "string" || (operator !== "==" && operator !== "!=")) return null;
  return matches(evaluate(left, scope), new Set([right.value]), operator === "==");
}

function membership(expression: Expression & { kind: "binary" }, scope: Scope): Column {
  const wanted = new Set(listOf(expression.right, scope).map(String));
  return matches(evaluate(expression.left, scope), wanted, true);
}

function matches(column: Column, wanted: ReadonlySet<string>, expected: boolean): Column {
  if (column.kind === "number") {
    const values = mapNumbers(column.values, value => Number(wanted.has(String(value)) === expected));
    return { kind: "number", values };
  }
  const matching = column.levels.map(level => Number(wanted.has(level) === expected));
  return {
    kind: "number",
    values: Float64Array.from(column.codes, code => (code < 0 ? Number.NaN : matching[code]!)),
  };
}

/** The values of `c(1, "a", 3:5)`, `1:3` or a single literal. */
export function listOf(expression: Expression, scope: Scope): (number | string)[] {
  if (expression.kind === "number" || expression.kind === "string") return [expression.value];
  if (expression.kind === "unary" && expression.operator === "-") {
    return listOf(expression.operand, scope).map(value => -value);
  }
  if (expression.kind === "call" && expression.name === "c") {
    return expression.args.flatMap(argument => listOf(argument.value, scope));
  }
  if (expression.kind === "binary" && expression.operator === ":") {
    const [from] = listOf(expression.left, scope).map(Number);
    const [to] = listOf(expression.right, scope).map(Number);
    if (Number.isInteger(from) && Number.isInteger(to) && Math.abs(to! - from!) < 10_000) {
      const step = to! >= from! ? 1 : -1;
      return Array.from({ length: Math.abs(to! - from!) + 1 }, (_, index) => from! + step * index);
    }
  }
  throw formulaProblem(scope.text, expression.at, "expected a value, a range such as 1:3, or c(...)");
}

function call(expression: Expression & { kind: "call" }, scope: Scope): Column {
  const { name, args } = expression;
  if (PANEL_CALLS.has(name)) {
    const lags = panelLags(expression, scope);
    if (lags.length === 1) return { kind: "number", values: moved(expression, lags[0]!, scope) };
    throw formulaProblem(scope.text, expression.at, "only one lag can stand inside another expression");
  }
  const first = args[0];
  if (first === undefined) throw formulaProblem(scope.text, expression.at, `${name}() needs an argument`);
  if (name === "factor" || name === "as.factor") return evaluate(first.value, scope);
  if (name === "is.na") {
    const column = evaluate(first.value, scope);
    const values = Float64Array.from({ length: scope.frame.rows }, (_, row) =>
      Number(!isPresent(column, row)),
    );
    return { kind: "number", values };
  }
  const apply = FUNCTIONS[name];
  if (apply === undefined) {
    const known = [...Object.keys(FUNCTIONS), "i", "sunab", "l", "f", "d", "factor"].join(", ");
    throw formulaProblem(scope.text, expression.at, `unknown function "${name}"`, `known are ${known}`);
  }
  return { kind: "number", values: mapNumbers(evaluateNumbers(first.value, scope), apply) };
}

/** The lags that `l(x, 1:3)`, `f(x)` or `d(x)` ask for; leads are negative. Default 1. */
export function panelLags(expression: Expression & { kind: "call" }, scope: Scope): number[] {
  const second = expression.args[1];
  const lags = second === undefined ? [1] : listOf(second.value, scope).map(Number);
  return expression.name === "f" || expression.name === "lead" ? lags.map(lag => -lag) : lags;
}

/** The first argument of a panel call moved by one lag, or its difference over that lag for `d()`. */
export function moved(expression: Expression & { kind: "call" }, lag: number, scope: Scope): Float64Array {
  if (scope.panel === null) {
    throw new UserError({
      code: "panel-undeclared",
      column: printExpression(expression),
      message: "lags need a panel",
      hint: "declare its unit and time, for example --panel country,year",
    });
  }
  const first = expression.args[0];
  if (first === undefined)
    throw formulaProblem(scope.text, expression.at, `${expression.name}() needs a variable`);
  const values = evaluateNumbers(first.value, scope);
  const earlier = lagged(values, lag, scope.panel);
  const differences = expression.name === "d" || expression.name === "diff";
  return differences ? values.map((value, row) => value - earlier[row]!) : earlier;
}
