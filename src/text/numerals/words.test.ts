import { expect, it } from "vitest";
import { compiledPack } from "../pack/languages.ts";

const opens = (language: string, words: string) =>
  words.split(" ").map(word => compiledPack(language).numerals.opens?.(word) ?? null);

it("tells of an Arabic word whether a numeral may begin with it, with or without what is glued before it", () => {
  expect(opens("ar", "خمسه وخمسه بعشرين المليون")).toEqual([true, true, true, true]);
  expect(opens("ar", "الشرطه وزاره كاميرا")).toEqual([false, false, false]);
});

it("tells so of other words by their numerals alone, and of none where numerals are compounds", () => {
  expect(opens("es", "veinte policía")).toEqual([true, false]);
  expect(opens("de", "zweihundert Polizei")).toEqual([null, null]);
});
