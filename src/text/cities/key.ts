import { remembering } from "../remember.ts";

const PLAIN = /^[a-zA-Z ]*$/;
const LETTERS: Readonly<Record<string, string>> = { ł: "l", ø: "o", đ: "d", ı: "i", ß: "ss", æ: "ae" };

/** The key of a name: no accents, apostrophes, hyphens or case. */
export function cityKey(name: string): string {
  return PLAIN.test(name) ? name.trim().toLowerCase() : foldedKey(name);
}

const foldedKey = remembering(name =>
  name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[łøđıßæ]/g, letter => LETTERS[letter]!)
    .replace(/[\p{M}'’ʻʼ`´‘.ʹ]/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim(),
);
