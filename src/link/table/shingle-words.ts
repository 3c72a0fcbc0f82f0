import { hashOf } from "./dictionary.ts";

/** Characters of a shingle: what a word of two letters and an ending have in common with their neighbours. */
const SHINGLE = 4;

/** Characters of a text that are looked at; what follows is left out, so that a page in a cell costs what a long paragraph does. */
const LONGEST_TEXT = 8000;

/**
 * The shingles of a text in UTF-8 (Broder 1997, On the resemblance and containment of documents): every run of four characters, spaces included, hashed to 32
 * bits and handed over one by one. A shorter text is one shingle. Characters and not words, so that texts without spaces and words with endings are
 * compared as well as any.
 */
export function eachShingle(text: Uint8Array, length: number, visit: (hash: number) => void): void {
  // Beginnings of the last characters, as a ring.
  const starts = [0, 0, 0, 0];
  let characters = 0;
  for (let at = 0; at <= length && characters <= LONGEST_TEXT; at++) {
    if (at < length && (text[at]! & 0xc0) === 0x80) continue;
    if (characters >= SHINGLE) visit(hashOf(text, starts[characters % SHINGLE]!, at));
    starts[characters % SHINGLE] = at;
    characters++;
  }
  if (characters <= SHINGLE) visit(hashOf(text, 0, length));
}
