import type { Expression } from "./expression.ts";

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
      return `${expression.operator}${printExpression(expression.operand)}`;
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

function printBinary(expression: Expression & { kind: "binary" }): string {
  const gap = TIGHT.has(expression.operator) ? "" : " ";
  const side = (operand: Expression) =>
    operand.kind === "binary" && TIGHT.has(expression.operator) && !TIGHT.has(operand.operator)
      ? `(${printExpression(operand)})`
      : printExpression(operand);
  return `${side(expression.left)}${gap}${expression.operator}${gap}${side(expression.right)}`;
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
