import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const values = (text: string, language = "en") =>
  readClaims(testDocument(text, language), testLexicon())
    .filter(({ form }) => form === "number")
    .map(({ value }) => value);

test("how sure a study is of its numbers and on how many it rests are no numbers of the text", () => {
  expect(
    values(
      "Autocracies saw a decline of 12 percent in liberties (p < 0.01; 95% CI: -19 to -5; N = 4,212; F(2, 310) = 23.4).",
    ),
  ).toEqual([12]);
  expect(values("El descenso fue del 12 por ciento (IC 95 % 5-19; p = 0,01).", "es")).toEqual([12]);
});

test("a number behind an equals sign that is no symbol of statistics is read", () => {
  expect(values("Safe City = 52 countries in 2019.")).toEqual([52]);
});

test('whoever writes "we estimate" credits nobody', () => {
  const [claim] = readClaims(
    testDocument("Using 1,324 contracts, we estimate two models and find that liberties fell by 12 percent."),
    testLexicon(),
  );
  expect(claim!.attribution).toBeNull();
});
