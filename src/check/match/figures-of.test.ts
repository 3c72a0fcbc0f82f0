import { expect, test } from "vitest";
import type { Figure } from "../gather/types.ts";
import { figuresOf } from "./figures-of.ts";

const figures = [
  ["a", "cameras"],
  ["b", "cities"],
  ["c", ""],
  ["d", "cameras"],
].map(([id, measure]) => ({ id, measure })) as unknown as Figure[];
const idsOf = (...measures: string[]) => figuresOf({ figures }, measures).map(({ id }) => id);

test("figures of several measures keep the order of the shelf", () => {
  expect(idsOf("cities", "cameras")).toEqual(["a", "b", "d"]);
});

test("figures of a measure that nobody wants are left out, and so are those of none", () => {
  expect(idsOf("cameras")).toEqual(["a", "d"]);
  expect(idsOf("deaths")).toEqual([]);
});
