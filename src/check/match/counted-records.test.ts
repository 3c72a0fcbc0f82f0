import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "../bytes.ts";
import { shippedBook, type TestBook } from "../testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function numberIn(text: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "text.txt" });
  return claims
    .map(({ finding }) => finding)
    .find(({ claimed, reasons }) => claimed !== null || reasons.length > 0);
}

describe("a number that a record states of itself", () => {
  it.each([
    ["Uganda bought a $126 million CCTV system from Huawei.", "uga-kampala-safe-city"],
    ["Huawei won a contract of more than $120 million in Kampala.", "uga-kampala-safe-city"],
    ["Mauritius paid Huawei $456 million for the system.", "mus-safe-city"],
  ])("bears the claim out where giver and taker are named: %s", async (text, record) => {
    const finding = await numberIn(text);
    expect(finding).toMatchObject({ verdict: "supported" });
    expect(finding?.for.map(each => each.record)).toContain(record);
  });

  it.each([
    ["another giver", "Uganda bought a $126 million CCTV system from Dahua."],
    ["another taker", "Kenya bought a $126 million CCTV system from Huawei."],
    ["another currency", "Uganda bought a €126 million CCTV system from Huawei."],
    ["another number", "Uganda bought a $162 million CCTV system from Huawei."],
    ["another time and town", "In 2012 Uganda bought a $162 million CCTV system for Gulu."],
    ["no giver and no town", "The programme cost Uganda $126 million."],
  ])("says nothing of a claim with %s", async (_, text) => {
    expect(await numberIn(text)).toMatchObject({ verdict: "unverifiable", for: [], against: [] });
  });

  it("is that of another time where the very number of the same parties is dated otherwise", async () => {
    const finding = await numberIn("In 2012 Uganda bought a $126 million CCTV system from Huawei.");
    expect(finding).toMatchObject({ verdict: "imprecise", reasons: [{ code: "other-period" }] });
  });

  it("is told of as the word of an interested party where only such sources state it", async () => {
    const finding = await numberIn("Laos paid Huawei $39.9 million for the system.");
    expect(finding).toMatchObject({ verdict: "unverifiable" });
    expect(finding?.for.length).toBe(1);
  });

  it("is heard before what a party counts of something near to it", async () => {
    const finding = await numberIn(
      "50 officers from the Philippines were trained by China at Yunnan Police College.",
    );
    expect(finding).toMatchObject({ verdict: "unverifiable", against: [] });
    expect(finding?.for.length).toBe(1);
  });
});
