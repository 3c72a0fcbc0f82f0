import { formulaProblem } from "./problem.ts";

/** A lexical unit of a formula. `at` is the offset of its first character in the formula's text. */
export interface Token {
  readonly kind: "name" | "number" | "string" | "operator" | "end";
  readonly text: string;
  readonly at: number;
}

/** Operators, longest first, so that `[[` is not read as two `[`. */
const OPERATORS = ["[[", "]]", "==", "!=", "<=", ">=", "&&", "||", "%in%", "**"].concat(
  [..."~|+-*/^:()[],<>!&="].map(character => character),
);

const NAME = /[\p{L}_.][\p{L}\p{N}_.]*/uy;
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?/y;

/** Cuts a formula into tokens. Throws a `UserError` that points at the first character it cannot read. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text[at]!)) {
      at += 1;
      continue;
    }
    const token = readQuoted(text, at) ?? readPattern(text, at) ?? readOperator(text, at);
    if (token === null) {
      // Stata's sign.
      const hint = text[at] === "#" ? "write a:b for a product, a*b for a, b and their product" : undefined;
      throw formulaProblem(text, at, `unexpected character "${text[at]}"`, hint);
    }
    tokens.push(token.token);
    at = token.next;
  }
  tokens.push({ kind: "end", text: "", at: text.length });
  return tokens;
}

interface Read {
  readonly token: Token;
  readonly next: number;
}

/** A string in single or double quotes, or a name in backquotes. */
function readQuoted(text: string, at: number): Read | null {
  const quote = text[at]!;
  if (quote !== '"' && quote !== "'" && quote !== "`") return null;
  const end = text.indexOf(quote, at + 1);
  if (end < 0) throw formulaProblem(text, at, `this ${quote} is never closed`);
  const kind = quote === "`" ? "name" : "string";
  return { token: { kind, text: text.slice(at + 1, end), at }, next: end + 1 };
}

function readPattern(text: string, at: number): Read | null {
  for (const [kind, pattern] of [["number", NUMBER] as const, ["name", NAME] as const]) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return { token: { kind, text: match[0], at }, next: at + match[0].length };
  }
  return null;
}

function readOperator(text: string, at: number): Read | null {
  const operator = OPERATORS.find(candidate => text.startsWith(candidate, at));
  if (operator === undefined) return null;
  return { token: { kind: "operator", text: operator, at }, next: at + operator.length };
}
