import { expect, test } from "vitest";
import { oneWordNumerals } from "./one-word.ts";

test("a number has the words that say it alone, and none where it takes two", () => {
  expect(oneWordNumerals(12, "en")).toEqual(["twelve"]);
  expect(oneWordNumerals(40, "en")).toContain("forty");
  expect(oneWordNumerals(21, "en")).toEqual([]);
  expect(oneWordNumerals(3, "es")).toContain("tres");
});
