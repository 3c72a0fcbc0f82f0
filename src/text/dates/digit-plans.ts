import { readDense } from "../numerals/dense.ts";
import { readNumber } from "../numerals/numerals.ts";
import type { Compiled } from "../pack/compile.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { BREAK, NUMBER, SIGN, type Token } from "../tokens/token.ts";
import { type Behind, type Gate, MARKED, shapeOf } from "./digit-gates.ts";
import type { DateLexicons } from "./lexicons.ts";
import type { Rule } from "./parts.ts";

/** A rule that digits can open, and where it can go on behind them; everywhere without gates. */
export interface AfterDigits {
  readonly rule: Rule;
  readonly gates: readonly Gate[] | null;
}

/** Distinct words behind digits that are remembered at most. */
const KNOWN = 20_000;

/** Stands for whatever digits follow a number. */
const DIGITS = "0";

/**
 * Rules of dates that open with digits, by what stands behind them: most numbers count something, and of two dozen rules hardly one can
 * go on with the word for that. Which of them can is worked out once for each word.
 */
export class DigitPlans {
  readonly #rules: readonly AfterDigits[];
  readonly #c: Compiled;
  readonly #w: DateLexicons;
  readonly #all: readonly Rule[];
  /** Digits that are words of their own: a day of history is known as "9/11". */
  readonly #named: ReadonlySet<string>;
  readonly #known: readonly Map<string, readonly Rule[]>[] = [];
  #size = 0;

  constructor(rules: readonly AfterDigits[], c: Compiled, w: DateLexicons) {
    this.#rules = rules;
    this.#c = c;
    this.#w = w;
    this.#all = rules.map(({ rule }) => rule);
    this.#named = digitKeys(c, w);
    this.#known = Array.from({ length: 2 * (MARKED + 1) }, () => new Map());
  }

  /** The rules that the digits at token `i` can open. */
  at(tokens: readonly Token[], i: number): readonly Rule[] {
    const { numerals } = this.#c;
    const { key } = tokens[i]!;
    const number = this.#named.has(key) ? null : readNumber(tokens, i, numerals);
    // Three quarters may be so many of them.
    if (number === null || number.fraction) return this.#all;
    if (numerals.dense !== null && readDense(tokens, i, numerals)?.to !== number.to) return this.#all;
    const next = tokens[i + 1];
    const first = keyOf(next);
    const shape = 2 * shapeOf(key) + (next?.kind === SIGN ? 1 : 0);
    const plans = this.#known[shape]!;
    if (number.to === i + 1)
      return plans.get(first) ?? this.#learn(plans, first, next, undefined, shape >> 1);
    const last = tokens[number.to];
    const both = `${first}\n${keyOf(last)}`;
    return plans.get(both) ?? this.#learn(plans, both, next, last, shape >> 1);
  }

  /** Some rules look right behind the digits, others behind the whole number. */
  #learn(
    plans: Map<string, readonly Rule[]>,
    key: string,
    next: Token | undefined,
    last: Token | undefined,
    shape: number,
  ): readonly Rule[] {
    if (this.#size++ >= KNOWN) {
      for (const each of this.#known) each.clear();
      this.#size = 0;
    }
    const found = this.#rules
      .filter(
        ({ gates }) =>
          gates === null ||
          gates.some(
            gate =>
              this.#passes(gate, shape, next) || (key.includes("\n") && this.#passes(gate, shape, last)),
          ),
      )
      .map(({ rule }) => rule);
    plans.set(key, found);
    return found;
  }

  #passes({ shapes, by }: Gate, shape: number, token: Token | undefined): boolean {
    return shapes.includes(shape) && (by === null || by.some(behind => this.#stands(behind, token)));
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
        return this.#c.starts?.has(key) ?? numerals.opens?.(key) ?? true;
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

const keyOf = (token: Token | undefined): string =>
  token === undefined || token.kind === BREAK ? "" : token.kind === NUMBER ? DIGITS : token.key;

/** First characters of words of scripts without spaces. */
const charsOf = (words: string | readonly string[] | undefined): ReadonlySet<string> =>
  new Set((typeof words === "string" ? [words] : (words ?? [])).map(word => word[0] ?? ""));

/** Digits that a phrase begins with. */
function digitKeys({ numerals, pack, firstOf }: Compiled, w: DateLexicons): ReadonlySet<string> {
  const keys = new Set<string>(firstOf);
  for (const words of [...Object.values(w), numerals.words, numerals.addBefore, numerals.minus])
    if (words instanceof Lexicon) for (const key of words.firstKeys()) keys.add(key);
  for (const words of Object.values(pack.dates.dense ?? {})) for (const key of charsOf(words)) keys.add(key);
  return new Set([...keys].filter(key => /^\d/.test(key)));
}
