/** The longest mark of a note ("[note 12]"). */
export const LONGEST_MARK = 12;

const NUMBERS = /^[[(]?(?:\p{L}{1,8}\s)?\d{1,3}(?:\s?[,;–-]\s?\d{1,3})*[\])]?$/u;
const SIGNS = /^[*†‡§¶]{1,3}$/;

/** What a note stands behind: a word, which is longer than a unit of measurement, or the end of a phrase. */
const BEHIND = /(?:\p{L}{3}|[.,;:!?%)\]”’»"。，；！？])$/u;

/** What is raised to a power in print: ten, and units, which are shorter than words. A year or a count ("in 2019³") has a note. */
const BASE = /(?:(?:^|[^\p{N}.,])10|(?<!\p{L})\p{L}{1,2})$/u;

/** What stands above the line: the mark of a note, an exponent, or words of the text ("1er"). */
export type Raised = "note" | "exponent" | "words";

/** Tells the mark of a note, which is no part of the text, from the exponent of a number or unit and from an ending, by what stands before it. */
export function raisedAs(words: string, { before, linked }: { before: string; linked: boolean }): Raised {
  const mark = words.trim();
  if (mark.length > LONGEST_MARK) return "words";
  if (SIGNS.test(mark)) return "note";
  if (!NUMBERS.test(mark)) return "words";
  if (linked || /^[[(]/.test(mark) || BEHIND.test(before.trimEnd())) return "note";
  if (BASE.test(before)) return "exponent";
  return /\p{N}$/u.test(before) ? "note" : "words";
}
