import { normalise } from "../compare/normalise.ts";

/**
 * A text as the set of its shingles (Broder 1997, On the resemblance and containment of documents): every run of so many characters or words,
 * hashed to 32 bits, ascending, none twice. A text shorter than a run is one shingle; an empty one has none.
 */
export type Shingles = Uint32Array;

/** Characters of a text that are looked at; what follows is left out. */
const LONGEST_TEXT = 200_000;

/** Runs of characters, spaces included. */
export function characterShingles(text: string, size = 4): Shingles {
  const whole = normalise(text.slice(0, LONGEST_TEXT).toWellFormed());
  // Where every character is one code unit, runs need no joining.
  return BEYOND_ONE_UNIT.test(whole) ? runs([...whole], size, "") : slices(whole, size);
}

const BEYOND_ONE_UNIT = /[\ud800-\udbff]/;

function slices(text: string, size: number): Shingles {
  const hashes = new Set<number>();
  const last = Math.max(0, text.length - size);
  if (text !== "") for (let at = 0; at <= last; at++) hashes.add(hash(text, at, at + size));
  return Uint32Array.from(hashes).sort();
}

/** Runs of words; where a script has no spaces, of characters. */
export function wordShingles(text: string, size = 5): Shingles {
  const words = normalise(text.slice(0, LONGEST_TEXT).toWellFormed()).split(" ").filter(Boolean);
  return runs(
    words.flatMap(word =>
      /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Thai}/u.test(word) ? [...word] : [word],
    ),
    size,
    " ",
  );
}

function runs(parts: readonly string[], size: number, space: string): Shingles {
  const hashes = new Set<number>();
  const last = Math.max(0, parts.length - size);
  if (parts.length > 0)
    for (let at = 0; at <= last; at++) hashes.add(hash(parts.slice(at, at + size).join(space)));
  return Uint32Array.from(hashes).sort();
}

/** FNV-1a over UTF-16 code units, 32 bits. */
function hash(text: string, from = 0, to = text.length): number {
  let value = 0x811c9dc5;
  for (let at = from; at < to && at < text.length; at++)
    value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}

/** Shingles that two texts share. */
export function sharedShingles(a: Shingles, b: Shingles): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const [x, y] = [a[i]!, b[j]!];
    if (x === y) shared++;
    if (x <= y) i++;
    if (x >= y) j++;
  }
  return shared;
}

/** Share of the shingles of both that are in both: 1 for equal texts, 0 for two that share nothing or are empty. */
export function resemblance(a: Shingles, b: Shingles): number {
  const shared = sharedShingles(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** Share of the shingles of the shorter text that the longer has too. */
export function containment(a: Shingles, b: Shingles): number {
  const shared = sharedShingles(a, b);
  return shared === 0 ? 0 : shared / Math.min(a.length, b.length);
}
