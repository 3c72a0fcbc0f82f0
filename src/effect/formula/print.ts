import { BINDING, type Expression, NOT, UNARY_MINUS } from "./expression.ts";

/** Writes an expression as R deparses it (`l(x, 1)`, `x^2`, `treat:post`), which is how coefficients are named. */
export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case "name":
      return expression.name;
    case "number":
      return String(expression.value);
    case "string":
      return `"${expression.value}"`;
    case "unary":
      return `${expression.operator}${bracketed(expression.operand, expression.operator === "!" ? NOT : UNARY_MINUS)}`;
    case "binary":
      return printBinary(expression);
    case "slopes": {
      const slopes = expression.slopes.map(printExpression).join(", ");
      return `${printExpression(expression.of)}${expression.double ? `[[${slopes}]]` : `[${slopes}]`}`;
    }
    case "call": {
      const args = expression.args.map(({ name, value }) => {
        const printed = printExpression(value);
        return name === null ? printed : `${name} = ${printed}`;
      });
      return `${expression.name}(${args.join(", ")})`;
    }
  }
}

const TIGHT = new Set(["^", ":", "**"]);

function printBinary({ operator, left, right }: Expression & { kind: "binary" }): string {
  const gap = TIGHT.has(operator) ? "" : " ";
  const binding = BINDING[operator]!;
  // Powers are read from the right, all else from the left.
  const [first, second] = POWERS.has(operator) ? [binding + 1, binding] : [binding, binding + 1];
  return `${bracketed(left, first)}${gap}${operator}${gap}${bracketed(right, second)}`;
}

const POWERS = new Set(["^", "**"]);

/** In brackets where it binds less than that. */
function bracketed(operand: Expression, least: number): string {
  const printed = printExpression(operand);
  return bindingOf(operand) < least ? `(${printed})` : printed;
}

function bindingOf(expression: Expression): number {
  if (expression.kind === "binary") return BINDING[expression.operator]!;
  if (expression.kind === "unary") return expression.operator === "!" ? NOT : UNARY_MINUS;
  return Number.POSITIVE_INFINITY;
}

/** The names of all variables that an expression reads, without those that only name arguments. */
export function variablesOf(expression: Expression): string[] {
  switch (expression.kind) {
    case "name":
      return [expression.name];
    case "unary":
      return variablesOf(expression.operand);
    case "binary":
      return [...variablesOf(expression.left), ...variablesOf(expression.right)];
    case "slopes":
      return [expression.of, ...expression.slopes].flatMap(variablesOf);
    case "call":
      return expression.args.flatMap(argument => variablesOf(argument.value));
    default:
      return [];
  }
}
