import type { Compiled } from "../pack/compile.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { hashOf } from "../tokens/filter.ts";
import { BREAK, DENSE, NUMBER, type Token, WORD } from "../tokens/token.ts";
import { type GatedRule, GatedRules, opensLength } from "./gated-rules.ts";
import type { Gate } from "./gates.ts";
import type { DateLexicons } from "./lexicons.ts";
import type { Rule } from "./parts.ts";

type LexiconName = {
  [K in keyof DateLexicons]: DateLexicons[K] extends Lexicon<infer _> ? K : never;
}[keyof DateLexicons];

/** What can stand at the first token of a rule: a phrase of a lexicon, digits, or one of a few kinds of words. */
type Opener = LexiconName | "digits" | "number" | "roman" | "firstOf" | "echo" | "letter" | "dense";

/** A rule with everything that it can open with; it is tried nowhere else. */
export interface Opening {
  readonly rule: Rule;
  readonly by: readonly Opener[];
  /** Where digits or a word for a number open it, what has to stand behind them; null where that is not known. */
  readonly gates: readonly Gate[] | null;
}

export const opening = (rule: Rule, ...by: readonly Opener[]): Opening => ({ rule, by, gates: null });

/** A rule that digits open too, where its gates let it go on behind them. */
export const digitsOpening = (rule: Rule, gates: readonly Gate[], ...by: readonly Opener[]): Opening => ({
  rule,
  by: ["digits", ...by],
  gates,
});

/** The rules that a token can open, in their order. */
export interface Plan {
  readonly rules: readonly Rule[];
  /** Of those that a number opens, which go on with what stands behind it; null where none is opened by that alone. */
  readonly gated: GatedRules | null;
  /** An article: which rules go on with the word behind it. */
  readonly behind: Map<string, Plan> | null;
  /** Which rules open by the second word of a phrase, and which without one; null where no phrase needs it. */
  readonly phrases: Phrases | null;
}

interface Phrases {
  readonly plans: Map<string, Plan | null>;
  readonly rest: Plan;
}

/** Stands for any word that goes on with no phrase. */
const OTHER = "";

const ROMAN = /^[ivx]+(?:e|è|ème|eme)?$/;

/** Distinct first words that are remembered at most: in some languages any word may open a number. */
const KNOWN = 20_000;

/**
 * Rules of dates by their first token. Two dozen rules at every number and preposition would mostly fail at their first word;
 * which of them a word can open is worked out once for each word.
 */
export class Openers {
  readonly #openings: readonly Opening[];
  readonly #c: Compiled;
  readonly #w: DateLexicons;
  readonly #known = new Map<string, Plan>();
  readonly #digits: GatedRules;
  readonly #all: Plan;

  constructor(openings: readonly Opening[], c: Compiled, w: DateLexicons) {
    this.#openings = openings;
    this.#c = c;
    this.#w = w;
    this.#all = { rules: openings.map(({ rule }) => rule), gated: null, behind: null, phrases: null };
    const digits = openings.filter(({ by }) => by.some(opener => this.#takesDigits(opener)));
    this.#digits = new GatedRules(digits, c, w);
  }

  /** The rules that can open at token `i`. */
  at(tokens: readonly Token[], i: number): readonly Rule[] {
    const token = tokens[i]!;
    if (token.kind === NUMBER) return this.#digits.atDigits(tokens, i);
    if (token.kind !== WORD && token.kind !== DENSE) return this.#all.rules;
    const plan = this.#planAt(this.#known.get(token.key) ?? this.#learn(token.key), token.key, tokens[i + 1]);
    return plan.gated ? plan.gated.atWord(tokens, i) : plan.rules;
  }

  #planAt(plan: Plan, key: string, next: Token | undefined): Plan {
    const { behind, phrases } = plan;
    if (behind !== null)
      return next?.kind === WORD ? (behind.get(next.key) ?? this.#learnBehind(behind, key, next.key)) : plan;
    if (phrases === null) return plan;
    const known = next === undefined || next.kind === BREAK ? undefined : phrases.plans.get(next.key);
    if (known === undefined) return phrases.rest;
    if (known !== null) return known;
    const made = this.#planOf(key, opener => this.#opens(opener, key, next!.key));
    phrases.plans.set(next!.key, made);
    return made;
  }

  /** The second words of phrases that begin with a word and have more. */
  #phrasesOf(key: string): Phrases | null {
    const plans = new Map<string, Plan | null>();
    for (const { by } of this.#openings)
      for (const opener of by) {
        const words = this.#w[opener as LexiconName];
        if (words instanceof Lexicon && words.begins(key) && !isPhrase(words, key))
          for (const next of words.keysAfter(key)) plans.set(next, null);
      }
    if (plans.size === 0) return null;
    return { plans, rest: this.#planOf(key, opener => this.#opens(opener, key, OTHER)) };
  }

  /**
   * The rules that open with a word, by what `opens` tells of each opener. Those that only a number opens have their gates; others are
   * tried whatever follows.
   */
  #planOf(
    key: string,
    opens: (opener: Opener) => boolean,
    opensNext: (opener: Opener) => boolean = () => false,
    more: Pick<Plan, "behind" | "phrases"> = { behind: null, phrases: null },
  ): Plan {
    const number = this.#opens("number", key) && !opensLength(this.#c, this.#w, key);
    const opensHere = (opener: Opener): boolean => !(number && opener === "number") && opens(opener);
    const rules: GatedRule[] = [];
    for (const { rule, by, gates } of this.#openings) {
      if (by.some(opensHere) || (by.includes("article") && by.some(opensNext)))
        rules.push({ rule, gates: null });
      else if (number && by.includes("number")) rules.push({ rule, gates });
    }
    const gated = rules.some(({ gates }) => gates !== null) ? new GatedRules(rules, this.#c, this.#w) : null;
    return { rules: rules.map(({ rule }) => rule), gated, ...more };
  }

  #learn(key: string): Plan {
    if (this.#known.size >= KNOWN) this.#known.clear();
    const behind = this.#w.articles.has(key) ? new Map<string, Plan>() : null;
    const phrases = behind === null ? this.#phrasesOf(key) : null;
    const plan = this.#planOf(key, opener => this.#opens(opener, key), undefined, { behind, phrases });
    this.#known.set(key, plan);
    return plan;
  }

  /** What needs only the article goes on with the word behind it. */
  #learnBehind(behind: Map<string, Plan>, article: string, next: string): Plan {
    if (behind.size >= KNOWN) behind.clear();
    const plan = this.#planOf(
      article,
      opener => opener !== "article" && this.#opens(opener, article),
      opener => this.#opens(opener, next),
    );
    behind.set(next, plan);
    return plan;
  }

  /** Whether a token can open a rule, with any behind it or with a given one. */
  #opens(opener: Opener, key: string, next: string | null = null): boolean {
    const { pack, starts, firstOf, echo, numerals } = this.#c;
    switch (opener) {
      case "digits":
        return false;
      case "number":
        return starts?.has(key) ?? numerals.opens?.(key) ?? true;
      case "roman":
        return ROMAN.test(key);
      case "firstOf":
        return firstOf.has(key);
      case "echo":
        return echo !== null && Object.values(echo).some(words => words.has(key));
      case "letter":
        return key === "q" || key === "h";
      case "dense":
        return key === "第" || opensDense(pack.dates.dense, key);
      default:
        return this.#w[opener].begins(key) && (next === null || goesOn(this.#w[opener], key, next));
    }
  }

  #takesDigits(opener: Opener): boolean {
    if (opener === "digits" || opener === "number") return true;
    const words = this.#w[opener as LexiconName];
    return words instanceof Lexicon && [...words.firstKeys()].some(key => /^\d/.test(key));
  }
}

/** Words of dates in scripts without spaces, which are told by their first character. */
const opensDense = (dense: Compiled["pack"]["dates"]["dense"], key: string): boolean =>
  dense !== undefined &&
  [dense.era, dense.beforeEra, dense.firstHalf, dense.secondHalf].some(list =>
    list.some(phrase => phrase[0] === key),
  );

/** Whether a word is a phrase by itself. */
const isPhrase = (words: Lexicon<unknown>, key: string): boolean =>
  words.longest(
    [
      {
        start: 0,
        end: 0,
        kind: WORD,
        key,
        hash: hashOf(key),
        gap: false,
        thin: false,
        caps: 0,
        stem: "",
        stemHash: 0,
      },
    ],
    0,
  ) !== null;

/** Whether a word is a phrase by itself, or begins one that goes on with the next. */
function goesOn(words: Lexicon<unknown>, key: string, next: string): boolean {
  if (isPhrase(words, key)) return true;
  for (const after of words.keysAfter(key)) if (after === next) return true;
  return false;
}
