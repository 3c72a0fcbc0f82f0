import { expect, test } from "vitest";
import { formatTable } from "./table.ts";

const ROWS = [
  [
    "share-of-regime-trained-by-edition",
    "Share of a regime class that was trained, by edition of the classes",
  ],
  ["countries-trained", "Countries whose police were trained"],
];

test("a table is cut to the width of the terminal, but never in a column whose names are typed", () => {
  const lines = formatTable(["indicator", "what it counts"], ROWS, { width: 60, whole: 1 })
    .trimEnd()
    .split("\n");
  expect(Math.max(...lines.map(line => line.length))).toBe(60);
  expect(lines[2]).toMatch(/^share-of-regime-trained-by-edition {2}Share of .*…$/);
  expect(formatTable(["indicator", "what it counts"], ROWS, { width: 40 })).toMatch(/^share-of-\S*…/m);
});

test("a table whose typed names alone are wider than the terminal keeps them", () => {
  const text = formatTable(["indicator"], ROWS, { width: 10, whole: 1 });
  expect(text).toContain("share-of-regime-trained-by-edition");
});
