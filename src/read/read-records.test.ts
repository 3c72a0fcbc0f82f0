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

test("who is sent or travels to be taught is taught there, and who is sent to teach teaches there", () => {
  const parties = (text: string) =>
    read(text).map(({ fields }) => [fields["provider"], fields["recipients"], fields["participants"]]);
  expect(parties("30 Kenyan officers flew to China for training in May 2019.")).toEqual([
    ["CHN", "KEN", "30"],
  ]);
  expect(parties("Kenya sent 60 officers to China for a course on cybercrime.")).toEqual([
    ["CHN", "KEN", "60"],
  ]);
  expect(parties("China sent ten trainers to Solomon Islands in 2022.")).toEqual([["CHN", "SLB", undefined]]);
  expect(parties("China sent 30 police advisers to Solomon Islands in 2022.")).toEqual([]);
});

test("people counted at a seminar make it a training although no verb gives it", () => {
  const [record] = read(
    "A seminar on cybercrime for 35 officials from Laos and Myanmar opened in Kunming on 6 May 2019.",
  );
  expect(record!.fields).toMatchObject({
    provider: "CHN",
    recipients: "LAO;MMR",
    participants: "35",
    place: "Kunming",
  });
});

test("beside whoever gives, a place is none that gives, and at home nobody else does", () => {
  const text =
    "Fourteen officers of the Solomon Islands police finished a course in 2022. It was given in Honiara by a liaison team from China.";
  expect(read(text).at(-1)!.fields).toMatchObject({ provider: "CHN", recipients: "SLB", place: "Honiara" });
  const [own] = read("90 recruits from Tonga completed a six-week course in Nuku'alofa in 2022.");
  expect(own!.fields).toMatchObject({ recipients: "TON", participants: "90" });
});

test("a mission's station takes, a course is no supply, and a subject goes on to the second verb", () => {
  const [mission] = read("EUCAP Sahel Niger trained 40 officers in Agadez.");
  expect(mission!.fields).toMatchObject({ recipients: "NER", participants: "40" });
  expect(mission!.fields["provider"]).toBeUndefined();
  expect(read("Dahua gave officers in Kenya an online course.").map(({ kind }) => kind)).toEqual([
    "training",
  ]);
  const donated = read(
    "The Netherlands donated two scanners and trained 16 customs officers of Suriname in 2018.",
  );
  expect(donated.at(-1)!.fields).toMatchObject({ provider: "NLD", recipients: "SUR", participants: "16" });
});

test("a sale that stopped is cancelled, and an act keeps the date behind it", () => {
  const [stopped] = read("Cellebrite stopped selling its phone extractors to Belarus in March 2021.");
  expect(stopped!.fields).toMatchObject({ recipient: "BLR", status: "cancelled" });
  const [left] = read("After Nauru dropped Taiwan on 15 January 2024, its advisers went home.");
  expect(left!.fields).toMatchObject({ actor: "NRU", counterpart: "TWN", date: "2024-01-15" });
});

test("it goes on with the country that opens the sentence before, and anyone is nobody", () => {
  const text =
    "China trained officers from Kenya. China taught police from Fiji. Australia has not been idle. It ran a course for police from Samoa in 2024. Officers in Honiara will train with anyone.";
  expect(read(text).map(({ fields }) => [fields["provider"], fields["recipients"]])).toEqual([
    ["CHN", "KEN"],
    ["CHN", "FJI"],
    ["AUS", "WSM"],
    [undefined, "SLB"],
  ]);
});

test("a maker's country is not where something happened, and what a thing is good for has not happened", () => {
  const incidents = (text: string) =>
    read(text)
      .filter(({ kind }) => kind === "incident")
      .map(({ fields }) => fields["country"]);
  expect(incidents("Chinese companies provide systems that help governments spy on their citizens.")).toEqual(
    [],
  );
  expect(incidents("Chinese firms sell cameras that let police spy on activists.")).toEqual([]);
  expect(incidents("Israeli spyware was used to spy on journalists in Mexico.")).toEqual(["MEX"]);
  expect(incidents("A Moroccan journalist was hacked with spyware of an Israeli company.")).toEqual(["MAR"]);
});

test("what is done to a named act is told by the verb beside it", () => {
  const acts = (text: string) => read(text).map(({ fields }) => [fields["kind"], fields["actor"]]);
  expect(acts("The Global Security Initiative was endorsed by Nicaragua and Cuba in 2022.")).toEqual([
    ["endorsement", "NIC;CUB"],
  ]);
  expect(acts("Kazakhstan endorsed the Global Security Initiative in October 2022.")).toEqual([
    ["endorsement", "KAZ"],
  ]);
  expect(acts("In 2024 China banned cameras and announced the Global Security Initiative.")).toEqual([
    ["initiative", "CHN"],
  ]);
  expect(acts("Lithuania forbade its public bodies to buy Hikvision cameras in May 2021.")).toEqual([
    ["procurement-ban", "LTU"],
  ]);
});

test("what is denied is no candidate, whoever denies it", () => {
  for (const text of [
    "NSO never sold spyware to Rwanda.",
    '"We never sold spyware to Rwanda," a spokesman for NSO insisted.',
    "NSO denied that it had sold spyware to Rwanda.",
    "NSO n'a jamais vendu de logiciels espions au Rwanda.",
  ])
    expect(readRecords(testDocument(text), lexicon), text).toEqual([]);
  expect(
    read('"NSO has sold spyware to Rwanda," a spokesman for the ministry said.')[0]!.fields,
  ).toMatchObject({
    vendors: "nso",
    recipient: "RWA",
  });
});
