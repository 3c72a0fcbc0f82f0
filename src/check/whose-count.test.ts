import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

const said = (part: string): RegExp => new RegExp(`(?<!\\S)${part}(?!\\S)`, "u");

/** Verdict and first reason of the number in which some words stand. */
async function findingOf(text: string, part: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const found = claims.find(claim => claim.form === "number" && claim.text.search(said(part)) >= 0);
  return [found?.finding.verdict, found?.finding.reasons[0]?.code];
}

it.each([
  ["Human Rights Watch tied 74 shutdowns to protests in 2024.", "74", "misattributed", "wrong-counter"],
  [
    "Memoori put the video surveillance market at 24 billion dollars in 2021.",
    "24",
    "misattributed",
    "wrong-counter",
  ],
  ["Omdia put the video surveillance market at 24 billion dollars in 2021.", "24", "supported", "inside"],
  [
    "Access Now counted 54 countries with shutdowns in 2024; CSIS counted 52.",
    "52",
    "imprecise",
    "near-miss",
  ],
])(
  "credits whoever opens the clause of a number, whatever the verb: %s",
  async (text, part, verdict, code) => {
    expect(await findingOf(text, part)).toEqual([verdict, code]);
  },
);

it.each([
  ["Safeguard Defenders counted at least 102 overseas police stations.", "102", "supported", "inside"],
  [
    "Carnegie counts nearly 900 training sessions for foreign police since 2000.",
    "900",
    "supported",
    "inside",
  ],
  ["A count by RWR Advisory found 144 contracts abroad between 2009 and 2021.", "144", "supported", "inside"],
])("knows of whom the counts of a named counter are: %s", async (text, part, verdict, code) => {
  expect(await findingOf(text, part)).toEqual([verdict, code]);
});

it.each([
  ["Safeguard Defenders counted 202 overseas police stations.", "202", "imprecise", "credited-otherwise"],
  ["Access Now counted 346 shutdowns in 2024.", "346", "imprecise", "credited-otherwise"],
  [
    "Hikvision made more than 75 million cameras in 2016, the company says.",
    "75",
    "imprecise",
    "speaker-says-otherwise",
  ],
  [
    "Huawei says that its safe-city systems serve over 700 cities.",
    "700",
    "supported",
    "true-as-attribution",
  ],
])(
  "holds a number against what the one who is credited with it gives: %s",
  async (text, part, verdict, code) => {
    expect(await findingOf(text, part)).toEqual([verdict, code]);
  },
);

it.each([
  [
    "The market was worth about 35 billion dollars in 2021 by IDC's count.",
    "35 billion dollars",
    "supported",
  ],
  [
    "The market was worth about 35 billion dollars in 2021 by Memoori's count.",
    "35 billion dollars",
    "misattributed",
  ],
  [
    "Uganda's spending aside, officials in Tashkent said crime in the metro fell by 46.5 percent in 2019.",
    "46.5 percent",
    "supported",
  ],
])("knows whose count a sentence tells: %s", async (text, part, verdict) => {
  expect((await findingOf(text, part))[0]).toBe(verdict);
});

it.each([
  [
    "the same number of another network's country",
    "Comparitech saw 589,607 Hikvision and Dahua networks in the United States and 807,108 in Vietnam.",
    "589,607 Hikvision",
  ],
  ["of a town that has none of them", "Only 40 of the 1,000 cameras in Lagos worked in May 2016.", "40 of"],
  [
    "of other makers",
    "About 2,800 public bodies in Britain use Axis or Bosch, Big Brother Watch estimates.",
    "2,800 public",
  ],
  [
    "of many years, told of one",
    "Nigeria spent over 2.7 billion dollars on surveillance in 2022 alone, the Institute of Development Studies found.",
    "2.7 billion",
  ],
])("tells that a number was counted for something else: %s", async (_, text, part) => {
  expect((await findingOf(text, part))[0]).toBe("imprecise");
});

it("takes a place in the name of a body for no place of a number", async () => {
  const text = "In Lahore the Punjab Safe Cities Authority runs some 8,000 cameras supplied by Huawei.";
  expect((await findingOf(text, "8,000 cameras"))[0]).toBe("supported");
});

it("takes whoever paid for no taker", async () => {
  const text =
    "The first phase of the Safe City of Paramaribo brought 300 cameras, paid for with a Chinese grant.";
  expect((await findingOf(text, "300 cameras"))[0]).toBe("supported");
});

it("tells that a school's number is another school's", async () => {
  const text = "Yunnan Police College had trained 677 foreign officers by April 2012.";
  expect((await findingOf(text, "677 foreign"))[0]).toBe("contradicted");
});

it.each([
  ["In Japan, 86 percent view China favourably, Pew found in 2025.", "86", "imprecise", "other-denominator"],
  ["74 percent of Kenyans had a favourable view of China in 2025.", "74", "supported", "inside"],
])("parts what people think well of from what they think ill of: %s", async (text, part, verdict, code) => {
  expect(await findingOf(text, part)).toEqual([verdict, code]);
});

const SHUTDOWNS = "Access Now counted at least 296 shutdowns in 54 countries in 2024.";

it.each([
  [`${SHUTDOWNS} Russia imposed 19.`, "19", "supported"],
  [`${SHUTDOWNS} Russia imposed 29.`, "29", "contradicted"],
  [`${SHUTDOWNS} Conflicts accounted for 103.`, "103", "supported"],
  [`${SHUTDOWNS} Conflicts accounted for 130.`, "130", "contradicted"],
  [
    `${SHUTDOWNS} A record 25 cut-offs were imposed across borders, on 13 countries.`,
    "13 countries",
    "unverifiable",
  ],
  [
    "Kazakhstan has over 1.3 million cameras, 310,000 of which are linked to police centres.",
    "310,000",
    "supported",
  ],
  [
    "Kazakhstan has over 1.3 million cameras, 410,000 of which are linked to police centres.",
    "410,000",
    "contradicted",
  ],
  [
    "At least 74 governments bought spyware between 2011 and 2023, 44 of them autocracies.",
    "44",
    "supported",
  ],
  [
    "At least 74 governments bought spyware between 2011 and 2023, 54 of them autocracies.",
    "54",
    "contradicted",
  ],
])("goes on with the number before it: %s", async (text, part, verdict) => {
  expect((await findingOf(text, part))[0]).toBe(verdict);
});

it.each([
  [
    "a class of states that is not free is no denial",
    "Seventy-one percent of Huawei's Safe City agreements are with countries that are partly free or not free, CSIS found.",
    "Seventy-one percent",
    "supported",
  ],
  [
    "a whole stands beside the parts that towns have",
    "ACLED recorded 945 deaths in Ethiopia in August 2024, 637 of them in Amhara and 270 in Oromia.",
    "945 deaths",
    "supported",
  ],
  [
    "a part of it is of the wrong town",
    "ACLED recorded 945 deaths in Ethiopia in August 2024, 637 of them in Oromia and 270 in Amhara.",
    "637",
    "imprecise",
  ],
  [
    "who counted is not known to the measure that the reader took",
    "Greitens counted at least 80 recipient countries of Chinese surveillance technology in 2021.",
    "80 recipient",
    "supported",
  ],
])("reads a number with what stands beside it: %s", async (_, text, part, verdict) => {
  expect((await findingOf(text, part))[0]).toBe(verdict);
});
