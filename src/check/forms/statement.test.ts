import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function findingsOn(text: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "text.txt" });
  return claims.map(({ finding }) => finding);
}

const numberIn = async (text: string) => (await findingsOn(text)).find(({ claimed }) => claimed !== null);
const first = async (text: string) => (await findingsOn(text))[0];

describe("an event told in other words than its record", () => {
  it("is borne out where what happened, to whom and where all fit", async () => {
    const finding = await first("In Kazakhstan a civil activist was detained by police at the airport.");
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for.map(({ record }) => record)).toContain("kaz-blogger-airport-2025");
  });

  it.each([
    "In Kazakhstan a civil activist was detained by police at the opera.",
    "In Kazakhstan a singer was detained by police at the airport.",
    "In Kazakhstan a civil activist gave an interview at the airport.",
    "In Uzbekistan a civil activist was detained by police at the airport.",
  ])("is not where one of them does not: %s", async text => {
    expect(await first(text)).toMatchObject({ verdict: "unverifiable", for: [] });
  });

  it("is not refuted by a denial, which may be of another event", async () => {
    const finding = await first("In Kazakhstan no civil activist was ever detained at the airport.");
    expect(finding).toMatchObject({ against: [] });
  });
});

describe("an event told with its maker", () => {
  const told = "tools were used to spy on journalists and activists in Serbia in 2024.";

  it("is borne out by a record that names that maker", async () => {
    const finding = await first(`Cellebrite ${told}`);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]).toMatchObject({ record: "srb-novispy-cellebrite-2024" });
  });

  it("is not by the record of another maker, which is shown as like it", async () => {
    const finding = await first(`Hikvision ${told}`);
    expect(finding).toMatchObject({ verdict: "unverifiable", for: [] });
    expect(finding?.related[0]).toMatchObject({ record: "srb-novispy-cellebrite-2024" });
  });
});

describe("an agreement of a common name between two states", () => {
  it.each([
    "Fiji and China signed a police memorandum in 2011.",
    "Fiji and China signed a police memorandum in 2011, to the alarm of Australia.",
  ])("is borne out by the act of the two: %s", async text => {
    const finding = await first(text);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]).toMatchObject({ record: "fji-chn-mou-2011" });
  });

  it.each([
    "Fiji and Bhutan signed a police memorandum in 2011.",
    "In July 2023, Ethiopia and China signed a police agreement.",
  ])("is neither borne out nor refuted by one of them with another: %s", async text => {
    expect(await first(text)).toMatchObject({ verdict: "unverifiable", for: [], against: [] });
  });

  it("is refuted by the act of the two at another time", async () => {
    expect(await first("Fiji and China signed a police memorandum in 2004.")).toMatchObject({
      verdict: "contradicted",
    });
  });
});

describe("who trained the police of a town", () => {
  it("is not disputed because another state did so too", async () => {
    const finding = await first("China held a police course for officers from Nicaragua in Managua in 2025.");
    expect(finding).toMatchObject({ verdict: "unverifiable", against: [] });
  });

  it("is told apart from who sold the town its system", async () => {
    const finding = await first("Dahua supplied the cameras of the Safe City in Valenciennes, France.");
    expect(["contradicted", "disputed"]).toContain(finding?.verdict);
  });
});

describe("a training of a date", () => {
  it("is borne out by one of that date", async () => {
    const finding = await first("China trained police officers from South Africa in November 2015.");
    expect(finding).toMatchObject({ verdict: "supported" });
  });

  it("is borne out by one of which the book knows only when it ended", async () => {
    const finding = await first("China trained police officers from Ghana in 2023.");
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]).toMatchObject({ record: "chn-gha-2023-06-border" });
    expect(await first("China trained police officers from Ghana in 2000.")).toMatchObject({
      verdict: "imprecise",
      for: [],
    });
  });

  it("is not by one without a date, where all others are of other times", async () => {
    const finding = await first("China trained police officers from South Africa in November 1992.");
    expect(finding).toMatchObject({ verdict: "imprecise", for: [] });
    expect(finding?.reasons[0]?.code).toBe("other-date");
  });

  it("needs none where the text gives none", async () => {
    expect(await first("China trained police officers from South Africa.")).toMatchObject({
      verdict: "supported",
    });
  });
});

describe("how many a state trained", () => {
  it("is not set against its count of all whom it trained elsewhere", async () => {
    const finding = await numberIn("60 officers from Somalia were trained by Turkey.");
    expect(finding).toMatchObject({ verdict: "unverifiable", against: [] });
  });

  it("is set against that count where nobody in particular is named", async () => {
    const finding = await numberIn("Turkey has trained 19,000 foreign officers over nine years.");
    expect(finding?.against.map(({ record }) => record)).toContain("ctx-tr-trained-7000");
  });
});

describe("an agreement told by another word than its record's title", () => {
  it.each([
    "Solomon Islands signed a security pact with Beijing in April 2022.",
    "In April 2022 China and Solomon Islands signed a security deal.",
    "En abril de 2022 China y las Islas Salomón firmaron un pacto de seguridad.",
  ])("is borne out by the act of that kind between the two: %s", async text => {
    const finding = await first(text);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]).toMatchObject({ record: "slb-chn-security-2022" });
  });

  it.each([
    "Solomon Islands signed a security pact with Beijing in April 2019.",
    "Solomon Islands signed a fishing pact with Beijing in April 2022.",
    "Fiji signed a security pact with Beijing in April 2022.",
  ])("is not where the date, the matter or a party is another: %s", async text => {
    expect(await first(text)).toMatchObject({ for: [] });
  });
});

describe("a plan told without its date and name", () => {
  it.each([
    "Solomon Islands is considering an army of its own.",
    "所罗门群岛政府正在考虑建立自己的军队。",
    "Las Islas Salomón estudia crear un ejército propio.",
  ])("is borne out by an act that is about the same thing: %s", async text => {
    const finding = await first(text);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]).toMatchObject({ record: "slb-defence-force-2025" });
  });

  it.each([
    "Solomon Islands is considering a new tax on timber.",
    "Fiji is considering an army of its own.",
    "Solomon Islands has an army of its own.",
  ])(
    "is not by one about something else, of another state, or where nothing is said to be planned: %s",
    async text => {
      expect((await findingsOn(text)).every(finding => finding.for.length === 0)).toBe(true);
    },
  );
});

describe("a study that the book knows by a summary", () => {
  const claim = "raises digital repression in autocracies";

  it("is found by the institution of its makers, and what is missing is said", async () => {
    const finding = await first(`Research from USC shows that importing Huawei technology ${claim}.`);
    expect(finding).toMatchObject({ verdict: "supported", missing: expect.stringContaining("study itself") });
    expect(finding?.reasons[0]?.code).toBe("study-retold");
    expect(finding?.for[0]).toMatchObject({ record: "carter-study", origin: "Carter and Carter" });
  });

  it("is not the study of another institution", async () => {
    const finding = await first(`Research from Yale shows that importing Huawei technology ${claim}.`);
    expect(finding).toMatchObject({ verdict: "unverifiable", for: [] });
    expect(finding?.related.map(({ record }) => record)).toContain("carter-study");
  });

  it("does not lend its name to a claim without its condition", async () => {
    const finding = await first(
      "Research from USC shows that importing Huawei technology raises digital repression.",
    );
    expect(finding).toMatchObject({ verdict: "imprecise" });
    expect(finding?.reasons[0]?.code).toBe("condition-dropped");
  });
});

it("a number that nothing measures alike names what comes nearest, not what is ten years old", async () => {
  const finding = await numberIn(
    "In 2022 they covered Almaty, Kazakhstan, with thousands of Chinese-made cameras.",
  );
  expect(finding?.verdict).toBe("unverifiable");
  const told = finding?.reasons.map(({ text }) => text).join(" ");
  expect(told).toContain("3,000 cameras");
  expect(told).toContain("155,000 cameras");
  expect(told).not.toContain("2,500");
});

it("a number that nothing bears out is told from the very number of something else", async () => {
  const finding = await numberIn("In Serbia, 75% of Serbians view China favourably.");
  expect(finding).toMatchObject({ verdict: "unverifiable", for: [] });
  expect(finding?.reasons.map(({ code }) => code)).toContain("number-of-other");
  expect(finding?.related[0]).toMatchObject({ record: "ctx-serbia-china-friend-2023" });
});

it("a share beyond the error of the poll is refuted by what the poll gives", async () => {
  const finding = await numberIn("In Serbia, 81% of Serbians view China favourably.");
  expect(finding).toMatchObject({ verdict: "contradicted", for: [] });
  expect(finding?.against.map(({ record }) => record)).toEqual(["ctx-serbia-china-positive-2021"]);
});

it("a cause is shown with the record of the event that it is given for, and not borne out by it", async () => {
  const findings = await findingsOn(
    "In Kazakhstan a civil activist was detained at the airport because his face triggered an alert.",
  );
  const cause = findings.find(({ reasons }) => reasons[0]?.code === "cause-not-shown");
  expect(cause).toMatchObject({ verdict: "unverifiable", for: [] });
  expect(cause?.related.map(({ record }) => record)).toContain("kaz-blogger-airport-2025");
});

it.each(["There are 1,950 cameras.", "Of the 1,950 cameras that were to be installed"])(
  "a number of no named place is not refuted by the world's: %s",
  async text => {
    expect(await numberIn(text)).toMatchObject({ verdict: "unverifiable", against: [] });
  },
);

it("a number near the world's, and not it, is refuted by it", async () => {
  const finding = await numberIn("There are 500 million cameras in the world.");
  expect(finding).toMatchObject({ verdict: "contradicted" });
  expect(finding?.against.map(({ record }) => record)).toContain("ihs-world-cameras-2019");
});
