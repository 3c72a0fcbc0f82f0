import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

/** The verdicts on the claims of a sentence with their first reasons, without those that are open. */
async function judged(sentence: string): Promise<string[]> {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims
    .filter(({ finding }) => !["unverifiable", "not-checkable"].includes(finding.verdict))
    .map(({ finding: { verdict, reasons } }) => `${verdict} ${reasons[0]?.code}`);
}

describe("whoever is said to make or own a thing is held against whom the book knows for it", () => {
  it.each([
    ["Graphite, the spyware of Candiru, was used in Italy.", ["contradicted other-maker"]],
    [
      "Pegasus, made by Candiru, was used against Catalan politicians in Spain.",
      ["contradicted other-maker"],
    ],
    ["Pegasus, made by Israel's NSO Group, was used in Spain.", ["supported record-shows"]],
    ["The sale of Graphite to Italy by NSO Group has come to an end.", ["contradicted other-maker"]],
    ["The sale of Graphite to Italy by Paragon Solutions has come to an end.", ["supported record-shows"]],
    ["Circles is owned by Huawei.", ["contradicted other-owner"]],
    ["Circles belongs to NSO Group.", ["supported owner-on-record"]],
    [
      "Hikvision's parent is the state-owned China National Nuclear Corporation.",
      ["contradicted other-owner"],
    ],
    [
      "Hikvision's parent is the state-owned China Electronics Technology Corporation.",
      ["supported owner-on-record"],
    ],
    ["Sandvine is owned by Acme Capital.", []],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("a record bears out neither another phase, thing, town, end nor party than its own", () => {
  it.each([
    ["The Russian firm Vega built the second phase of the Safe City of Kyrgyzstan.", []],
    ["Cellebrite stopped selling to Belarus in March 2019.", []],
    ["Cellebrite stopped selling to Belarus in March 2021.", ["supported record-shows"]],
    [
      "France's Idemia won the contract for Congolese biometric passports in December 2022.",
      ["contradicted other-maker"],
    ],
    ["Mexico City's Ciudad Segura was built by Huawei and Telmex.", ["contradicted other-maker"]],
    ["Mexico City's Ciudad Segura was built by Thales and Telmex.", ["supported record-shows"]],
    ["Cebu City signed up for IBM's Intelligent Operations Center in June 2012.", []],
    ["Blue Coat's PacketShaper was detected in Venezuela in January 2019.", ["imprecise other-date"]],
    ["Axis, of Denmark, put up cameras in Hyderabad.", ["imprecise other-home"]],
    ["Police in Osh said the system had led to 55 wanted persons by 2021.", []],
    [
      "New Zealand's gift of 60 rifles to the Solomon Islands police came in November 2022.",
      ["contradicted number-of-others"],
    ],
    [
      "Sierra Leone's police college hosted 25 officers of the Shandong police in October 2023.",
      ["contradicted number-of-others"],
    ],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("an act of the very time that others did speaks against it", () => {
  it.each([
    ["Canada ordered Dahua to cease operations in June 2025.", ["contradicted act-of-others"]],
    ["The FCC stopped authorising new equipment from Hikvision, Dahua and Axis in November 2022.", []],
    ["The Pukpuk treaty was signed by Australia and Fiji in October 2025.", ["contradicted act-of-others"]],
    [
      "The Pukpuk treaty was signed by Australia and Papua New Guinea in October 2025.",
      ["supported act-on-record"],
    ],
    ["Tuvalu dropped Taiwan and took up ties with China on 15 January 2024.", ["contradicted act-of-others"]],
    ["Honduras established diplomatic relations with Beijing in March 2023.", ["supported act-on-record"]],
    ["The Global Security Initiative was unveiled by Wang Yi in April 2022.", ["contradicted act-of-others"]],
    [
      "In June 2025 face recognition by NtechLab flagged a blogger at Almaty airport.",
      ["contradicted other-maker"],
    ],
    [
      "In June 2025 face recognition by Target AI flagged a blogger at Almaty airport.",
      ["supported record-tells"],
    ],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("a denial that is told is a denial, and not what is denied turned round", () => {
  it.each([
    ["Hikvision denied that it sold cameras to Myanmar directly.", ["supported denial-on-record"]],
    ["Huawei denied that it sold a safe city to Dushanbe.", ["disputed record-denied"]],
    ["Huawei sold no safe city to Dushanbe.", ["contradicted record-denied"]],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("names that are common words, and nouns and verbs of a sale, tell who has what", () => {
  it.each([
    ["Botswana uses Circles.", ["supported record-shows"]],
    ["Neighbouring Tajikistan turned to Huawei in 2013.", ["supported record-shows"]],
    ["Intellexa's Predator has been traced to Angola.", ["supported record-shows"]],
    ["Sandvine shipped equipment to Pakistan from 2017.", ["supported record-shows"]],
    ["Ethiopia is a client of Hacking Team.", ["imprecise ended-record"]],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});

describe("a seller of whom the book knows no such sale is not borne out by the maker's", () => {
  it.each([
    ["The Israeli company Candiru sold the Pegasus spyware to Hungary.", []],
    ["Hungary bought Pegasus from the Israeli company Zolta.", []],
    ["The Israeli company NSO Group sold Pegasus to Hungary.", ["supported record-shows"]],
    ["The Chinese firm Huaxin built the Safe City in Belgrade.", []],
    ["Ethiopia bought Remote Control System, made by Italy's Hacking Team, from NSO Group.", []],
    ["Ethiopia bought Remote Control System from Italy's Hacking Team.", ["supported record-shows"]],
  ])("%s", async (sentence, expected) => {
    expect(await judged(sentence)).toEqual(expected);
  });
});
