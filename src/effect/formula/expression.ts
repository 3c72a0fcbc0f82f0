import { formulaProblem } from "./problem.ts";
import { type Token, tokenize } from "./tokens.ts";

/** A parsed expression. Whether `+`, `*` and `:` mean arithmetic or terms is decided by whoever reads the tree. */
export type Expression =
  | { readonly kind: "name"; readonly name: string; readonly at: number }
  | { readonly kind: "number"; readonly value: number; readonly at: number }
  | { readonly kind: "string"; readonly value: string; readonly at: number }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Argument[]; readonly at: number }
  | { readonly kind: "unary"; readonly operator: string; readonly operand: Expression; readonly at: number }
  | {
      readonly kind: "binary";
      readonly operator: string;
      readonly left: Expression;
      readonly right: Expression;
      readonly at: number;
    }
  | {
      /** `effect[slope]` (with an intercept) or `effect[[slope]]` (double, without one). */
      readonly kind: "slopes";
      readonly of: Expression;
      readonly slopes: readonly Expression[];
      readonly double: boolean;
      readonly at: number;
    };

/** An argument of a call; `name` is null for a positional one. */
export interface Argument {
  readonly name: string | null;
  readonly value: Expression;
}

/** R's operator precedence, low to high; `~` and the `|` between parts of a formula are not operators here. */
export const BINDING: Readonly<Record<string, number>> = {
  "|": 1,
  "||": 1,
  "&": 2,
  "&&": 2,
  "==": 4,
  "!=": 4,
  "<": 4,
  ">": 4,
  "<=": 4,
  ">=": 4,
  "+": 5,
  "-": 5,
  "*": 6,
  "/": 6,
  "%in%": 7,
  ":": 8,
  "^": 10,
  "**": 10,
};
export const UNARY_MINUS = 9;
export const NOT = 3;
/** Binds tighter than `|`, so that a part of a formula ends at the bar. */
export const ABOVE_BAR = 2;

/** A cursor over the tokens of one formula, with the recursive parser on it. */
export class ExpressionParser {
  readonly text: string;
  readonly #tokens: readonly Token[];
  #position = 0;

  constructor(text: string) {
    this.text = text;
    this.#tokens = tokenize(text);
  }

  get next(): Token {
    return this.#tokens[this.#position]!;
  }

  /** Consumes the operator if it is next. */
  accept(operator: string): boolean {
    if (this.next.kind !== "operator" || this.next.text !== operator) return false;
    this.#position += 1;
    return true;
  }

  expect(operator: string, where: string): void {
    if (!this.accept(operator)) throw this.unexpected(`expected "${operator}" ${where}`);
  }

  /** The error that says what stands here instead of what was expected. */
  unexpected(message: string, hint?: string): Error {
    const found = this.next.kind === "end" ? "the end of the formula" : `"${this.next.text}"`;
    return formulaProblem(this.text, this.next.at, `${message}, found ${found}`, hint);
  }

  /** Precedence climbing; `lowest` is the weakest binding that still belongs to this expression. */
  parse(lowest = 1): Expression {
    let left = this.#prefix();
    for (;;) {
      const { kind, text: operator, at } = this.next;
      const binding = kind === "operator" ? BINDING[operator] : undefined;
      if (binding === undefined || binding < lowest) return left;
      this.#position += 1;
      const rightBinding = operator === "^" || operator === "**" ? binding : binding + 1;
      left = { kind: "binary", operator, left, right: this.parse(rightBinding), at };
    }
  }

  #prefix(): Expression {
    const at = this.next.at;
    if (this.accept("-")) return { kind: "unary", operator: "-", operand: this.parse(UNARY_MINUS), at };
    if (this.accept("+")) return this.parse(UNARY_MINUS);
    if (this.accept("!")) return { kind: "unary", operator: "!", operand: this.parse(NOT), at };
    return this.#postfix(this.#primary());
  }

  #primary(): Expression {
    const token = this.next;
    if (this.accept("(")) {
      const inner = this.parse();
      this.expect(")", "to close this bracket");
      return inner;
    }
    if (token.kind === "operator" || token.kind === "end") throw this.unexpected("expected a variable");
    this.#position += 1;
    if (token.kind === "number") return { kind: "number", value: Number(token.text), at: token.at };
    if (token.kind === "string") return { kind: "string", value: token.text, at: token.at };
    if (this.accept("(")) {
      return { kind: "call", name: token.text, args: this.#arguments(), at: token.at };
    }
    return { kind: "name", name: token.text, at: token.at };
  }

  #postfix(of: Expression): Expression {
    const at = this.next.at;
    if (this.accept("[[")) return { kind: "slopes", of, slopes: this.#slopes("]]"), double: true, at };
    if (this.accept("[")) return { kind: "slopes", of, slopes: this.#slopes("]"), double: false, at };
    return of;
  }

  #slopes(close: string): Expression[] {
    const slopes = [this.parse()];
    while (this.accept(",")) slopes.push(this.parse());
    this.expect(close, "to close the list of slopes");
    return slopes;
  }

  #arguments(): Argument[] {
    const args: Argument[] = [];
    if (this.accept(")")) return args;
    do args.push(this.#argument());
    while (this.accept(","));
    this.expect(")", "to close this call");
    return args;
  }

  #argument(): Argument {
    const after = this.#tokens[this.#position + 1];
    if (this.next.kind === "name" && after?.kind === "operator" && after.text === "=") {
      const name = this.next.text;
      this.#position += 2;
      return { name, value: this.parse() };
    }
    return { name: null, value: this.parse() };
  }
}

/** Parses one expression that must fill the whole text, such as a subset condition. */
export function parseExpression(text: string): Expression {
  const parser = new ExpressionParser(text);
  const expression = parser.parse();
  if (parser.next.kind !== "end") throw parser.unexpected("expected an operator");
  return expression;
}
