import { expect, it } from "vitest";
import type { Figure } from "../gather/types.ts";
import { isOfSibling } from "./siblings.ts";

const figure = (counted: string, value: number, own: Partial<Figure> = {}) =>
  ({
    counted,
    value,
    counter: "gao",
    measure: "funding-share",
    unit: "percent",
    start: "2008",
    end: "2009",
    asOf: "",
    about: ["USA"],
    ...own,
  }) as Figure;

const defence = figure("share from Department of Defense", 55);
const state = figure("share from Department of State", 42);
const figures = [defence, state];

it("tells that a number is that of another part than the clause names", () => {
  expect(isOfSibling(defence, "the State Department paid about 55% of it", { figures })).toBe(true);
  expect(isOfSibling(state, "the State Department paid about 42% of it", { figures })).toBe(false);
  expect(isOfSibling(defence, "two departments paid 55% of it", { figures })).toBe(false);
});

it("holds no counts of different times or counters against each other", () => {
  const other = figure("share from Department of State", 42, { end: "2011" });
  expect(isOfSibling(defence, "the State Department paid 55%", { figures: [defence, other] })).toBe(false);
});
