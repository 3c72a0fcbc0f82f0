import { countryByCode } from "../../text/index.ts";
import { type NameWords, wordsOfConcept } from "./words.ts";

/** A word of a name: the letters that it can give to an abbreviation, and whether it must give any. */
interface Part {
  readonly letters: ReadonlySet<string>;
  readonly needed: boolean;
}

let english: Intl.DisplayNames | null = null;

function countryLetter(code: string): string {
  english ??= new Intl.DisplayNames(["en"], { type: "region" });
  const alpha2 = countryByCode(code)?.alpha2;
  return (alpha2 ? english.of(alpha2) : code)?.[0]?.toLowerCase() ?? "";
}

const COUNTRY = /^[A-Z]{3}$/;

/** What a name gives: a common word its initial in any language, a country its own or none, a name in Han characters that of each syllable or of the first. */
function partsOf({ common, own, syllables }: NameWords): Part[] {
  return [
    ...[...common].map(word =>
      COUNTRY.test(word)
        ? { letters: new Set([countryLetter(word)]), needed: false }
        : { letters: new Set(wordsOfConcept(word).map(one => one[0]!)), needed: true },
    ),
    ...[...own].map(word => {
      const read = syllables.get(word) ?? [word];
      return { letters: new Set([word[0]!, read.map(one => one[0]!).join("")]), needed: true };
    }),
  ];
}

/** Longest abbreviation that is taken apart, and most words: the search tries every order. */
const MOST = 8;

/**
 * Do the letters abbreviate the words of a name in another language, in whatever order they stand there? Each letter must come from a word, and each word
 * but the country must give one: FJPC is 福建警察学院, Fujian Police College.
 */
export function abbreviatesWords(letters: string, words: NameWords): boolean {
  const parts = partsOf(words);
  if (letters.length > MOST || parts.length > MOST) return false;
  const covered = (from: number, left: readonly Part[]): boolean => {
    if (from === letters.length) return left.every(({ needed }) => !needed);
    return left.some((part, at) =>
      [...part.letters].some(
        given =>
          given !== "" &&
          letters.startsWith(given, from) &&
          covered(from + given.length, [...left.slice(0, at), ...left.slice(at + 1)]),
      ),
    );
  };
  return covered(0, parts);
}
