import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";
import { readPdf } from "./pdf.ts";
import { column, pdfOf, type Word } from "./testing/pdf.ts";

const raised = (x: number, y: number, text: string): Word => ({ x, y: y + 3, text, size: 6 });

const first: Word[] = [
  ...column(60, 700, [
    "The firm sold cameras to 52 countries.",
    "Others counted 40 of them; the rest is not known to anybody, and",
  ]),
  raised(232, 700, "1"),
  ...["1", "2"].map((mark, i) => raised(60, 86 - 12 * i, mark)),
  { x: 66, y: 86, text: "Annual report of Huawei, 2019, 230 cities.", size: 8 },
  { x: 66, y: 74, text: "Hillman, Safe Cities, 2019.", size: 8 },
];
const second: Word[] = [
  ...column(60, 700, [
    "it was asked about in 2020. An area of 40 m",
    "was covered by the cameras of the town.",
  ]),
  raised(254, 700, "2"),
  { x: 60, y: 80, text: "3 The third of the notes, 2021.", size: 8 },
];

test("marks of notes are left out of a printed text, exponents are not, and what is dropped is counted", async () => {
  const { text, omitted } = await readPdf(pdfOf([first, second]));
  expect(text).toContain("The firm sold cameras to 52 countries.\nOthers counted 40 of them;");
  expect(text).toContain("An area of 40 m^2 was covered");
  expect(omitted).toBe(3);
});

test("notes at the foot of pages come behind the text, which goes on from page to page", async () => {
  const { text, notesFrom } = await readPdf(pdfOf([first, second]));
  expect(text).toContain("not known to anybody, and it was asked about in 2020.");
  expect(text.slice(notesFrom).trim().split("\n")).toEqual([
    "Annual report of Huawei, 2019, 230 cities.",
    "Hillman, Safe Cities, 2019.",
    "3 The third of the notes, 2021.",
  ]);
});

test("notes assert nothing", () => {
  const text = "Huawei sold cameras to Serbia in 2019.\nAnnual report of Huawei, 2019, 230 cities.";
  const document = { ...testDocument(text), notesFrom: text.indexOf("Annual") };
  expect(readClaims(document, testLexicon())).toHaveLength(1);
});

test("a page in smaller type than the others is read as text", async () => {
  const small = column(60, 700, ["1 Kenya bought cameras for its towns.", "2 Uganda bought none."]).map(
    word => ({ ...word, size: 8 }),
  );
  const { text, notesFrom } = await readPdf(pdfOf([first, small]));
  expect(text.slice(0, notesFrom)).toContain("Kenya bought cameras");
});
