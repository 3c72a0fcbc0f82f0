import { expect, test } from "vitest";
import { readQuantities } from "./quantities.ts";

const read = (text: string, language: string) =>
  readQuantities(text, { language }).map(({ span }) => text.slice(...span));

test.each([
  ["en", "Contact: press@example.org, +381 11 123 4567"],
  ["en", "Phone (555) 123-4567, or 0800 123 456."],
  ["fr", "Tél. : 01 42 34 56 78"],
  ["de", "Tel. 030 123 45 67"],
  ["ru", "Тел.: +7 (495) 123-45-67"],
  ["zh", "电话：010-1234-5678"],
])("telephone numbers count nothing (%s: %s)", (language, text) => {
  expect(read(text, language)).toEqual([]);
});

test("grouped digits, lists and ranges of numbers stay numbers", () => {
  expect(read("1 234 567 habitants", "fr")).toEqual(["1 234 567 habitants"]);
  expect(read("He scored 0 of 10, 3 of 20 and 100 of 2000.", "en")).toEqual(["0", "10", "3", "20", "100"]);
  expect(read("from 0.5 to 1.25", "en")).toEqual(["from 0.5 to 1.25"]);
});

test("marks around a number that is written as a sign are no telephone number", () => {
  expect(() => readQuantities("(-½)-(", { language: "en" })).not.toThrow();
  expect(() => readQuantities("½ - - (", { language: "en" })).not.toThrow();
});
