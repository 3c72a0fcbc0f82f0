import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { UserError } from "../../codebook/errors.ts";
import { parseExpression } from "./expression.ts";
import { parseFormula } from "./formula.ts";
import { printExpression } from "./print.ts";

const names = (text: string) => parseFormula(text).terms.map(term => term.name);

describe("parseFormula", () => {
  test("reads outcome, regressors, fixed effects and instruments", () => {
    const formula = parseFormula("y ~ x1 + log(x2) | country + year | endo ~ z1 + z2");
    expect(formula.outcomes.map(printExpression)).toEqual(["y"]);
    expect(formula.terms.map(term => term.name)).toEqual(["x1", "log(x2)"]);
    expect(formula.effects.map(effect => effect.name)).toEqual(["country", "year"]);
    expect(formula.endogenous.map(term => term.name)).toEqual(["endo"]);
    expect(formula.instruments.map(term => term.name)).toEqual(["z1", "z2"]);
  });

  test("instruments may follow the regressors directly", () => {
    const formula = parseFormula("y ~ x1 | endo ~ z");
    expect(formula.effects).toEqual([]);
    expect(formula.instruments.map(term => term.name)).toEqual(["z"]);
  });

  test("a star gives both variables and their product", () => {
    expect(names("y ~ a*b")).toEqual(["a", "b", "a:b"]);
    expect(names("y ~ a*b*c")).toEqual(["a", "b", "a:b", "c", "a:c", "b:c", "a:b:c"]);
    expect(names("y ~ (a + b):c - a:c")).toEqual(["b:c"]);
  });

  test("calls are named as R prints them", () => {
    expect(names('y~l(x,1:3)+i(f,x,ref="a")+I(x^2)')).toEqual(["l(x, 1:3)", 'i(f, x, ref = "a")', "I(x^2)"]);
  });

  test("several outcomes stand in c()", () => {
    expect(parseFormula("c(y1, log(y2)) ~ x").outcomes.map(printExpression)).toEqual(["y1", "log(y2)"]);
  });

  test("0 and -1 remove the constant, 1 keeps it", () => {
    expect(parseFormula("y ~ 0 + x").intercept).toBe(false);
    expect(parseFormula("y ~ x - 1").intercept).toBe(false);
    expect(parseFormula("y ~ 1").intercept).toBe(true);
  });

  test("effects may be combined and carry slopes", () => {
    const [first, second, third] = parseFormula("y ~ x | a^b + c[t, u] + d[[t]]").effects;
    expect(first).toMatchObject({ name: "a^b", slopes: [], intercept: true });
    expect(first?.variables.map(printExpression)).toEqual(["a", "b"]);
    expect(second).toMatchObject({ name: "c", intercept: true });
    expect(second?.slopes.map(printExpression)).toEqual(["t", "u"]);
    expect(third).toMatchObject({ name: "d", intercept: false });
  });

  test.each([
    ["y x", "character 3", "~"],
    ["y ~ x +", "character 8", "expected a variable"],
    ["y ~ x $ z", "character 7", "unexpected character"],
    ["y ~ log(x | fe", "character 15", "close this call"],
    ["y ~ 3 + x", "character 5", "only the numbers 0 and 1"],
    ["y ~ x | fe | iv", "character 16", "instruments"],
    ['y ~ i(f, ref = "a)', "character 16", "never closed"],
    ["y ~ x | 2", "character 9", "name of a fixed effect"],
  ])("%s is refused and %s is pointed at", (text, where, message) => {
    expect(() => parseFormula(text)).toThrowError(UserError);
    expect(() => parseFormula(text)).toThrowError(where);
    expect(() => parseFormula(text)).toThrowError(message);
  });

  test("any text is either parsed or refused with a UserError", () => {
    const piece = fc.constantFrom(
      "y",
      "~",
      "x",
      "+",
      "|",
      "(",
      ")",
      "^",
      "[",
      "]]",
      "1",
      "i(",
      ",",
      ":",
      "é",
      '"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), pieces => {
        try {
          parseFormula(pieces.join(" "));
        } catch (error) {
          expect(error).toBeInstanceOf(UserError);
        }
      }),
      { seed: 11, numRuns: 400 },
    );
  });
});

describe("parseExpression", () => {
  test("binds as R does", () => {
    expect(parseExpression("a + b * c ^ 2")).toMatchObject({ operator: "+", right: { operator: "*" } });
    expect(parseExpression("-1:3")).toMatchObject({ operator: ":", left: { kind: "unary" } });
    expect(parseExpression("a >= 1 & b != 2 | c")).toMatchObject({ operator: "|", left: { operator: "&" } });
    expect(parseExpression("-a^2")).toMatchObject({ kind: "unary", operand: { operator: "^" } });
  });
});

test("an expression is printed with the brackets that it needs to be read again as it was", () => {
  const texts = [
    ...[
      "I((a > 0) * (b > 0))",
      "I((a + b) * c)",
      "I(a - (b - c))",
      "I(a / (b * c))",
      "-(a + b)",
      "!(a & b)",
      "(a + b)^2",
      "(a^b)^c",
    ],
    ...["a^b^c", "(-a)^2", "-a^2", "a:b", "a + b * c^2", "a == 1 | b == 2", "l(x, -1)"],
  ];
  for (const text of texts) expect(printExpression(parseExpression(text))).toBe(text);
});

test("a power of a sum, which R makes products of, is refused where it stands alone", () => {
  expect(() => parseFormula("y ~ (a + b)^2")).toThrow(/at character 12 \(write x1 \* x2/);
  expect(parseFormula("y ~ I((a + b)^2) + a^2").terms.map(({ name }) => name)).toEqual([
    "I((a + b)^2)",
    "a^2",
  ]);
});
