import { expect, test } from "vitest";
import { readQuantities } from "./quantities.ts";
import { unitWords } from "./unit-words.ts";

test.each(["month", "year", "decade"])("a text gives a quantity of %ss by each of the words for it", unit => {
  const words = unitWords(unit, "en");
  expect(words.length).toBeGreaterThan(1);
  for (const word of words) {
    const [found] = readQuantities(`It ran for 3 ${word} there.`, { language: "en" });
    expect([word, found?.value, found?.unit]).toEqual([word, 3, unit]);
  }
});

test("a unit that a language has no words for has none", () => {
  expect(unitWords("no such unit", "en")).toEqual([]);
});
