import { expect, it } from "vitest";
import type { Figure } from "../gather/types.ts";
import { isOfOtherLength, monthsIn } from "./duration.ts";

it.each([
  ["will cost A$400 million over ten years", "en", [120]],
  ["今后12个月还将培训5000名", "zh", [12]],
  ["en cinco años", "es", [60]],
  ["в течение пяти лет", "ru", [60]],
])("reads over how long %s", (text, language, months) => expect(monthsIn(text, language)).toEqual(months));

it.each([
  ["opened five years ago", "en"],
  ["hace cinco años", "es"],
  ["five years later", "en"],
  ["五年前", "zh"],
])("takes what lies behind for no length: %s", (text, language) =>
  expect(monthsIn(text, language)).toEqual([]),
);

const figure = (population: string) => ({ population, counted: "places" }) as Figure;

it("parts a sum for five years from one for ten, and neither from one that tells of no length", () => {
  expect(isOfOtherLength(() => [120], figure("five years"))).toBe(true);
  expect(isOfOtherLength(() => [60], figure("developing countries, five years"))).toBe(false);
  expect(isOfOtherLength(() => [60], figure("Africa"))).toBe(false);
  expect(isOfOtherLength(() => [], figure("five years"))).toBe(false);
});
