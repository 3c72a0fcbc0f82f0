import { afterAll, beforeAll, expect, test } from "vitest";
import { checkBytes } from "./bytes.ts";
import { shippedBook, type TestBook } from "./testing/shipped.ts";

let shipped: TestBook;
beforeAll(async () => {
  shipped = await shippedBook();
});
afterAll(() => shipped.remove());

async function verdictOf(text: string): Promise<string | undefined> {
  const { claims } = await checkBytes(Buffer.from(text), shipped.book, { name: "line.txt" });
  return claims[0]?.finding.verdict;
}

test("a count of one kind of product bears out a number that names no kind, and refutes none", async () => {
  expect(await verdictOf("US firms supply AI surveillance technology to 32 countries.")).toBe("unverifiable");
  expect(await verdictOf("US firms supply surveillance technology to 57 countries.")).toBe("supported");
  expect(await verdictOf("US firms supply facial recognition to 32 countries.")).toBe("contradicted");
});

test("the book's own count of all goods refutes no number of those that learn", async () => {
  expect(await verdictOf("US firms supply surveillance technology to 22 countries.")).toBe("contradicted");
  expect(await verdictOf("US firms supply artificial intelligence for policing to 22 countries.")).not.toBe(
    "contradicted",
  );
});
