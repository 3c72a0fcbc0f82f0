import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function judged(sentence: string): Promise<string[]> {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims.map(({ finding }) => `${finding.verdict} ${finding.reasons[0]?.code}`);
}

describe("what is done bears out no order, wish or refusal", () => {
  it.each([
    ["Huawei was asked to supply Belgrade with safe city cameras.", "imprecise told-as-wish"],
    ["Uganda urged Huawei to install cameras in Kampala.", "imprecise told-as-wish"],
    ["China refused to train Solomon Islands police.", "contradicted record-denied"],
    ["Serbia ordered safe city cameras from Huawei for Belgrade.", "supported record-shows"],
    [
      "British departments were told in November 2022 to stop deploying Chinese cameras at sensitive sites.",
      "supported act-on-record",
    ],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("of two acts in one sentence each is looked for", () => {
  it.each([
    [
      "In April 2024 Fiji sent the embedded Chinese police home and tore up the memorandum.",
      "contradicted part-turned",
    ],
    [
      "In April 2024 Fiji sent the embedded Chinese police home and kept the memorandum.",
      "supported act-on-record",
    ],
    ["Huawei installed cameras in Belgrade and paid the mayor in cash.", "imprecise part-untold"],
    ["Panama broke with Taiwan and recognised Beijing in June 2017.", "supported act-on-record"],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

describe("the opposite of an act of that very time speaks against the sentence", () => {
  it.each([
    ["The FCC resumed approving new equipment of Hikvision, Dahua, Huawei and ZTE in November 2022."],
    ["Chinese police advisers left Solomon Islands in February 2022."],
    ["Hikvision was ordered by Ottawa to expand its operations in Canada in June 2025."],
    ["Vladimir Putin announced the Global Security Initiative in April 2022."],
    ["A Chinese police liaison officer was posted to Tonga in September 2021."],
  ])("%s", async sentence => {
    expect((await judged(sentence)).map(each => each.split(" ")[0])).toEqual(["contradicted"]);
  });
  it.each([
    ["Nauru dropped China for Taiwan in January 2024."],
    ["A man was acquitted in December 2024 in the case of the Chinese police station in Manhattan."],
    ["The Secure Equipment Act was vetoed in November 2021."],
    ["The US took Hikvision, Dahua and SenseTime off its blacklist in October 2019."],
    ["Russia and Cuba agreed in January 2024 on ten years of police training in Managua."],
    ["Ghana's High Court acquitted three former officials over the Pegasus purchase in 2020."],
  ])("or is at least not borne out by it: %s", async sentence => {
    for (const each of await judged(sentence)) expect(each).not.toMatch(/^supported/);
  });
});

describe("whoever gives by the text must give by the record", () => {
  it.each([
    ["The Belgian gendarmerie taught 500 Congolese officers in Kinshasa in 2004."],
    ["Xinjiang Police College taught Iraqi counter-narcotics officers in July 2011."],
    ["Davao City chose Oracle's Intelligent Operations Center in 2012."],
  ])("%s", async sentence => {
    for (const each of await judged(sentence)) expect(each).not.toMatch(/^supported/);
  });
  it.each([
    ["Libya delivered its Eagle system to Amesys in 2007."],
    ["Somali police have trained Turkish officers since 2012."],
  ])("and the other way round is another relation: %s", async sentence => {
    expect(await judged(sentence)).toEqual(["contradicted parties-swapped"]);
  });
});

describe("a system or its makers are known by name, and events by whom they hit", () => {
  it.each([
    ["Pegasus was used in Poland.", "supported record-shows"],
    ["Pegasus was bought by Poland in 2017.", "supported record-shows"],
    ["Madagascar's capital has a safe city system by Huawei.", "supported record-shows"],
    ["Predator was aimed at a Greek investigative reporter in 2022.", "supported record-tells"],
    ["Pegasus was aimed at a Greek investigative reporter in 2022.", "unverifiable no-evidence"],
    [
      "Huawei admitted helping Ugandan officials spy on an opposition musician.",
      "contradicted denial-on-record",
    ],
    [
      "Police in Honiara were shown how to use batons and shields by Chinese instructors in March 2022.",
      "supported record-shows",
    ],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual([expected]);
  });
});

it("whoever paid for what nobody is said to have made is no other maker", async () => {
  expect(await judged("Senegal's Safe City in Dakar was paid for by China.")).toEqual([
    "supported record-shows",
  ]);
});
