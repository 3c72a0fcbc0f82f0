import { afterAll, beforeAll, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function findingsOf(text: string): Promise<string[]> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  return claims.map(({ finding }) => finding.verdict);
}

const PATROLS = "Joint patrols are the friendly face. China signed with Italy in 2015, with Serbia in";

it.each([
  ["a partner's date", `${PATROLS} 2019 and with Hungary in February 2023.`, "imprecise"],
  ["right dates of partners", `${PATROLS} 2019 and with Hungary in February 2024.`, "supported"],
  [
    "the first actor's date",
    "Nicaragua left Taiwan for Beijing in December 2018, Honduras in March 2023.",
    "imprecise",
  ],
  [
    "another actor's date",
    "Nicaragua left Taiwan for Beijing in December 2021, Honduras in March 2020.",
    "imprecise",
  ],
  [
    "right dates of actors",
    "Nicaragua left Taiwan for Beijing in December 2021, Honduras in March 2023.",
    "supported",
  ],
])("holds each act of a list against its own states: %s", async (_, text, verdict) => {
  expect((await findingsOf(text)).at(-1)).toBe(verdict);
});

it("dates an act by its own year where something else has gone on since another", async () => {
  const told = (year: number) =>
    `Washington has been in it since the 1960s, and Congress liked it so little that in ${year} it banned police training abroad.`;
  expect(await findingsOf(told(1979))).toEqual(["imprecise"]);
  expect(await findingsOf(told(1974))).toEqual(["supported"]);
});
