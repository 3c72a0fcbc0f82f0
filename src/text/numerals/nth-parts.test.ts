import { expect, test } from "vitest";
import { readQuantities } from "../quantities/quantities.ts";

const shares = (text: string, language: string) =>
  readQuantities(text, { language })
    .filter(({ fraction }) => fraction)
    .map(({ text: words, value }) => [words, Number(value.toFixed(4))]);

test.each([
  ["Каждая третья камера в Бишкеке не работает.", "ru", "Каждая третья", 0.3333],
  ["Каждый пятый полицейский прошёл курсы.", "ru", "Каждый пятый", 0.2],
  ["Every third camera is broken.", "en", "Every third", 0.3333],
  ["Jede dritte Kamera ist defekt.", "de", "Jede dritte", 0.3333],
])("every third of them is one part of so many: %s", (text, language, words, value) => {
  expect(shares(text, language)).toEqual([[words, value]]);
});

test.each([
  ["Une caméra sur trois ne marche pas.", "Une caméra sur trois", 0.3333],
  ["Quatre caméras sur dix seront financées.", "Quatre caméras sur dix", 0.4],
])("what is counted may stand between the two numbers of a share: %s", (text, words, value) => {
  expect(shares(text, "fr")).toEqual([[words, value]]);
});

test.each([
  ["Au moins 75 pays sur 176 utilisent des caméras.", "fr"],
  ["Un agent sur trois sites a été formé.", "fr"],
  ["Каждый третий год", "ru"],
  ["They meet every third month.", "en"],
])("two counts, and how often something is done, are no share: %s", (text, language) => {
  expect(shares(text, language)).toEqual([]);
});
