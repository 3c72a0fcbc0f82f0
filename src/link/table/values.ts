import { type Stretch, stretchOf } from "../compare/strings.ts";
import { type Cells, decodeCells } from "./cells.ts";

/** The distinct values of a column as arrays that every thread reads. */
export interface SharedValues {
  readonly count: number;
  /** The prepared texts. */
  readonly cells: Cells;
  /** Eight entries a value, 32 bytes, so that most comparisons touch one line of the cache: see `RECORD`. */
  readonly records: Int32Array;
  readonly points: Uint32Array;
  /** First code point of each value; one more entry than values. */
  readonly starts: Int32Array;
  /** Numbers of the words of each value, ascending, no word twice; one word for most names. Of texts, hashes of their shingles. */
  readonly words: Int32Array;
  /** First word of each value; one more entry than values. */
  readonly wordStarts: Int32Array;
  /** First code point of each word by its number, and whether it is the only one (an initial). */
  readonly initials: Uint32Array;
  readonly isInitial: Uint8Array;
  readonly numbers: Float64Array;
  /** Year, month and day of each value, 0 where not given. */
  readonly dates: Int32Array;
}

/**
 * Entries of a record. `signature` has a bit for every residue modulo 32 of the code points of a value, so that two signatures bound how
 * many characters two values can share; `words` is twice the number of words, and one more where one of them is an initial; the first
 * four code points stand at `prefix`.
 */
export const RECORD = { start: 0, length: 1, signature: 2, words: 3, prefix: 4, size: 8 } as const;

/** The distinct values of a column, prepared once for all comparisons. */
export interface Values extends SharedValues {
  /** The prepared texts as strings, decoded when first asked for. */
  readonly text: readonly string[];
  /** Two stretches over `points`, moved from value to value by the comparison of the moment. */
  readonly left: Stretch;
  readonly right: Stretch;
}

export function valuesFrom(shared: SharedValues): Values {
  let text: readonly string[] | null = null;
  return {
    ...shared,
    get text() {
      text ??= decodeCells(shared.cells);
      return text;
    },
    left: stretchOf(shared.points),
    right: stretchOf(shared.points),
  };
}

/** Twice the number of words of a value, and one more where one of them is an initial. */
export const wordsEntry = ({ records }: Values, index: number): number =>
  records[RECORD.size * index + RECORD.words]!;

/** Number of words of a value. */
export const wordCount = ({ records }: Values, index: number): number =>
  records[RECORD.size * index + RECORD.words]! >> 1;

/** Is one of the words of a value an initial? */
export const hasInitial = ({ records }: Values, index: number): boolean =>
  (records[RECORD.size * index + RECORD.words]! & 1) === 1;

export const signatureOf = ({ records }: Values, index: number): number =>
  records[RECORD.size * index + RECORD.signature]!;

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
export function moveTo(stretch: Stretch, { records }: Values, index: number): Stretch {
  stretch.from = records[RECORD.size * index + RECORD.start]!;
  stretch.length = records[RECORD.size * index + RECORD.length]!;
  return stretch;
}

/** Number of set bits. */
export function bits(word: number): number {
  const pairs = word - ((word >>> 1) & 0x55555555);
  const fours = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((fours + (fours >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Jaro-Winkler cannot be higher than this: characters that only one value has cannot match, and the prefix is known. */
export function jaroWinklerBound({ records }: Values, a: number, b: number): number {
  const i = RECORD.size * a;
  const j = RECORD.size * b;
  const lengthA = records[i + RECORD.length]!;
  const lengthB = records[j + RECORD.length]!;
  const signatureA = records[i + RECORD.signature]!;
  const signatureB = records[j + RECORD.signature]!;
  const matches = Math.min(
    lengthA - bits(signatureA & ~signatureB),
    lengthB - bits(signatureB & ~signatureA),
  );
  if (matches <= 0) return 0;
  const jaro = (matches / lengthA + matches / lengthB + 1) / 3;
  let prefix = 0;
  const most = Math.min(4, lengthA, lengthB);
  while (prefix < most && records[i + RECORD.prefix + prefix] === records[j + RECORD.prefix + prefix])
    prefix++;
  return jaro + prefix * 0.1 * (1 - jaro);
}
