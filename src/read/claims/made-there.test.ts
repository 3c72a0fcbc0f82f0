import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

const first = (text: string, language: string) => readClaims(testDocument(text, language), lexicon)[0]!;

test.each([
  ["en", "Ecuador has installed some 4,300 cameras made in China."],
  ["en", "Ecuador has installed some 4,300 Chinese-made cameras."],
  ["es", "Ecuador ha instalado unas 4.300 cámaras fabricadas en China."],
  ["es", "Ecuador instaló unas 4.300 cámaras de fabricación china."],
  ["pt", "O Equador instalou cerca de 4.300 câmeras fabricadas na China."],
  ["fr", "L'Équateur a installé quelque 4 300 caméras fabriquées en Chine."],
  ["ru", "Эквадор установил около 4300 камер, произведённых в Китае."],
  ["ar", "ركبت الإكوادور 4300 كاميرا مصنوعة في الصين."],
])("where counted things were made is the country they come from, in %s: %s", (language, text) => {
  const { measure, roles } = first(text, language);
  expect(roles["vendor-country"]).toEqual(["CHN"]);
  expect(roles["recipient"]).toEqual(["ECU"]);
  expect(measure).not.toBe("cameras-produced");
});

test("the home of a firm that supplies outweighs where its things were made", () => {
  expect(first("Huawei supplied cameras made in Malaysia to Kenya.", "en").roles).toMatchObject({
    "vendor-country": ["CHN"],
    recipient: ["KEN"],
  });
});

test("what happened in a place was not made there", () => {
  expect(
    first("Los hechos en Quito fueron graves para Ecuador.", "es").roles["vendor-country"],
  ).toBeUndefined();
});
