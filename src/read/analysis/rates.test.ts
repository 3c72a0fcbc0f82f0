import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const claims = (text: string, language: string) => readClaims(testDocument(text, language), lexicon);

test.each([
  ["en", "Homicides fell from 18 per 100,000 inhabitants in 2010 to 5.8 in 2018."],
  ["es", "La tasa de homicidios cayó de 18 por cada 100.000 habitantes en 2010 a 5,8 en 2018."],
  ["es", "La tasa de homicidios cayó de 18 por 100.000 habitantes en 2010 a 5,8 en 2018."],
  ["fr", "Le taux d'homicides est tombé de 18 pour 100 000 habitants en 2010 à 5,8 en 2018."],
  ["pt", "A taxa de homicídios caiu de 18 por 100 mil habitantes em 2010 para 5,8 em 2018."],
  ["ru", "Уровень убийств снизился с 18 на 100 тысяч населения в 2010 году до 5,8 в 2018 году."],
  ["zh", "凶杀率从2010年的每10万人18起下降到2018年的5.8起。"],
])("both ends of a change of a rate are of one unit (%s: %s)", (language, text) => {
  const [claim, ...more] = claims(text, language);
  expect(more).toEqual([]);
  expect(claim).toMatchObject({ form: "series", direction: "down" });
  expect(claim!.parts.map(({ value, period }) => [value, period])).toEqual([
    [18, "2010"],
    [5.8, "2018"],
  ]);
  expect(claim!.parts[0]!.unit).toContain("per 100000");
  expect(claim!.parts[1]!.unit).toBe(claim!.parts[0]!.unit);
});

test("a rate is one number, whose inhabitants nobody counts", () => {
  expect(
    claims("La ciudad tiene 12 cámaras por cada 1.000 habitantes.", "es").map(({ value }) => value),
  ).toEqual([12]);
});

test("money that is paid for a thousand things is no rate", () => {
  expect(
    claims("Ecuador pagó 300 millones de dólares por 1.000 cámaras.", "es").map(({ value }) => value),
  ).toEqual([300_000_000, 1000]);
});
