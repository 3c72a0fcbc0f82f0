import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function findingOf(text: string, part: string): Promise<(string | undefined)[]> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  const found = claims.find(claim => claim.form === "number" && claim.text.includes(part));
  return [found?.finding.verdict, found?.finding.reasons[0]?.code];
}

const PEW =
  "Pew asked 25 countries in 2025. The median was 36% who think well of China and 54% who do not. In Kenya 81% had a favourable view, in Nigeria 74%.";

it.each([
  [
    "a party gives it for another year",
    "In 2016, Uganda's police recorded 4,497 homicides.",
    "4,497",
    "imprecise",
    "other-period",
  ],
  ["a party has given another since", "Smart Sénégal has 213 cameras in place.", "213", "outdated", "stale"],
  [
    "it is of the whole state",
    "In Almaty, 310,000 cameras are linked to the police.",
    "310,000",
    "imprecise",
    "broader-scope",
  ],
  ["the next sentence goes on with the measure and names the state", PEW, "81%", "contradicted", "outside"],
  ["the same with a number without a noun", PEW, "74%", "contradicted", "outside"],
  [
    "a sum goes on with the currency and the words of the one before it",
    "The European Union's mission in Mali had a budget of 29.7 million euros in 2017; that in Niger had 62.3 million in 2016.",
    "62.3",
    "disputed",
    "self-interested-other",
  ],
])("tells that a number is not right where %s", async (_, text, part, verdict, code) => {
  expect(await findingOf(text, part)).toEqual([verdict, code]);
});

it.each([
  ["of which nothing but what is said parts it from the one that was counted", PEW, "54%"],
  ["of the right year", "In 2018, Uganda's police recorded 4,497 homicides.", "4,497"],
  ["of the whole state", "Kazakhstan has linked 310,000 cameras to the police.", "310,000"],
  ["that its party gives now", "Smart Sénégal has 473 cameras in place.", "473"],
  [
    "of a total that runs through the year told",
    "In Bahia, face recognition led to 2,059 arrests in 2025 and to more than 5,310 in all since 2019.",
    "5,310",
  ],
])("says nothing against a number %s", async (_, text, part) => {
  expect(["contradicted", "outdated", "disputed", "misattributed", "imprecise"]).not.toContain(
    (await findingOf(text, part))[0],
  );
});
