import { expect, test } from "vitest";
import { en } from "./packs/en.ts";
import { isDenseUnit, isDigitUnit, isWordUnit, keysOf, tokenize } from "./tokens.ts";

test("the keys of a phrase are those of its tokens, whether it is plain words or not", () => {
  const phrases = JSON.stringify(en).split(/[|"=]/);
  expect(phrases.length).toBeGreaterThan(500);
  for (const phrase of [
    ...phrases,
    "a b",
    "a  b",
    "Ab c",
    "don't",
    "café",
    "10 km",
    "",
    " a",
    "a\nb",
    "警察 培训",
  ])
    expect(keysOf(phrase)).toEqual(tokenize(phrase).map(({ key }) => key));
});

test("letters and digits are those of Unicode, also where its tables are not asked", () => {
  const unseen = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0640\u061c]/;
  for (let code = 0; code < 0x3100; code++) {
    const unit = String.fromCharCode(code);
    const dense = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}〇ー]/u.test(unit);
    const word = unseen.test(unit) || (/[\p{L}\p{M}]/u.test(unit) && !dense);
    expect([unit, isWordUnit(code), isDigitUnit(code), isDenseUnit(code)]).toEqual([
      unit,
      word,
      /\p{Nd}/u.test(unit),
      dense,
    ]);
    expect(tokenize(`a${unit}b`).some(({ gap }) => gap)).toBe(/\s/.test(unit));
  }
});
