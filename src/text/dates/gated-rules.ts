import { readDense } from "../numerals/dense.ts";
import { readNumber } from "../numerals/numerals.ts";
import type { Compiled } from "../pack/compile.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { BREAK, NUMBER, SIGN, type Token } from "../tokens/token.ts";
import { type Behind, FEW, type Gate, MORE, shapeOf } from "./gates.ts";
import type { DateLexicons } from "./lexicons.ts";
import type { Rule } from "./parts.ts";

/** A rule that a number can open, and where it can go on behind that; everywhere without gates. */
export interface GatedRule {
  readonly rule: Rule;
  readonly gates: readonly Gate[] | null;
}

/** Distinct words behind numbers that are remembered at most, for one word that opens them. */
const KNOWN = 5_000;

/** Stands for whatever digits follow a number. */
const DIGITS = "0";

/** Numbers in words from here on may be years, or the first half of one. */
const FIRST_OF_YEAR = 15;

/**
 * Rules of dates that open with a number, by what stands behind it: most numbers count something, and of two dozen rules hardly one can
 * go on with the word for that. Which of them can is worked out once for each word.
 */
export class GatedRules {
  readonly #rules: readonly GatedRule[];
  readonly #c: Compiled;
  readonly #w: DateLexicons;
  readonly #all: readonly Rule[];
  readonly #known: (Map<string, readonly Rule[]> | undefined)[] = [];

  constructor(rules: readonly GatedRule[], c: Compiled, w: DateLexicons) {
    this.#rules = rules;
    this.#c = c;
    this.#w = w;
    this.#all = rules.map(({ rule }) => rule);
  }

  /** The rules that the digits at token `i` can open. */
  atDigits(tokens: readonly Token[], i: number): readonly Rule[] {
    const { numerals } = this.#c;
    const { key } = tokens[i]!;
    const number = this.#w.digitPhrases.has(key) ? null : readNumber(tokens, i, numerals);
    // Three quarters may be so many of them.
    if (number === null || number.fraction) return this.#all;
    if (numerals.dense !== null && readDense(tokens, i, numerals)?.to !== number.to) return this.#all;
    return this.#behind(shapeOf(key), tokens[i + 1], number.to === i + 1 ? null : (tokens[number.to] ?? END));
  }

  /** The rules that the word at token `i`, which may open a number, can open. */
  atWord(tokens: readonly Token[], i: number): readonly Rule[] {
    const { numerals } = this.#c;
    const number = readNumber(tokens, i, numerals);
    const dense = numerals.dense === null ? number : readDense(tokens, i, numerals);
    if (number === null) {
      if (dense !== null) return this.#all;
      const article = numerals.words.longest(tokens, i);
      return this.#behind(FEW, article ? tokens[article.to] : undefined, null);
    }
    const plain =
      !number.fraction && number.indefinite === 0 && Number.isInteger(number.value) && number.value > 0;
    if (!plain || dense?.to !== number.to) return this.#all;
    return this.#behind(number.value < FIRST_OF_YEAR ? FEW : MORE, tokens[number.to], null);
  }

  /** The rules that go on with the token behind the digits, or with the one behind the whole number where that is another. */
  #behind(shape: number, next: Token | undefined, last: Token | null): readonly Rule[] {
    const at = 2 * shape + (next?.kind === SIGN ? 1 : 0);
    let known = this.#known[at];
    if (!known) {
      known = new Map();
      this.#known[at] = known;
    }
    const key = last === null ? keyOf(next) : `${keyOf(next)}\n${keyOf(last)}`;
    return known.get(key) ?? this.#learn(known, key, shape, last === null ? [next] : [next, last]);
  }

  #learn(
    known: Map<string, readonly Rule[]>,
    key: string,
    shape: number,
    behind: readonly (Token | undefined)[],
  ): readonly Rule[] {
    if (known.size >= KNOWN) known.clear();
    const passes = ({ shapes, by }: Gate): boolean =>
      shapes.includes(shape) &&
      (by === null || behind.some(token => by.some(each => this.#stands(each, token))));
    const found = this.#rules
      .filter(({ gates }) => gates === null || gates.some(passes))
      .map(({ rule }) => rule);
    known.set(key, found);
    return found;
  }

  #stands(behind: Behind, token: Token | undefined): boolean {
    const { pack, numerals, ordinalEndings, stop } = this.#c;
    const key = keyOf(token);
    if (behind === "ends") return key === "" || token!.kind === SIGN || stop.has(key);
    if (key === "") return false;
    switch (behind) {
      case "digits":
        return key === DIGITS;
      case "number":
        return !pack.dense && (this.#c.starts?.has(key) ?? numerals.opens?.(key) ?? true);
      case "linkedUnits":
        return this.#w.units.begins(key) && [...this.#w.minutesLinks.firstKeys()].length > 0;
      case "and":
        return numerals.and.has(key);
      case "ending":
        return key === "'" || key === "." || key === "°" || ordinalEndings.has(key);
      case "century":
      case "decade":
      case "year":
      case "month":
      case "bareDay":
      case "quarter":
        return charsOf(pack.dates.dense?.[behind]).has(key);
    }
    if (behind.length === 1) return key === behind;
    const words = this.#w[behind as keyof DateLexicons];
    if (!(words instanceof Lexicon)) return false;
    return key === DIGITS ? [...words.firstKeys()].some(first => /^\d/.test(first)) : words.begins(key);
  }
}

/** Nothing stands behind a number that ends the text. */
const END: Token = {
  start: 0,
  end: 0,
  kind: BREAK,
  key: "",
  hash: 0,
  gap: false,
  thin: false,
  caps: 0,
  stem: "",
  stemHash: 0,
};

const keyOf = (token: Token | undefined): string =>
  token === undefined || token.kind === BREAK ? "" : token.kind === NUMBER ? DIGITS : token.key;

/** First characters of words of scripts without spaces. */
const charsOf = (words: string | readonly string[] | undefined): ReadonlySet<string> =>
  new Set((typeof words === "string" ? [words] : (words ?? [])).map(word => word[0] ?? ""));

/** Digits that a phrase begins with: a day of history is known as "9/11". */
export function digitPhrases(
  { numerals, pack, firstOf }: Compiled,
  words: readonly unknown[],
): ReadonlySet<string> {
  const keys = new Set<string>(firstOf);
  for (const lexicon of [...words, numerals.words, numerals.addBefore, numerals.minus])
    if (lexicon instanceof Lexicon) for (const key of lexicon.firstKeys()) keys.add(key);
  for (const list of Object.values(pack.dates.dense ?? {})) for (const key of charsOf(list)) keys.add(key);
  return new Set([...keys].filter(key => /^\d/.test(key)));
}

/** Words with which a length of time may begin that no number is read from. */
export const opensLength = (c: Compiled, w: DateLexicons, key: string): boolean =>
  [w.lengthWords, w.countedUnits, w.countsBehind, c.numerals.addBefore].some(words => words.begins(key));
