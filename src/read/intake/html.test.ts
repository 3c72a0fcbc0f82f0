import { expect, test } from "vitest";
import { flattenHtml } from "./flatten.ts";
import { readHtml } from "./html.ts";

const paragraph = (n: number) =>
  `<p onclick="steal()">Paragraph ${n} tells at some length, with commas, of a course that a police college gave to officers from abroad, who studied for two weeks.</p>`;
const page = `<!doctype html><html lang="en-GB"><head><title>Courses | The Paper</title>
<link rel="canonical" href="/courses"><meta property="og:site_name" content="The Paper">
<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"NewsArticle","headline":"Courses abroad",
"datePublished":"2024-05-14T08:00:00Z","author":[{"name":"A. Writer"},{"name":"B. Writer"}],"publisher":{"name":"The Paper"}}]}</script>
<style>p{color:red}</style></head><body><nav><a href="/x">Menu</a></nav><article><h1>Courses abroad</h1>
${[1, 2, 3, 4, 5, 6].map(paragraph).join("\n")}
<p>See <a href="/report?id=1">the
 report</a> and <a href="javascript:alert(1)">this</a>.<script>alert("boo")</script></p></article></body></html>`;

test("a page gives its article, its makers and its date, and nothing that runs", () => {
  const read = readHtml(page, { url: "https://paper.example/a" });
  expect(read).toMatchObject({
    title: "Courses abroad",
    publisher: "The Paper",
    authors: ["A. Writer", "B. Writer"],
    published: "2024-05-14",
    url: "https://paper.example/courses",
    language: "en",
  });
  expect(read.text).toContain("Paragraph 1 tells");
  expect(read.text).not.toMatch(/boo|steal|color|Menu/);
  expect(read.text.split("\n").length).toBeGreaterThanOrEqual(7);
});

test("links keep the span of their words and lose what would run", () => {
  const { text, links } = readHtml(page, { url: "https://paper.example/a" });
  expect(links.map(link => [text.slice(...link.span), link.href])).toEqual([
    ["the report", "https://paper.example/report?id=1"],
  ]);
});

test("a page nested 100,000 deep is read without its structure, in bounded time", () => {
  const deep = `${"<div>".repeat(100_000)}the words${"</div>".repeat(100_000)}`;
  const read = readHtml(deep);
  expect(read.text).toBe("the words");
  expect(read.warnings[0]).toMatch(/100000 elements deep/);
});

test("a page that breaks off inside a tag, a comment or a script still gives what stood before", () => {
  for (const tail of ["<p class='x", "<!-- never closed", "<script>var x = '<p>no</p>'", "<a href="]) {
    expect(flattenHtml(`<p>Kept words.</p>${tail}`).text).toBe("Kept words.");
  }
});

test("character references become characters, broken ones stay visible", () => {
  expect(flattenHtml("<p>a&nbsp;&lt;b&#62; &#x1F600; &unknown; &#xD800;</p>").text).toBe(
    "a <b> \u{1F600} &unknown; \uFFFD",
  );
});

test("a row of a table of data is one line, in a page with an article and in one without", () => {
  const table = `<table><caption>Cameras by town</caption><tr><th>Town</th><th>Cameras</th><th>Year</th></tr>
<tr><td>Lake Town</td><td><p>900</p></td><td>2019</td></tr><tr><td>Hill Town</td><td></td><td>2020</td></tr></table>`;
  for (const body of [
    table,
    `<article><h1>Cameras</h1>${[1, 2, 3, 4].map(paragraph).join("")}${table}</article>`,
  ]) {
    const { text } = readHtml(`<html><body>${body}</body></html>`);
    expect(text).toContain(
      "Cameras by town\nTown | Cameras | Year\nLake Town | 900 | 2019\nHill Town | | 2020",
    );
  }
});

test("a table that lays out a page keeps its paragraphs apart", () => {
  const { text } = readHtml(
    `<html><body><table><tr><td><ul><li>Home</li><li>About</li></ul></td><td>${paragraph(1)}${paragraph(2)}</td></tr></table></body></html>`,
  );
  expect(text).not.toContain("|");
  expect(text).toMatch(/^Paragraph 1 .*\nParagraph 2 /m);
});

test("marks of notes are no part of the text, exponents and endings of numbers are", () => {
  const words = `It sold to 90 countries.<sup class="reference"><a href="#n1">[1]</a></sup> Others counted 52<sup>2</sup>.
The count<sup>3,4</sup> of the 1<sup>er</sup> year has 10<sup>6</sup> faces on 40 m<sup>2</sup>.`;
  const read = readHtml(`<html lang="en"><body><p>${words}</p></body></html>`);
  expect(read.text.replace(/\s+/g, " ")).toContain(
    "It sold to 90 countries. Others counted 52. The count of the 1er year has 10^6 faces on 40 m^2.",
  );
});

test("a figure and its label in elements of their own are two words", () => {
  const box = (...parts: string[]) => `<div>${parts.map(each => `<span>${each}</span>`).join("")}</div>`;
  const read = (html: string) =>
    readHtml(`<html lang="en"><body>${paragraph(1)}${html}${paragraph(2)}</body></html>`).text;
  expect(read(box("1,200", "cameras in Lake Town"))).toContain("1,200 cameras in Lake Town");
  expect(read(box("<b>$137m</b>", "loan to the town"))).toContain("$137m loan to the town");
  expect(read(box("Cameras of the town of Hill Town", "83"))).toContain("Hill Town 83");
  // Parts of one word, a name in letters, and running text stay as they are.
  expect(read(box("H", "ill Town"))).toContain("Hill Town");
  expect(read(box("1", "st"))).toContain("1st");
  expect(read(box("5 ways to see game d", "ay"))).toContain("game day");
  expect(read("<p>A <span>4</span><span>Kids</span> shop</p>")).toContain("A 4Kids shop");
});

test("notes and sources that a page keeps in a part of their own come behind its text and assert nothing", async () => {
  const { text, notesFrom } = readHtml(
    `<html lang="en"><body><article><h1>Courses abroad</h1>${paragraph(1)}<div class="mw-references-wrap"><ol><li>Annual report of the firm, 2019, which tells of 230 cities, p. 4.</li></ol></div>${paragraph(2)}${paragraph(3)}</article></body></html>`,
  );
  expect(text.slice(0, notesFrom)).toContain("Paragraph 3 tells");
  expect(text.slice(notesFrom)).toContain("Annual report");
});
