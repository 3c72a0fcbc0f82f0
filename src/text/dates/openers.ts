import type { Compiled } from "../pack/compile.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { DENSE, NUMBER, type Token, WORD } from "../tokens/token.ts";
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
}

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
    this.#all = { rules: openings.map(({ rule }) => rule), gated: null, behind: null };
    const digits = openings.filter(({ by }) => by.some(opener => this.#takesDigits(opener)));
    this.#digits = new GatedRules(digits, c, w);
  }

  /** The rules that can open at token `i`. */
  at(tokens: readonly Token[], i: number): readonly Rule[] {
    const token = tokens[i]!;
    if (token.kind === NUMBER) return this.#digits.atDigits(tokens, i);
    if (token.kind !== WORD && token.kind !== DENSE) return this.#all.rules;
    const found = this.#known.get(token.key) ?? this.#learn(token.key);
    const next = found.behind && tokens[i + 1];
    const plan =
      !found.behind || next?.kind !== WORD
        ? found
        : (found.behind.get(next.key) ?? this.#learnBehind(found.behind, token.key, next.key));
    return plan.gated ? plan.gated.atWord(tokens, i) : plan.rules;
  }

  /**
   * The rules that open with a word, or past an article with the one behind it. Those that only a number opens have their gates; others
   * are tried whatever follows.
   */
  #planOf(key: string, next: string | null, behind: Map<string, Plan> | null): Plan {
    const number = this.#opens("number", key) && !opensLength(this.#c, this.#w, key);
    const opensHere = (opener: Opener): boolean =>
      !(number && opener === "number") &&
      !(next !== null && opener === "article") &&
      this.#opens(opener, key);
    const opensNext = (opener: Opener): boolean => next !== null && this.#opens(opener, next);
    const rules: GatedRule[] = [];
    for (const { rule, by, gates } of this.#openings) {
      if (by.some(opensHere) || (by.includes("article") && by.some(opensNext)))
        rules.push({ rule, gates: null });
      else if (number && by.includes("number")) rules.push({ rule, gates });
    }
    const gated = rules.some(({ gates }) => gates !== null) ? new GatedRules(rules, this.#c, this.#w) : null;
    return { rules: rules.map(({ rule }) => rule), gated, behind };
  }

  #learn(key: string): Plan {
    if (this.#known.size >= KNOWN) this.#known.clear();
    const behind = this.#w.articles.has(key) ? new Map<string, Plan>() : null;
    const plan = this.#planOf(key, null, behind);
    this.#known.set(key, plan);
    return plan;
  }

  /** What needs only the article goes on with the word behind it. */
  #learnBehind(behind: Map<string, Plan>, article: string, next: string): Plan {
    if (behind.size >= KNOWN) behind.clear();
    const plan = this.#planOf(article, next, null);
    behind.set(next, plan);
    return plan;
  }

  #opens(opener: Opener, key: string): boolean {
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
        return this.#w[opener].begins(key);
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
