import { expect, test } from "vitest";
import { extentOf, floor, interval, type Point, pointOf, unbounded } from "./bounds.ts";
import { lineDrawing } from "./line.tsx";

test("a number without an interval cannot be drawn without the words that say why", () => {
  expect(() => unbounded("")).toThrow(/words that say why/);
  expect(() => floor(" ")).toThrow(/words that say why/);
  expect(() => interval(3, 2)).toThrow(/not an interval/);
  expect(() => interval(Number.NaN, 2)).toThrow(/not an interval/);
  const unchecked = { kind: "none", words: "" } as const;
  // @ts-expect-error bounds that were not checked are of another type
  const made: Point = { value: 1, bounds: unchecked };
  const points = [{ year: 2000, value: 1 }];
  // @ts-expect-error a point needs bounds
  const bare = () => lineDrawing({ id: "x", title: "t", axis: "a", points });
  expect(made.value).toBe(1);
  expect(bare).toBeTypeOf("function");
});

test("what a source gives becomes an interval, an open end, or the words that say there is none", () => {
  const words = { none: "no interval given", open: "documented, at least" };
  expect(pointOf({ value: 5, low: 4, high: 7 }, words).bounds).toMatchObject({
    kind: "interval",
    low: 4,
    high: 7,
  });
  expect(pointOf({ value: 5, low: 5, high: null }, words).bounds).toMatchObject({
    kind: "floor",
    words: words.open,
  });
  expect(pointOf({ value: 5, qualifier: "under" }, words).bounds).toMatchObject({ kind: "ceiling" });
  expect(pointOf({ value: 5, low: 5, high: 5 }, words).bounds).toMatchObject({
    kind: "none",
    words: words.none,
  });
  expect(pointOf({ value: null, low: 3, high: null }, words).value).toBe(3);
  expect(extentOf(pointOf({ value: null, low: 30, high: 40 }, words))).toEqual([30, 40]);
});
