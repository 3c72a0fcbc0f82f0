import { expect, test } from "vitest";
import { hasLetters, isWritten, wordsOf } from "./phrases.ts";

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
