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

/** What begins a sentence: a capital, a letter of a script without them, a number, a quotation. */
const BEGINS = /^[\p{Lu}\p{Lo}\p{N}“"«‘'$€£¥]/u;
/** Characters behind a dash in which another dash closes an aside ("HUAWEI — China's largest — supplied"). */
const ASIDE = 150;

/**
 * Where the dateline at the beginning of a paragraph ends: where a report was written, when, and for which agency. 0 without one.
 * Nothing is said in it, and its town and day are not those of what is told.
 */
export function datelineEnd(text: string, from: number): number {
  const head = text.slice(from, from + LONGEST);
  const found =
    BY_AGENCY.exec(head) ?? townAlone(head, text.slice(from, from + LONGEST + ASIDE)) ?? DENSE.exec(head);
  if (!found) return 0;
  const end = from + found[0].length;
  return BEGINS.test(text.slice(end, end + 2)) ? end : 0;
}

/** A town in capitals; without its state or day behind it only where the dash opens no aside. */
function townAlone(head: string, ahead: string): RegExpExecArray | null {
  const found = IN_CAPITALS.exec(head);
  if (!found || found[0].includes(",")) return found;
  return /[–—]|\s-\s/.test(ahead.slice(found[0].length)) ? null : found;
}
