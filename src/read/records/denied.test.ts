import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();

test.each([
  ["es", "El gobierno niega que la policía espió a periodistas en México."],
  ["es", "La policía de México negó haber espiado a periodistas."],
  ["pt", "A polícia do México negou ter espionado jornalistas."],
  ["fr", "La police du Mexique dément avoir espionné des journalistes."],
  ["en", "The police of Mexico denied spying on journalists."],
])("what is denied is a claim that says so and no incident (%s: %s)", (language, text) => {
  const document = testDocument(text, language);
  expect(readClaims(document, lexicon).map(({ polarity }) => polarity)).toEqual(["negative"]);
  expect(readRecords(document, lexicon)).toEqual([]);
});

test.each([
  ["es", "La policía de México espió a periodistas en 2020."],
  ["es", "El gobierno no niega que la policía espió a periodistas en México."],
  ["fr", "La police du Mexique a espionné des journalistes en 2020."],
  ["en", "Mexico spied on journalists in 2020 and did not say why."],
])("what is told, or not denied, stays an incident (%s: %s)", (language, text) => {
  const [record] = readRecords(testDocument(text, language), lexicon);
  expect(record).toMatchObject({ kind: "incident", fields: { kind: "spying", country: "MEX" } });
});
