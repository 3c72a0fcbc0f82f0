import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const measures = (text: string, language = "en") =>
  Object.fromEntries(
    readClaims(testDocument(text, language, "2025-11-13"), lexicon)
      .filter(({ value }) => value !== null)
      .map(({ value, measure }) => [value, measure]),
  );

test("countries in which a counted thing stands are counted by the measure that its own measure names", () => {
  expect(measures("Huawei runs its Safe City system in 700 cities across over 100 countries.")).toMatchObject(
    {
      100: "countries-supplied",
    },
  );
  expect(
    measures("Safeguard Defenders found 102 overseas police stations spread across 53 countries."),
  ).toMatchObject({
    53: "countries-with-overseas-stations",
  });
});

test("a number that no preposition of place joins to another is left alone", () => {
  expect(measures("Huawei runs its Safe City system in 700 cities, while 100 countries object.")[100]).toBe(
    "",
  );
  expect(measures("Huawei runs its Safe City system in 700 cities with 100 cameras each.")[100]).not.toBe(
    "countries-supplied",
  );
});

test("two verbs of one subject share what is given and by whom", () => {
  expect(measures("Over 150 countries buy or receive Chinese surveillance technology.")).toEqual({
    150: "countries-supplied",
  });
});

test("a word before a hanging hyphen is no noun that is counted", () => {
  const [claim] = readClaims(
    testDocument("Chinese cameras are used in 91 low- and middle-income countries.", "en", "2025-11-13"),
    lexicon,
  ).filter(({ value }) => value === 91);
  expect(claim).toMatchObject({ unit: "country" });
});

test("what nobody has said is nobody's word, and what a colon announces is told by the study behind it", () => {
  const saying = (text: string) =>
    readClaims(testDocument(text, "en", "2025-11-13"), lexicon).map(
      ({ attribution }) => attribution?.to ?? "",
    );
  expect(
    saying("Huawei delivered 1,000 cameras, although the ministry has never said where they stand."),
  ).not.toContain("never");
  expect(
    saying(
      "Independent researchers counted far fewer: a 2019 report by CSIS found 73 agreements in 52 countries.",
    ),
  ).toEqual(["report by CSIS", "report by CSIS"]);
});

test("whoever uses people of a firm has not bought its systems", () => {
  const [claim] = readClaims(
    testDocument(
      "Zambian officials used Huawei technicians to hack the phones of bloggers.",
      "en",
      "2025-11-13",
    ),
    lexicon,
  );
  expect(claim?.form).not.toBe("relation");
});

test("marks around the name of a product quote nobody", () => {
  const forms = readClaims(
    testDocument("Huawei says its “Safe City” runs in more than 700 cities.", "en", "2025-11-13"),
    lexicon,
  ).map(({ form }) => form);
  expect(forms).not.toContain("quotation");
});
