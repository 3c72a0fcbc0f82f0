import { expect, test } from "vitest";
import { raisedAs } from "./raised.ts";

const behind = (before: string, words = "3") => raisedAs(words, { before, linked: false });

test("behind a word, a mark, a year or a count what is raised is the mark of a note", () => {
  for (const before of ["52 countries", "ended.", "in 2019", "counted 52", "at 4.10", "共有52个国家。"])
    expect(behind(before), before).toBe("note");
});

test("behind ten and behind a unit it is an exponent", () => {
  for (const before of ["10", "4 × 10", "40 m", "12 km"]) expect(behind(before), before).toBe("exponent");
});

test("letters that are raised are words of the text", () => {
  expect(behind("the 1", "er")).toBe("words");
});
