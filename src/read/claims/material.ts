import type { Sentence } from "../analysis/types.ts";
import type { Frame } from "../frames/types.ts";
import type { Grammar } from "../grammar.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";

/** What the part of a place in a clause is told from. */
export interface Material {
  readonly sentence: Sentence;
  readonly clause: Span;
  readonly lexicon: Lexicon;
  readonly frame: Frame;
  readonly grammar: Grammar;
  /** ISO 639-1. */
  readonly language: string;
  /** Whether the stem of a noun is counted as people. */
  readonly people: (stem: string) => boolean;
  /** Where a pointer back to the frame's telling in the sentences before ends; null without one. */
  readonly assumed: number | null;
}

/** The first word that begins at an offset or behind it. */
export const wordIndex = (words: readonly Word[], offset: number): number => {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const mid = (low + high) >> 1;
    if (words[mid]!.start < offset) low = mid + 1;
    else high = mid;
  }
  return low;
};
