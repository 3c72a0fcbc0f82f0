import { expect, test } from "vitest";
import { blocksOf, titleOf } from "./blocks.ts";

const LONG =
  "A sentence that is long enough to stand as a paragraph of its own, because it says a number of things at once.";

test("short lines without a closing mark are headings, all others paragraphs", () => {
  const text = `${LONG}\nThe price of it\n${LONG}\n\n  Indented.\n`;
  expect(blocksOf(text).map(({ kind, span }) => [kind, text.slice(...span)])).toEqual([
    ["paragraph", LONG],
    ["heading", "The price of it"],
    ["paragraph", LONG],
    ["paragraph", "Indented."],
  ]);
});

test("a text of nothing but short lines has no headings", () => {
  expect(blocksOf("one\ntwo\nthree").every(({ kind }) => kind === "paragraph")).toBe(true);
});

test("an empty text has no blocks", () => {
  expect(blocksOf(" \n \r\n")).toEqual([]);
});

test("a text without a title is named by its first words, cut between words", () => {
  expect(titleOf({ title: "T", text: LONG })).toBe("T");
  expect(titleOf({ title: "", text: "\n Short one\nmore" })).toBe("Short one");
  expect(titleOf({ title: "", text: LONG })).toMatch(/^A sentence that .*\w…$/);
  expect(titleOf({ title: "", text: LONG }).length).toBeLessThanOrEqual(81);
  expect(titleOf({ title: "", text: "" })).toBe("Empty text");
});

test("what begins behind the text is a note", () => {
  const text =
    "A paragraph that is long enough to be told from a heading of the text, as it goes on and on.\n1 A note";
  expect(blocksOf(text, text.indexOf("1 A")).map(({ kind }) => kind)).toEqual(["paragraph", "note"]);
});

test("short lines in a row are items of a list, two below a line that leads to them, and what has a bullet is no heading", () => {
  const kinds = (text: string) => blocksOf(text).map(({ kind }) => kind);
  expect(kinds(`Deals\n${LONG}\nSerbia\nKenya\nChad\n${LONG}`)).toEqual([
    "heading",
    "paragraph",
    "item",
    "item",
    "item",
    "paragraph",
  ]);
  expect(kinds(`${LONG}\nIt sold to:\nSerbia\nKenya\n${LONG}`).slice(2, 4)).toEqual(["item", "item"]);
  expect(kinds(`The title\nA line below it\n${LONG}\n• One\n${LONG}`)).toEqual([
    "heading",
    "heading",
    "paragraph",
    "paragraph",
    "paragraph",
  ]);
});

test("a row of a table is no heading", () => {
  const text = `${LONG}\nCountry | Cameras\nEcuador | 4,300\n${LONG}`;
  expect(blocksOf(text).map(({ kind }) => kind)).toEqual(["paragraph", "cells", "cells", "paragraph"]);
});
