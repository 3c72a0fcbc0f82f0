import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const takersIn = (text: string, language = "en") =>
  readClaims(testDocument(text, language), lexicon)
    .filter(({ form }) => form === "relation")
    .map(({ roles }) => roles["recipient"]?.[0] ?? "");

test.each([
  ["en", "Huawei has supplied surveillance systems to: Serbia, Kenya; Chad and Norway."],
  ["en", "Huawei has supplied surveillance systems to:\n• Serbia\n• Kenya\n• Chad\n• Norway"],
  ["en", "Huawei has supplied surveillance systems to the following countries:\nSerbia\nKenya\nChad\nNorway"],
  ["es", "Huawei ha suministrado cámaras a los siguientes países: Serbia, Kenia, Chad y Noruega."],
  ["zh", "华为向以下国家提供了监控系统：\n塞尔维亚\n肯尼亚\n乍得\n挪威"],
])("whoever is listed behind the colon takes, in lines as well (%s: %s)", (language, text) => {
  expect(takersIn(text, language).sort()).toEqual(["KEN", "NOR", "SRB", "TCD"]);
});

test("the following countries are those behind the colon, and never those told of before", () => {
  const before = "Hikvision sold cameras to Peru and Chile in 2019. ";
  const bought = "The following countries bought Huawei cameras: Serbia, Kenya.";
  expect(
    takersIn(before + bought)
      .slice(2)
      .sort(),
  ).toEqual(["KEN", "SRB"]);
  expect(takersIn(`${before}Huawei sold cameras to the following countries in 2018.`).slice(2)).toEqual([""]);
});

test("names below a colon end where a line says more, and two headings below one are no list", () => {
  expect(takersIn("Huawei supplied cameras to:\nSerbia\nKenya\nThe rest of them is not known.")).toEqual([
    "SRB",
    "KEN",
  ]);
  expect(
    takersIn("Huawei supplied cameras to Serbia, its minister said:\nKenya\nThe rest is unknown."),
  ).toEqual(["SRB"]);
});
