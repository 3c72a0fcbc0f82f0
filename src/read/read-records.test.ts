import { expect, test } from "vitest";
import { readRecords } from "./read-records.ts";
import { testDocument, testLexicon } from "./test-book.ts";

const lexicon = testLexicon();
const read = (text: string) => readRecords(testDocument(text), lexicon);

test("who trained whom, when, on what and how many become one candidate", () => {
  const text = "China trained 40 officers from Kenya and Ghana on riot control in May 2018.";
  const [record] = read(text);
  expect(record).toMatchObject({
    kind: "training",
    fields: {
      provider: "CHN",
      recipients: "KEN;GHA",
      topics: "riot-control",
      began: "2018-05",
      participants: "40",
    },
  });
  expect(text.slice(...record!.spans["participants"]!)).toBe("40 officers");
  expect(text.slice(...record!.spans["recipients"]!)).toBe("Kenya and Ghana");
});

test("who supplied what to whom gives one candidate for each buyer, with money and cameras where they are told", () => {
  const records = read(
    "In 2014, Huawei sold 1,800 cameras to Kenya for $160 million. Hikvision donated cameras to Uganda and Ghana.",
  );
  expect(records[0]).toMatchObject({
    kind: "deployment",
    fields: {
      vendors: "huawei",
      vendor_country: "CHN",
      recipient: "KEN",
      product_kind: "cctv",
      cameras: "1800",
      value: "160000000",
    },
  });
  expect(records.slice(1).map(record => record.fields["recipient"])).toEqual(["UGA", "GHA"]);
});

test("an incident names a role and never a person", () => {
  const [record] = read(
    "In Kazakhstan, an anti-corruption activist was detained in 2023 after facial recognition found him.",
  );
  expect(record).toMatchObject({
    kind: "incident",
    fields: { kind: "arrest-or-stop", country: "KAZ", affected: "anti-corruption activist" },
  });
  const [named] = read("In Kazakhstan, the activist Aida Somebody was detained in 2023.");
  expect(JSON.stringify(named)).not.toMatch(/Aida|Somebody/);
});

test("a dated act with a name is a policy", () => {
  const [record] = read("China announced the Global Security Initiative in April 2022.");
  expect(record).toMatchObject({
    kind: "policy",
    fields: { kind: "initiative", title: "Global Security Initiative", date: "2022-04", actor: "CHN" },
  });
});

test("what the text does not say stays empty", () => {
  const [record] = read("China trained police from Kenya.");
  expect(Object.keys(record!.fields).sort()).toEqual(["provider", "recipients"]);
});

test("a record says of each field how it was read and how often such fields are right", () => {
  const [told] = read("China trained police from Kenya.");
  expect(told!.bases["provider"]).toBe("country clause verb training.provider beside one-rival ahead brief");
  expect(told!.bases["recipients"]).toContain("training.recipients near one-rival behind");
  for (const value of [told!.confidence, ...Object.values(told!.confidences)]) {
    expect(value).toBeGreaterThan(0);
    expect(value).toBeLessThan(1);
  }
  const pointed = read(
    "Courses were long. Huawei built cameras in Uganda. The firm has since added 800 cameras there.",
  );
  expect(pointed.at(-1)!.bases["vendors"]).toMatch(/^entity before verb /);
});

test("a plan, a denial and a question are less sure than a fact", () => {
  const sure = read("China trained police from Kenya.")[0]!.confidence;
  expect(read("China may train police from Kenya.")[0]!.confidence).toBeLessThan(sure);
});

test("a sale is agreed, a delivery has arrived, and a headline's plan is announced", () => {
  const status = (text: string) => read(text)[0]?.fields["status"];
  expect(status("Dahua sold 200 cameras to Kenya in 2019.")).toBe("signed");
  expect(status("Dahua delivered 200 cameras to Kenya in 2019.")).toBe("built");
  expect(status("China to donate drones to Vanuatu.")).toBe("announced");
});

test("a town is called as the gazetteer calls it, in whatever language and case it is told", () => {
  const [record] = readRecords(
    testDocument("Китай установил 300 камер в Ташкенте, Узбекистан, в 2020 году.", "ru"),
    testLexicon(),
  );
  expect(record?.fields["place"]).toBe("Tashkent");
});

test("a clause without a verb of giving is read where it tells what was delivered", () => {
  const [record] = read("Togo: 250 cameras of the firm Dahua delivered, watching over the streets.");
  expect(record).toMatchObject({
    kind: "deployment",
    fields: { vendors: "dahua", recipient: "TGO", cameras: "250", status: "built" },
  });
});

test("two givers of one training give a candidate each", () => {
  const records = read("France and Italy trained 150 border guards from Niger in Agadez in 2019.");
  expect(records.map(({ fields }) => [fields["provider"], fields["recipients"]])).toEqual([
    ["FRA", "NER"],
    ["ITA", "NER"],
  ]);
});

test("a town inside the name of a college is no place of the training", () => {
  const [record] = read("China trained officers from Kenya at the Fujian Police College in 2019.");
  expect(record!.fields["place"]).toBeUndefined();
});

test("both ends of a period are as exact as the text names them", () => {
  const [record] = read("China trained police from Kenya between January and April 2019.");
  expect(record!.fields).toMatchObject({ began: "2019-01", ended: "2019-04" });
});

test("an act that only its verb tells is a policy with whom and what it concerns", () => {
  expect(read("Honduras switched recognition from Taiwan to China on 25 March 2023.")[0]).toMatchObject({
    kind: "policy",
    fields: {
      kind: "recognition-switch",
      actor: "HND",
      counterpart: "TWN;CHN",
      date: "2023-03-25",
      title: "switched recognition from Taiwan to China",
    },
  });
  const banned = read(
    "The United Kingdom banned the use of Hikvision cameras at ministries in November 2022.",
  );
  expect(banned.map(({ kind, fields }) => [kind, fields["kind"], fields["actor"]])).toEqual([
    ["policy", "procurement-ban", "GBR"],
  ]);
  expect(read("Kenya banned a march in Nairobi in May 2023.")).toEqual([]);
});

test("whoever an incident befell is counted or named by a role before or behind its verb", () => {
  const affected = (text: string) => read(text).map(({ fields }) => fields["affected"]);
  expect(affected("Two journalists were arrested in Ethiopia in 2023.")).toEqual(["journalists"]);
  expect(affected("Police arrested more than 800 protesters in Uganda in 2020.")).toEqual(["protesters"]);
  expect(affected("Police arrested Jane Doe in Uganda in 2020.")).toEqual([undefined]);
});
