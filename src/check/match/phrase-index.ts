/** A phrase or a name, and what it tells. */
interface Entry<T> {
  readonly phrase: string;
  readonly of: T;
}

/** Letters that a phrase is looked up by. */
const LENGTH = 3;
const BEGINNING = /^\p{L}{3}/u;
const LETTER = /\p{L}/u;
/** Arabic, Chinese and what else has its place behind them: there a phrase may stand inside of what is written as one word. */
const JOINED = /[\u0600-\u08ff\u2e80-\uffff]/;

/**
 * Phrases by the letters that they begin with. A codebook has hundreds for acts, a text the beginnings of few, and only those are looked for.
 */
export class PhraseIndex<T> {
  readonly #entries: readonly Entry<T>[];
  readonly #standsIn: (text: string, phrase: string) => boolean;
  readonly #byBeginning = new Map<string, number[]>();
  readonly #joined: number[] = [];
  /** Those that begin with no word, or with a short one. */
  readonly #others: number[] = [];

  /** `standsIn` tells whether a phrase stands in a text. One in a script that parts words must stand at the beginning of a word. */
  constructor(entries: readonly Entry<T>[], standsIn: (text: string, phrase: string) => boolean) {
    this.#entries = entries;
    this.#standsIn = standsIn;
    for (const [at, { phrase }] of entries.entries()) this.#placeOf(phrase).push(at);
  }

  #placeOf(phrase: string): number[] {
    if (JOINED.test(phrase)) return this.#joined;
    if (!BEGINNING.test(phrase)) return this.#others;
    const beginning = phrase.slice(0, LENGTH);
    const same = this.#byBeginning.get(beginning) ?? [];
    this.#byBeginning.set(beginning, same);
    return same;
  }

  /** What the phrases tell that stand in a text, in the order in which they were given. */
  in(text: string): T[] {
    const found = this.#mayStandIn(text).filter(at => this.#standsIn(text, this.#entries[at]!.phrase));
    return found.sort((a, b) => a - b).map(at => this.#entries[at]!.of);
  }

  /** The phrases themselves. */
  phrasesIn(text: string): string[] {
    const phrases = this.#mayStandIn(text).map(at => this.#entries[at]!.phrase);
    return phrases.filter(phrase => this.#standsIn(text, phrase));
  }

  isAnyIn(text: string): boolean {
    return this.#mayStandIn(text).some(at => this.#standsIn(text, this.#entries[at]!.phrase));
  }

  #mayStandIn(text: string): number[] {
    const found = new Set(JOINED.test(text) ? [...this.#others, ...this.#joined] : this.#others);
    let wasLetter = false;
    for (let at = 0; at < text.length; at++) {
      // Most letters of most texts are of ASCII: they are told without a pattern.
      const code = text.charCodeAt(at);
      const small = code | 0x20;
      const isLetter = code < 0x80 ? small >= 0x61 && small <= 0x7a : LETTER.test(text[at]!);
      if (isLetter && !wasLetter)
        for (const entry of this.#byBeginning.get(text.slice(at, at + LENGTH)) ?? []) found.add(entry);
      wasLetter = isLetter;
    }
    return [...found];
  }
}
