import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const places = (text: string) =>
  readClaims(testDocument(text), testLexicon()).flatMap(({ places: of }) => of);

test("the country of a currency is no place of a claim", () => {
  expect(places("Zambia borrowed 210 million US dollars for cameras.")).toEqual(["ZMB"]);
  expect(places("Zambia borrowed US$210 million for cameras.")).toEqual(["ZMB"]);
});

test("a country beside money in another currency stays", () => {
  expect(places("The US gave Zambia 4 million euros for cameras.")).toEqual(
    expect.arrayContaining(["USA", "ZMB"]),
  );
});
