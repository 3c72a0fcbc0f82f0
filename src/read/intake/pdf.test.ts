import { expect, test } from "vitest";
import { locate } from "./origins.ts";
import { readPdf } from "./pdf.ts";
import { column, pdfOf } from "./testing/pdf.ts";

const left = [
  "China trained police from Kenya and from",
  "Uganda in courses of two weeks at a state-",
  "owned college near the capital. An ex-",
  "hibit of the college was shown to them",
  "and to guests of other countries as well.",
];
const right = [
  "The second column begins with this line",
  "and goes on to tell of state-owned firms",
  "that sold cameras to the cities where all",
  "of these courses were held in the same",
  "year, as the records of the firms say.",
];

test("columns are read one after the other, below a heading that spans them", async () => {
  const page = await readPdf(
    pdfOf([
      [
        {
          x: 60,
          y: 740,
          text: "Courses for the police of other countries, and what was sold beside them",
          size: 14,
        },
        ...left.flatMap((text, i) => [
          { x: 60, y: 700 - 12 * i, text },
          { x: 320, y: 700 - 12 * i, text: right[i]! },
        ]),
      ],
    ]),
  );
  expect(page.text).toBe(
    `Courses for the police of other countries, and what was sold beside them
China trained police from Kenya and from Uganda in courses of two weeks at a state-owned college near the capital. An exhibit of the college was shown to them and to guests of other countries as well.
The second column begins with this line and goes on to tell of state-owned firms that sold cameras to the cities where all of these courses were held in the same year, as the records of the firms say.`,
  );
});

test("lines that end where the next word had had room are items of a list, whose bullets are drawn", async () => {
  const lines = [
    "The bureau lists what it knows of deals in these countries, with the sources of each, and what it",
    "could not confirm:",
    "Huawei supplied cameras to Serbia",
    "Hikvision sold cameras to the police of Quito",
    "China trained 40 officers from Kenya",
  ];
  const { text } = await readPdf(pdfOf([column(60, 700, lines)]));
  expect(text.split("\n")).toEqual([`${lines[0]} ${lines[1]}`, ...lines.slice(2)]);
});

test("lines beside a picture go on, though they leave their column empty", async () => {
  const lines = [
    "The bureau lists what it knows of deals in these countries, with the sources of each, and what",
    "Huawei and other firms have sold in these years there to the",
    "Ministry of the Interior, the police of Quito, its airport,",
    "and others.",
  ];
  expect((await readPdf(pdfOf([column(60, 700, lines)]))).text).toBe(lines.join(" "));
});

test("rows of a table stay together", async () => {
  const rows = [
    ["Kenya", "2018", "120 officers"],
    ["Uganda", "2019", "45 officers"],
    ["Chad", "2019", "12 officers"],
    ["Laos", "2020", "300 officers"],
    ["Peru", "2021", "7 officers"],
  ];
  const words = rows.flatMap((row, i) => row.map((text, k) => ({ x: 60 + 150 * k, y: 700 - 14 * i, text })));
  expect((await readPdf(pdfOf([words]))).text).toContain("Kenya 2018 120 officers Uganda 2019 45 officers");
});

test("running heads and page numbers are dropped and counted, and a paragraph goes on over the page", async () => {
  const pages = ["Kenya", "Uganda", "Chad", "Laos"].map((country, n) => [
    { x: 60, y: 760, text: "Annual report of the bureau" },
    ...column(60, 700, [
      `${n < 1 ? "The police of" : "in"} ${country} was shown what the college of ${country} teaches and`,
      `what officers of ${country} had learned there before they went home and`,
    ]),
    { x: 300, y: 30, text: `${n + 1}` },
  ]);
  const { text, omitted } = await readPdf(pdfOf(pages));
  expect(text).not.toContain("Annual report");
  expect(text).toContain("went home and in Uganda was shown");
  expect(text.split("\n")).toHaveLength(1);
  expect(omitted).toBe(4 * "Annual report of the bureau".length + 4);
});

test("on two pages a line at the same height of both is a running head, and one at another height is text", async () => {
  const page = (n: number, rest: string) => [
    { x: 60, y: 760, text: "Bulletin of the harbour" },
    ...column(60, 700 - 40 * n, ["Kenya bought cameras for its harbour and said nothing more.", rest]),
    { x: 300, y: 30, text: `${n + 1}` },
  ];
  const { text } = await readPdf(pdfOf([page(0, "Uganda waited."), page(1, "Chad did not.")]));
  expect(text).not.toContain("Bulletin");
  expect(text.match(/Kenya bought cameras/g)).toHaveLength(2);
  expect(text).not.toMatch(/\d/);
});

test("two pages of the same lines alone are text and no running head", async () => {
  const page = column(60, 700, ["Kenya bought cameras for its harbour."]);
  const { text } = await readPdf(pdfOf([page, page]));
  expect(text.match(/Kenya bought cameras/g)).toHaveLength(2);
});

test("each character keeps its page and the box of its words", async () => {
  const read = await readPdf(
    pdfOf([
      column(72, 700, ["Nothing is told on this first page at all."]),
      column(72, 600, ["Kenya bought 40 cameras in 2019 for its police."]),
    ]),
  );
  const at = read.text.indexOf("40 cameras");
  const [origin, ...more] = locate(read, [at, at + 10]);
  expect(more).toEqual([]);
  expect(origin).toMatchObject({ page: 2, characters: [13, 23], span: [at, at + 10] });
  const [x0, y0, x1, y1] = origin!.box!;
  expect([y0, y1]).toEqual([600, 610]);
  // Helvetica sets "Kenya bought " at 10 points 61 points wide, and "40 cameras" 52.
  expect(Math.abs(x0 - (72 + 61))).toBeLessThan(8);
  expect(Math.abs(x1 - (72 + 113))).toBeLessThan(10);
});

test("a locator of a word that was cut gives both lines", async () => {
  const read = await readPdf(
    pdfOf([column(72, 700, ["They were shown an ex-", "hibit of cameras and more of it."])]),
  );
  const at = read.text.indexOf("exhibit");
  expect(locate(read, [at, at + 7]).map(origin => origin.characters)).toEqual([
    [19, 21],
    [0, 5],
  ]);
});

test("metadata gives title, author, date and language", async () => {
  const info = "/Title (Courses) /Author (The Desk) /CreationDate (D:20240501120000Z)";
  const page = await readPdf(
    pdfOf([column(72, 700, ["Some words about courses for police."])], { info, catalog: "/Lang (fr-FR)" }),
  );
  expect(page).toMatchObject({
    title: "Courses",
    authors: ["The Desk"],
    published: "2024-05-01",
    language: "fr",
  });
});

const picture = { width: 60, height: 80, grey: new Uint8Array(60 * 80).fill(255) };

test("a scan is recognised and said to need OCR; single pictures among pages are named", async () => {
  await expect(readPdf(pdfOf([picture, picture]))).rejects.toMatchObject({
    code: "needs-ocr",
    hint: expect.stringContaining("--ocr"),
  });
  const mixed = await readPdf(pdfOf([column(72, 700, ["Some words about courses for police."]), picture]));
  expect(mixed.text).toBe("Some words about courses for police.");
  expect(mixed.warnings[0]).toMatch(/^Page 2 is a picture and not read/);
});

test("a file that breaks off gives what can be found, and says so", async () => {
  const whole = pdfOf(
    [1, 2, 3].map(n => column(72, 700, [`Page ${n} has some words about police courses.`])),
  );
  const read = await readPdf(whole.slice(0, whole.length - 400));
  expect(read.text).toContain("Page 1 has some words");
  expect(read.warnings[0]).toMatch(/breaks off/);
});

test("a document that takes too long is read as far as time goes, and says so", async () => {
  const pages = Array.from({ length: 30 }, (_, n) =>
    column(72, 700, [`Page ${n} has some words about police.`]),
  );
  const read = await readPdf(pdfOf(pages), { budget: 0 });
  expect(read.text).toContain("Page 0 has");
  expect(read.warnings[0]).toMatch(/^Only the first 1 of 30 pages/);
});

test("an encrypted file that asks for a password is refused with the way out", async () => {
  const key = "00".repeat(32);
  const trailer = `/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -44 /O <${key}> /U <${key}> >>`;
  await expect(readPdf(pdfOf([column(72, 700, ["Some words."])], { trailer }))).rejects.toMatchObject({
    code: "encrypted",
    hint: "save an open copy and give that",
  });
});

test("Arabic lines are read from the right, Chinese lines are joined without a space", async () => {
  const { printedText } = await import("./pdf-text.ts");
  const { pageLines } = await import("./pdf-lines.ts");
  const item = (str: string, x: number, y: number, width: number, dir = "ltr") => ({
    str,
    dir,
    transform: [10, 0, 0, 10, x, y],
    width,
    height: 10,
  });
  const arabic = pageLines([item("الشرطة", 100, 700, 40, "rtl"), item("تدريب", 145, 700, 30, "rtl")], 1);
  expect(arabic.map(line => line.text)).toEqual(["تدريب الشرطة"]);
  const chinese = pageLines(
    [item("中国培训了来自肯尼亚的", 72, 700, 110), item("警察一百二十人。", 72, 686, 80)],
    1,
  );
  expect(printedText([chinese]).text).toBe("中国培训了来自肯尼亚的警察一百二十人。");
});

test("words that a damaged file gives no place are read, and have a box", async () => {
  const { pageLines } = await import("./pdf-lines.ts");
  const item = (str: string, y: number, width: number) => ({
    str,
    dir: "ltr",
    transform: [10, 0, 0, 10, 72, y],
    width,
    height: 10,
  });
  const lines = pageLines(
    [item("Kenya bought cameras.", 700, 110), item("Chad did not.", Number.NaN, Number.POSITIVE_INFINITY)],
    1,
  );
  expect(lines.map(({ text }) => text)).toEqual(["Kenya bought cameras.", "Chad did not."]);
  expect(lines.flatMap(({ box }) => box).every(Number.isFinite)).toBe(true);
});
