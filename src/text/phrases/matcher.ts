import { stretches } from "../tokens/stretches.ts";
import { BREAK, type Token, WORD } from "../tokens/token.ts";
import { tokenize } from "../tokens/tokenize.ts";
import type { Span } from "../types.ts";

/** A phrase and what it stands for; several entries may share a phrase or an id. */
export interface MatcherEntry {
  readonly phrase: string;
  readonly id: string;
}

export interface PhraseMatch {
  readonly span: Span;
  readonly text: string;
  /** Every id given for this phrase, in the order of the entries. */
  readonly ids: readonly string[];
}

export interface Matcher {
  /** Longest matches, left to right, none overlapping another. */
  find(text: string): PhraseMatch[];
  /** Phrases held. */
  readonly size: number;
}

interface Node {
  next: Map<string, Node> | null;
  ids: string[] | null;
  /** The phrase is written in capitals ("MPS") and is found only so. */
  capitals: boolean;
}

const newNode = (): Node => ({ next: null, ids: null, capitals: false });

/** Signs that people write or leave out inside names ("Hik-vision", "Hikvision®", "U.N."). */
const OPTIONAL = new Set(["-", ".", "'", "®", "™", "©", "·", "&"]);

function keysOf(phrase: string): string[] {
  return tokenize(phrase)
    .filter(t => t.kind !== BREAK && !OPTIONAL.has(t.key))
    .map(t => t.key);
}

/** An acronym of two to five capitals must be written in capitals; a longer name may be in any case. */
function isAcronym(phrase: string): boolean {
  return /^[\p{Lu}][\p{Lu}&.]{1,5}$/u.test(phrase) && phrase === phrase.toUpperCase();
}

function insert(root: Node, entry: MatcherEntry): boolean {
  const keys = keysOf(entry.phrase);
  if (keys.length === 0) return false;
  let node = root;
  for (const key of keys) {
    node.next ??= new Map();
    let child = node.next.get(key);
    if (!child) {
      child = newNode();
      node.next.set(key, child);
    }
    node = child;
  }
  const fresh = node.ids === null;
  if (fresh) node.capitals = isAcronym(entry.phrase);
  else node.capitals = node.capitals && isAcronym(entry.phrase);
  node.ids ??= [];
  if (!node.ids.includes(entry.id)) node.ids.push(entry.id);
  return fresh;
}

const arabicFallback = /^(?:وال|بال|كال|فال|لل|ال|و|ب|ل|ف|ك)/;

/** The key, and for Arabic the word without its prefixes, so that "وهيكفيجن" finds "هيكفيجن". */
function step(node: Node, key: string, first: boolean): Node | undefined {
  const direct = node.next?.get(key);
  if (direct || !first || key.charCodeAt(0) < 0x600 || key.charCodeAt(0) > 0x6ff) return direct;
  const bare = key.replace(arabicFallback, "");
  return bare.length >= 3 ? (node.next?.get(bare) ?? node.next?.get(`ال${bare}`)) : undefined;
}

function longestAt(root: Node, tokens: readonly Token[], at: number): { node: Node; to: number } | null {
  let node = root;
  let found: { node: Node; to: number } | null = null;
  for (let i = at; i < tokens.length && node.next !== null; i++) {
    const token = tokens[i]!;
    if (token.kind === BREAK) break;
    const child = step(node, token.key, i === at);
    if (!child) {
      if (i > at && OPTIONAL.has(token.key) && !(token.gap && tokens[i + 1]?.gap)) continue;
      break;
    }
    node = child;
    if (node.ids !== null && (!node.capitals || tokens[at]!.caps === 2)) found = { node, to: i + 1 };
  }
  return found;
}

/** Words of spaced scripts start where no letter or digit is glued before them. */
function startsWord(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i]!;
  if (token.kind !== WORD || token.gap) return true;
  const before = tokens[i - 1];
  return before === undefined || before.kind !== WORD;
}

function matchesIn(text: string, tokens: readonly Token[], root: Node, out: PhraseMatch[]): void {
  for (let i = 0; i < tokens.length; ) {
    const found = startsWord(tokens, i) ? longestAt(root, tokens, i) : null;
    if (!found) {
      i++;
      continue;
    }
    const span: Span = [tokens[i]!.start, tokens[found.to - 1]!.end];
    out.push({ span, text: text.slice(span[0], span[1]), ids: found.node.ids! });
    i = found.to;
  }
}

/**
 * Finds many phrases at once in time linear in the text: a trie over folded words (case, width, Arabic letter forms), walked
 * from each word start. Phrases match whole words only; in Chinese, Japanese and Korean any run of characters. Marks such as
 * hyphens, stops and ® may be present or missing in the text. A step is bounded by the longest phrase, which plays the part
 * of the failure links of Aho and Corasick (1975) where words, not letters, are the alphabet.
 */
export function createMatcher(entries: Iterable<MatcherEntry>): Matcher {
  const root = newNode();
  let size = 0;
  for (const entry of entries) if (insert(root, entry)) size++;
  return {
    size,
    find(text) {
      const out: PhraseMatch[] = [];
      if (size === 0) return out;
      for (const tokens of stretches(text)) matchesIn(text, tokens, root, out);
      return out;
    },
  };
}
