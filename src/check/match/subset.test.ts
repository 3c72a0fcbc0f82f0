import { expect, it } from "vitest";
import type { Figure } from "../gather/types.ts";
import { isOfMoreStates, subsetWords } from "./subset.ts";

const figure = (population: string): Figure =>
  ({ subject: "Acme boxes", counted: "devices found", population, note: "", regime: "" }) as Figure;

it("states that are told from others without a name are a part of the world", () => {
  const words = subsetWords("found 316 devices in countries of concern, it said", "en");
  expect(words).toEqual(["concern"]);
  expect(isOfMoreStates(words, figure("world"))).toBe(true);
  expect(isOfMoreStates(words, figure("61 countries of concern"))).toBe(false);
});

it("a clause that names states, or all of them, tells of no such part", () => {
  expect(subsetWords("found 316 devices in 61 countries", "en")).toEqual([]);
  expect(subsetWords("encontró 316 equipos en países", "es")).toEqual([]);
  expect(isOfMoreStates([], figure("world"))).toBe(false);
});
