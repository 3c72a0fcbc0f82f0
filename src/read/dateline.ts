/** A dateline is no longer than this. */
const LONGEST = 100;

const NAME = "\\p{L}[\\p{L}\\p{M}.'’-]*(?:[ \\u00a0]\\p{L}[\\p{L}\\p{M}.'’-]*){0,4}";
/** Behind the town: its country or state, and the day. */
const MORE = "(?:[,،/]\\s?[^()/–—:;!?\\n]{2,40}?)?";
const AGENCY = "\\s*[(/（][\\p{L}][^()/（）\\n]{1,40}[)/）]\\s*";
const DASH = "(?:\\.?\\s?[–—]|\\.?\\s?--|\\.-|\\s-)\\s?-?\\s*";

/** "KAMPALA, Uganda (Reuters) - ", "Caracas (EFE).- ", "МОСКВА, 4 марта. /ТАСС/. ". */
const BY_AGENCY = new RegExp(`^${NAME}${MORE}\\.?${AGENCY}(?:\\.\\s|${DASH})`, "u");
const TOWN = "(?:\\p{Lu}{2,3} )?\\p{Lu}[\\p{Lu}.'’-]{2,20}(?: \\p{Lu}[\\p{Lu}.'’-]{1,20}){0,2}";
/** "HANGZHOU, China, March 4, 2024 – ", "NAIROBI — ": a town in capitals, without an agency. A name of three letters is an abbreviation. */
const IN_CAPITALS = new RegExp(`^(?!\\p{Lu}{3}\\P{L})${TOWN}${MORE}\\s?(?:[–—]|--|\\s-)\\s`, "u");
/** 新华社北京3月4日电. */
const DENSE = /^\p{sc=Han}{2,12}\d{1,2}月\d{1,2}日[电電讯訊]\s*(?:[(（][^()（）\n]{1,20}[)）])?\s*/u;

/**
 * Where the dateline at the beginning of a paragraph ends: where a report was written, when, and for which agency. 0 without one.
 * Nothing is said in it, and its town and day are not those of what is told.
 */
export function datelineEnd(text: string, from: number): number {
  const head = text.slice(from, from + LONGEST);
  const found = BY_AGENCY.exec(head) ?? IN_CAPITALS.exec(head) ?? DENSE.exec(head);
  return found ? from + found[0].length : 0;
}
