import { expect, test } from "vitest";
import { readHtml } from "./html.ts";

const told = (n: number) =>
  `<p>Paragraph ${n} tells at some length, with commas, of a course that a police college gave to officers from abroad, who studied for two weeks.</p>`;

const page = (before: string, between: string, after: string) =>
  `<html><head><title>Courses abroad</title></head><body><article>${before}${[1, 2, 3].map(told).join("")}${between}${[4, 5, 6].map(told).join("")}${after}</article></body></html>`;

const linesOf = (html: string) => readHtml(html, { url: "https://a.example/x" }).text.split("\n");
const plain = linesOf(page("", "", ""));

test.each([
  [
    "a title, a byline and a date before the text",
    "<h1>Courses abroad</h1><p>By A. Writer</p><p>Updated 14 May 2024, 10:30</p>",
    "",
    "",
  ],
  [
    "a caption with its credit",
    "",
    "<figure><img src='x'><figcaption>Officers in a room. Photo: B. Maker</figcaption></figure>",
    "",
  ],
  [
    "a caption that is only told by its class",
    "",
    "<div class='img-caption'>Officers stand in a large room.</div>",
    "",
  ],
  [
    "a link to another article between paragraphs",
    "",
    "<p><a href='/y'>OFFICERS FROM ABROAD VISIT THE CAPITAL AGAIN</a></p>",
    "",
  ],
  [
    "a block of related links with its heading",
    "",
    "",
    "<h3>You may also like</h3><ul><li><a href='/1'>One more story of it</a></li><li><a href='/2'>And another story</a></li></ul>",
  ],
  [
    "an invitation to subscribe",
    "",
    "<p>Sign up for <a href='/n'>our newsletter</a> to get more of this every week.</p>",
    "",
  ],
  [
    "an invitation in another language",
    "",
    "<p>Suscríbase a <a href='/n'>nuestro boletín</a> para recibir más.</p>",
    "",
  ],
  ["a line of rights", "", "", "<p>© 2024 The Paper. All rights reserved.</p>"],
])("%s is left out", (_, before, between, after) => {
  expect(linesOf(page(before, between, after))).toEqual(plain);
});

test.each([
  ["a heading with text below it", "<h2>What was taught</h2>"],
  ["a short sentence", "<p>Nobody paid.</p>"],
  ["a citation with a link", "<p>See <a href='/r'>the report</a> of the bureau.</p>"],
  ["a table", "<table><tr><td>Kenya</td><td>40</td></tr></table>"],
  ["a quotation", "<blockquote>We taught them all</blockquote>"],
  ["a list", "<ul><li>Kenya: 40 officers</li><li>Chad: 12 officers</li></ul>"],
])("%s is kept", (_, between) => {
  expect(linesOf(page("", between, "")).length).toBeGreaterThan(plain.length);
});

test("what is left out is counted", () => {
  const nav = "<figcaption>Officers in a room with a very long caption below them</figcaption>";
  expect(readHtml(page("", nav, "")).omitted).toBeGreaterThan(50);
});

test("a class name on the element that holds the article drops nothing", () => {
  const html = page("", "", "").replace("<article>", "<article class='has-sidebar share-widget related'>");
  expect(linesOf(html)).toEqual(plain);
});
