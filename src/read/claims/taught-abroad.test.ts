import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const first = (text: string, language: string) => readClaims(testDocument(text, language), lexicon)[0]!;

test.each([
  ["Un grupo de 45 oficiales de la Policía Boliviana viajó a Pekín para recibir capacitación en China."],
  [
    "45 oficiales de la Policía de Bolivia recibieron un curso impartido por la Universidad de Seguridad Pública Popular de China.",
  ],
])("where pupils go to, and whose university teaches them, gives the training: %s", text => {
  expect(first(text, "es").roles).toMatchObject({ provider: ["CHN"], recipient: ["BOL"] });
});

test.each([
  ["es", "La Unión Europea donó a Perú 89 millones de euros en equipos no letales."],
  ["es", "Estados Unidos donó a Perú 20 vehículos aéreos no tripulados."],
  ["pt", "A União Europeia doou ao Brasil 89 milhões de euros em equipamento não letal."],
])("what is not lethal, or flies without a crew, is given all the same (%s: %s)", (language, text) => {
  expect(first(text, language).polarity).toBe("positive");
});

test("the first of two verbs ends the name of whoever says", () => {
  const text = "El Gobierno de la ciudad apeló la sentencia y negó que se hayan consultado 7.000 datos.";
  expect(first(text, "es").attribution?.to).toBe("el Gobierno de la ciudad");
});

test.each([
  ["es", "De los 50.000 números, 15.000 corresponden a México."],
  ["pt", "Dos 50.000 números, 15.000 correspondem ao México."],
])("a verb behind a number is not what it counts (%s)", (language, text) => {
  const units = readClaims(testDocument(text, language), lexicon).map(({ unit }) => unit);
  expect(units.join(" ")).not.toContain("correspond");
});
