import { expect, test } from "vitest";
import { writersOf, writersOfByline } from "./byline.ts";
import { readHtml } from "./html.ts";

test("a line that says by whom gives its names, without place, date and task", () => {
  const lines: [string, string[]][] = [
    ["By Ada Quill and Bo de la Cruz in Nairobi", ["Ada Quill", "Bo de la Cruz"]],
    ["By Ada Quill, Staff Reporter | 12 May 2021", ["Ada Quill"]],
    ["Por Inés Autora y Luis Escriba", ["Inés Autora", "Luis Escriba"]],
    ["Par Zoé Plume, à Dakar", ["Zoé Plume"]],
    ["Автор: Анна Перова", ["Анна Перова"]],
    ["بقلم سلمى كاتبة", ["سلمى كاتبة"]],
    ["作者：王写作", ["王写作"]],
  ];
  for (const [line, names] of lines) expect(writersOf(line), line).toEqual(names);
});

test("other lines name no writer", () => {
  for (const line of [
    "By the end of the year all cameras had been removed.",
    "By 2021 the town had none",
    "Ada Quill",
    "Nairobi, 12 May 2021",
    "By our own correspondent",
  ])
    expect(writersOf(line), line).toEqual([]);
  expect(writersOfByline("Ada Quill, 12 May")).toEqual(["Ada Quill"]);
  expect(writersOfByline("Read more articles")).toEqual([]);
});

const paragraph =
  "<p>A police college gave a course to officers from abroad, who studied there for two weeks, with commas, and went home.</p>";
const page = (head: string, byline: string, tail = "") =>
  readHtml(
    `<html><head>${head}<title>Courses</title></head><body><article><h1>Courses</h1>${byline}${paragraph.repeat(5)}</article>${tail}</body></html>`,
  ).authors;

test("a page without data on its writers is asked for its by-line", () => {
  expect(page("", "<p>By Ada Quill</p>")).toEqual(["Ada Quill"]);
  expect(
    page("", '<div class="post-byline"><a href="/w">Ada Quill</a> <span>12 May 2021</span></div>'),
  ).toEqual(["Ada Quill"]);
  expect(page('<meta name="author" content="B. Writer">', "<p>By Ada Quill</p>")).toEqual(["B. Writer"]);
});

test("writers of comments and of other articles are not the page's", () => {
  expect(page("", "", '<div class="comments"><p class="author">Max Reader</p></div>')).toEqual([]);
  expect(page("", "", '<aside class="related"><span class="byline">By Max Other</span></aside>')).toEqual([]);
});
