import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { languages } from "../src/check/explain/word.ts";
import type { IdiomName } from "../src/text/index.ts";
import { packs } from "../src/text/pack/languages.ts";
import { en } from "../src/text/packs/en.ts";
import { es } from "../src/text/packs/es.ts";
import { fr } from "../src/text/packs/fr.ts";
import { pt } from "../src/text/packs/pt.ts";
import { literalsOf, roomOf, wordsOf } from "./code-words.ts";

/**
 * A new language is data: what checking looks for in a sentence stands in the packs of languages (`idioms`), and what findings say in
 * `src/check/explain/CODE.ts`. No other file of the room may hold words of a language but English.
 */

const { sources, codeOf } = roomOf("check", name => languages.some(code => name === `explain/${code}.ts`));

/** Words of the packs of Spanish, French and Portuguese that are none of English. */
function foreignWords(): ReadonlySet<string> {
  const docs = fileURLToPath(new URL("../docs/", import.meta.url));
  const pages = readdirSync(docs, { recursive: true, encoding: "utf8" }).filter(name => name.endsWith(".md"));
  const english = new Set([
    ...wordsOf(JSON.stringify(en)),
    ...pages.flatMap(name => wordsOf(readFileSync(join(docs, name), "utf8"))),
  ]);
  const { numbers: _, ...rest } = es;
  const words = wordsOf(
    // What lists are called is no word of the language.
    [rest, fr, pt]
      .flatMap(pack =>
        JSON.stringify([pack.idioms, pack.cues, pack.quantity].map(each => Object.values(each ?? {}))),
      )
      .join(" "),
  );
  return new Set(words.filter(word => word.length > 2 && !english.has(word)));
}

test("checking holds no letters but those of English in its code", () => {
  expect(sources.length).toBeGreaterThan(100);
  const found = sources.flatMap(name => {
    const letters =
      codeOf(name)
        .match(/[^\0-\x7f]+/g)
        ?.filter(text => /\p{L}/u.test(text)) ?? [];
    return letters.length > 0 ? [`src/check/${name}: ${letters.join(" ")}`] : [];
  });
  expect(found).toEqual([]);
});

test("checking holds no list of words of another language in plain letters", () => {
  const foreign = foreignWords();
  expect(
    ["empresa", "mercado", "entreprise", "fabricante", "del", "les"].filter(word => !foreign.has(word)),
  ).toEqual([]);
  const found = sources.flatMap(name => {
    const words = new Set(
      literalsOf(codeOf(name))
        .flatMap(wordsOf)
        .filter(word => foreign.has(word)),
    );
    return words.size > 1 ? [`src/check/${name}: ${[...words].join(" ")}`] : [];
  });
  expect(found).toEqual([]);
});

/** Titles of acts, studies and heads of tables are in the book's own language: the common words in them are no idioms of texts. */
const OF_BOOK = new Set(["match/worded-title.ts", "forms/study.ts", "table/words.ts"]);

test("checking holds no long list of words, of any language", () => {
  const LONG = 24;
  const found = sources.flatMap(name => {
    const lists = literalsOf(codeOf(name)).filter(literal => {
      const words = literal.slice(1, -1).split(/[\s,|]+/);
      return words.length > LONG && words.every(word => /^\p{Ll}*$/u.test(word));
    });
    return lists.length > 0 && !OF_BOOK.has(name) ? [`src/check/${name}: ${lists[0]!.slice(0, 60)}`] : [];
  });
  expect(found).toEqual([]);
});

test("the languages that texts are checked in have the idioms that checking asks for", () => {
  const asked = new Set(
    sources.flatMap(name =>
      [...codeOf(name).matchAll(/\bidiom\(\s*"(\w+)"/g)].map(([, found]) => found as IdiomName),
    ),
  );
  expect(asked.size).toBeGreaterThan(20);
  const checked = ["en", "es", "fr", "pt", "ru", "zh", "ar"];
  // What a language has no words for is left out; what most languages have is not forgotten in one.
  const most = [
    "still",
    "pledged",
    "didSo",
    "only",
    "first",
    "onlyOne",
    "national",
    "ofWhich",
    "world",
    "officials",
    "firm",
    "paidBy",
    "paidEnd",
    "payment",
    "alone",
    "toTaker",
    "basedIn",
    "countedIn",
  ];
  const missing = most.flatMap(name => checked.filter(code => !packs[code]?.idioms?.[name as IdiomName]));
  expect(missing).toEqual([]);
});
