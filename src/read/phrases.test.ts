import { expect, test } from "vitest";
import { hasLetters, isWritten, PhraseIndex, wordsOf } from "./phrases.ts";

const TEXT =
  "Seven of 1,950 cameras - “½” or Ⅷ; état, Москва ٣٫٥ مليون دولار、〇二年 3千㎡ 서울 カメラー 𠮷野 😀 x² № 12º (…)\n\nनया ½";

test("by its kind a word tells whether it has letters or digits, in any script, as a look at each of its characters would", () => {
  const words = wordsOf(TEXT, [0, TEXT.length], word => word);
  expect(words.length).toBeGreaterThan(40);
  for (const word of words) {
    expect([word.key, isWritten(word)]).toEqual([word.key, /[\p{L}\p{N}]/u.test(word.key)]);
    expect([word.key, hasLetters(word)]).toEqual([word.key, /\p{L}/u.test(word.key)]);
  }
});

test("phrases are found behind their first words, whether these were added alone before, after or never, and their values in the order of adding", () => {
  const index = new PhraseIndex<number>(word => word);
  const phrases = [
    "safe city",
    "safe-city",
    "Safe",
    "safe city cameras",
    "safe city",
    "10 000 cameras",
    "город",
    "город север",
  ];
  for (const [at, phrase] of phrases.entries()) index.add(phrase, at);
  const text = "Safe city cameras; safe-city; 10 000 cameras; город север";
  const words = wordsOf(text, [0, text.length], word => word);
  const found: [string, readonly number[]][] = [];
  const visit = (values: readonly number[], from: number, to: number) =>
    found.push([text.slice(words[from]!.start, words[to - 1]!.end), values]);
  index.match(words, visit, "key");
  expect(found).toEqual([
    ["Safe", [2]],
    ["Safe city", [0, 4]],
    ["Safe city cameras", [3]],
    ["safe", [2]],
    ["safe-city", [1]],
    ["10 000 cameras", [5]],
    ["город", [6]],
    ["город север", [7]],
  ]);
});
