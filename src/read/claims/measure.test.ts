import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { testDocument, testLexicon } from "../test-book.ts";
import type { Claim } from "../types.ts";

const lexicon = testLexicon();
const numbers = (text: string, language = "en"): Claim[] =>
  readClaims(testDocument(text, language, "2025-11-13"), lexicon).filter(claim => claim.value !== null);
const measures = (text: string, language = "en") =>
  Object.fromEntries(numbers(text, language).map(({ value, measure }) => [value, measure]));

test("the noun that is counted is the last of its phrase, and its singular is the unit", () => {
  const units = (text: string) => numbers(text).map(({ text: words, unit }) => [words, unit]);
  expect(units("Kenya linked 195 police stations to the system.")).toEqual([
    ["195 police stations", "station"],
  ]);
  expect(units("Taiwan has 12 diplomatic allies.")).toEqual([["12 diplomatic allies", "ally"]]);
  expect(units("Uganda bought 3,000 police cameras.")).toEqual([["3,000 police cameras", "camera"]]);
  expect(units("The force has 13 police dogs.")).toEqual([["13 police dogs", "dog"]]);
  expect(units("Police said 304 of the city's cameras were destroyed.")).toEqual([
    ["304 of the city's cameras", "camera"],
  ]);
  // The phrase ends where another begins.
  expect(units("China gave eleven Fijian officers a training course.")).toEqual([
    ["eleven Fijian officers", "officer"],
  ]);
  expect(units("Nairobi has 1,800 cameras under a safe city system.")).toEqual([["1,800 cameras", "camera"]]);
});

test("a measure of training needs a text that tells of training", () => {
  expect(measures("Safeguard Defenders found 102 overseas police stations in 53 countries.")).toEqual({
    102: "overseas-police-stations",
    53: "countries-with-overseas-stations",
  });
  expect(
    measures("Chinese police colleges trained 1,748 officers from 60 countries between 2010 and 2019."),
  ).toEqual({ 1748: "trainees", 60: "training-countries" });
  expect(measures("Seven Chinese police officers advise the Solomon Islands police.")).toEqual({
    7: "police-officers",
  });
  expect(measures("More than 1,200 police from 60 countries met in Seoul.")).toEqual({ 1200: "", 60: "" });
});

test("a verb of training goes before half a phrase of officers posted abroad", () => {
  expect(measures("China trained 30 police officers from Kenya in 2019.")).toEqual({ 30: "trainees" });
  expect(measures("China held a course for 12 police officers from Kenya.")).toEqual({ 12: "trainees" });
});

test("what took several years is no yearly number", () => {
  expect(measures("Turkey trained 7,000 foreign police officers over nine years.")[7000]).toBe("trainees");
  expect(measures("Turkey trained 7,000 foreign police officers over the past year.")[7000]).toBe(
    "trainees-per-year",
  );
});

test("a promise is a plan and not a result", () => {
  const [pledge] = numbers(
    "China will train about 3,000 foreign police officers over the next twelve months, minister Wang Xiaohong told a forum.",
  );
  expect(pledge).toMatchObject({
    measure: "trainees-pledged",
    status: "planned",
    unit: "officer",
    qualifier: "about",
    attribution: { to: "minister Wang Xiaohong" },
  });
  expect(
    measures(
      "By 2015 the International Law Enforcement Academies had trained more than 50,000 students from over 85 countries.",
    ),
  ).toEqual({ 50000: "trainees", 85: "training-countries" });
  expect(measures("Belize is to install 1,000 cameras.")).toEqual({ 1000: "cameras-planned" });
});

test("a number without a noun counts what the sentence before counts, where the same verb goes on", () => {
  const claims = numbers(
    "China will train about 3,000 foreign police officers over the next twelve months. In the previous year it had trained 2,700, he said.",
  );
  expect(claims.at(-1)).toMatchObject({ value: 2700, unit: "officer" });
  expect(["trainees", "trainees-per-year"]).toContain(claims.at(-1)!.measure);
  expect(
    measures("China trained police from 122 countries. In the previous year it had trained 2,700.")[2700],
  ).toBe("");
});

test("the numbers of states that leave their noun out count what the sentence before counts, of the same year", () => {
  const told = (text: string, language: string) =>
    numbers(text, language).map(({ value, measure, places, period }) => [
      value,
      measure,
      places.join(),
      period[0]?.slice(0, 4),
    ]);
  const expected = [
    [19, "shutdowns", "RUS", "2024"],
    [41, "shutdowns", "PAK", "2024"],
  ];
  for (const [language, text] of [
    [
      "en",
      "Access Now counted at least 296 internet shutdowns in 54 countries in 2024. In Russia there were 19, in Pakistan 41.",
    ],
    [
      "ru",
      "По данным Access Now, в 2024 году было не менее 296 отключений интернета в 54 странах. В России их было 19, в Пакистане — 41.",
    ],
    [
      "fr",
      "Access Now a recensé au moins 296 coupures d'internet dans 54 pays en 2024. La Russie en a connu 19 et le Pakistan 41.",
    ],
    [
      "pt",
      "A Access Now registrou 296 cortes da internet em 54 países em 2024. A Rússia teve 19 e o Paquistão, 41.",
    ],
  ] as const)
    expect(told(text, language).slice(-2)).toEqual(expected);
  // Of two nouns that are counted nothing tells which goes on.
  expect(told("There were 44 cameras and 30 shutdowns in 2024. Russia had 19.", "en").at(-1)?.[1]).toBe("");
});

test("names that stand with one number do not go to another, and worldwide is no country", () => {
  const places = (text: string) => numbers(text).map(({ value, places: of }) => [value, of]);
  expect(
    places(
      "There are 770 million surveillance cameras worldwide, and more than half of them are in China.",
    )[0],
  ).toEqual([770000000, []]);
  expect(
    places(
      "Access Now counted 296 shutdowns in 54 countries in 2024: 85 in Myanmar, 84 in India and 21 in Pakistan.",
    ),
  ).toEqual([
    [296, []],
    [54, []],
    [85, ["MMR"]],
    [84, ["IND"]],
    [21, ["PAK"]],
  ]);
});

test("a part of a whole, a rest and a comparison are no count of the measure", () => {
  expect(
    measures("Chinese companies supply cameras to 63 countries, 36 of which have joined the initiative."),
  ).toEqual({
    63: "countries-supplied",
    36: "",
  });
  expect(measures("China trained officers from Kenya, Ghana and 18 other countries.")).toEqual({ 18: "" });
  expect(measures("There were 103 shutdowns tied to conflict and 74 at protests.")).toEqual({
    103: "shutdowns-in-conflict",
    74: "",
  });
  expect(measures("In Islamabad, 711 of its 1,950 cameras were out of order.")).toEqual({
    711: "cameras-out-of-order",
    1950: "cameras",
  });
});

test("amounts of money are loans, contracts, budgets and sales by what is said of them", () => {
  const cases = {
    "Zambia borrowed $210 million from China Exim Bank for its Safe City project.": "loan-value",
    "The Safe City in Islamabad cost $125 million.": "contract-value",
    "Australia pledged A$400 million over five years to the Pacific Policing Initiative.": "funding",
    "Hikvision's revenue reached $3.3 billion.": "revenue",
    "The video surveillance market was worth $24 billion in 2021.": "market-size",
  };
  for (const [text, measure] of Object.entries(cases))
    expect([text, numbers(text)[0]?.measure]).toEqual([text, measure]);
});

test("who installs for nobody else has the system, and a passive turns giver and taker", () => {
  expect(numbers("Mauritius installed 4,000 cameras.")[0]!.roles["recipient"]).toEqual(["MUS"]);
  expect(numbers("Thirty Kenyan police attended the course in Nanjing.")[0]!.roles).toMatchObject({
    provider: ["CHN"],
    recipient: ["KEN"],
  });
  expect(numbers("Turkey trained 15,000 Afghan police.")[0]!.roles).toMatchObject({
    provider: ["TUR"],
    recipient: ["AFG"],
  });
});

test.each([
  ["zh", "中国在2023年培训了2700名外国警察，未来一年将再培训3000名。"],
  [
    "es",
    "China formó a 2.700 policías extranjeros en 2023 y formará a otros 3.000 en los próximos doce meses.",
  ],
  [
    "fr",
    "La Chine a formé 2 700 policiers étrangers en 2023 et en formera 3 000 autres au cours des douze prochains mois.",
  ],
  [
    "ru",
    "Китай подготовил 2700 иностранных полицейских в 2023 году и обучит ещё 3000 в ближайшие двенадцать месяцев.",
  ],
  [
    "pt",
    "A China treinou 2.700 policiais estrangeiros em 2023 e treinará mais 3.000 nos próximos doze meses.",
  ],
])("in %s a result and a promise in one sentence are two measures", (language, text) => {
  expect(measures(text, language)).toMatchObject({ 2700: "trainees", 3000: "trainees-pledged" });
});

test("the verb before and the noun behind tell the measure in other languages", () => {
  expect(measures("据统计，中国共举办近900次培训，涉及138个国家的警察。", "zh")).toEqual({
    900: "training-sessions",
    138: "training-countries",
  });
  expect(measures("En 2024 hubo 296 apagones de internet en 54 países.", "es")).toEqual({
    296: "shutdowns",
    54: "countries-with-shutdowns",
  });
  expect(measures("Правозащитники нашли 102 подпольных полицейских участка в 53 странах.", "ru")).toEqual({
    102: "overseas-police-stations",
    53: "countries-with-overseas-stations",
  });
  expect(measures("Le Cameroun a installé 1 500 caméras et en prévoit 5 000 de plus.", "fr")).toEqual({
    1500: "cameras",
    5000: "cameras-planned",
  });
  expect(measures("تعمل أنظمة هواوي للمدينة الآمنة في أكثر من 100 دولة.", "ar")).toEqual({
    100: "countries-supplied",
  });
});

test("cameras of a system that a firm built are installed and not produced", () => {
  expect(measures("A system built by Huawei has 1,200 cameras in Kampala.")).toEqual({ 1200: "cameras" });
});
