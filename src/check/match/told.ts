import type { Codebook } from "../../codebook/types.ts";
import { inSimplified, isJoined } from "../../text/index.ts";
import { PhraseIndex } from "./phrase-index.ts";
import { plainWords } from "./words.ts";

/** Kinds of acts that a sentence tells of without a name. */
export interface KindsTold {
  /** By words that say all of it ("broke with Taiwan"). */
  readonly whole: ReadonlySet<string>;
  /** By words that leave open what it is about ("is considering"). */
  readonly part: ReadonlySet<string>;
}

interface Language {
  readonly codebook: Pick<Codebook, "phrases">;
  /** ISO 639-1. */
  readonly language: string;
}

/** Phrases are looked for again and again, many of them in one text after the other; this many are remembered. */
const REMEMBERED = 20_000;
const LOWERED = new Map<string, string>();
let last = { text: "", lower: "" };

/** Arabic without vowel marks, the article and the spellings of alef: "الدوريات المشتركة" is what "دوريات مشتركة" is. */
const withoutArticles = (text: string): string =>
  text
    .replace(/[\u064b-\u0652\u0670\u0640]/g, "")
    .replace(/[\u0622\u0623\u0625]/g, "\u0627")
    .replace(/(?<![\u0621-\u064a])(\u0648?[\u0641\u0628\u0643]?)\u0627\u0644(?=[\u0621-\u064a]{2})/g, "$1")
    .replace(/(?<![\u0621-\u064a])(\u0648?)\u0644\u0644(?=[\u0621-\u064a]{2})/g, "$1\u0644");

const ARABIC = /[\u0600-\u06ff]/;

/** A text as phrases are looked for in it. */
const plainly = (text: string): string => {
  const lower = inSimplified(text.toLowerCase());
  return ARABIC.test(lower) ? withoutArticles(lower) : lower;
};

function loweredPhrase(phrase: string): string {
  const known = LOWERED.get(phrase);
  if (known !== undefined) return known;
  if (LOWERED.size >= REMEMBERED) LOWERED.clear();
  const lower = plainly(phrase);
  LOWERED.set(phrase, lower);
  return lower;
}

/** The phrase stands in the text at the beginning of a word, whatever the word ends in; scripts without spaces have no beginnings. */
export function phraseIsIn(phrase: string, text: string): boolean {
  if (last.text !== text) last = { text, lower: plainly(text) };
  return standsIn(last.lower, loweredPhrase(phrase));
}

/** The same of a text and a phrase in lower case. */
const standsIn = (said: string, wanted: string): boolean =>
  wanted.includes(GAP) ? isInParts(wanted.split(GAP), said) : said.includes(wanted) && isIn(wanted, said);

/** Stands in a phrase for words between its parts ("blocked~websites"), as it does for the reader. */
const GAP = "~";
/** Characters between two parts of a phrase at most; they are of one clause. */
const GAP_LENGTH = 50;

/** The parts stand one behind the other, near to each other. */
function isInParts([first = "", ...rest]: readonly string[], said: string): boolean {
  for (let at = said.indexOf(first); at >= 0; at = said.indexOf(first, at + 1)) {
    const [clause = ""] = said.slice(at + first.length, at + first.length + GAP_LENGTH).split(CLAUSE_END);
    const isHere = isIn(first, said.slice(Math.max(0, at - 4), at + first.length));
    if (isHere && rest.every(part => clause.includes(part) && isIn(part, clause))) return true;
  }
  return false;
}

const CLAUSE_END = /[,.;:!?，。；：！？،؛؟]/u;

/** The same of a phrase and a text in lower case. */
function isIn(wanted: string, said: string): boolean {
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, at + 1))
    if (
      at === 0 ||
      !/\p{L}/u.test(said[at - 1]!) ||
      /\p{Script=Han}/u.test(wanted) ||
      (/^\p{Script=Arabic}/u.test(wanted) && isJoined(said.slice(Math.max(0, at - 5), at)))
    )
      return true;
  return false;
}

/** Groups of a codebook's phrases by the beginning of their names, which is asked for with every sentence. */
const GROUPS = new WeakMap<Codebook["phrases"], Map<string, readonly Group[]>>();
type Group = readonly [group: string, phrases: Codebook["phrases"][string]];

export function groupsOf(phrases: Codebook["phrases"], prefix: string): readonly Group[] {
  const known = GROUPS.get(phrases) ?? new Map<string, readonly Group[]>();
  GROUPS.set(phrases, known);
  const groups = known.get(prefix) ?? Object.entries(phrases).filter(([group]) => group.startsWith(prefix));
  known.set(prefix, groups);
  return groups;
}

const TOLD = new WeakMap<Codebook["phrases"], Map<string, PhraseIndex<string>>>();

/** Words for acts of each group that has some in a language. */
function toldIn(language: string, phrases: Codebook["phrases"]): PhraseIndex<string> {
  const known = TOLD.get(phrases) ?? new Map<string, PhraseIndex<string>>();
  TOLD.set(phrases, known);
  const found =
    known.get(language) ??
    new PhraseIndex(
      groupsOf(phrases, "told-").flatMap(([group, { [language]: own = [] }]) =>
        own.map(phrase => ({ phrase: loweredPhrase(phrase), of: group })),
      ),
      standsIn,
    );
  known.set(language, found);
  return found;
}

/** Codes of acts by the codebook's groups `told-<code>` and `told-of-<code>`, whose words stand in a sentence. */
export function kindsTold(sentence: string, { codebook, language }: Language): KindsTold {
  const told = [...new Set(toldIn(language, codebook.phrases).in(plainly(sentence)))];
  const codes = (prefix: string, isOf: boolean) =>
    told.filter(group => group.startsWith("told-of-") === isOf).map(group => group.slice(prefix.length));
  return { whole: new Set(codes("told-", false)), part: new Set(codes("told-of-", true)) };
}

/** Words of all acts in all languages, by the phrases of a codebook. */
const OF_ACTS = new WeakMap<Codebook["phrases"], PhraseIndex<string>>();

function wordsOfActs(phrases: Codebook["phrases"]): PhraseIndex<string> {
  const known = OF_ACTS.get(phrases);
  if (known) return known;
  const all = groupsOf(phrases, "told-").flatMap(([, each]) => Object.values(each).flat());
  const words = [...new Set(all.map(loweredPhrase))];
  const found = new PhraseIndex(
    words.map(phrase => ({ phrase, of: phrase })),
    standsIn,
  );
  OF_ACTS.set(phrases, found);
  return found;
}

/** Does a text hold words of any act, in any language? */
export const tellsOfAct = (text: string, { phrases }: Pick<Codebook, "phrases">): boolean =>
  wordsOfActs(phrases).isAnyIn(plainly(text));

const THINGS = new WeakMap<Codebook["phrases"], PhraseIndex<string>>();

/** Groups `same-<thing>` of which a name has words in any language. */
export function thingsNamed(name: string, phrases: Codebook["phrases"]): string[] {
  const known =
    THINGS.get(phrases) ??
    new PhraseIndex(
      groupsOf(phrases, "same-").flatMap(([group, words]) =>
        Object.values(words)
          .flat()
          .map(phrase => ({ phrase: loweredPhrase(phrase), of: group })),
      ),
      standsIn,
    );
  THINGS.set(phrases, known);
  return known.in(plainly(name));
}

/** English words of titles for each thing that a name in another language names, by the codebook's groups `same-<thing>`. */
export const thingsIn = (name: string, { codebook, language }: Language): (readonly string[])[] =>
  groupsOf(codebook.phrases, "same-")
    .filter(([, words]) => (words[language] ?? []).some(each => phraseIsIn(each, name)))
    .map(([, words]) => words["en"] ?? []);

/** Have two texts groups of a sort in common (true), others (false), or is one without (null)? The first is in the book's own language. */
export function agreeOn(
  prefix: string,
  title: string,
  sentence: string,
  { codebook, language }: Language,
): boolean | null {
  const holds = (phrases: readonly string[] | undefined, text: string) =>
    (phrases ?? []).some(phrase => phraseIsIn(phrase, text));
  const groups = groupsOf(codebook.phrases, prefix);
  const told = groups.filter(([, words]) => holds(words["en"], title));
  const said = told.length === 0 ? [] : groups.filter(([, words]) => holds(words[language], sentence));
  return said.length === 0 ? null : told.some(group => said.includes(group));
}

/** So many words in common are not there by chance. */
const SHARED = 2;

/** Are a title of the book (in English) and a sentence about the same thing, by the codebook's groups `same-<thing>` or by their words? */
export function isAbout(title: string, sentence: string, { codebook, language }: Language): boolean {
  const holds = (phrases: readonly string[] | undefined, text: string) =>
    (phrases ?? []).some(phrase => phraseIsIn(phrase, text));
  const alike = groupsOf(codebook.phrases, "same-").some(
    ([, words]) => holds(words["en"], title) && holds(words[language], sentence),
  );
  if (alike) return true;
  const said = new Set(plainWords(sentence));
  // Names of states and of their ministers say who acts, not what about.
  const own = (title.match(/(?<![\p{L}])\p{Ll}[\p{L}-]{4,}/gu) ?? []).flatMap(word =>
    plainWords(word).slice(0, 1),
  );
  return new Set(own.filter(word => said.has(word))).size >= SHARED;
}

/** Does a text begin with words for an act ("rompió con Taiwán")? */
export function actBegins(text: string, { codebook, language }: Language): boolean {
  const said = plainly(text);
  return toldIn(language, codebook.phrases)
    .phrasesIn(said)
    .some(phrase => said.startsWith(phrase.split(GAP)[0]!));
}
