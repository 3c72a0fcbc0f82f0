import { expect, test } from "vitest";
import { en } from "../packs/en.ts";
import { isDenseUnit, isDigitUnit, isWordUnit } from "./characters.ts";
import { stretches, tokensIn } from "./stretches.ts";
import { keysOf, tokenize } from "./tokenize.ts";

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

test("the tokens of a part are the same out of the kept tokens of the text as cut from it alone", () => {
  const text =
    "Peru said 3.5 million – half of it – in 2019.\n\n “Dos 1,200 – ” и 12–15 лет. 警察1200名。 a\u200b b-c\u00ad ";
  for (const whole of [text, text.repeat(40)]) {
    for (let from = 0; from < text.length; from++)
      for (const to of [from + 1, from + 7, from + 20, text.length]) {
        stretches(whole);
        expect(tokensIn(whole, [from, Math.min(to, whole.length)])).toEqual(
          tokenize(whole, from, Math.min(to, whole.length)),
        );
      }
  }
});

test("the keys of a phrase are those of its tokens, whatever its letters", () => {
  for (const phrase of ["março de São João", "PÂQUES", "nº 5", "1ª feira", "straße", "a.m."])
    expect(keysOf(phrase)).toEqual(tokenize(phrase).map(token => token.key));
});
