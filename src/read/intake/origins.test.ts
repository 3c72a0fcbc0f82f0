import { strToU8, zipSync } from "fflate";
import { parseHTML } from "linkedom";
import { expect, test } from "vitest";
import { readDocument } from "../document.ts";
import { readDocx } from "./docx.ts";
import { readEmail } from "./email.ts";
import { readEpub } from "./epub.ts";
import { flattenHtml } from "./flatten.ts";
import { readHtml } from "./html.ts";
import { readMarkdown } from "./markdown.ts";
import { locate } from "./origins.ts";
import type { Page } from "./page.ts";

type Mapped = Pick<Page, "text" | "origins">;

/** Every character that has an origin, with that origin; the share of letters that have one. */
function eachCharacter(page: Mapped, check: (c: string, origin: ReturnType<typeof locate>[number]) => void) {
  let letters = 0;
  let mapped = 0;
  for (let i = 0; i < page.text.length; i++) {
    const [origin] = locate(page, [i, i + 1]);
    if (/\S/.test(page.text[i]!)) letters++;
    if (!origin) continue;
    if (/\S/.test(page.text[i]!)) mapped++;
    check(page.text[i]!, origin);
  }
  return mapped / letters;
}

/** Text node that an XPath of the simple kind names. */
function textAt(html: string, path: string): string {
  const { document } = parseHTML(html);
  let node: unknown = null;
  for (const step of path.split("/").slice(1)) {
    const [, name, nth = "1"] = /^([\w()]+)(?:\[(\d+)\])?$/.exec(step)!;
    if (node === null) {
      node = document.documentElement;
      continue;
    }
    const wanted = name === "text()" ? "#text" : name!;
    const children = [...(node as { childNodes: Iterable<{ nodeName: string }> }).childNodes];
    node = children.filter(child => child.nodeName.toLowerCase() === wanted)[Number(nth) - 1];
  }
  return (node as { data: string }).data;
}

const article = `<html><head><title>x</title></head><body><div class="nav"><a href="/">Home and police</a></div><div id="main"><h1>A course</h1>
${Array.from({ length: 8 }, (_, n) => `<p>Paragraph ${n} &amp; more tells, <b>at some</b>   length, of a course that a police college\n gave to <a href="/x">officers</a> from abroad, who studied for two weeks.</p>`).join("\n")}
</div></body></html>`;

test("each character of an article is found at the path of its text node", () => {
  const page = readHtml(article, { url: "https://a.example/" });
  expect(page.text).toContain(
    "Paragraph 7 & more tells, at some length, of a course that a police college gave",
  );
  const share = eachCharacter(page, (c, { path, characters }) => {
    const source = textAt(article, path!).slice(...characters);
    expect(source.replace(/[\s\u00a0]/, " ")).toBe(c);
  });
  expect(share).toBe(1);
});

test("a span over several nodes gives each of them", () => {
  const page = readHtml("<p>Kenya bought <b>forty</b> cameras.</p>");
  expect(locate(page, [0, page.text.length]).map(({ path, characters }) => [path, characters])).toEqual([
    ["/html/body/p[1]/text()[1]", [0, 12]],
    ["/html/body/p[1]/b[1]/text()[1]", [0, 5]],
    ["/html/body/p[1]/text()[2]", [1, 9]],
  ]);
});

test("rows without a body of their table get the path that a browser gives them", () => {
  const page = readHtml("<table><tr><td>Kenya</td><td>40 cameras</td></tr></table>");
  const at = page.text.indexOf("40");
  expect(locate(page, [at, at + 2])[0]!.path).toBe("/html/body/table[1]/tbody[1]/tr[1]/td[2]/text()[1]");
});

test("a page read without its structure points into its source, character references whole", () => {
  const html = "<div><p>Caf&eacute;s &amp; <i>bars</i>\n\n of  Nairobi &#x41;</p></div>";
  const page = flattenHtml(html);
  expect(page.text).toBe("Cafés & bars of Nairobi A");
  const at = (words: string) => {
    const start = page.text.indexOf(words);
    return locate(page, [start, start + words.length]).map(o => html.slice(...o.characters));
  };
  expect(at("é")).toEqual(["&eacute;"]);
  expect(at("bars")).toEqual(["bars"]);
  expect(at("Nairobi A")).toEqual(["Nairobi &#x41;"]);
});

test("each character of a Markdown file is found in the file", () => {
  const source =
    "---\ntitle: T\n---\n# A *head* &amp; more\n\nOne **strong** word in [the\nreport](https://a.example/x) and `code_x`,\nsnake_case _soft_ \\* end.\n\n- item one\n- item two\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n```\nkept  12\n```\n<script>no()</script>tail";
  const page = readMarkdown(source);
  const share = eachCharacter(page, (c, { characters }) => {
    const found = source.slice(...characters);
    expect(found === "&amp;" ? "&" : found.replace(/\n/, " ")).toBe(c);
  });
  expect(share).toBe(1);
  expect(page.text).toContain("snake_case soft * end.");
});

test("a Word file gives part, paragraph and character, notes and cells included", () => {
  const w = (body: string, root = "document") =>
    strToU8(`<?xml version="1.0"?><w:${root} xmlns:w="w"><w:body>${body}</w:body></w:${root}>`);
  const p = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const page = readDocx(
    zipSync({
      "word/document.xml": w(
        `${p("First  one &amp; all")}<w:p/><w:tbl><w:tr><w:tc>${p("Kenya")}</w:tc><w:tc><w:p><w:r><w:t>40</w:t><w:tab/><w:t>cameras</w:t></w:r></w:p></w:tc></w:tr></w:tbl><mc:AlternateContent><mc:Choice>${p("Box")}</mc:Choice><mc:Fallback>${p("Box")}</mc:Fallback></mc:AlternateContent>`,
      ),
      "word/footnotes.xml": strToU8(
        `<w:footnotes><w:footnote w:type="separator" w:id="0">${p("---")}</w:footnote><w:footnote w:id="2">${p("A note of 2019.")}</w:footnote></w:footnotes>`,
      ),
    }),
  );
  expect(page.text).toBe("First one & all\nKenya | 40 cameras\nBox\nA note of 2019.");
  const of = (words: string) => {
    const at = page.text.indexOf(words);
    return locate(page, [at, at + words.length]).map(({ part, paragraph, characters }) => [
      part,
      paragraph,
      characters,
    ]);
  };
  expect(of("& all")).toEqual([["word/document.xml", 1, [11, 16]]]);
  expect(of("cameras")).toEqual([["word/document.xml", 4, [3, 10]]]);
  expect(of("2019")).toEqual([["word/footnotes.xml", 1, [10, 14]]]);
});

test("a book gives chapter and path, a mail its part", () => {
  const book = readEpub(
    zipSync({
      "META-INF/container.xml": strToU8(
        '<container><rootfiles><rootfile full-path="O/b.opf"/></rootfiles></container>',
      ),
      "O/b.opf": strToU8(
        '<package><manifest><item id="a" href="../t/a%20b.xhtml"/><item id="b" href="b.xhtml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>',
      ),
      "t/a b.xhtml": strToU8("<html><body><p>First.</p></body></html>"),
      "O/b.xhtml": strToU8("<html><body><p>No.</p><p>Kenya.</p></body></html>"),
    }),
  );
  expect(locate(book, [11, 16])).toEqual([
    { span: [11, 16], characters: [0, 5], part: "O/b.xhtml", path: "/html/body/p[2]/text()[1]" },
  ]);
  const mail = readEmail(
    strToU8(
      'From: A <a@b.example>\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: multipart/alternative; boundary=y\n\n--y\nContent-Type: text/plain; format=flowed\n\nOne line that \nflows on.\nNext.\n--y\nContent-Type: text/html\n\n<p>no</p>\n--y--\n--x\nContent-Type: text/html\n\n<p>Kenya</p>\n--x\nContent-Type: image/png\nContent-Disposition: inline; filename="a.png"\n\nAAAA\n--x--\n',
    ),
  );
  expect(mail.text).toBe("One line that flows on.\nNext.\n\nKenya");
  expect(mail.warnings).toEqual(["1 attachment was not read: a.png."]);
  expect(locate(mail, [14, 19])).toEqual([{ span: [14, 19], characters: [15, 20], part: "1.1" }]);
  expect(locate(mail, [31, 36])[0]).toMatchObject({ part: "2", path: "/html/body/p[1]/text()[1]" });
});

test("characters of a plain text are the file's own", async () => {
  const text = "Kenya bought\r\n40 cameras.";
  const document = await readDocument(strToU8(text), { name: "a.txt" });
  expect(locate(document, [14, 16])).toEqual([{ span: [14, 16], characters: [14, 16] }]);
  expect(locate({}, [0, 3])).toEqual([]);
});
