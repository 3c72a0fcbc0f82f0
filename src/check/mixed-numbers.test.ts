import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function findingOf(text: string, part: string, form?: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const found = claims.find(
    claim => claim.text.includes(part) && (form === undefined || claim.form === form),
  );
  return [found?.finding.verdict, found?.finding.reasons[0]?.code];
}

describe("a number beside one that a counter gives", () => {
  const networks = (last: string) =>
    `Comparitech saw 351,459 networks of Hikvision and Dahua in the United Kingdom and ${last} in Vietnam.`;

  it("is held against what that counter counted for the other party", async () => {
    expect(await findingOf(networks("598,607"), "598,607")).toEqual(["imprecise", "record-gives-otherwise"]);
    expect((await findingOf(networks("589,607"), "589,607"))[0]).toBe("supported");
  });

  it("is a part of no smaller whole", async () => {
    const text =
      "At least 74 governments bought spyware between 2011 and 2023, the Carnegie Endowment found, of which 30 were democracies, and 56 of which bought it from Israel.";
    expect((await findingOf(text, "56"))[0]).toBe("supported");
    expect((await findingOf(text.replace("56", "65"), "65"))[0]).toBe("imprecise");
  });
});

describe("a number of a record that the sentence names", () => {
  it("is refuted by the very digits in another order, however near", async () => {
    const text = "Mexico City's Ciudad Segura, which Thales and Telmex built, has 8,800 cameras.";
    expect(await findingOf(text, "8,800")).toEqual(["imprecise", "record-gives-otherwise"]);
  });

  it("has its price held against that of the things counted beside it", async () => {
    const text = "China paid for 200 cameras in Phnom Penh, which cost 13 million dollars.";
    expect(await findingOf(text, "13 million")).toEqual(["imprecise", "record-gives-otherwise"]);
    expect((await findingOf(text.replace("13", "3"), "3 million"))[0]).not.toBe("imprecise");
  });

  it("is known in round numbers, and by the name of the system", async () => {
    expect((await findingOf("Bolivia's BOL-110 cost $105 million.", "$105 million"))[0]).toBe("supported");
    const round = "Huawei won a $337 million contract for Safe Philippines in Metro Manila in November 2018.";
    expect((await findingOf(round, "$337 million"))[0]).toBe("supported");
  });
});

describe("what a system with a name is said to do today", () => {
  const said = (what: string) => `Safe Philippines, which was to have 12,000 cameras, ${what}.`;

  it("is imprecise where all that is on record was called off, and left alone where it is told as late", async () => {
    expect(await findingOf(said("watches Metro Manila today"), "watches Metro Manila")).toEqual([
      "imprecise",
      "ended-record",
    ]);
    const works = "Bolivia's BOL-110, which was to have 600 cameras, watches La Paz today.";
    expect((await findingOf(works, "watches La Paz"))[0]).toBe("unverifiable");
  });
});

describe("who began a programme, and whether it was opened or closed", () => {
  it("is contradicted where the book has it as another state's", async () => {
    const text = "China launched the Pacific Policing Initiative in Suva in 2024.";
    expect(await findingOf(text, "Pacific Policing Initiative")).toEqual(["contradicted", "other-owner"]);
    const right = text.replace("China", "Australia").replace("Suva", "Brisbane");
    expect((await findingOf(right, "Pacific Policing Initiative"))[0]).toBe("supported");
  });

  it("is contradicted by the act that says the opposite, whatever number it shares", async () => {
    const text = "In May 2024 ILEA Bangkok was closed to 14 Pacific countries.";
    expect(await findingOf(text, "14 Pacific countries")).toEqual(["contradicted", "act-turned"]);
    expect((await findingOf(text.replace("closed", "opened"), "14 Pacific"))[0]).toBe("supported");
  });
});

describe("an inserted clause", () => {
  it("lends the main number neither its date nor its places", async () => {
    const text =
      "In the new capital of Egypt, where the first ministries moved in 2023, Honeywell is putting up 6,000 cameras under a contract signed in February 2019.";
    expect((await findingOf(text, "6,000 cameras"))[0]).toBe("supported");
    const share =
      "Satori put Hikvision's share of the North American market at about 12% in 2017, when Washington had not yet banned it, and IDC reckoned that Hikvision and Dahua together had over a third of the world's in 2021.";
    expect((await findingOf(share, "over a third"))[0]).toBe("supported");
  });

  it("is not told by whoever is named behind it", async () => {
    const text =
      "The Solomon Islands police, a force of about 1,500 officers, sent 34 of them to China in October 2022, the Guardian reported.";
    expect((await findingOf(text, "about 1,500 officers"))[0]).not.toBe("misattributed");
  });

  it("leaves a year of the main clause to that, where an act is told of without one", async () => {
    const text =
      "ICITAP, the programme through which the Department of Justice trains police, was set up in 1996.";
    const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
    expect(claims.map(({ finding }) => finding.verdict)).not.toContain("supported");
  });

  it("may tell what somebody answers, without denying the number itself", async () => {
    const text =
      "The Pegasus list held nearly 50,000 numbers. More than 3,500 of them had been picked by Rwanda since 2016, Deutsche Welle reported, a claim that the government denies.";
    expect((await findingOf(text, "More than 3,500"))[0]).toBe("supported");
  });
});
