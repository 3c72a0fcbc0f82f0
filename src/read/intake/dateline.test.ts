import { expect, test } from "vitest";
import { readDocument } from "../document.ts";

const read = (text: string, name: string) => readDocument(new TextEncoder().encode(text), { name });
const paragraph =
  "China trained 40 officers of Kenya last month, the ministry said, and more are to follow. ".repeat(6);

test("a by-line with its date, set as a heading, dates a page whose markup does not", async () => {
  const byline = (tag: string) =>
    `<html><body><article><h1>China trains police in Kenya</h1><${tag}>By a staff reporter, 12 March 2021</${tag}><p>${paragraph}</p></article></body></html>`;
  for (const tag of ["h2", "h3", "p", "div"])
    expect((await read(byline(tag), "a.html")).published).toBe("2021-03-12");
  const marked = byline("h2").replace(
    "<body>",
    '<head><meta property="article:published_time" content="2021-03-14"></head><body>',
  );
  expect((await read(marked, "a.html")).published).toBe("2021-03-14");
});

test("a plain text and Markdown are dated by a line of their own before the first paragraph", async () => {
  const text = `China trains police in Kenya\nNairobi, 12 March 2021\n\n${paragraph}`;
  expect((await read(text, "a.txt")).published).toBe("2021-03-12");
  expect((await read(`# China trains police\n### 12 March 2021\n\n${paragraph}`, "a.md")).published).toBe(
    "2021-03-12",
  );
});

test("a date in a headline or in the text is no date of publication", async () => {
  const headline = "Two hundred officers of Kenya were in Beijing for a course on 12 March 2021";
  expect((await read(`${headline}\n\n${paragraph}`, "a.txt")).published).toBe("");
  expect((await read(`China trains police\n\nOn 12 March 2021 ${paragraph}`, "a.txt")).published).toBe("");
});

test("a text without such a line is dated by the dateline of its first paragraph", async () => {
  const text = `Kenya's police in Beijing\n\nNAIROBI, Kenya, March 12, 2021 (AFP) - ${paragraph}`;
  expect((await read(text, "a.txt")).published).toBe("2021-03-12");
  expect((await read(`NAIROBI (AFP) - ${paragraph}`, "a.txt")).published).toBe("");
});
