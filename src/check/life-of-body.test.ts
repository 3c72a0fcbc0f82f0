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

describe("the year in which a body was begun or came to its end", () => {
  const begun = (year: number) => `ICITAP, which trains police abroad, was set up in ${year}.`;
  const mission = (what: string) => `The European Union's police mission in Afghanistan ${what}.`;

  it("is not the book's where that has another, however far away", async () => {
    expect(await verdictOf(begun(1996), "set up")).toBe("imprecise");
    expect(await verdictOf(begun(1946), "set up")).toBe("imprecise");
    expect(await verdictOf(begun(1986), "set up")).not.toBe("imprecise");
  });

  it("is later than none of what it did before, and earlier than none of what it did last", async () => {
    expect(await verdictOf(mission("ended in December 2014"), "mission")).toBe("imprecise");
    expect(await verdictOf(mission("ended in December 2016"), "mission")).not.toBe("imprecise");
    expect(await verdictOf(mission("was set up in 2011"), "mission")).toBe("imprecise");
    expect(await verdictOf(mission("was set up in 2007"), "mission")).not.toBe("imprecise");
    expect(await verdictOf("The police mission in Afghanistan ended in 2014.", "mission")).not.toBe(
      "imprecise",
    );
  });
});
