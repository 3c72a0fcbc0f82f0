import { expect, test } from "vitest";
import { LANGUAGES } from "../src/read/frames/index.ts";
import { literalsOf, roomOf, wordsOf } from "./code-words.ts";

/**
 * A new language is data: what reading looks for in a sentence stands in the packs of languages (`src/text/packs`, `src/read/frames`,
 * `src/read/happenings/words`). No other file of the room may hold words of a language, English included.
 */

/** Data by language; characters of scripts; and what pages and files say beside their text. */
const DATA = /^frames\/|^happenings\/words\/|^test-book\.ts$/;
const OF_PAGES =
  /^dateline\.ts$|^intake\/(?:boilerplate-words|byline|decode|flatten|guess-charset|html|html-names|pdf-text|sniff)\.ts$/;
/** The notation of statistics, most of which is the same in all languages. */
const OF_NOTATION = /^claims\/statistics\.ts$/;

const { sources, codeOf } = roomOf(
  "read",
  name => DATA.test(name) || OF_PAGES.test(name) || OF_NOTATION.test(name),
);

/** Small words of the frames of a language: articles, prepositions, pronouns, joining words. */
const smallWords = (code: string): ReadonlySet<string> => {
  const { articles, indefinite, determiners, prepositions, pronouns, joining, clauseOpeners, that, small } =
    LANGUAGES[code]!;
  const lists = [articles, indefinite, determiners, prepositions, pronouns, joining, clauseOpeners, that];
  return new Set(
    wordsOf([...lists, small.relatives, small.openSaid].join(" ")).filter(word => word.length > 1),
  );
};

const english = smallWords("en");

test("reading holds no letters but those of English in its code", () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap(name => {
    const letters =
      codeOf(name)
        .match(/[^\0-\x7f]+/g)
        ?.filter(text => /\p{L}/u.test(text)) ?? [];
    return letters.length > 0 ? [`src/read/${name}: ${letters.join(" ")}`] : [];
  });
  expect(found).toEqual([]);
});

/** Words that stand beside each other: the strings of an array, or the branches of a pattern. */
const listsOf = (code: string): string[][] => [
  ...[...code.matchAll(/\[\s*((?:"[^"\n]*"\s*,?\s*){2,})\]/g)].map(([, items]) => wordsOf(items!)),
  ...literalsOf(code)
    .flatMap(literal => literal.replace(/\\./g, " ").match(/\p{L}+(?:\|[\p{L} ]+)+/gu) ?? [])
    .map(wordsOf),
];

/** Names of the lists of a pack, some of which are small words themselves. */
const OF_LISTS = "lexicon.ts";

const isSmall = (list: readonly string[]): boolean =>
  new Set(list.filter(word => english.has(word))).size > 1;

test("reading holds no list of small words of English", () => {
  expect(["the", "in", "of", "while", "whose", "he"].filter(word => !english.has(word))).toEqual([]);
  const found = sources
    .filter(name => name !== OF_LISTS)
    .flatMap(name =>
      listsOf(codeOf(name))
        .filter(isSmall)
        .map(list => `src/read/${name}: ${list.join(" ")}`),
    );
  expect(found).toEqual([]);
});

/** Formats and addresses, whose words are of no language. */
const OF_FORMATS = /^intake\/|^archive\/|^claims\/promotion\.ts$/;

test("no pattern of reading lists words", () => {
  const found = sources
    .filter(name => !OF_FORMATS.test(name))
    .flatMap(name =>
      literalsOf(codeOf(name))
        .filter(literal => literal.startsWith("/"))
        .flatMap(literal => literal.replace(/\\./g, " ").match(/\p{L}{2,}(?:\|[\p{L} ]{2,}){2,}/gu) ?? [])
        .map(list => `src/read/${name}: ${list}`),
    );
  expect(found).toEqual([]);
});

test("a list of small words would be seen", () => {
  const of = (code: string) =>
    listsOf(code).filter(list => list.filter(word => english.has(word)).length > 1);
  expect(of('const A = new Set(["the", "under", "since"]);')).toHaveLength(1);
  expect(of("const B = /^(?:on|in|at)$/;")).toHaveLength(1);
  expect(of('const C = new Set(["vendor", "company"]);')).toHaveLength(0);
});

test("reading holds no word of another language in its strings", () => {
  const known = new Set(sources.flatMap(name => wordsOf(codeOf(name).replace(/"[^"\n]*"|\/[^/\n]+\//g, ""))));
  const foreign = new Set(
    ["es", "fr", "pt"]
      .flatMap(code => [...smallWords(code)])
      .filter(word => !english.has(word) && !known.has(word)),
  );
  expect(["las", "dans", "pelo"].filter(word => !foreign.has(word))).toEqual([]);
  const found = sources.flatMap(name => {
    const words = literalsOf(codeOf(name)).flatMap(wordsOf);
    const own = new Set(words.filter(word => foreign.has(word)));
    return own.size > 1 ? [`src/read/${name}: ${[...own].join(" ")}`] : [];
  });
  expect(found).toEqual([]);
});
