import anyAscii from "any-ascii";
import { normalise } from "../normalise.ts";
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
  const latin = bare.replace(/\P{Script=Latin}+/gu, part => anyAscii(part));
  // any-ascii writes each Han character as a syllable with a capital.
  return normalise(latin.replace(/(?<=\p{Ll})(?=\p{Lu})/gu, " "));
}

const MAINLAND = new Map(
  Array.from({ length: VARIANTS.length / 2 }, (_, at) => [VARIANTS[2 * at]!, VARIANTS[2 * at + 1]!] as const),
);

/** Han characters as the mainland writes them. */
export const simplified = (text: string): string =>
  text.replace(/\p{Script=Han}/gu, letter => MAINLAND.get(letter) ?? letter);

/** Spellings of one sound in different romanisations, longest first. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/tsch|tch|ch|ts|tz|cz|zh|sh|sch/g, "s"],
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
