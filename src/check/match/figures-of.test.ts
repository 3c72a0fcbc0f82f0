import { expect, test } from "vitest";
import type { Figure } from "../gather/types.ts";
import { figuresOf } from "./figures-of.ts";

const figures = [
  ["a", "cameras"],
  ["b", "cities"],
  ["c", ""],
  ["d", "cameras"],
].map(([id, measure]) => ({ id, measure })) as unknown as Figure[];
const idsOf = (isWanted: (measure: string) => boolean) =>
  figuresOf({ figures }, isWanted).map(({ id }) => id);

test("figures of several measures keep the order of the shelf", () => {
  expect(idsOf(measure => measure !== "")).toEqual(["a", "b", "d"]);
});

test("figures of a measure that nobody wants are left out, and so are those of none", () => {
  expect(idsOf(measure => measure === "cameras")).toEqual(["a", "d"]);
  expect(idsOf(measure => measure === "deaths")).toEqual([]);
});
