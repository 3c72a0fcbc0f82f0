import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function verdictOf(text: string, part: string, form?: string) {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  return claims.find(claim => claim.text.includes(part) && (form === undefined || claim.form === form))
    ?.finding.verdict;
}

describe("a number of the month of a figure", () => {
  const answered = (count: number, whole = 23, month = "April") =>
    `Of the ${whole} vendors that Access Now asked, ${count} answered its questions, it said in ${month} 2023.`;

  it("is held against it where the sentence gives its whole", async () => {
    expect(await verdictOf(answered(14), "14", "number")).toBe("imprecise");
    expect(await verdictOf(answered(14, 40), "14", "number")).toBe("unverifiable");
    expect(await verdictOf(answered(14, 23, "May"), "14", "number")).toBe("unverifiable");
  });

  const onMap = (what: string, month = "November 2019", who = "The Australian Strategic Policy Institute") =>
    `${who}, whose map is public, had ${what} on it in ${month}.`;

  it("is held against it where its counter is named and counts in its words", async () => {
    expect(await verdictOf(onMap("12 companies and organisations"), "12")).toBe("imprecise");
    expect(await verdictOf(onMap("12 companies from Shenzhen"), "12")).toBe("unverifiable");
    expect(await verdictOf(onMap("12 companies and organisations", "April 2019"), "12")).not.toBe(
      "imprecise",
    );
    const other = onMap("12 companies and organisations", "November 2019", "The Lowy Institute");
    expect(await verdictOf(other, "12")).toBe("unverifiable");
  });

  const gave = (who: string, month: string) =>
    `Fiji gave 60 tents to the police of Solomon Islands in ${month}, the same month in which ${who} gave them 15 vehicles.`;

  it("is held against it where it passed between the states that the sentence names", async () => {
    expect(await verdictOf(gave("China", "November 2022"), "15")).toBe("imprecise");
    expect(await verdictOf(gave("Japan", "November 2022"), "15")).toBe("unverifiable");
    expect(await verdictOf(gave("China", "March 2022"), "15")).toBe("unverifiable");
  });
});
