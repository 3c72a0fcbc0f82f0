import { expect, test } from "vitest";
import { blocksOf, titleOf } from "./blocks.ts";

const LONG =
  "A sentence that is long enough to stand as a paragraph of its own, because it says a number of things at once.";

test("short lines without a closing mark are headings, all others paragraphs", () => {
  const text = `${LONG}\nThe price of it\n${LONG}\n\n  Indented.\n`;
  expect(blocksOf({ text }).map(({ kind, span }) => [kind, text.slice(...span)])).toEqual([
    ["paragraph", LONG],
    ["heading", "The price of it"],
    ["paragraph", LONG],
    ["paragraph", "Indented."],
  ]);
});

test("a text of nothing but short lines has no headings", () => {
  expect(blocksOf({ text: "one\ntwo\nthree" }).every(({ kind }) => kind === "paragraph")).toBe(true);
});

test("an empty text has no blocks", () => {
  expect(blocksOf({ text: " \n \r\n" })).toEqual([]);
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
  expect(blocksOf({ text, notesFrom: text.indexOf("1 A") }).map(({ kind }) => kind)).toEqual([
    "paragraph",
    "note",
  ]);
});

test("short lines in a row are items of a list, two below a line that leads to them, and what has a bullet is no heading", () => {
  const kinds = (text: string) => blocksOf({ text }).map(({ kind }) => kind);
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
  expect(blocksOf({ text }).map(({ kind }) => kind)).toEqual(["paragraph", "cells", "cells", "paragraph"]);
});

test("a row whose cells are told has them, with empty ones where a cell above reaches into it", () => {
  const text = `${LONG}\nKenya | Nairobi | 1,800\n| Mombasa | 5`;
  const [first, second] = [text.indexOf("Kenya"), text.indexOf("| Mombasa")];
  const at = (words: string, column: number) => {
    const from = text.indexOf(words);
    return { span: [from, from + words.length] as const, column, across: 1, down: 1, head: false };
  };
  const tables = [
    {
      caption: null,
      rows: [
        {
          span: [first, second - 1] as const,
          cells: [{ ...at("Kenya", 0), down: 2 }, at("Nairobi", 1), at("1,800", 2)],
        },
        { span: [second, text.length] as const, cells: [at("Mombasa", 1), at("5", 2)] },
      ],
    },
  ];
  const cells = blocksOf({ text, tables }).map(block => block.cells?.map(({ span }) => text.slice(...span)));
  expect(cells).toEqual([undefined, ["Kenya", "Nairobi", "1,800"], ["", "Mombasa", "5"]]);
});
