import { codePoints, type Stretch, stretchOf } from "./strings.ts";

/**
 * The distinct values of a column, prepared once for all comparisons: code points of all of them in one array, and what each type of
 * comparison asks for beside. `signature` has a bit for every residue modulo 32 of the code points of a value, so that two signatures
 * bound how many characters two values can share.
 */
export interface Values {
  readonly count: number;
  readonly text: readonly string[];
  readonly points: Uint32Array;
  /** First code point of each value; one more entry than values. */
  readonly starts: Int32Array;
  /** Two stretches over `points`, moved from value to value by the comparison of the moment. */
  readonly left: Stretch;
  readonly right: Stretch;
  readonly signature: Int32Array;
  /** Numbers of the words of each value, ascending, no word twice; one word for most names. */
  readonly words: Int32Array;
  /** First word of each value; one more entry than values. */
  readonly wordStarts: Int32Array;
  /** First code point of each word by its number, and whether it is the only one (an initial). */
  readonly initials: Uint32Array;
  readonly isInitial: Uint8Array;
  /** 1 where a value has a word that is an initial. */
  readonly hasInitial: Uint8Array;
  readonly numbers: Float64Array;
  /** Year, month and day of each value, 0 where not given. */
  readonly dates: Int32Array;
}

/** What is kept of one value beside its text. */
export interface ValueParts {
  readonly text: string;
  readonly tokens: readonly string[];
  readonly number: number;
  readonly date: readonly [number, number, number];
}

/** Characters of a value that comparisons look at; what follows is compared by its words only. */
export const LONGEST = 400;

export function buildValues(parts: readonly ValueParts[]): Values {
  const starts = new Int32Array(parts.length + 1);
  const cut = parts.map(({ text }) => (text.length > LONGEST ? text.slice(0, LONGEST).toWellFormed() : text));
  const points = new Uint32Array(cut.reduce((sum, text) => sum + text.length, 0));
  const signature = new Int32Array(parts.length);
  let end = 0;
  for (const [index, text] of cut.entries()) {
    starts[index] = end;
    for (const point of codePoints(text)) {
      points[end++] = point;
      signature[index] = signature[index]! | (1 << (point & 31));
    }
  }
  starts[parts.length] = end;
  return {
    count: parts.length,
    text: parts.map(({ text }) => text),
    points: points.subarray(0, end),
    starts,
    left: stretchOf(points.subarray(0, end)),
    right: stretchOf(points.subarray(0, end)),
    signature,
    ...codeWords(parts),
    numbers: Float64Array.from(parts, ({ number }) => number),
    dates: Int32Array.from(parts.flatMap(({ date }) => date)),
  };
}

type Words = Pick<Values, "words" | "wordStarts" | "initials" | "isInitial" | "hasInitial">;

function codeWords(parts: readonly ValueParts[]): Words {
  const known = new Map<string, number>();
  const wordStarts = new Int32Array(parts.length + 1);
  const words = new Int32Array(parts.reduce((sum, { tokens }) => sum + tokens.length, 0));
  const hasInitial = new Uint8Array(parts.length);
  let end = 0;
  for (const [index, { tokens }] of parts.entries()) {
    wordStarts[index] = end;
    for (const token of tokens) {
      let word = known.get(token);
      if (word === undefined) {
        word = known.size;
        known.set(token, word);
      }
      words[end++] = word;
      if (token.length === 1) hasInitial[index] = 1;
    }
    words.subarray(wordStarts[index], end).sort();
  }
  wordStarts[parts.length] = end;
  const list = [...known.keys()];
  return {
    words,
    wordStarts,
    hasInitial,
    initials: Uint32Array.from(list, word => word.codePointAt(0)!),
    isInitial: Uint8Array.from(list, word => (word.length === 1 ? 1 : 0)),
  };
}

/** Number of words of a value. */
export const wordCount = ({ wordStarts }: Values, index: number): number =>
  wordStarts[index + 1]! - wordStarts[index]!;

/** Number of words that two values share. */
export function sharedWords({ words, wordStarts }: Values, a: number, b: number): number {
  let i = wordStarts[a]!;
  let j = wordStarts[b]!;
  const endA = wordStarts[a + 1]!;
  const endB = wordStarts[b + 1]!;
  let shared = 0;
  while (i < endA && j < endB) {
    const difference = words[i]! - words[j]!;
    if (difference === 0) shared++;
    if (difference <= 0) i++;
    if (difference >= 0) j++;
  }
  return shared;
}

/** Share of the words of both that are in both (Jaccard). */
export function jaccard(values: Values, a: number, b: number): number {
  const shared = sharedWords(values, a, b);
  return shared / (wordCount(values, a) + wordCount(values, b) - shared);
}

/** Do all words of the shorter value stand in the longer, an initial standing for a word that it begins ("j smith", "john smith")? */
export function abbreviates(values: Values, a: number, b: number): boolean {
  const { words, wordStarts, initials, isInitial } = values;
  const [short, long] = wordCount(values, a) <= wordCount(values, b) ? [a, b] : [b, a];
  for (let i = wordStarts[short]!; i < wordStarts[short + 1]!; i++) {
    let fits = false;
    for (let j = wordStarts[long]!; j < wordStarts[long + 1]! && !fits; j++) {
      const word = words[i]!;
      const other = words[j]!;
      fits =
        word === other ||
        ((isInitial[word] === 1 || isInitial[other] === 1) && initials[word] === initials[other]);
    }
    if (!fits) return false;
  }
  return true;
}

/** Moves a stretch to one value of those that it is over. */
export function moveTo(stretch: Stretch, { starts }: Values, index: number): Stretch {
  stretch.from = starts[index]!;
  stretch.length = starts[index + 1]! - stretch.from;
  return stretch;
}

/** Number of set bits. */
export function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Jaro-Winkler cannot be higher than this: characters that only one value has cannot match, and the prefix is known. */
export function jaroWinklerBound(values: Values, a: number, b: number): number {
  const { points, starts, signature } = values;
  const startA = starts[a]!;
  const startB = starts[b]!;
  const lengthA = starts[a + 1]! - startA;
  const lengthB = starts[b + 1]! - startB;
  const onlyA = bits(signature[a]! & ~signature[b]!);
  const onlyB = bits(signature[b]! & ~signature[a]!);
  const matches = Math.min(lengthA - onlyA, lengthB - onlyB);
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  let prefix = 0;
  const most = Math.min(4, lengthA, lengthB);
  while (prefix < most && points[startA + prefix] === points[startB + prefix]) prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
