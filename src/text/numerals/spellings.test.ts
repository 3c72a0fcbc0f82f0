import { expect, test } from "vitest";
import { numberSpellings } from "./spellings.ts";

test("a number is written in digits, in a word that says it alone, and with a multiplier", () => {
  expect(numberSpellings(12, "en")).toEqual(["12", "twelve"]);
  expect(numberSpellings(21, "en")).toEqual(["21"]);
  expect(numberSpellings(6e6, "en")).toEqual(expect.arrayContaining(["6000000", "6 million", "six million"]));
  expect(numberSpellings(3, "es")).toContain("tres");
});
