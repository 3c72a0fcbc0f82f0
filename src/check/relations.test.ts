import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function verdictsOf(sentence: string): Promise<string[]> {
  const { claims } = await checkBytes(Buffer.from(sentence), shipped.book, { name: "line.txt" });
  return claims.map(({ finding }) => finding.verdict);
}

it.each([
  ["a giver before the verb", "Larkspur sold FinSpy to Ethiopia."],
  ["a giver behind 'from'", "Bahrain bought a monitoring centre from Bramwell Systems."],
  ["an owner of the product", "Orison's PacketShaper is used in China."],
  ["a giver behind where it was", "In Islamabad, Larkspur built the safe city."],
  ["a giver without a product", "Vexatron supplied Zambia with phone interception."],
])("what another maker has there bears out no giver whom nobody knows: %s", async (_, sentence) => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).toBe("unverifiable");
});

it.each([
  ["of an unknown name", "Huawei sold ET6 to Kenya."],
  ["behind an infinitive", "Huawei agreed to supply NightGaze to Germany."],
  [
    "behind a taker that is several words",
    "The Democratic Republic of the Congo bought NightGaze from NSO Group.",
  ],
  ["of another maker, who is known by it", "Tiandy supplied Graphite to Iran."],
  ["with a name of its own in the book", "Circles sold Pegasus to Denmark."],
])("another system of the same two bears out no product %s", async (_, sentence) => {
  for (const verdict of await verdictsOf(sentence))
    expect(["unverifiable", "contradicted"]).toContain(verdict);
});

it.each([
  ["Thales sold Safe City to France."],
  ["Huawei's Safe City is used in China."],
  ["Estonia signed a contract with Huawei for the Konza data centre."],
])("a system elsewhere bears out none in the state that is told: %s", async sentence => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).toBe("unverifiable");
});

it("a system that was first seen later bears out no earlier year", async () => {
  expect(await verdictsOf("In 2016, Afghanistan was using a camera network from Dahua.")).toEqual([
    "unverifiable",
  ]);
  expect(await verdictsOf("In 2025, Afghanistan was using a camera network from Dahua.")).toEqual([
    "supported",
  ]);
});

it("a system that was agreed before is in use later", async () => {
  expect(await verdictsOf("In 2022, Serbia was using a safe city system from Huawei.")).toEqual([
    "supported",
  ]);
});

it.each([
  ["Hacking Team sold Remote Control System to Oman."],
  ["Ethiopia bought FinSpy from Gamma."],
  ["Huawei built the safe city of Nairobi."],
  ["Further north, Chinese firms built the safe city of Islamabad."],
  ["China's Huawei supplied Kenya with cameras."],
  ["NSO Group supplied Pegasus to Azerbaijan."],
])("a record that carries the names of a sentence bears it out: %s", async sentence => {
  for (const verdict of await verdictsOf(sentence)) expect(["supported", "imprecise"]).toContain(verdict);
});

it.each([
  [
    "a topic that the reader knows",
    "China trained 20 officers from Sierra Leone in human trafficking in 2025.",
  ],
  ["a topic that it does not", "China gave police from Argentina a course in lock picking in 2016."],
  ["another school", "A course for 30 officers from Solomon Islands was held by the Railway Police College."],
  [
    "a force that did not hold it",
    "The Chinese People's Armed Police Force trained police from Solomon Islands in 2022.",
  ],
  [
    "a body that is no maker",
    "Ethiopia bought a data centre from the Ministry of Public Security of Vietnam.",
  ],
])("a course or a sale of the same two states bears out nothing of %s", async (_, sentence) => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).not.toBe("supported");
});

it.each([
  ["China gave police from Argentina a course in Chinese in 2016."],
  ["Fujian Police College trained 28 officers from South Africa."],
  ["Police from Solomon Islands took a course on riot control run by China in 2024."],
])("a course of the very topic or school is borne out: %s", async sentence => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).toBe("supported");
});

it("what was ordered is agreed, and need not have arrived", async () => {
  expect(await verdictsOf("Serbia ordered telecom network equipment from Huawei.")).toEqual(["supported"]);
  expect(await verdictsOf("Serbia ordered telecom network equipment from CEIEC.")).not.toContain("supported");
});

it.each([
  ["Huawei built Islamabad's Safe City with a loan from the World Bank.", "contradicted"],
  ["Huawei built Islamabad's Safe City with a loan from China's Exim Bank.", "supported"],
  ["Islamabad's Safe City has 1,950 cameras and was financed by the World Bank.", "contradicted"],
  [
    "Islamabad's Safe City has 1,950 cameras and was financed by the Export-Import Bank of China.",
    "supported",
  ],
  ["Mauritius bought a safe city system from Huawei with an Indian loan.", "contradicted"],
  ["Mauritius bought a safe city system from Huawei with a Chinese loan.", "supported"],
  ["The World Bank financed Dahua's cameras in Tbilisi.", "unverifiable"],
])("whoever paid is held against who the record says did: %s", async (sentence, verdict) => {
  expect(await verdictsOf(sentence)).toEqual([verdict]);
});

it.each([
  ["another school", "Yunnan Police College trained 677 foreign officers by April 2012."],
  ["another seller", "Amesys's contract with Syria was worth over 13 million euros."],
  [
    "makers whom nobody names",
    "About 2,800 public bodies in Britain use Axis or Bosch, Big Brother Watch estimates.",
  ],
  ["another state that trains", "Japan trained 29 officers from Kenya in 2018."],
  [
    "another course",
    "21 officers from Micronesia and Cook Islands took a course in Chinese run by New Zealand in 2013.",
  ],
])("a number is not borne out by that of %s", async (_, sentence) => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).not.toBe("supported");
});

it("how many took one course says nothing of another that is told without a date", async () => {
  const sentence = "12 officers from Solomon Islands took a course on close protection run by China.";
  expect(await verdictsOf(sentence)).not.toContain("contradicted");
});

it("what goes on since a month was done in it", async () => {
  const told =
    "India has required security tests and source code for internet-connected CCTV cameras since April";
  expect(await verdictsOf(`${told} 2025.`)).toEqual(["supported"]);
  expect(await verdictsOf(`${told} 2021.`)).toEqual(["imprecise"]);
});

it("a word that opens a sentence is nobody's name", async () => {
  const sentence = "Among the customers of Circles is Kenya, which uses its interception equipment.";
  expect(await verdictsOf(sentence)).toContain("supported");
});

it("the very number of a course on something else is that of another course", async () => {
  const taught = "China trained 13 officers from South Africa in border control in 2015.";
  expect(await verdictsOf(taught)).toEqual(["imprecise"]);
});

it("a denial that the text only reports is disputed by the records, one of its own contradicted", async () => {
  const rest = "sold surveillance systems to Uganda.";
  expect(await verdictsOf(`Huawei denied that it had ${rest}`)).toEqual(["disputed"]);
  expect(await verdictsOf(`Huawei has not ${rest}`)).toEqual(["contradicted"]);
});

it("a sum of many years bears out none of one year alone", async () => {
  const spent = "Nigeria spent over 2.7 billion dollars on surveillance technology";
  expect(await verdictsOf(`${spent} in 2022 alone.`)).toEqual(["imprecise"]);
  expect(await verdictsOf(`${spent} between 2013 and 2022.`)).toEqual(["supported"]);
});

it.each([
  ["in another town", "Only 40 of the cameras in Lagos worked in May 2016."],
  ["of one kind of product", "Feldstein found that 97 countries used commercial spyware by 2022."],
  [
    "held in another town",
    "In September 2025 ministers of China and Pacific states met in Honiara for their fourth dialogue on police capacity.",
  ],
])("what is told %s is not borne out", async (_, sentence) => {
  for (const verdict of await verdictsOf(sentence)) expect(verdict).not.toBe("supported");
});
