import anyAscii from "any-ascii";
import { normalise } from "../compare/normalise.ts";
import { VARIANTS } from "./characters.data.ts";

const LATIN = /^[\p{Script=Latin}\p{Script=Common}\p{Script=Inherited}]*$/u;

/** Is a text written in Latin letters alone (digits and signs belong to every script)? */
export const isLatin = (text: string): boolean => LATIN.test(text);

/**
 * A text in Latin letters, normalised: Cyrillic, Greek, Arabic, Hebrew and others letter by letter, Han by the commonest reading of each
 * character (pinyin), syllables apart. Arabic and Hebrew come without short vowels, as they are written.
 */
export function romanise(text: string): string {
  if (isLatin(text)) return normalise(text);
  // The Arabic article is written with its word, and other languages leave it out.
  // Long vowels are letters there; any-ascii leaves alef out.
  const bare = text
    .replace(/(?<!\p{L})ال(?=\p{L}{2})/gu, "")
    .replaceAll("إ", "i")
    .replace(/[اأآى]/g, "a");
  const latin = heard(bare).replace(/\P{Script=Latin}+/gu, part => anyAscii(part));
  // any-ascii writes each Han character as a syllable with a capital.
  return normalise(latin.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
}

/** Kana and Hangul with letters that any-ascii takes one by one read as they sound together. */
const heard = (text: string): string =>
  readHebrew(text)
    .replace(/[\p{Script=Katakana}\p{Script=Hiragana}ー]+/gu, readKana)
    .replace(/[가-힣]/g, withSpokenFinal);

/** Hebrew letters that stand for vowels as vowels, and the two that are hard at the start of a word: פגסוס is "pgsus". */
const readHebrew = (text: string): string =>
  text
    .replace(/(?<![\p{L}\p{M}])פ/gu, "p")
    .replace(/(?<![\p{L}\p{M}])ב/gu, "b")
    .replace(/וו/g, "v")
    .replace(/(?<=[\p{Script=Hebrew}pb])ו/gu, "u")
    .replace(/[אע]/g, "a")
    .replace(/(?<=[\p{Script=Hebrew}pbauv])יי?/gu, "i");

const GLIDES: Readonly<Record<string, string>> = { ャ: "a", ュ: "u", ョ: "o", ゃ: "a", ゅ: "u", ょ: "o" };
const SMALL_VOWELS: Readonly<Record<string, string>> = { ァ: "a", ィ: "i", ゥ: "u", ェ: "e", ォ: "o" };

/** A small kana changes the one before it: コミュ is "komyu", ティ "ti", ウェ "we"; doubled consonants and long vowels are left single. */
function readKana(run: string): string {
  let latin = "";
  let before = "";
  for (const kana of run) {
    const [glide, vowel] = [GLIDES[kana], SMALL_VOWELS[kana]];
    if (glide) latin = `${latin.replace(/(sh|ch|j)i$/, "$1").replace(/i$/, "y")}${glide}`;
    else if (vowel)
      latin = `${before === "ウ" ? `${latin.slice(0, -1)}w` : latin.replace(/[aiueo]$/, "")}${vowel}`;
    else if (!/[ッっー]/.test(kana)) latin += anyAscii(kana).toLowerCase();
    before = kana;
  }
  return latin;
}

/** Final consonants of a Hangul syllable by their place in it, and the one of each that is heard: ㅅ ends as t, as in 넷. */
const FINALS = 28;
const SPOKEN_FINALS: Readonly<Record<number, number>> = {
  19: 7,
  20: 7,
  22: 7,
  23: 7,
  25: 7,
  27: 7,
  26: 17,
  2: 1,
  24: 1,
};
const FIRST_SYLLABLE = 0xac00;

function withSpokenFinal(syllable: string): string {
  const place = syllable.charCodeAt(0) - FIRST_SYLLABLE;
  const final = place % FINALS;
  return String.fromCharCode(FIRST_SYLLABLE + place - final + (SPOKEN_FINALS[final] ?? final));
}

const MAINLAND = new Map(
  Array.from({ length: VARIANTS.length / 2 }, (_, at) => [VARIANTS[2 * at]!, VARIANTS[2 * at + 1]!] as const),
);

/** Han characters as the mainland writes them. */
export const simplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, letter => MAINLAND.get(letter) ?? letter);

/** Spellings of one sound in different romanisations, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/dzh|dj/g, "j"],
  [/tion/g, "son"],
  [/tsch|tch|ch|ts|tz|cz|zh|sh|sch/g, "s"],
  [/c(?=[eiy])/g, "s"],
  [/kh|gh/g, "h"],
  [/ph/g, "f"],
  [/th|dh/g, "t"],
  [/ng/g, "n"],
  [/x/g, "ks"],
  [/w/g, "u"],
  [/y/g, "i"],
];

const CLASSES: Readonly<Record<string, string>> = {
  b: "p",
  p: "p",
  f: "p",
  v: "p",
  c: "k",
  g: "k",
  k: "k",
  q: "k",
  j: "s",
  s: "s",
  z: "s",
  d: "t",
  t: "t",
};

/** A romanised name in which letters that stand for one sound are one: what Khuavei, Huawei and Hwawy share. */
export const sounded = (latin: string): string =>
  SOUNDS.reduce((text, [spelling, sound]) => text.replace(spelling, sound), latin.replace(/[^a-z]/g, ""));

/** A name in classes of consonants, and vowels as Arabic tells them: what is left alike when each script writes what it can. */
export const folded = (latin: string): string =>
  [
    ...sounded(
      latin
        .replace(/gh/g, "g")
        .replace(/^x/, "s")
        .replace(/(?<=[aeiou])h(?=[^aeiou]|$)/g, ""),
    ),
  ]
    .map(letter => VOWELS[letter] ?? CLASSES[letter] ?? letter)
    .join("")
    .replace(/(.)\1+/g, "$1");

const VOWELS: Readonly<Record<string, string>> = { e: "i", o: "u" };

/**
 * The consonants of a romanised name by classes of letters that languages exchange, without repetition: what is left alike when a name goes
 * through a script without vowels, or through syllables. `l` and `r`, `m` and `n` stay apart; `h` stays only in front.
 */
export function consonants(latin: string): string {
  let result = "";
  let last = "";
  for (const [at, letter] of [...sounded(latin)].entries()) {
    const known = CLASSES[letter] ?? (/[lrmn]/.test(letter) || (at === 0 && letter === "h") ? letter : "");
    if (known !== "" && known !== last) result += known;
    last = known;
  }
  return result;
}
