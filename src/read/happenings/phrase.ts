import { NUMBER, SIGN, WORD } from "../../text/tokens/token.ts";
import type { Word } from "../phrases.ts";
import type { HappeningGrammar } from "./grammar.ts";

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
  if (grammar.modifiers.has(key)) return true;
  if (grammar.before !== "all") return grammar.before !== "none" && grammar.before.test(key);
  if (!grammar.participles?.test(key)) return true;
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
  const { words, headsTo, grammar } = material;
  let at = from;
  while (at > 0 && from - at < REACH) {
    const head = grammar.compounds ? headsTo.get(at) : undefined;
    const joined = isHyphen(words[at - 1]) ? at - 2 : at - 1;
    if (head) at = head[0];
    else if (joined >= 0 && isInner(material, joined) && (joined < at - 1 || modifies(material, joined)))
      at = joined;
    else break;
  }
  return at;
}

/** Most words behind a head that modify it ("hombres armados no identificados" is cut at the "no"). */
const BEHIND = 2;

/** The end of the noun phrase whose head ends there: modifiers behind it, which no name is. */
function endOf(material: Material, to: number): number {
  const { words, grammar, headsFrom } = material;
  if (grammar.behind === "none") return to;
  let at = to;
  while (at - to < BEHIND && at < words.length) {
    const { key, caps } = words[at]!;
    if (caps > 0 || headsFrom.has(at) || !isInner(material, at) || !grammar.behind.test(key)) break;
    at++;
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
    if (head) {
      const end = endOf(material, headsFrom.get(head[1])?.[1] ?? head[1]);
      // "Members of the northern front of the league": a part of a whole is told by its whole.
      const goesOn = grammar.parts.has(words[end - 1]!.key) && grammar.of.has(words[end]?.key ?? "");
      return goesOn ? endOfWhole(material, end + 1) : end;
    }
    const inner = isInner(material, at) && (grammar.compounds || words[at]!.caps > 0);
    if (!isHyphen(words[at]) && !inner) break;
    at++;
  }
  return at > first ? at : from - 1;
}

/**
 * The noun phrase around a head: its modifiers before and behind it, and behind a noun that stands for another ("members of
 * the front") that other with its own modifiers.
 */
export function phraseAround(material: Material, [from, to]: Range): Range {
  const { words, grammar, headsFrom } = material;
  const end = endOf(material, to);
  const start = startOf(material, from);
  if (!grammar.parts.has(words[to - 1]!.key)) return [start, end];
  if (grammar.of.has(words[end]?.key ?? "")) return [start, endOfWhole(material, end + 1)];
  // A genitive needs no preposition ("члены банды").
  return [start, !grammar.compounds && headsFrom.has(end) ? endOfWhole(material, end) : end];
}
