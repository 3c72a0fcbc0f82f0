import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const read = (text: string, language: string) => readClaims(testDocument(text, language), lexicon);
const numbers = (text: string, language: string) =>
  read(text, language)
    .filter(({ form }) => form === "number")
    .map(({ text: words, value, unit }) => [words, value, unit]);

test("the whole behind a counted part counts the same things, and a verb behind it is no noun", () => {
  expect(numbers("Au moins 75 pays sur 176 utilisent des caméras chinoises.", "fr")).toEqual([
    ["Au moins 75 pays", 75, expect.any(String)],
    ["176", 176, "pays"],
  ]);
  expect(numbers("At least 75 countries out of 176 use Chinese cameras.", "en")).toEqual([
    ["At least 75 countries", 75, "country"],
    ["176", 176, "country"],
  ]);
});

test("a whole has no measure of its own", () => {
  const claims = read("At least 75 countries out of 176 use Chinese cameras.", "en");
  expect(claims.find(({ value }) => value === 176)?.measure).toBe("");
});

test("a participle behind a number counts nothing", () => {
  const text = "Au moins 75 pays utilisent des caméras, dont 63 fournis par des entreprises chinoises.";
  expect(numbers(text, "fr").map(([words, value]) => [words, value])).toEqual([
    ["Au moins 75 pays", 75],
    ["63", 63],
  ]);
  expect(read(text, "fr").find(({ value }) => value === 63)?.unit).not.toBe("fourni");
});

test("a noun that looks like a verb is still counted", () => {
  expect(numbers("China received 300 orders from Peru.", "en").map(([, , unit]) => unit)).toEqual(["order"]);
});

test.each([
  ["Over the past five years China has trained 2,500 officers from Kenya.", "en"],
  ["Au cours des cinq dernières années, la Chine a formé 2 500 policiers du Kenya.", "fr"],
  ["За последние пять лет Китай обучил 2500 полицейских из Кении.", "ru"],
  ["En los últimos cinco años, China formó a 2500 policías de Kenia.", "es"],
])("a length of time that words place beside a day is a period and no count: %s", (text, language) => {
  expect(numbers(text, language).map(([, value]) => value)).toEqual([2500]);
});

test("a number beside a period of its own does not take the days of another", () => {
  const text =
    "China trained 2,000 officers from Kenya in 2018, against some 800 in the three preceding years.";
  const [first, second] = read(text, "en");
  expect(first?.period).toEqual(["2018", "2018"]);
  expect([second?.value, second?.period]).toEqual([800, [null, null]]);
});

test.each([
  ["Kenya received cameras from China, although the ministry denies it.", "en"],
  ["Кения получила камеры из Китая, хотя МВД это отрицает.", "ru"],
  ["Le Kenya a reçu des caméras de la Chine, bien que le ministère le démente.", "fr"],
])(
  "what is granted in a clause of its own denies nothing before it, and is nobody's word for it: %s",
  (text, language) => {
    const [claim] = read(text, language);
    expect(claim).toMatchObject({ kind: "relation", polarity: "positive", attribution: null });
  },
);

test("the word that grants something is no part of whoever says it", () => {
  const [claim] = read("Although the ministry denied it, Kenya received cameras from China.", "en");
  expect(claim?.attribution?.to ?? "").not.toMatch(/although/i);
});

test("an article may open the speaker behind a verb of saying", () => {
  const [claim] = read(
    "« Nous n'avons jamais vendu de caméras au Kenya », a assuré un porte-parole de NSO.",
    "fr",
  );
  expect(claim).toMatchObject({ kind: "quote", attribution: { to: "un porte-parole de NSO" } });
});

test("a share of officers is no number of participants of a record", () => {
  const text = "Каждый пятый полицейский Кении прошёл обучение в Китае.";
  const records = readRecords(testDocument(text, "ru"), lexicon);
  expect(records.map(({ fields }) => fields["participants"])).toEqual(records.map(() => undefined));
  expect(read(text, "ru")).toContainEqual(expect.objectContaining({ kind: "share", value: 20 }));
});
