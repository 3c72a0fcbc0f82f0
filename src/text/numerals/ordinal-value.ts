import { compiledPack } from "../pack/languages.ts";
import { pairsOf } from "../pack/lists.ts";
import { foldWord } from "../tokens/keys.ts";

const VALUES = new Map<string, ReadonlyMap<string, number>>();

/** Ordinals and digits of a language with what they are worth. */
function valuesOf(language: string): ReadonlyMap<string, number> {
  const known = VALUES.get(language);
  if (known) return known;
  const { numbers } = compiledPack(language).pack;
  const pairs = pairsOf([numbers.ordinals, numbers.dense?.digits].filter(Boolean).join("|"));
  const found = new Map(pairs.map(([word, value]) => [foldWord(word), Number(value)]));
  VALUES.set(language, found);
  return found;
}

const ROMAN: readonly string[] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x"];

/** "second", "вторая", "2-й", "II", "二": which of several a word says that something is; 0 where it says nothing of that. */
export function ordinalValue(word: string, language: string): number {
  const key = foldWord(word);
  const digits = /^\d{1,2}(?!\d)/.exec(key)?.[0];
  if (digits !== undefined) return Number(digits);
  return valuesOf(language).get(key) ?? ROMAN.indexOf(key) + 1;
}
