import { expect, test } from "vitest";
import { readClaims } from "../read-claims.ts";
import { readRecords } from "../read-records.ts";
import { testDocument, testLexicon } from "../test-book.ts";

const lexicon = testLexicon();
const read = (text: string, language = "en") => readClaims(testDocument(text, language), lexicon);
const records = (text: string, language = "en") =>
  readRecords(testDocument(text, language), lexicon).map(({ kind, fields, spans }) => ({
    kind,
    ...Object.fromEntries(
      Object.entries(fields).map(([id, value]) => [id, [value, text.slice(...spans[id]!)]]),
    ),
  }));

test("cities that got cameras are cities and not cameras", () => {
  expect(read("Five cities got Chinese cameras last year.")[0]).toMatchObject({
    text: "Five cities",
    unit: "city",
    value: 5,
    roles: { "vendor-country": ["CHN"], "product-kind": ["cctv"] },
  });
});

test("behind a verb, a number with a verb of its own opens another clause", () => {
  const text = "In Peru, five cities got Chinese cameras and 12 ministries bought Israeli spyware.";
  expect(records(text)).toEqual([
    {
      kind: "deployment",
      vendor_country: ["CHN", "Chinese"],
      recipient: ["PER", "Peru"],
      product_kind: ["cctv", "cameras"],
    },
    {
      kind: "deployment",
      vendor_country: ["ISR", "Israeli"],
      recipient: ["PER", "Peru"],
      product_kind: ["spyware", "spyware"],
      status: ["signed", "bought"],
    },
  ]);
});

test("it goes on with the training that the sentence before told of", () => {
  const claims = read(
    "China's police training has spread fast. It has reached 82 % of authoritarian regimes.",
  );
  expect(claims.at(-1)).toMatchObject({
    measure: "share-of-regime-trained",
    value: 82,
    roles: { provider: ["CHN"], regime: ["authoritarian"] },
  });
  expect(read("It has reached 82 % of authoritarian regimes.")[0]!.measure).toBe("");
});

test("a training that reached a share is read in French, Spanish and Portuguese", () => {
  const texts = {
    fr: "La formation policière chinoise a touché 86 % des régimes hybrides.",
    es: "La formación policial china ha llegado al 86 % de los regímenes híbridos.",
    pt: "O treinamento policial chinês alcançou 86 % dos regimes híbridos.",
  };
  for (const [language, text] of Object.entries(texts))
    expect([language, read(text, language)[0]!.measure]).toEqual([language, "share-of-regime-trained"]);
});

test("whoever a subject is set against is the other end and takes no part", () => {
  expect(read("Unlike Russia, China trained 3,000 officers in 2023.")[0]).toMatchObject({
    places: ["CHN"],
    roles: { provider: ["CHN"], "compared-with": ["RUS"] },
  });
  expect(
    read("In 2022, Zambia spent more on cameras than Malawi and Botswana put together.")[0],
  ).toMatchObject({
    places: ["ZMB"],
    roles: { "compared-with": ["MWI", "BWA"] },
  });
});

test("a range after a word of change has two ends, dated by one mention", () => {
  const [claim] = read(
    "The number of countries using Chinese facial recognition rose more than threefold between 2015 and 2022, from 18 to 63.",
  );
  expect(claim).toMatchObject({ kind: "trend", form: "series", direction: "up", period: ["2015", "2022"] });
  expect(claim!.parts.map(({ value, period }) => [value, period])).toEqual([
    [18, "2015"],
    [63, "2022"],
  ]);
});

test("no fewer than 40 denies nothing", () => {
  expect(read("No fewer than 40 governments have bought spyware.")[0]!.polarity).toBe("positive");
  expect(read("中国未来将培训3000名外国警察。", "zh")[0]!.polarity).toBe("positive");
  expect(read("中国尚未向肯尼亚交付摄像头。", "zh")[0]!.polarity).toBe("negative");
});

test("the firm and the place that a sentence points back to fill its record", () => {
  expect(
    records(
      "Huawei said it had installed the system in Lahore in 2016. The firm has since added 800 cameras there.",
    ),
  ).toContainEqual({
    kind: "deployment",
    vendor_country: ["CHN", "Huawei"],
    vendors: ["huawei", "Huawei"],
    recipient: ["PAK", "there"],
    product_kind: ["cctv", "cameras"],
    cameras: ["800", "800 cameras"],
    status: ["built", "added"],
  });
});

test("the Arabic subject behind its verb gives, or takes where the verb takes", () => {
  expect(read("دربت الصين 2300 ضابط شرطة من 14 دولة أفريقية منذ عام 2018.", "ar")[0]).toMatchObject({
    measure: "trainees",
    value: 2300,
    roles: { provider: ["CHN"] },
  });
  expect(read("لم تشتر المغرب برامج تجسس من مجموعة NSO.", "ar")[0]).toMatchObject({
    form: "relation",
    polarity: "negative",
    roles: { recipient: ["MAR"], vendor: ["nso"] },
  });
  const sold = read("باعت شركة هيكفيجن الصينية 1200 كاميرا لكينيا في عام 2019.", "ar")[0];
  expect(sold).toMatchObject({ measure: "cameras", roles: { recipient: ["KEN"], vendor: ["hikvision"] } });
});

test("a cause is told without whoever says so and without words that only lend weight", () => {
  const [claim] = read(
    "Research from a university shows that imports of Huawei technology actually increase repression.",
  );
  expect(claim!.roles["cause"]).toEqual(["imports of Huawei technology"]);
});

test("a hedged length of time is one claim", () => {
  const claims = read("In Serbia, protests went on for nearly a year.");
  expect(claims.filter(({ text }) => text === "nearly a year")).toHaveLength(1);
});

test("a length of time behind an earlier date of its paragraph has no days of its own", () => {
  const told = "In May 2015 the ministers met. China will train 3,000 officers over the next 12 months.";
  const period = (text: string) =>
    readClaims(testDocument(text, "en", "2020-01-01"), lexicon).find(({ value }) => value === 3000)?.period;
  expect(period(told)).toEqual([null, null]);
  expect(period("China will train 3,000 officers over the next 12 months.")).not.toEqual([null, null]);
});

test("numbers in brackets behind countries count what the list of countries is of", () => {
  const found = read("China trained officers from Vietnam (300), Laos (120) and Cambodia (80).");
  expect(found.map(({ value, unit, places }) => [value, unit, places.at(-1)])).toEqual([
    [300, "officer", "VNM"],
    [120, "officer", "LAO"],
    [80, "officer", "KHM"],
  ]);
});

test("research centres in countries are no supplies to them", () => {
  expect(read("Huawei operates research centres in 64 countries.")[0]).toMatchObject({
    measure: "countries-present",
    value: 64,
  });
});

test("a Chinese speaker ends where a day, a verb of saying or another source begins", () => {
  const speaker = (text: string) => read(text, "zh")[0]!.attribution?.to;
  expect(speaker("据当地媒体周三报道，华为在肯尼亚安装了1800个摄像头。")).toBe("当地媒体");
  expect(speaker("据路透社援引知情人士的话报道，海康威视向乌干达出售了摄像头。")).toBe("路透社");
});

test.each(["is used in", "was used in", "has been used in", "were deployed in", "had been deployed in"])(
  "a maker's product that %s a country went there",
  verb => {
    const [claim] = read(`Huawei's facial recognition ${verb} Kenya.`);
    expect(claim).toMatchObject({
      form: "relation",
      roles: { vendor: ["huawei"], recipient: ["KEN"], "product-kind": ["facial-recognition"] },
    });
  },
);

test("buildings are not what was built", () => {
  const relations = (text: string) => read(text).filter(({ form }) => form === "relation");
  expect(relations("The United Kingdom banned Chinese cameras from government buildings.")).toEqual([]);
  expect(relations("The United Kingdom is building Chinese cameras into its embassies.")).not.toEqual([]);
});

test("when it was told dates a number only where nothing else does", () => {
  const periods = (text: string) => read(text).map(({ period }) => period);
  expect(periods("The ministry said in 2011 that 300 officers had been trained in 2009.")).toEqual([
    ["2009", "2009"],
  ]);
  expect(periods("The ministry said in 2011 that 300 officers had been trained.")).toEqual([
    ["2011", "2011"],
  ]);
  expect(periods("The ministry counted 40 officers in 2011 and 50 in 2012.")).toEqual([
    ["2011", "2011"],
    ["2012", "2012"],
  ]);
});

test("whose customer a country is has supplied it", () => {
  expect(read("Peru is a likely customer of the Chinese firm Hikvision.")[0]).toMatchObject({
    form: "relation",
    roles: { vendor: ["hikvision"], recipient: ["PER"] },
  });
});

test.each([
  ["The bridge was opened in 1912 by the city's mayor.", "statement"],
  ["The cameras are mounted on poles along the main road.", "statement"],
  ["The newspaper did not answer a request for comment.", "statement"],
  ["Such machines have no place in a school.", "opinion"],
  ["Nobody knows whether any of this helps.", "question"],
  ["The next decade will bring more of the same.", "opinion"],
  ["C'est une honte pour une démocratie.", "opinion"],
])(
  "is an opinion only by a word of judging or guessing, and asks only what it leaves open: %s",
  (text, form) => {
    expect(read(text, text.startsWith("C'est") ? "fr" : "en").at(-1)?.form).toBe(form);
  },
);

test("democracies and autocracies are classes, each number's its own, and democracy is none", () => {
  const regimes = (text: string) =>
    read(text)
      .filter(({ form }) => form === "number")
      .map(({ measure, value, roles }) => [measure, value, roles["regime"]]);
  expect(
    regimes(
      "Sixty percent of autocracies, but only a tenth of democracies, received Chinese police training.",
    ),
  ).toEqual([
    ["share-of-regime-trained", 60, ["autocracy"]],
    ["share-of-regime-trained", 10, ["democracy"]],
  ]);
  expect(regimes("Some 30 autocracies and 12 democracies sent officers to China.")).toEqual([
    ["", 30, ["autocracy"]],
    ["", 12, ["democracy"]],
  ]);
  expect(read("China rejects democracy promotion.")[0]?.roles["regime"]).toBeUndefined();
});
