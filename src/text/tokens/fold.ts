import { digitValue, isDigitUnit } from "./characters.ts";
import { foldWord } from "./keys.ts";

/** A folded text and, for each of its UTF-16 units, the offset in the original it comes from. */
export interface Folded {
  readonly text: string;
  /** One entry more than `text` has units: the last is the length of the original. */
  readonly map: Uint32Array;
}

const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u061c]/;

/**
 * Width, digits of any script, ligatures and invisible marks folded (NFKC, unit by unit), with a map back. Case is kept.
 * `original.slice(map[a], map[b])` is what `text.slice(a, b)` was made from.
 */
export function foldText(original: string): Folded {
  const parts: string[] = [];
  const map: number[] = [];
  for (let i = 0; i < original.length; ) {
    const code = original.codePointAt(i)!;
    const width = code > 0xffff ? 2 : 1;
    const ch = original.slice(i, i + width);
    const folded =
      code < 0x80
        ? ch
        : UNSEEN.test(ch)
          ? ""
          : width === 1 && isDigitUnit(code)
            ? String(digitValue(code))
            : ch.normalize("NFKC");
    parts.push(folded);
    for (let k = 0; k < folded.length; k++) map.push(i);
    i += width;
  }
  map.push(original.length);
  return { text: parts.join(""), map: Uint32Array.from(map) };
}

/** The key under which a phrase is compared: folded, lower case, one space between words. */
export function foldKey(phrase: string): string {
  return phrase
    .trim()
    .split(/\s+/)
    .map(word => foldWord(foldText(word).text))
    .join(" ");
}
