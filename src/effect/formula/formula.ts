import { ABOVE_BAR, type Expression, ExpressionParser } from "./expression.ts";
import { printExpression } from "./print.ts";
import { formulaProblem } from "./problem.ts";

/** One regressor or one product of regressors. */
export interface Term {
  /** The variables multiplied with each other; a plain regressor has one. */
  readonly factors: readonly Expression[];
  readonly name: string;
  readonly at: number;
}

/** One set of fixed effects: `country`, `country^year`, `firm[x]` (own slope too), `firm[[x]]` (slope alone). */
export interface EffectTerm {
  /** Variables whose combinations are the levels. */
  readonly variables: readonly Expression[];
  readonly slopes: readonly Expression[];
  readonly intercept: boolean;
  /** That of the levels: `country^year`. */
  readonly name: string;
  /** As written, with its slopes: `country[year]`. */
  readonly written: string;
  readonly at: number;
}

/** A parsed formula: `outcomes ~ terms | effects | endogenous ~ instruments`. */
export interface Formula {
  readonly text: string;
  readonly outcomes: readonly Expression[];
  readonly terms: readonly Term[];
  /** Whether a constant belongs to the model; it is dropped where there are fixed effects. */
  readonly intercept: boolean;
  readonly effects: readonly EffectTerm[];
  readonly endogenous: readonly Term[];
  readonly instruments: readonly Term[];
}

/**
 * Parses a formula in fixest's language:
 * `c(y1, y2) ~ x1 + log(x2) + x1:z + x1*z + i(f, x, ref = "a") + l(x, 1:2) | fe1 + fe2^fe3 + fe4[slope] | endo ~ z`.
 * Throws a `UserError` that points at the character at fault.
 */
export function parseFormula(text: string): Formula {
  const parser = new ExpressionParser(text);
  const outcomes = outcomesOf(parser.parse(ABOVE_BAR));
  parser.expect("~", "after the outcome");
  const right = termsOf(text, parser.parse(ABOVE_BAR));
  let effects: EffectTerm[] = [];
  let instrumented = { endogenous: [] as Term[], instruments: [] as Term[] };
  for (let part = 0; parser.accept("|"); part++) {
    const expression = parser.parse(ABOVE_BAR);
    if (parser.accept("~")) {
      instrumented = {
        endogenous: termsOf(text, expression).terms,
        instruments: termsOf(text, parser.parse(ABOVE_BAR)).terms,
      };
      break;
    }
    if (part > 0) throw parser.unexpected('expected "~" and the instruments');
    effects = effectsOf(text, expression);
  }
  if (parser.next.kind !== "end")
    throw parser.unexpected(
      "expected an operator or the end",
      parser.next.text === "," ? OUTSIDE : undefined,
    );
  return { text, outcomes, ...right, effects, ...instrumented };
}

/** For who writes a call of R, or options behind a comma as in Stata. */
const OUTSIDE =
  "standard errors, weights and other options stand outside of the formula, such as --vcov cluster:country";

/** `c(y1, y2)` stands for two models, anything else for one. */
function outcomesOf(expression: Expression): Expression[] {
  if (expression.kind === "call" && expression.name === "c") return expression.args.map(({ value }) => value);
  return [expression];
}

interface Right {
  readonly terms: Term[];
  readonly intercept: boolean;
}

/** Expands `+`, `-`, `*` and `:`; `0` or `-1` removes the constant, a minus removes a term. */
function termsOf(text: string, expression: Expression): Right {
  const terms = new Map<string, Term>();
  let intercept = true;
  const visit = (node: Expression, sign: 1 | -1): void => {
    if (node.kind === "binary" && (node.operator === "+" || node.operator === "-")) {
      visit(node.left, sign);
      visit(node.right, node.operator === "+" ? sign : (-sign as 1 | -1));
    } else if (node.kind === "unary" && node.operator === "-") {
      visit(node.operand, -sign as 1 | -1);
    } else if (node.kind === "number") {
      if (node.value !== 0 && node.value !== 1) {
        throw formulaProblem(
          text,
          node.at,
          "only the numbers 0 and 1 can stand alone",
          "wrap arithmetic in I()",
        );
      }
      intercept = (node.value === 1) === (sign === 1);
    } else {
      for (const term of productsOf(text, node)) {
        if (sign === 1) terms.set(term.name, terms.get(term.name) ?? term);
        else terms.delete(term.name);
      }
    }
  };
  visit(expression, 1);
  return { terms: [...terms.values()], intercept };
}

const MEMBERSHIP = "a condition cannot be a term by itself; wrap it in I()";

/** What R makes products of here would be arithmetic of the sum. */
const POWER_OF_SUM = "a power of several variables is not read: R has their products here";

function productsOf(text: string, node: Expression): Term[] {
  if (node.kind === "binary" && POWERS.has(node.operator) && isCompound(node.left))
    throw formulaProblem(
      text,
      node.at,
      POWER_OF_SUM,
      "write x1 * x2 for both and their product, I((x1 + x2)^2) for a square",
    );
  if (node.kind !== "binary" || node.operator === "^" || node.operator === "/") return [termOf([node])];
  const left = () => sumOf(text, node.left);
  const right = () => sumOf(text, node.right);
  if (node.operator === ":") return crossed(left(), right());
  if (node.operator === "*") {
    const [a, b] = [left(), right()];
    return [...a, ...b, ...crossed(a, b)];
  }
  throw formulaProblem(text, node.at, MEMBERSHIP);
}

const POWERS = new Set(["^", "**"]);

const isCompound = (node: Expression): boolean => node.kind === "binary" && !POWERS.has(node.operator);

/** The terms of one side of a product, which may be a bracketed sum: `(a + b):c`. */
function sumOf(text: string, node: Expression): Term[] {
  if (node.kind === "binary" && node.operator === "+") {
    return [...sumOf(text, node.left), ...sumOf(text, node.right)];
  }
  return productsOf(text, node);
}

const crossed = (a: readonly Term[], b: readonly Term[]): Term[] =>
  a.flatMap(left => b.map(right => termOf([...left.factors, ...right.factors])));

function termOf(factors: readonly Expression[]): Term {
  return { factors, name: factors.map(printExpression).join(":"), at: factors[0]!.at };
}

function effectsOf(text: string, expression: Expression): EffectTerm[] {
  if (expression.kind === "binary" && expression.operator === "+") {
    return [...effectsOf(text, expression.left), ...effectsOf(text, expression.right)];
  }
  if (expression.kind === "number" && expression.value === 0) return [];
  if (expression.kind === "slopes") {
    return [
      {
        variables: combinedOf(text, expression.of),
        slopes: expression.slopes,
        intercept: !expression.double,
        name: printExpression(expression.of),
        written: printExpression(expression),
        at: expression.of.at,
      },
    ];
  }
  const variables = combinedOf(text, expression);
  const name = printExpression(expression);
  return [{ variables, slopes: [], intercept: true, name, written: name, at: expression.at }];
}

/** `a^b^c` is the set of their combinations. */
function combinedOf(text: string, expression: Expression): Expression[] {
  if (expression.kind === "binary" && expression.operator === "^") {
    return [...combinedOf(text, expression.left), ...combinedOf(text, expression.right)];
  }
  if (expression.kind === "name" || expression.kind === "call") return [expression];
  throw formulaProblem(text, expression.at, "expected the name of a fixed effect", "combine effects with ^");
}
