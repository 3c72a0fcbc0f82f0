import { expect, test } from "vitest";
import { countOf, formatAmount, formatDate, formatPeriod, formatTick, pluralOf } from "./format.ts";

test("a number is said with its hedge, unit and interval", () => {
  expect(formatAmount({ value: 900, unit: "session", qualifier: "nearly" })).toBe("nearly 900 sessions");
  expect(formatAmount({ value: 84, unit: "country", qualifier: "at-least" })).toBe("at least 84 countries");
  expect(formatAmount({ value: 56, low: 49, high: 63, unit: "percent" })).toBe("56% (49 to 63)");
  expect(formatAmount({ value: 30, low: null, high: 40, unit: "person" })).toBe("30 to 40 people");
  expect(formatAmount({ value: 70_000_000, unit: "USD", qualifier: "about" })).toBe("about USD 70,000,000");
  expect(formatAmount({ value: 24, unit: "city", qualifier: "dozens" })).toBe("dozens of cities");
  expect(formatAmount({ value: 1, unit: "country" })).toBe("1 country");
});

test("an amount without any number says so and is no zero", () => {
  expect(formatAmount({ value: null, unit: "camera" })).toBe("no number");
  expect(formatAmount({ value: 0, unit: "camera" })).toBe("0 cameras");
});

test("partial dates are said as precisely as they are known", () => {
  expect(formatDate("2024")).toBe("2024");
  expect(formatDate("2024-09")).toBe("September 2024");
  expect(formatDate("2024-09-09")).toBe("9 September 2024");
  expect(formatDate("2024-13")).toBe("2024-13");
  expect(formatDate("spring")).toBe("spring");
});

test("periods may be open at either end", () => {
  expect(formatPeriod("2010", "2019")).toBe("2010 to 2019");
  expect(formatPeriod("2000", null)).toBe("since 2000");
  expect(formatPeriod(null, "2019")).toBe("until 2019");
  expect(formatPeriod(null, null)).toBe("");
  expect(formatPeriod("2019", "2019")).toBe("2019");
});

test("nouns are put into the plural", () => {
  expect(["country", "person", "match", "class", "camera", "percent"].map(pluralOf)).toEqual([
    "countries",
    "people",
    "matches",
    "classes",
    "cameras",
    "percent",
  ]);
  expect(countOf(1, "record")).toBe("1 record");
  expect(countOf(1200, "entity")).toBe("1,200 entities");
});

test("ticks of an axis are short", () => {
  expect([0, 500, 20_000, 1_500_000, 2e9].map(formatTick)).toEqual(["0", "500", "20 k", "1.5 m", "2 bn"]);
});
