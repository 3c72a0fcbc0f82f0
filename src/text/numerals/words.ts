import { listOf, pairsOf } from "../pack/lists.ts";
import type { NumberWords } from "../pack/number-words.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { remembering } from "../remember.ts";
import { foldWord } from "../tokens/keys.ts";
import { compileDense, type Dense } from "./dense-words.ts";

type Kind = "add" | "hundred" | "scale" | "and" | "article" | "collective" | "indefinite" | "approximate";

/** What a numeral word does to the running value. */
export interface Entry {
  readonly kind: Kind;
  readonly value: number;
}

/** Numerals in their cases. */
interface Cased {
  readonly stems: ReadonlyMap<string, Entry>;
  /** The numeral that a word is without the ending of its case: "beşten", "yüze", "ikisi". */
  readonly withoutCase: (key: string) => Entry | null;
  readonly behind: ReadonlySet<string>;
  readonly before: ReadonlySet<string>;
  readonly not: ReadonlySet<string>;
  readonly place: readonly string[];
  readonly own: readonly string[];
}

/** Numerals of one language, ready to be read. */
export interface Numerals {
  readonly data: NumberWords;
  readonly words: Lexicon<Entry>;
  readonly suffixes: ReadonlyMap<string, number>;
  readonly fractions: Lexicon<number>;
  readonly andHalf: Lexicon<number>;
  readonly addBefore: Lexicon<number>;
  readonly onePartOf: Lexicon<1>;
  readonly outOf: Lexicon<number>;
  readonly outOfPast: ReadonlySet<string>;
  /** Units of time and days of the week where that can stand behind them: "un jour sur trois" is a date. */
  readonly times: ReadonlySet<string>;
  readonly every: Lexicon<1>;
  readonly nth: Lexicon<number>;
  /** "over" of a fraction. */
  readonly over: Lexicon<1>;
  readonly bareFractions: Lexicon<1>;
  readonly bareIndefinite: Lexicon<number>;
  readonly prefixes: readonly string[];
  readonly minus: Lexicon<1>;
  readonly point: ReadonlySet<string>;
  readonly fractionAnd: ReadonlySet<string>;
  readonly and: ReadonlySet<string>;
  /** Between numerator and denominator. */
  readonly fractionOf: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  /** Last words of a denominator of two words, beside the fractions. */
  readonly fractionTails: Lexicon<number>;
  /** Endings that make a denominator of a numeral, longest first. */
  readonly fractionEndings: readonly string[];
  /** Numerals that are read character by character, else null. */
  readonly dense: Dense | null;
  /** Components of compound words, longest first. */
  readonly parts: readonly (readonly [string, Entry])[];
  /** What a numeral in words may end with, in languages with cases; else null. */
  readonly cased: Cased | null;
  /** Whether a numeral may begin with a word; null where any may (compounds). */
  readonly opens: ((key: string) => boolean) | null;
}

/** Values of the fraction characters. */
export const FRACTION_SIGNS: Readonly<Record<string, number>> = {
  "½": 1 / 2,
  "⅓": 1 / 3,
  "⅔": 2 / 3,
  "¼": 1 / 4,
  "¾": 3 / 4,
  "⅕": 1 / 5,
  "⅖": 2 / 5,
  "⅗": 3 / 5,
  "⅘": 4 / 5,
  "⅙": 1 / 6,
  "⅚": 5 / 6,
  "⅛": 1 / 8,
  "⅜": 3 / 8,
  "⅝": 5 / 8,
  "⅞": 7 / 8,
};

function addAll(into: [string, Entry][], list: string | undefined, kind: Kind): void {
  for (const [word, value] of pairsOf(list)) into.push([word, { kind, value: Number(value) }]);
}

/** "três" as "tres": a word in Latin letters as it is written without accents. */
export function withoutAccents(word: string): string {
  return word
    .normalize("NFD")
    .replace(/([a-z])[\u0300-\u0302\u0303]/g, "$1")
    .normalize("NFC");
}

function valued(list: string | undefined): Lexicon<number> {
  const lexicon = new Lexicon<number>();
  const pairs = pairsOf(list);
  for (const [word, value] of pairs) lexicon.add(word, Number(value));
  for (const [word, value] of pairs) lexicon.add(withoutAccents(word), Number(value));
  return lexicon;
}

function flagged(list: string | undefined): Lexicon<1> {
  const lexicon = new Lexicon<1>();
  for (const word of listOf(list)) lexicon.add(word, 1);
  return lexicon;
}

function casedOf(data: NonNullable<NumberWords["cased"]>, entries: readonly [string, Entry][]): Cased {
  const stems = new Map(entries.filter(([, { kind }]) => STEMS.has(kind)));
  for (const [stem, value] of pairsOf(data.stems)) stems.set(stem, { kind: "add", value: Number(value) });
  const endings = [...listOf(data.endings)].sort((a, b) => b.length - a.length);
  return {
    stems,
    withoutCase: remembering(key => {
      const ending = endings.find(e => key.endsWith(e) && stems.has(key.slice(0, -e.length)));
      return ending === undefined ? null : stems.get(key.slice(0, -ending.length))!;
    }),
    behind: new Set(listOf(data.behind)),
    before: new Set(listOf(data.before)),
    not: new Set(listOf(data.not)),
    place: listOf(data.place),
    own: listOf(data.own),
  };
}

const STEMS: ReadonlySet<Kind> = new Set(["add", "hundred", "scale"]);

/** Prepares the numerals of a pack; `counters` are the words that may stand between a number and what it counts. */
export function compileNumerals(data: NumberWords, counters?: string, times = ""): Numerals {
  const entries: [string, Entry][] = [];
  addAll(entries, data.words, "add");
  for (const word of listOf(data.hundred)) entries.push([word, { kind: "hundred", value: 100 }]);
  addAll(entries, data.scales, "scale");
  addAll(entries, data.collective, "collective");
  addAll(entries, data.indefinite, "indefinite");
  addAll(entries, data.approximate, "approximate");
  const parts = data.compound
    ? entries.filter(([w, e]) => !w.includes(" ") && ["add", "hundred", "scale"].includes(e.kind))
    : [];
  for (const word of listOf(data.and)) entries.push([word, { kind: "and", value: 0 }]);
  for (const word of listOf(data.article)) entries.push([word, { kind: "article", value: 1 }]);
  const words = new Lexicon<Entry>();
  for (const [word, entry] of entries) words.add(word, entry);
  for (const [word, entry] of entries) words.add(withoutAccents(word), entry);
  const fractions = valued(data.fractions);
  const andHalf = new Lexicon<number>();
  for (const word of listOf(data.andHalf)) andHalf.add(word, 0.5);
  for (const word of listOf(data.andQuarter)) andHalf.add(word, 0.25);
  const bareIndefinite = valued(data.bareIndefinite);
  const outOf = new Lexicon<number>();
  for (const word of listOf(data.outOf)) outOf.add(word, 1);
  const and: [string, Entry][] = data.compound
    ? listOf(data.and).map(w => [w, { kind: "and", value: 0 }])
    : [];
  const minus = flagged(data.minus);
  const made = {
    data,
    cased: data.cased ? casedOf(data.cased, entries) : null,
    dense: data.dense ? compileDense(data.dense, { counters, minus }) : null,
    words,
    fractions,
    andHalf,
    addBefore: valued(data.addBefore),
    onePartOf: flagged(data.onePartOf),
    outOf,
    outOfPast: new Set(listOf(data.outOfPast)),
    times: new Set(listOf(times)),
    every: flagged(data.every),
    nth: valued(data.nth),
    over: flagged(data.over),
    bareFractions: flagged(data.bareFractions),
    bareIndefinite,
    fractionAnd: new Set(listOf(data.fractionAnd)),
    and: new Set(listOf(data.and)),
    fractionOf: new Set(listOf(data.fractionOf)),
    ordinals: new Set(pairsOf(data.ordinals).map(([word]) => foldWord(word))),
    fractionTails: valued(data.fractionTails),
    fractionEndings: [...listOf(data.fractionEndings)].sort((a, b) => b.length - a.length),
    prefixes: listOf(data.prefixes),
    suffixes: new Map(pairsOf(data.suffixes).map(([w, v]) => [w, Number(v)])),
    minus,
    point: new Set(listOf(data.point)),
    parts: [...parts, ...and].sort((a, b) => b[0].length - a[0].length),
  };
  return { ...made, opens: opensOf(made) };
}

/** Words with a prefix glued to them have this many letters left. */
export const LEAST_LEFT = 3;

function opensOf(made: Omit<Numerals, "opens">): Numerals["opens"] {
  const { data, words, fractions, addBefore, onePartOf, every, minus, prefixes } = made;
  if (data.compound) return null;
  const firsts = new Set(
    [words, fractions, addBefore, onePartOf, every, minus].flatMap(list => [...list.firstKeys()]),
  );
  if (prefixes.length === 0) return key => firsts.has(key);
  const isGlued = (key: string) =>
    prefixes.some(
      prefix =>
        key.startsWith(prefix) &&
        key.length - prefix.length >= LEAST_LEFT &&
        words.begins(key.slice(prefix.length)),
    );
  return remembering(key => firsts.has(key) || isGlued(key));
}
