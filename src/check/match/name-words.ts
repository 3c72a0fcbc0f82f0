import { countries } from "../../text/index.ts";
import { isCommonName } from "./common-names.ts";
import { nameOfCountry } from "./country-name.ts";
import { plainWords } from "./words.ts";

let states: ReadonlySet<string> | null = null;

/** A month, a common title, or a word of a state's name, none of which names a body. Made when first asked for. */
function isGeneral(word: string): boolean {
  states ??= new Set(plainWords(countries.map(({ code }) => `${code} ${nameOfCountry(code)}`).join(" ")));
  return states.has(word) || isCommonName(word);
}

/**
 * The words of a name with a capital, as plain words; empty where all of them are names of states or words like "police", which
 * name nothing by themselves.
 */
export function nameWords(name: string): readonly string[] {
  const words = [...name.matchAll(/(?<![\p{L}'’])\p{Lu}[\p{L}\p{N}'’-]*/gu)].flatMap(([word]) =>
    plainWords(word).slice(0, 1),
  );
  return words.some(word => !isGeneral(word)) ? words : [];
}
