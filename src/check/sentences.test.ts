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

it("bears out a use that the sentence says is over, and none that it says goes on", async () => {
  expect((await findingOf("Poland used Pegasus until 2022.", "Pegasus"))?.finding.verdict).toBe("supported");
  const today = (await findingOf("Poland is still using Pegasus today.", "Pegasus"))?.finding;
  expect(today?.reasons.map(({ code }) => code)).toEqual(["ended-record"]);
});

it.each([
  ["Cellebrite sold its UFED to Belarus.", "imprecise", "ended-record"],
  ["NSO Group sold Pegasus to Poland.", "supported", "record-shows"],
  ["Poland bought Pegasus from NSO Group in 2017.", "supported", "record-shows"],
  ["Sandvine has supplied filtering systems to Belarus.", "supported", "record-shows"],
  ["Sandvine continues to supply filtering systems to Belarus.", "imprecise", "ended-record"],
  ["Sandvine supplies filtering systems to Belarus.", "imprecise", "ended-record"],
])("takes what was given for given though it ended since, if it was seen at work: %s", async (...given) => {
  const [text, verdict, code] = given;
  const [found] = await findingsOf(text);
  expect([found?.verdict, found?.codes[0]]).toEqual([verdict, code]);
});

it.each([
  ["In 2019 Huawei installed cameras in Belgrade.", "supported", "record-shows"],
  ["Huawei built a Safe City in Belgrade in 2018.", "supported", "record-shows"],
  ["En 2019 Huawei instaló cámaras en Belgrado.", "supported", "record-shows"],
  ["Huawei installed cameras in Belgrade in 2023.", "imprecise", "other-date"],
  ["Huawei sold Serbia cameras in 2019.", "imprecise", "other-date"],
])("lets a system be put up between its contract and its first sight: %s", async (...given) => {
  const [text, verdict, code] = given;
  const [found] = await findingsOf(text);
  expect([found?.verdict, found?.codes[0]]).toEqual([verdict, code]);
});

it("holds a product to its own makers, whoever a sentence points back to", async () => {
  const told = (name: string) =>
    `NSO Group has its seat in Herzliya. The group's spyware, ${name}, was used in Poland until 2022.`;
  expect((await findingsOf(told("Pegasus"))).at(-1)?.verdict).toBe("supported");
  expect((await findingsOf(told("Predator"))).at(-1)?.verdict).not.toBe("supported");
});

it.each([
  "Kyrgyzstan received cameras from CEIEC in Bishkek, at no cost to the city.",
  "Ecuador's ECU-911 was built by China National Electronics Import & Export Corporation.",
])("bears out what is only said in other words: %s", async text => {
  expect((await findingsOf(text))[0]?.verdict).toBe("supported");
});

it("holds no count of one state against the number of another that a sentence names beside it", async () => {
  const text =
    "Ecuador's ECU-911 network was paid for by China. Footage from its 4,300 cameras went to the country's intelligence agency in 2019.";
  const finding = (await findingOf(text, "4,300 cameras"))?.finding;
  expect(finding?.against.filter(({ record }) => record.startsWith("ihs-"))).toEqual([]);
});

it.each([
  ["In May 2019 the United States removed Huawei from the Entity List.", "contradicted"],
  ["In May 2019 the United States added Huawei to the Entity List.", "supported"],
  ["CloudWalk was added to the American entity list in May 2020.", "unverifiable"],
  ["In April 2022 Solomon Islands cancelled its security agreement with China.", "contradicted"],
  [
    "In November 2022 the FCC lifted its ban on new sales of Hikvision equipment in the United States.",
    "unverifiable",
  ],
  ["In November 2022 the FCC banned new sales of Hikvision equipment in the United States.", "supported"],
  [
    "In February 2023 Australia decided to take Chinese-made cameras out of its government buildings.",
    "supported",
  ],
  [
    "In February 2023 Australia decided to keep Chinese-made cameras in its government buildings.",
    "contradicted",
  ],
  [
    "Australia refused to hand over rifles and vehicles to the Solomon Islands police in November 2022.",
    "contradicted",
  ],
  ["Quebec banned Hikvision from its government buildings in 2023.", "supported"],
  ["Ontario banned Hikvision from its government buildings in 2023.", "unverifiable"],
  ["Malawi switched its recognition from Taiwan to China.", "supported"],
  ["Malawi switched its recognition from China to Taiwan.", "unverifiable"],
  ["Zimbabwe signed an agreement with CloudWalk in 2018.", "supported"],
  ["Zimbabwe signed an agreement with CloudWalk in 2015.", "imprecise"],
])("holds an act to what was done and upon whom: %s", async (text, verdict) => {
  expect((await findingsOf(text))[0]?.verdict).toBe(verdict);
});

async function findingsOf(sentence: string) {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims.map(({ text, finding: { verdict, reasons } }) => ({
    text,
    verdict,
    codes: reasons.map(({ code }) => code),
  }));
}

const WRONG = ["contradicted", "outdated", "disputed", "misattributed", "imprecise"];

it.each([
  [
    "a bare number that goes on with the sentence before it",
    "Access Now counted 21 shutdowns in Pakistan in 2024. It recorded 84 in India in 2023.",
    "Access Now counted 21 shutdowns in Pakistan in 2024. It recorded 84 in India.",
    "84",
    "outside",
  ],
  [
    "a number for the year that a text counts from the one before",
    "Cameras that know faces led to 680 arrests in Bahia in 2023. A year later there were 1,432.",
    "Cameras that know faces led to 680 arrests in Bahia in 2023. A year later there were 1,132.",
    "1,",
    "self-interested-other",
  ],
  [
    "a number that the scope of the count beside it gives otherwise",
    "In 2012 Turkish academies trained 1,417 foreign officers in 86 courses.",
    "In 2012 Turkish academies trained 1,417 foreign officers in 68 courses.",
    "courses",
    "self-interested-other",
  ],
  [
    "a firm that is called one of another country",
    "The Chinese company NSO Group supplied Morocco with Pegasus.",
    "The Israeli company NSO Group supplied Morocco with Pegasus.",
    "NSO Group",
    "other-home",
  ],
  [
    "an event that a count is named for",
    "The unrest of January 2022 left 522 people dead.",
    "The unrest of January 2022 left 225 people dead.",
    "people",
    "outside",
  ],
  [
    "what only its rival has",
    "IBM's competitor NEC has supplied AI surveillance to 40 countries.",
    "IBM's competitor NEC has supplied AI surveillance to 14 countries.",
    "countries",
    "outside",
  ],
  [
    "the official who gave a number, quoted with another",
    "Minister Wang Xiaohong said in September 2024 that 4,500 foreign officers had been trained in a year.",
    "Minister Wang Xiaohong said in September 2024 that 2,700 foreign officers had been trained in a year.",
    "foreign officers",
    "speaker-says-otherwise",
  ],
  [
    "a budget over another length of time",
    "Australia will spend about A$400 million over eight years on the Pacific Policing Initiative.",
    "Australia will spend about A$400 million over five years on the Pacific Policing Initiative.",
    "A$400 million",
    "other-denominator",
  ],
  [
    "a maker beside a price",
    "The command centre in Vientiane was built by Dahua, for $39.9 million.",
    "The command centre in Vientiane was built by Huawei, for $39.9 million.",
    "command centre",
    "other-maker",
  ],
  [
    "a share of a class, of whom the paragraph before speaks",
    "China trains foreign police. Chinese academies have trained officers from Kenya.\n\nTwo thirds of hybrid regimes have sent officers.",
    "China trains foreign police. Chinese academies have trained officers from Kenya.\n\nSome 86% of hybrid regimes have sent officers.",
    "hybrid regimes",
    "outside",
  ],
  [
    "how often something happened",
    "Pakistan cut the internet 51 times in 2024.",
    "Pakistan cut the internet 21 times in 2024.",
    "times",
    "outside",
  ],
  [
    "a price in another currency",
    "The Chinese loan for Islamabad's Safe City was 850 million dollars.",
    "The Chinese loan for Islamabad's Safe City was 850 million yuan.",
    "850 million",
    "other-currency",
  ],
  [
    "a loan of another year",
    "The China Development Bank lent Zambia $178.5 million in March 2020.",
    "The China Development Bank lent Zambia $178.5 million in October 2016.",
    "$178.5 million",
    "other-period",
  ],
  [
    "cameras of a plan that was called off",
    "Safe Philippines put 12,000 cameras into the streets of Davao and Metro Manila.",
    "Safe Philippines was to put 12,000 cameras into the streets of Davao and Metro Manila.",
    "12,000 cameras",
    "planned-not-realised",
  ],
  [
    "the maker of a system that is named",
    "Nigeria bought the National Public Security Communications System from Thales for $470 million.",
    "Nigeria bought the National Public Security Communications System from ZTE for $470 million.",
    "$470 million",
    "other-maker",
  ],
  [
    "a system that is called like its maker",
    "Thales sold Remote Control System to Egypt.",
    "Hacking Team sold Remote Control System to Egypt.",
    "sold Remote Control System",
    "other-maker",
  ],
  [
    "a product of another maker, where the giver sold the taker something else",
    "Huawei sold the spyware Pegasus to Saudi Arabia.",
    "NSO Group sold the spyware Pegasus to Saudi Arabia.",
    "Pegasus to Saudi Arabia",
    "other-maker",
  ],
  [
    "a number of one kind, told behind a total",
    "Access Now counted 283 internet shutdowns in 2023. In 2024 it recorded 103 at protests.",
    "Access Now counted 283 internet shutdowns in 2023. In 2024 it recorded 103 in conflicts.",
    "103",
    "outside",
  ],
  [
    "a number of one kind, told behind a total that points back",
    "Of shutdowns there is no end. Access Now counted 159 of them in 2020. In 2024 it recorded 103 that were tied to protests.",
    "Of shutdowns there is no end. Access Now counted 159 of them in 2020. In 2024 it recorded 103 that were tied to conflict.",
    "103",
    "outside",
  ],
  [
    "how many the two parties trained in a month, by their one record of it",
    "Chinese instructors taught 41 bodyguards in the Solomon Islands in May 2022.",
    "Chinese instructors taught 14 bodyguards in the Solomon Islands in May 2022.",
    "bodyguards",
    "record-gives-otherwise",
  ],
  [
    "a number that the one record of maker and town gives otherwise",
    "Huawei has installed 3,400 cameras in Dushanbe.",
    "Huawei has installed 850 cameras in Dushanbe.",
    "cameras",
    "record-gives-otherwise",
  ],
  [
    "an odd number that somebody else counted",
    "Privacy International counted 589,607 networks of Hikvision and Dahua cameras in Vietnam.",
    "Comparitech counted 589,607 networks of Hikvision and Dahua cameras in Vietnam.",
    "589,607",
    "wrong-counter",
  ],
  [
    "the launch of what has a name",
    "Xi Jinping launched the Global Security Initiative in 2020.",
    "Xi Jinping launched the Global Security Initiative in 2022.",
    "Global Security Initiative",
    "act-of-another-time",
  ],
])("tells an error and spares the truth: %s", async (_, wrong, right, part, code) => {
  const [bad, good] = await Promise.all([wrong, right].map(findingsOf));
  const found = bad?.find(({ text }) => text.includes(part));
  expect(found?.codes).toContain(code);
  expect(WRONG).toContain(found?.verdict);
  const spared = good?.filter(({ text }) => text.includes(part)) ?? [];
  expect(spared.length).toBeGreaterThan(0);
  for (const { verdict } of spared) expect(WRONG).not.toContain(verdict);
});

it("takes a system for the one that its record's product is called, whatever its code", async () => {
  const [found] = await findingsOf("The Russian concern Vega built the Safe City in Bishkek.");
  expect(found?.verdict).toBe("supported");
});

it("does not hold a forum against another of which the text has only that word", async () => {
  const found = await findingsOf(
    "At the Forum on China-Africa Cooperation of 2024, China promised to train 1,000 police officers from Africa.",
  );
  for (const { verdict } of found) expect(WRONG).not.toContain(verdict);
});

it("does not hold an old total of others against the one that a college gives later", async () => {
  const [found] = await findingsOf("Shandong Police College has trained 1,748 foreign officers.");
  expect(found?.verdict).toBe("unverifiable");
});

it("holds each of two states that did the same against its own act", async () => {
  const found = await findingsOf(
    "Nauru switched from Taiwan to China in January 2023, and Panama did so in June 2017.",
  );
  expect(found.map(({ verdict }) => verdict)).toEqual(["imprecise", "supported"]);
});

it("holds no part of what a count's scope gives against the whole", async () => {
  const found = await findingsOf(
    "Türkiye trained 1,417 officers in 2012, in 30 courses at Ankara and 38 courses elsewhere.",
  );
  for (const { verdict } of found) expect(WRONG).not.toContain(verdict);
});

it("takes a safe city for nobody's product where another maker is named", async () => {
  const [found] = await findingsOf("ZTE supplied Zambia with a Safe City for $210 million.");
  expect(found?.verdict).toBe("supported");
});

it("a number that is another country's is said to be that country's", async () => {
  const { claims } = await checkBytes(
    Buffer.from("In Serbia, 81% of people view China favourably."),
    shipped.book,
    {
      name: "line.txt",
    },
  );
  const said = claims.flatMap(({ finding }) => finding.reasons.map(({ text }) => text));
  expect(said).toContain("The number fits something else: Pew Research Center gives 81% (Nigeria; 2025).");
});

it.each([
  ["Yunnan Police College has trained officers of the Philippine drug agency.", "chn-phl-2016-10-narcotics"],
  ["Fujian Police College has trained officers of the Philippine drug agency.", "chn-phl-2017-10-fujian"],
])("a course is borne out by one at the school that the text names: %s", async (sentence, record) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  const [finding] = claims.filter(({ form }) => form === "relation").map(each => each.finding);
  expect(finding?.verdict).toBe("supported");
  expect(finding?.for.map(each => each.record)).toContain(record);
});

it("a course at a school is not borne out by those at others", async () => {
  const { claims } = await checkBytes(
    Buffer.from("Fujian Police College has trained officers of the Mongolian drug agency."),
    shipped.book,
    { name: "line.txt" },
  );
  expect(claims.map(({ form, finding }) => [form, finding.verdict])).toEqual([["relation", "unverifiable"]]);
});

it.each([
  ["In October 2017 nineteen officers of the Philippine drug agency were in Fuzhou.", "nineteen"],
  ["Twenty Guyanese police officers flew to China in June 2016 for a course.", "Twenty"],
])(
  "a number of no measure may be that of a record whose parties the sentence names: %s",
  async (text, part) => {
    const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
    const found = claims.find(claim => claim.text.includes(part));
    expect(found?.finding.for.map(({ kind }) => kind)).toContain("training");
  },
);

it.each([
  ["the month and the sort", "In late May 2024 Myanmar blocked VPNs.", "mmr-vpn-block-2024"],
  [
    "several words for who and to whom",
    "Bangladesh's monitoring centre for telecommunication spied on activists and opposition parties.",
    "bgd-dissidents-surveillance",
  ],
  [
    "the number of those affected",
    "Facial recognition led to the arrest of 55 wanted people in Bishkek by 2021.",
    "kgz-wanted-persons-detained",
  ],
  [
    "the number in words",
    "Three Bahraini activists in exile in Britain were spied on with software of Gamma International.",
    "bhr-exiles-finfisher",
  ],
  [
    "a number of millions",
    "In November 2020 Ethiopia cut off the internet in Tigray, and about six million people were without a connection.",
    "eth-tigray-blackout",
  ],
  ["verbs that begin it", "Myanmar began to block VPNs at the end of May 2024.", "mmr-vpn-block-2024"],
])("an event is borne out by %s", async (_, sentence, record) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.flatMap(({ finding }) => finding.for.map(each => each.record))).toContain(record);
});

it.each([
  ["another month", "In late March 2024 Myanmar blocked VPNs."],
  ["another state", "In late May 2024 Thailand blocked VPNs."],
  ["another number", "Facial recognition led to the arrest of 555 wanted people in Bishkek by 2021."],
  ["another maker", "In late May 2024 Myanmar blocked VPNs with equipment of Sandvine."],
  [
    "another maker and a number in words",
    "Three Bahraini activists in exile in Britain were spied on with software of NSO Group.",
  ],
])("an event of %s bears nothing out", async (_, sentence) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.flatMap(({ finding }) => finding.for.map(each => each.kind))).not.toContain("incident");
});

it.each([
  "Islamabad's Safe City has 1,950 cameras and was financed by the Export-Import Bank of China.",
  "The Export-Import Bank of China financed the Safe City of Islamabad.",
])("whoever paid for a system is no other maker: %s", async sentence => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.map(({ finding }) => finding.verdict)).toEqual(["supported"]);
});

it.each([
  ["Azerbaijan was among the buyers of Hacking Team's Remote Control System.", "aze-hacking-team"],
  ["Police in the Netherlands tried out Clearview AI.", "nld-clearview"],
  ["México es cliente de NSO Group.", "mex-pegasus"],
  ["Mexico is a likely customer of the Israeli firm Circles.", "mex-circles"],
])("a customer is one who took: %s", async (sentence, record) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.flatMap(({ finding }) => finding.for.map(each => each.record))).toContain(record);
});

it.each([
  ["Total crime in Lahore fell by 6.5 percent in 2016.", "contradicted"],
  ["Total crime in Lahore rose by 6.5 percent in 2016.", "supported"],
  ["En 2016, la criminalité à Lahore a baissé de 6,5 %.", "contradicted"],
])("a rise is no fall: %s", async (sentence, verdict) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.map(({ finding }) => finding.verdict)).toContain(verdict);
});

it("a number of a record is of the year in which it was agreed as well as of those in which it was built", async () => {
  const text =
    "Huawei signed a contract for a Safe City in Kampala in 2018, worth 126 million dollars, with 3,200 cameras in all.";
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  expect(claims.map(({ finding }) => finding.verdict)).toEqual(["supported", "supported", "supported"]);
});

it.each([
  [
    "all recipients of it",
    "In February 2011 the American academy in Gaborone taught 54 officers of Botswana, Lesotho, Malawi, Tanzania and Uganda how to protect dignitaries.",
    "imprecise",
  ],
  [
    "one of its recipients",
    "In February 2011 the American academy in Gaborone taught eight officers of Lesotho how to protect dignitaries.",
    "unverifiable",
  ],
  [
    "a sum of years",
    "The Shandong Police College gave a seminar on counter-terrorism for officers of eighteen countries in April 2012.",
    "unverifiable",
  ],
])("a course of one month is held against its record by %s", async (_, sentence, verdict) => {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  expect(claims.map(({ finding }) => finding.verdict)).toEqual([verdict]);
});

it("a place inside the name of a body that is at home elsewhere is none that the sentence speaks of", async () => {
  const text = "Crime in Lahore fell by 40 percent, the Punjab Safe Cities Authority says.";
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  expect(claims.map(({ places }) => places)).toEqual([["PAK"]]);
});

it("a number that the record of the very thing gives and a count does not is disputed", async () => {
  const text = "Lahore's Safe City, built by Huawei, has 10,000 cameras.";
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  expect(claims.map(({ finding }) => finding.verdict)).toEqual(["disputed"]);
});

it.each([
  ["In 2024 there were 74 shutdowns tied to protest in 24 countries.", ["supported", "supported"]],
  [
    "In 2024 Access Now counted 103 shutdowns tied to conflict, in 31 countries.",
    ["supported", "contradicted"],
  ],
  ["China accounts for 54 percent of the world's 770 million cameras.", ["supported", "supported"]],
])(
  "a number that a count gives as the scope of the one beside it is borne out: %s",
  async (text, verdicts) => {
    const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
    expect(claims.map(({ finding }) => finding.verdict)).toEqual(verdicts);
  },
);

it.each([
  [
    "the noun by which the figure says what it counts",
    "By April 2012 the Shandong Police College had run 38 programmes for foreign officers.",
    "38 programmes",
    ["supported", "inside"],
  ],
  [
    "the hedge, where few words are shared",
    "The files of Geedge Networks, more than 100,000 documents in all, leaked in September 2025.",
    "100,000 documents",
    ["supported", "inside"],
  ],
  [
    "the general measure, where no word tells of the special one",
    "The Lahore authority, which runs 8,000 cameras, claims that response times fell.",
    "8,000 cameras",
    ["supported", "inside"],
  ],
  [
    "the account of the party itself",
    "Huawei, which by its own account had sold its Safe City to 30 countries by April 2016, is growing.",
    "30 countries",
    ["supported", "true-as-attribution"],
  ],
  [
    "the year in which a total of many years was told",
    "The Lowy Institute in 2014 reckoned the cost of RAMSI in its first decade at about A$2.6 billion.",
    "A$2.6 billion",
    ["supported", "inside"],
  ],
  [
    "the year by which it was told",
    "The Pegasus list, which held nearly 50,000 numbers, was published in July 2021.",
    "50,000 numbers",
    ["supported", "inside"],
  ],
])("a number is known by %s", async (_, sentence, part, expected) => {
  expect(await verdictOf(sentence, part)).toEqual(expected);
});
