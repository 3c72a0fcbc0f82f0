import { NUMBER, SIGN, WORD } from "../../text/tokens.ts";
import type { Word } from "../phrases.ts";
import type { HappeningGrammar } from "./words.ts";

/** Places of words, end exclusive. */
export type Range = readonly [number, number];

/** A sentence's words with what no noun phrase may take in. */
export interface Material {
  readonly words: readonly Word[];
  readonly grammar: HappeningGrammar;
  /** Heads of noun phrases by their first and by their last word. */
  readonly headsFrom: ReadonlyMap<number, Range>;
  readonly headsTo: ReadonlyMap<number, Range>;
  /** Is the word there one that tells of the happening, a verb of saying, or a person's name? */
  readonly blocked: (at: number) => boolean;
}

/** Longest noun phrase before its head, and behind its "of", in words and marks. */
const REACH = 8;

const isHyphen = (word: Word | undefined): boolean =>
  word !== undefined && word.kind === SIGN && word.key === "-" && !word.gap;

/** A participle modifies the noun behind it where something that opens a noun phrase stands before it. */
function modifies({ words, grammar }: Material, at: number): boolean {
  const { key } = words[at]!;
  if (grammar.modifiers.has(key) || !grammar.participles.test(key)) return true;
  const before = words[at - 1];
  return before !== undefined && (before.kind === NUMBER || grammar.articles.has(before.key));
}

/** Can the word there stand before a head? */
function isInner(material: Material, at: number): boolean {
  const { words, grammar, blocked } = material;
  const { kind, key } = words[at]!;
  return kind === WORD && !grammar.outside.has(key) && !blocked(at) && !/(?:'s|s')$/.test(key);
}

/** The first word of the noun phrase whose head begins there: modifiers, and heads that modify it. */
function startOf(material: Material, from: number): number {
  const { words, headsTo } = material;
  let at = from;
  while (at > 0 && from - at < REACH) {
    const head = headsTo.get(at);
    const joined = isHyphen(words[at - 1]) ? at - 2 : at - 1;
    if (head) at = head[0];
    else if (joined >= 0 && isInner(material, joined) && (joined < at - 1 || modifies(material, joined)))
      at = joined;
    else break;
  }
  return at;
}

/** The end of the noun phrase behind an "of": its first head that the codebook knows, else the last word that can be in it. */
function endOfWhole(material: Material, from: number): number {
  const { words, grammar, headsFrom } = material;
  let at = from;
  while (grammar.articles.has(words[at]?.key ?? "")) at++;
  const first = at;
  while (at < words.length && at - first < REACH) {
    const head = headsFrom.get(at);
    if (head) return headsFrom.has(head[1]) ? headsFrom.get(head[1])![1] : head[1];
    if (!isHyphen(words[at]) && !isInner(material, at)) break;
    at++;
  }
  return at > first ? at : from - 1;
}

/**
 * The noun phrase around a head: its modifiers before it, and behind a noun that stands for another ("members of the front")
 * that other with its own modifiers.
 */
export function phraseAround(material: Material, [from, to]: Range): Range {
  const { words, grammar } = material;
  const whole = grammar.parts.has(words[to - 1]!.key) && grammar.of.has(words[to]?.key ?? "");
  return [startOf(material, from), whole ? endOfWhole(material, to + 1) : to];
}
