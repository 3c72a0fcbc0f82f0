import type { LanguageLexicon } from "../lexicon.ts";
import type { Context } from "./context.ts";

const TIMES = new Set(["minute", "hour", "day", "week", "month", "year"]);

/** Lengths of time, in the codebook's words. */
export const isTime = (unit: string): boolean => TIMES.has(unit);

/** An ISO 4217 code. */
export const isMoney = (unit: string): boolean => unit.length === 3 && /^[A-Z]{3}$/.test(unit);

const NONE: readonly string[] = [];

/** The codebook's units that a noun of the text can be a count of; empty where the codebook does not know the noun. */
export function unitsOfNoun(language: LanguageLexicon | null, noun: string): readonly string[] {
  if (!language || noun === "") return NONE;
  return language.nouns.unitsOf(noun);
}

/** Whether a noun of the text can be counted in a unit of the codebook ("officers" are persons). */
export const countsIn = (language: LanguageLexicon | null, noun: string, unit: string): boolean =>
  noun === unit || unitsOfNoun(language, noun).includes(unit);

/** "people" is the plural of "person". */
export const personal = (unit: string): string => (unit === "people" ? "person" : unit);

/** A unit in the codebook's word for it, so that a count in any language can be compared; shares and money keep theirs. */
export function unitOf({ language, lexicon }: Context, measure: string, unit: string): string {
  const declared = lexicon.codebook.measures.get(measure)?.unit;
  const foreign = language !== null && language.frames.language !== "en";
  return declared && foreign && declared !== "money" && unit !== "percent" ? declared : unit;
}
