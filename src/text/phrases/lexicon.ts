import { type Filter, filterOf, mayHold, OPEN } from "../tokens/filter.ts";
import { BREAK, type Token } from "../tokens/token.ts";
import { keyOfWord, keysOf } from "../tokens/tokenize.ts";

/** A trie over token keys: phrases of several words cost one walk, in any script. */
interface Node<V> {
  next: Map<string, Node<V>> | null;
  value: V | undefined;
}

export interface Found<V> {
  readonly value: V;
  /** Index of the token after the phrase. */
  readonly to: number;
}

/** Adds a phrase of one word, as nearly all are, in the fewest steps: a language brings thousands. */
function addWord<V>(root: Node<V>, key: string, value: V): void {
  root.next ??= new Map();
  const node = root.next.get(key);
  if (node === undefined) root.next.set(key, { next: null, value });
  else node.value ??= value;
}

/** Lets pass what may be the key of a child of a node; made when a text is first looked at, since few lexicons meet one. */
const filterBelow = ({ next }: Node<unknown>): Filter => filterOf([...(next?.keys() ?? [])]);

/** Phrases with values, looked up token by token; the longest phrase that starts at a token wins. */
export class Lexicon<V> {
  readonly #root: Node<V> = { next: null, value: undefined };
  #first = OPEN;

  /** Adds a phrase; the first value given to a phrase stays. */
  add(phrase: string, value: V): void {
    this.#first = OPEN;
    const key = keyOfWord(phrase);
    if (key === null) this.#addPhrase(phrase, value);
    else addWord(this.#root, key, value);
  }

  #addPhrase(phrase: string, value: V): void {
    let node = this.#root;
    for (const key of keysOf(phrase)) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (child === undefined) {
        child = { next: null, value: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    if (node !== this.#root) node.value ??= value;
  }

  /** Whether a phrase begins with this key. */
  begins(key: string): boolean {
    return this.#root.next?.has(key) ?? false;
  }

  /** Keys with which a phrase may begin. */
  firstKeys(): Iterable<string> {
    return this.#root.next?.keys() ?? [];
  }

  /** Keys that may follow a first key inside a phrase. */
  keysAfter(first: string): Iterable<string> {
    return this.#root.next?.get(first)?.next?.keys() ?? [];
  }

  /** The longest phrase at token `at`, or null. */
  longest(
    tokens: readonly Token[],
    at: number,
    variants?: (key: string) => readonly string[],
  ): Found<V> | null {
    if (at < 0 || at >= tokens.length) return null;
    if (variants !== undefined) return longestVariant(this.#root, tokens, at, variants);
    // Asked at every token by hundreds of lexicons, of which nearly all have nothing there: so small, it is put in line.
    return mayHold(this.#first, tokens[at]!.hash) ? this.#longest(tokens, at) : null;
  }

  #longest(tokens: readonly Token[], at: number): Found<V> | null {
    if (this.#first === OPEN) this.#first = filterBelow(this.#root);
    let node: Node<V> = this.#root;
    let value: V | undefined;
    let to = at;
    for (let i = at; i < tokens.length && node.next !== null; i++) {
      const token = tokens[i]!;
      if (token.kind === BREAK) break;
      const child = node.next.get(token.key);
      if (child === undefined) break;
      node = child;
      if (node.value === undefined) continue;
      value = node.value;
      to = i + 1;
    }
    return value === undefined ? null : { value, to };
  }
}

/** The longest phrase below a node when each word may stand in several forms; the depth is that of the trie. */
function longestVariant<V>(
  node: Node<V>,
  tokens: readonly Token[],
  at: number,
  variants: (key: string) => readonly string[],
): Found<V> | null {
  const token = tokens[at];
  if (token === undefined || token.kind === BREAK || node.next === null) return null;
  let best: Found<V> | null = null;
  for (const child of childrenOf(node.next, token.key, variants)) {
    const deeper = longestVariant(child, tokens, at + 1, variants);
    const found = deeper ?? (child.value === undefined ? null : { value: child.value, to: at + 1 });
    if (found && (best === null || found.to > best.to)) best = found;
  }
  return best;
}

const NONE: readonly never[] = [];

/** Where a word and its variants lead, each once; for most words nowhere. */
function childrenOf<V>(
  next: ReadonlyMap<string, Node<V>>,
  key: string,
  variants: (key: string) => readonly string[],
): readonly Node<V>[] {
  const direct = next.get(key);
  let children: Node<V>[] | null = direct ? [direct] : null;
  for (const variant of variants(key)) {
    const child = next.get(variant);
    if (child === undefined || children?.includes(child)) continue;
    if (children) children.push(child);
    else children = [child];
  }
  return children ?? NONE;
}

/** A lexicon of lists of phrases by value: `{over: ["more than", "over"]}`; phrases are separated by `|`. */
export function lexiconOf<K extends string>(lists: Readonly<Partial<Record<K, string>>>): Lexicon<K> {
  const lexicon = new Lexicon<K>();
  for (const [value, phrases] of Object.entries(lists) as [K, string][]) {
    for (const phrase of phrases.split("|")) lexicon.add(phrase, value);
  }
  return lexicon;
}

/** A lexicon whose phrases run backwards, for what stands before a token: look up with `endsBefore`. */
export class BackLexicon<V> {
  readonly #root: Node<V> = { next: null, value: undefined };
  #last = OPEN;

  add(phrase: string, value: V): void {
    this.#last = OPEN;
    const key = keyOfWord(phrase);
    if (key === null) this.#addPhrase(phrase, value);
    else addWord(this.#root, key, value);
  }

  #addPhrase(phrase: string, value: V): void {
    let node = this.#root;
    for (const key of [...keysOf(phrase)].reverse()) {
      node.next ??= new Map();
      let child = node.next.get(key);
      if (child === undefined) {
        child = { next: null, value: undefined };
        node.next.set(key, child);
      }
      node = child;
    }
    if (node !== this.#root) node.value ??= value;
  }

  /** The longest phrase that ends right before token `at`; `to` is the index of its first token. */
  endsBefore(tokens: readonly Token[], at: number): Found<V> | null {
    if (at < 1 || at > tokens.length) return null;
    return mayHold(this.#last, tokens[at - 1]!.hash) ? this.#longest(tokens, at - 1) : null;
  }

  #longest(tokens: readonly Token[], last: number): Found<V> | null {
    if (this.#last === OPEN) this.#last = filterBelow(this.#root);
    let node: Node<V> = this.#root;
    let value: V | undefined;
    let to = last;
    for (let i = last; i >= 0 && node.next !== null; i--) {
      const token = tokens[i]!;
      if (token.kind === BREAK) break;
      const child = node.next.get(token.key);
      if (child === undefined) break;
      node = child;
      if (node.value === undefined) continue;
      value = node.value;
      to = i;
    }
    return value === undefined ? null : { value, to };
  }
}

export function backLexiconOf<K extends string>(lists: Readonly<Partial<Record<K, string>>>): BackLexicon<K> {
  const lexicon = new BackLexicon<K>();
  for (const [value, phrases] of Object.entries(lists) as [K, string][]) {
    for (const phrase of phrases.split("|")) lexicon.add(phrase, value);
  }
  return lexicon;
}
