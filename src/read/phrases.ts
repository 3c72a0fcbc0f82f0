import { filterOf, hashOf, mayHold, OPEN } from "../text/tokens/filter.ts";
import { HAN, simplified } from "../text/tokens/simplified.ts";
import { tokensIn } from "../text/tokens/stretches.ts";
import { DENSE, NUMBER, type Token, WORD, withKey } from "../text/tokens/token.ts";
import { keyOfWord, keysOf } from "../text/tokens/tokenize.ts";

/** A token with the light stem of its language. */
export type Word = Token;

const LETTER = /\p{L}/u;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
/** Han has one sign among its numerals that is no letter. */
const ZERO = "〇";

/** Whether a word is no mark. Nearly all tell it by their kind; signs beyond ASCII ("½", rare characters) are looked at. */
export const isWritten = ({ kind, key }: Word): boolean =>
  kind === WORD || kind === DENSE || kind === NUMBER || (key > "\x7f" && LETTER_OR_DIGIT.test(key));

/** Whether a word has letters. */
export const hasLetters = ({ kind, key }: Word): boolean =>
  kind === WORD || (kind === DENSE ? key !== ZERO : key > "\x7f" && LETTER.test(key));

/**
 * Tokens of `text.slice(from, to)` with stems. Stems are remembered, since the words of a language repeat. A token of the text is
 * taken as it is, unless it was stemmed in another language or is written in traditional characters.
 */
export function wordsOf(text: string, span: readonly [number, number], stem: Stemmer): Word[] {
  const words: Token[] = tokensIn(text, span);
  for (let i = 0; i < words.length; i++) {
    const word = words[i]!;
    const key = word.kind === DENSE ? simplified(word.key) : word.key;
    const stemmed = stem(key);
    if (word.stem === stemmed && key === word.key) continue;
    const own = key === word.key && word.stem === "" ? word : withKey(word, key);
    words[i] = stemmedAs(own, stemmed);
  }
  return words;
}

function stemmedAs(word: Token & { stem: string; stemHash: number }, stem: string): Word {
  word.stem = stem;
  word.stemHash = stem === word.key ? word.hash : hashOf(stem);
  return word;
}

export type Stemmer = (word: string) => string;

interface Node<V> {
  next: Map<string, Node<V>> | null;
  values: V[] | null;
  /** Phrases that go on behind a first word, as they were added: they are laid out when a text has that word. */
  pending: [phrase: string, value: V][] | null;
}

const LETTERS = /^\p{L}+$/u;

/** The first word of a phrase of several, where it is one token and nothing behind it can change that; else null. */
function firstWord(phrase: string): string | null {
  const end = phrase.indexOf(" ");
  const first = end > 0 ? phrase.slice(0, end) : "";
  if (!LETTERS.test(first)) return null;
  const keys = keysOf(first);
  return keys.length === 1 ? keys[0]! : null;
}

/** Shorter words are rarely a preposition and a word. */
const LEAST_DETACHED = 5;

/** Phrases of several words with any number of values each, matched token by token on stems. */
export class PhraseIndex<V> {
  readonly #root: Node<V> = { next: new Map(), values: null, pending: null };
  #first = OPEN;
  readonly #stem: Stemmer;
  /** Prepositions that are written together with the word behind them. */
  readonly #attached: ReadonlySet<string> | null;

  constructor(stem: Stemmer, attached: ReadonlySet<string> = new Set()) {
    this.#stem = stem;
    this.#attached = attached.size > 0 ? attached : null;
  }

  /** Whether a word may be one of which only "هجوم" opens a phrase: "لهجوم". */
  #mayDetach({ key }: Word): boolean {
    return this.#attached !== null && key.length >= LEAST_DETACHED && this.#attached.has(key[0]!);
  }

  /** What follows a first word. */
  #opened(key: string): Node<V> | undefined {
    const node = this.#root.next!.get(key);
    if (node?.pending) {
      const { pending } = node;
      node.pending = null;
      for (const [phrase, value] of pending) this.#layOut(phrase, value);
    }
    return node;
  }

  add(phrase: string, value: V): void {
    this.#first = OPEN;
    const key = keyOfWord(phrase);
    if (key === null) this.#addPhrase(phrase, value);
    else this.#addWord(this.#stem(key), value);
  }

  /** A phrase of one word, as most are, in the fewest steps: a language and a book bring thousands. */
  #addWord(key: string, value: V): void {
    const root = this.#root.next!;
    const node = root.get(key);
    if (node === undefined) root.set(key, { next: null, values: [value], pending: null });
    else if (node.values === null) node.values = [value];
    else node.values.push(value);
  }

  /** Of a language and a book a text has few phrases: most wait behind their first word, which no text may ever have. */
  #addPhrase(phrase: string, value: V): void {
    const first = firstWord(phrase);
    if (first === null) {
      this.#layOut(phrase, value);
      return;
    }
    const node = this.#child(this.#root, first);
    node.pending ??= [];
    node.pending.push([phrase, value]);
  }

  /** Word by word; behind phrases that wait for the same first word where there are some, so that all stay in their order. */
  #layOut(phrase: string, value: V): void {
    let node = this.#root;
    for (const word of keysOf(phrase)) {
      node = this.#child(node, word);
      if (node.pending) {
        node.pending.push([phrase, value]);
        return;
      }
    }
    if (node === this.#root) return;
    node.values ??= [];
    node.values.push(value);
  }

  #child(node: Node<V>, word: string): Node<V> {
    const key = this.#stem(word.charCodeAt(0) < HAN ? word : simplified(word));
    node.next ??= new Map();
    let child = node.next.get(key);
    if (!child) {
      child = { next: null, values: null, pending: null };
      node.next.set(key, child);
    }
    return child;
  }

  /**
   * Calls `visit` for every phrase at every token: values, first token, token after the last. `by` is `key` for names, which
   * are matched as they are written.
   */
  match(
    words: readonly Word[],
    visit: (values: readonly V[], from: number, to: number) => void,
    by: "stem" | "key" = "stem",
  ): void {
    if (this.#first === OPEN) this.#first = filterOf([...this.#root.next!.keys()]);
    for (let at = 0; at < words.length; at++) {
      const word = words[at]!;
      // Most words open nothing, which is told before any is looked for.
      if (mayHold(this.#first, by === "stem" ? word.stemHash : word.hash) || this.#mayDetach(word))
        this.#matchAt(at, words, visit, by);
    }
  }

  #matchAt(
    at: number,
    words: readonly Word[],
    visit: (values: readonly V[], from: number, to: number) => void,
    by: "stem" | "key",
  ): void {
    const word = words[at]!;
    let node = this.#opened(word[by]);
    if (node === undefined && this.#mayDetach(word)) node = this.#opened(this.#stem(word.key.slice(1)));
    for (let i = at + 1; node; i++) {
      if (node.values) visit(node.values, at, i);
      node = i < words.length ? node.next?.get(words[i]![by]) : undefined;
    }
  }
}
