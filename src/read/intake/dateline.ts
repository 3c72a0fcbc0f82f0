import { readDates } from "../../text/index.ts";
import { datelineEnd } from "../dateline.ts";
import { MAKER } from "./boilerplate-words.ts";

/** Lines at the head of a text among which its by-line stands, and the longest that one may be. */
const LINES = 8;
const LONGEST = 160;
/** Letters of a line beside its date, where nothing else says that it tells when the text was written ("Nairobi, 12 March 2021"). */
const BESIDE = 24;

const DAY = /^\d{4}-\d\d-\d\d$/;
/** A line of this length that ends like a sentence is the text itself. */
const PROSE = 60;
const isProse = (line: string): boolean => line.length >= PROSE && /[.!?…。！？]["”’»)]*$/.test(line);

/** What stands between the title and the first paragraph. */
export function openingOf(lines: Iterable<string>): string[] {
  const opening: string[] = [];
  for (const line of lines) {
    const words = line.trim();
    if (isProse(words) || opening.length >= LINES) break;
    if (words !== "" && words.length <= LONGEST) opening.push(words);
  }
  return opening;
}

const letters = (words: string): number => words.match(/\p{L}/gu)?.length ?? 0;

/**
 * The day on which a text says at its head that it was written: in a line that says by whom or that it was published, or in one of little more than
 * a date, whether it is set as a heading or not. Empty where no line does.
 */
export function datelineOf(opening: readonly string[], language: string): string {
  for (const line of opening) {
    const dates = readDates(line, { language }).filter(({ timex }) => DAY.test(timex));
    const [date] = dates;
    if (!date || dates.length > 1) continue;
    const [from, to] = date.span;
    const beside = letters(line.slice(0, from)) + letters(line.slice(to));
    // A day of the month without its year depends on when the text was published.
    if (!/\d{4}/.test(line.slice(from, to))) continue;
    if (MAKER.test(line) || beside <= BESIDE) return date.timex;
  }
  return "";
}

/** The day of the first dateline of a text ("HANGZHOU, China, March 4, 2024 – "), by the lines of its head; empty without one. */
export function dayOfDateline(lines: readonly string[], language: string): string {
  for (const line of lines.slice(0, LINES)) {
    const head = line.trimStart();
    const words = head.slice(0, datelineEnd(head, 0));
    if (!/\d{4}/.test(words)) continue;
    const dates = readDates(words, { language }).filter(({ timex }) => DAY.test(timex));
    if (dates.length === 1) return dates[0]!.timex;
  }
  return "";
}
