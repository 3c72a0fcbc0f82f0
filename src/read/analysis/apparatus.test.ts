import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const claims = (text: string, language = "en") =>
  readClaims(testDocument(text, language), lexicon).map(claim => claim.text);

const ARTICLE = "Huawei sold cameras to Serbia in 2019.";
const ENTRIES = `Hillman, J. (2019). "Watching the cities: 52 countries". CSIS.
Annual report of Huawei 2018, 230 cities
[3] https://example.org/cameras-in-90-countries`;

test("a list of sources at the end of a text asserts nothing", () => {
  expect(claims(`${ARTICLE}\n\nReferences\n${ENTRIES}`)).toEqual(claims(ARTICLE));
  expect(claims(`${ARTICLE}\n\n5. Notes and references:\n${ENTRIES}`)).toEqual(claims(ARTICLE));
});

test("lists of sources are known by their heading in each language", () => {
  const heads = {
    es: "Referencias",
    fr: "Notes et références",
    pt: "Referências",
    ru: "Примечания",
    zh: "参考文献",
    ar: "المراجع",
  };
  for (const [language, head] of Object.entries(heads))
    expect(claims(`${head}\n\n${ENTRIES}`, language), language).toEqual([]);
});

test("the heading of another part ends the list", () => {
  const text = `Sources\n\nAnnual report of Huawei, 2018.\n\nFindings\n\n${ARTICLE}`;
  expect(claims(text)).toEqual(claims(ARTICLE));
});

test("what follows such a heading and is no entry is read", () => {
  const text = "Notes\nPolice of Kenya were trained by China at a college of Beijing for three weeks.";
  expect(claims(text)).toHaveLength(1);
});

test("a question gives no record, since its answer may be no", () => {
  const records = (text: string) => readRecords(testDocument(text), lexicon);
  const question = "Did the Solomon Islands sign a security agreement with China in 2021?";
  expect(records(question)).toEqual([]);
  expect(records("The Solomon Islands signed a security agreement with China in 2021.")).toHaveLength(1);
});
