import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function verdictOf(sentence: string, part: string) {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  const found = claims.find(({ form, text }) => form === "number" && text.includes(part));
  return [found?.finding.verdict, found?.finding.reasons[0]?.code];
}

it.each([
  [
    "Ten times too few for the world, where the text says so",
    "The world had 77 million surveillance cameras in 2019.",
    "77 million",
  ],
  ["the same in Spanish", "En el mundo había 77 millones de cámaras de vigilancia en 2019.", "77 millones"],
  ["the same in Chinese", "2019年全球有7700万个监控摄像头。", "7700万"],
  [
    "credited to whoever counted the world",
    "IHS Markit counted 24.5 million surveillance cameras in 2014.",
    "24.5 million",
  ],
  ["more than the world has", "There were 2.1 billion surveillance cameras in 2019.", "2.1 billion"],
])("a number of no named place is refuted by that of the world: %s", async (_, sentence, part) => {
  expect(await verdictOf(sentence, part)).toEqual(["contradicted", "outside"]);
});

it.each([
  ["The 1,950 cameras were switched on in 2019.", "1,950"],
  ["By 2019 the operator had 77 million cameras.", "77 million"],
  ["Los 7.600 aparatos y 77 millones de cámaras se encendieron en 2019.", "77 millones"],
])(
  "a number of no named place, in a text that does not speak of the world, is not: %s",
  async (sentence, part) => {
    expect(["contradicted", "outdated", "disputed", "misattributed"]).not.toContain(
      (await verdictOf(sentence, part))[0],
    );
  },
);

it.each([
  [
    "A budget that only its giver has told of, and otherwise",
    "EUCAP Sahel Niger had a budget of 29.7 million euros in 2016.",
    "29.7",
    ["disputed", "self-interested-other"],
  ],
  [
    "the same budget, as told",
    "EUCAP Sahel Niger had a budget of 26.3 million euros in 2016.",
    "26.3",
    ["supported", "commitment"],
  ],
  [
    "a happening told of another time",
    "Australia gave the Solomon Islands police 60 rifles in November 2020.",
    "60 rifles",
    ["imprecise", "other-period"],
  ],
  [
    "the same at its time",
    "Australia gave the Solomon Islands police 60 rifles in November 2022.",
    "60 rifles",
    ["supported", "inside"],
  ],
])("%s", async (_, sentence, part, expected) => {
  expect(await verdictOf(sentence, part)).toEqual(expected);
});

async function findingOf(sentence: string, part: string) {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims.find(({ text }) => text.includes(part));
}

it("says of a number that the book knows by a retelling only, who repeats it and what would settle it", async () => {
  const found = await findingOf("China has trained the police of 82% of authoritarian regimes.", "82%");
  expect(found?.finding.verdict).toBe("supported");
  expect(found?.finding.reasons.map(({ code }) => code)).toContain("retold-only");
  expect(found?.finding.missing).not.toBe("");
});

it("says nothing of retellings where the counter's own page is read", async () => {
  const found = await findingOf("Access Now documented at least 296 internet shutdowns in 2024.", "296");
  expect(found?.finding.verdict).toBe("supported");
  expect(found?.finding.reasons.map(({ code }) => code)).not.toContain("retold-only");
});

it("bears an event out by the count that is named for it, without those whom the count does not name", async () => {
  const text = "In Serbia, where a station canopy collapsed and killed 16 people, crowds marched.";
  expect((await findingOf(text, "canopy collapsed"))?.finding.verdict).toBe("supported");
  const made = await findingOf(
    "In Serbia, where Chinese-built infrastructure collapsed and killed 16 people, crowds marched.",
    "collapsed",
  );
  expect(made?.finding.verdict).toBe("imprecise");
  expect(made?.finding.reasons.map(({ code }) => code)).toEqual(["count-tells", "party-untold"]);
});

it.each([
  ["Recipients are expected to back China's territorial claims over Taiwan.", "statement"],
  ["The police budget of China is expected to grow.", "opinion"],
  ["Huawei sells safe cities. Countries with strong laws can use this technology without harm.", "statement"],
])("takes a duty, and what points back to a body of the book, for no opinion: %s", async (text, form) => {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  expect(claims.at(-1)?.form).toBe(form);
});

it("does not bear out what a clause says of an act by the act that the clause before it names", async () => {
  const found = await findingOf(
    "The expansion aligns with Xi Jinping's 2022 Global Security Initiative, which China promotes as an alternative to Western security approaches.",
    "which China promotes",
  );
  expect(found?.finding.verdict).toBe("unverifiable");
});

it("takes no seller for whoever lends", async () => {
  const text =
    "In Ecuador, the ECU-911 system was built by CEIEC and Huawei with a Chinese loan of $240 million.";
  expect((await findingOf(text, "$240 million"))?.finding.verdict).toBe("supported");
});

it("says of a record that ended that it may have come about", async () => {
  const finding = (await findingOf("NSO Group sold Pegasus to Poland.", "Pegasus"))?.finding;
  expect(finding?.verdict).toBe("imprecise");
  expect(finding?.reasons.map(({ code }) => code)).toEqual(["ended-record"]);
});
