import { idiom, readQuantities } from "../../text/index.ts";

/** Ordinals of the phases that a project may have. */
const ORDINALS = ["first", "second", "third", "fourth", "fifth", "sixth"];

/** Characters around the word for a phase in which its number stands. */
const REACH = 14;

/** Numbers of the phases that a text names ("phase 2", "the second phase"). Names of records are in English. */
export function phasesIn(text: string, language: string): readonly number[] {
  return idiom("phase", language)
    .find(text)
    .flatMap(([from, to]) => {
      const behind = /^\s+(?:\d\b|\p{L}+)/u.exec(text.slice(to, to + REACH))?.[0] ?? "";
      const number = readQuantities(behind, { language })[0]?.value ?? Number(behind.trim());
      const before =
        /(\p{L}+|\d)(?:st|nd|rd|th)?\s+$/u.exec(text.slice(Math.max(0, from - REACH), from))?.[1] ?? "";
      const order = ORDINALS.indexOf(before.toLowerCase()) + 1;
      return Number.isInteger(number) && number > 0 ? [number] : order > 0 ? [order] : [];
    });
}
