import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function first(text: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "text.txt" });
  return claims[0]?.finding;
}

describe("an act told nearly in the words of its title", () => {
  it.each([
    [
      "In November 2021 Australian police and soldiers were sent to Honiara after the riots.",
      "aus-slb-riot-2021",
    ],
    ["Quebec banned Hikvision in its government buildings in 2023.", "can-quebec-hikvision-2023"],
    [
      "In April 2024 Fiji sent embedded Chinese police home but kept the memorandum.",
      "fji-chn-officers-2024",
    ],
    [
      "China and the Pacific held their third ministerial dialogue on police capacity building on 11 September 2024.",
      "chn-pacific-dialogue-2024",
    ],
    ["Nauru switches from Taiwan to China in January 2024.", "nru-switch-2024"],
    [
      "China sent police advisers to Solomon Islands in February 2022, to the alarm of Australia.",
      "chn-slb-police-advisers-2022",
    ],
    // Whoever acted need not be named where the day and a name tell.
    ["The hub at Pinkenba opened its training centre in December 2024.", "ppi-pinkenba-2024"],
    [
      "In late November 2022 the FCC was stopping new authorisations for Huawei and ZTE equipment, and for Hikvision, Dahua and Hytera.",
      "usa-fcc-ban-2022",
    ],
    ["Congress banned the training of police abroad in 1974, with exceptions.", "usa-police-aid-ban-1974"],
    [
      "Sandvine was added to the Entity List in February 2024 over censorship in Egypt.",
      "usa-sandvine-list-2024",
    ],
    [
      "Two men were arrested in April 2023 over an undeclared Chinese police station in Manhattan.",
      "usa-nyc-station-charge-2023",
    ],
  ])("is borne out by that act: %s", async (text, record) => {
    const finding = await first(text);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for[0]?.record).toBe(record);
  });

  it.each([
    ["another state acts", "In April 2024 Tonga sent embedded Chinese police home but kept the memorandum."],
    ["it was not so", "In April 2024 Fiji did not send embedded Chinese police home and kept no memorandum."],
    [
      "it is another of its kind",
      "China held its fifth ministerial dialogue on police capacity building with Pacific states in 2024.",
    ],
    ["it was done to another state", "China sent police to Bhutan in February 2022."],
    ["it was done with another state", "Police from China and Bhutan began joint patrols in May 2019."],
    ["nobody is named and no day", "Police training abroad was banned by Congress, with exceptions."],
    [
      "its number is another",
      "Nine men were arrested in April 2023 over an undeclared Chinese police station in Manhattan.",
    ],
    ["few of its words are there", "In April 2024 Fiji sent Chinese tourists home."],
  ])("is not where %s", async (_, text) => {
    expect((await first(text))?.for ?? []).toEqual([]);
  });

  it("is imprecise where the one such act is of another year", async () => {
    const finding = await first("Quebec banned Hikvision in its government buildings in 2021.");
    expect(finding).toMatchObject({ verdict: "imprecise", for: [] });
    expect(finding?.reasons[0]?.code).toBe("other-date");
  });

  it("stays open where the book is not sure of the act", async () => {
    const finding = await first(
      "In July 2023 police chiefs of Ethiopia and China agreed a law-enforcement cooperation centre.",
    );
    expect(finding).toMatchObject({ verdict: "unverifiable", for: [] });
    expect(finding?.related[0]?.record).toBe("eth-chn-police-2023");
  });
});
