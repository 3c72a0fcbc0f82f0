import { countries } from "../../text/index.ts";
import type { EntityRow } from "../gather/types.ts";
import { isCommonName } from "./common-names.ts";
import { nameOfCountry } from "./country-name.ts";
import { plainWords } from "./words.ts";

let states: ReadonlySet<string> | null = null;

/** A month, a common title, or a word of a state's name, none of which names a body. Made when first asked for. */
function isGeneral(word: string): boolean {
  states ??= new Set(plainWords(countries.map(({ code }) => `${code} ${nameOfCountry(code)}`).join(" ")));
  return states.has(word) || isCommonName(word);
}

const NAMES = new WeakMap<EntityRow, readonly (readonly string[])[]>();

/** The plain words of each name of a body, which does not change them. */
export function wordsOfNames(entity: EntityRow): readonly (readonly string[])[] {
  const known = NAMES.get(entity) ?? [entity.name, ...entity.aliases].map(plainWords);
  NAMES.set(entity, known);
  return known;
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
