import { strToU8, zipSync } from "fflate";
import { expect, test } from "vitest";
import { readDocument } from "../document.ts";
import { locate } from "./origins.ts";

const prose = `<p>${"A paragraph of some length, with commas, about courses for police from abroad, as was said. ".repeat(4)}</p>`;
const page = (markup: string) => strToU8(`<article><h1>H</h1>${prose}${markup}${prose}</article>`);

/** Caption and rows of each table: a cell as its words, its column, and what it takes where it takes more than one; heads with a mark. */
async function tablesOf(bytes: Uint8Array, name: string) {
  const { text, tables = [] } = await readDocument(bytes, { name, isolate: false });
  return tables.map(({ caption, rows }) => [
    caption && text.slice(...caption),
    ...rows.map(({ cells }) =>
      cells
        .map(({ span, column, across, down, head }) => {
          const size = across * down > 1 ? ` ${across}x${down}` : "";
          return `${head ? "^" : ""}${column}:${text.slice(...span)}${size}`;
        })
        .join(" "),
    ),
  ]);
}

test("a page tells cells, heads and captions of its tables", async () => {
  const markup = `<table><caption>Cameras by year</caption><thead><tr><th rowspan="2">Country</th><th colspan="2">Cameras</th></tr>
    <tr><td>2016</td><td>2017</td></tr></thead><tbody><tr><th>Ecuador</th><td><b>4,300</b></td><td></td></tr>
    <tr><td>Bolivia</td><td>600</td><td>700</td></tr></tbody></table>`;
  expect(await tablesOf(page(markup), "a.html")).toEqual([
    [
      "Cameras by year",
      "^0:Country 1x2 ^1:Cameras 2x1",
      "^1:2016 ^2:2017",
      "^0:Ecuador 1:4,300 2:",
      "0:Bolivia 1:600 2:700",
    ],
  ]);
});

test("the caption of a figure is kept where it holds a table, and dropped where it holds a picture", async () => {
  const markup = `<figure><table><tr><th>City</th><th>Cameras</th></tr><tr><td>Quito</td><td>9</td></tr></table><figcaption>Cameras of cities</figcaption></figure>${prose}<figure><img src="x.png"><figcaption>A camera in Quito</figcaption></figure>`;
  const document = await readDocument(page(markup), { name: "a.html", isolate: false });
  expect(document.text).toContain("Cameras of cities");
  expect(document.text).not.toContain("A camera in Quito");
  expect((await tablesOf(page(markup), "a.html"))[0]![0]).toBe("Cameras of cities");
});

test("a table that lays out a page is none", async () => {
  const layout = `<table><tr><td>${prose}</td><td><ul><li>Menu</li></ul></td></tr></table>`;
  expect(await tablesOf(page(layout), "a.html")).toEqual([]);
});

test("Markdown tells tables with and without marks at the ends of their rows, and titles above them", async () => {
  const text =
    "Intro.\n\nTable 1. Cameras by city.\n\n| City | A\\|B |\n|---|:-:|\n| Kampala | 3,200 |\n| | [5](https://a.example) |\n\nMore.\n\nCountry | N\n--- | ---\nKenya | 5\n\nEnd.";
  expect(await tablesOf(strToU8(text), "a.md")).toEqual([
    ["Table 1. Cameras by city.", "^0:City ^1:A|B", "0:Kampala 1:3,200", "0: 1:5"],
    [null, "^0:Country ^1:N", "0:Kenya 1:5"],
  ]);
});

const cell = (words: string, properties = "") =>
  `<w:tc><w:tcPr>${properties}</w:tcPr><w:p><w:r><w:t>${words}</w:t></w:r></w:p></w:tc>`;
const word = (body: string) =>
  zipSync({
    "word/document.xml": strToU8(
      `<?xml version="1.0"?><w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`,
    ),
  });

test("a Word file tells rows, merged cells and heads that are repeated on each page", async () => {
  const rows = [
    `<w:trPr><w:tblHeader/></w:trPr>${cell("Country")}${cell("City")}${cell("Cameras")}`,
    `${cell("Kenya", '<w:vMerge w:val="restart"/>')}${cell("Nairobi")}${cell("1,800")}`,
    `${cell("", "<w:vMerge/>")}${cell("Mombasa")}${cell("5")}`,
    `${cell("Total", '<w:gridSpan w:val="2"/>')}${cell("1,805")}`,
  ];
  const bytes = word(
    `<w:p><w:r><w:t>Cameras by city</w:t></w:r></w:p><w:tbl>${rows.map(row => `<w:tr>${row}</w:tr>`).join("")}</w:tbl>`,
  );
  expect(await tablesOf(bytes, "a.docx")).toEqual([
    [
      "Cameras by city",
      "^0:Country ^1:City ^2:Cameras",
      "0:Kenya 1x2 1:Nairobi 2:1,800",
      "1:Mombasa 2:5",
      "0:Total 2x1 2:1,805",
    ],
  ]);
  const document = await readDocument(bytes, { name: "a.docx", isolate: false });
  const at = document.text.indexOf("Mombasa");
  expect(locate(document, [at, at + 7])).toMatchObject([{ part: "word/document.xml", characters: [0, 7] }]);
});

test("long cells of a Word file stay paragraphs of their own", async () => {
  const long = "Words and words of a column that lays out a page. ".repeat(6);
  expect(await tablesOf(word(`<w:tbl><w:tr>${cell(long)}${cell("x")}</w:tr></w:tbl>`), "a.docx")).toEqual([]);
});
