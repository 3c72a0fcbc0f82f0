import { idiom, ordinalValue, readQuantities } from "../../text/index.ts";

/** Characters around the word for a phase in which its number stands. */
const REACH = 14;

/** Numbers of the phases that a text names ("phase 2", "the second phase", "2-й этап"). */
export function phasesIn(text: string, language: string): readonly number[] {
  return idiom("phase", language)
    .find(text)
    .flatMap(([from, to]) => {
      const number =
        orderBefore(text.slice(Math.max(0, from - REACH), from), language) ||
        orderBehind(text.slice(to, to + REACH), language);
      return Number.isInteger(number) && number > 0 ? [number] : [];
    });
}

/** A number alone before the word counts phases ("2 phases"), where words are parted by spaces. */
function orderBefore(before: string, language: string): number {
  const dense = /(?:\p{Script=Han}|\d+)$/u.exec(before)?.[0];
  return ordinalValue(dense ?? lastWord(before), language);
}

/** The word before white space, where it has a letter. */
function lastWord(before: string): string {
  if (!/\s$/u.test(before)) return "";
  const word = /[\p{L}\p{N}-]+$/u.exec(before.trimEnd())?.[0] ?? "";
  return /\p{L}/u.test(word) ? word : "";
}

function orderBehind(behind: string, language: string): number {
  const word = /^\s+(\d\b|\p{L}+)/u.exec(behind)?.[1] ?? "";
  return ordinalValue(word, language) || (readQuantities(word, { language })[0]?.value ?? 0);
}
