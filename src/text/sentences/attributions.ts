import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { tokensIn } from "../tokens/stretches.ts";
import { DENSE, type Token, WORD } from "../tokens/token.ts";
import type { Span } from "../types.ts";
import { splitSentences } from "./sentences.ts";
import {
  isMarkedName,
  MARK,
  markedBefore,
  STOPS,
  speakerAfter,
  speakerBefore,
  type Words,
} from "./speakers.ts";

/** Who is said to say it. */
export interface Attribution {
  /** From the speaker to the verb or phrase, whichever stands first to whichever stands last. */
  readonly span: Span;
  readonly speaker: Span;
  /** The speaker's words: "The Economist", "research", "one analyst". */
  readonly text: string;
  /** The verb or phrase: "said", "according to". */
  readonly cue: Span;
  /** The sentence it stands in. */
  readonly sentence: Span;
  /** The speaker is no one by name ("research", "experts"). */
  readonly unnamed: boolean;
}

const cache = new WeakMap<Compiled, Words>();

function lexicon(list: string): Lexicon<1> {
  const made = new Lexicon<1>();
  for (const phrase of listOf(list)) made.add(phrase, 1);
  return made;
}

function wordsOf(c: Compiled): Words {
  let made = cache.get(c);
  if (!made) {
    made = {
      saying: lexicon(c.pack.cues.saying),
      auxiliaries: new Set(listOf(c.pack.cues.auxiliaries)),
      according: lexicon(c.pack.cues.accordingTo),
      impersonal: lexicon(c.pack.cues.impersonal ?? ""),
      studies: lexicon(c.pack.cues.studies),
      madeBy: new Set(listOf(c.pack.cues.madeBy)),
    };
    cache.set(c, made);
  }
  return made;
}

function spanOf(tokens: readonly Token[], from: number, to: number): Span {
  return [tokens[from]!.start, tokens[to - 1]!.end];
}

interface Found {
  readonly speaker: readonly [number, number];
  readonly cue: readonly [number, number];
}

const PRONOUN = /^(?:it|this|that|which|who|there|they|he|she|we|i|you|esto|eso|que|qui|ce|cela|это)$/;

function verbAt(tokens: readonly Token[], i: number, floor: number, c: Compiled, w: Words): Found | null {
  const verb = w.saying.longest(tokens, i);
  if (!verb) return null;
  let end = i;
  while (end > floor && w.auxiliaries.has(tokens[end - 1]!.key)) end--;
  const from = markedBefore(tokens, end, floor, c) ?? speakerBefore(tokens, end, floor, c);
  if (isNoun(tokens, from, i, verb.to) || actsItself(tokens, from, end)) return null;
  if (from < end && isSpeaker(tokens, from, end, w)) return { speaker: [from, end], cue: [i, verb.to] };
  const before = tokens[i - 1];
  if (before && !STOPS.has(before.key)) return null;
  // ", a assuré un porte-parole de NSO": what opens the speaker may be an article that no name runs through.
  const opens = OPENS_SPEAKER.test(tokens[verb.to]?.key ?? "") ? verb.to + 1 : verb.to;
  const to = speakerAfter(tokens, opens, c, w);
  if (to === opens || !tokens.slice(verb.to, to).some(t => t.caps > 0)) return null;
  return { speaker: [verb.to, to], cue: [i, verb.to] };
}

const OPENS_SPEAKER = /^(?:une?|una?|uno|uma?)$/;

/** "We estimate models and find": the words between a pronoun and the verb are what it does, and name nobody. */
function actsItself(tokens: readonly Token[], from: number, at: number): boolean {
  if (from === at) return false;
  const own = at - from > 1 && PRONOUN.test(tokens[from]!.key) && tokens[from + 1]!.kind === WORD;
  if (!own && !PRONOUN.test(tokens[from - 1]?.key ?? "")) return false;
  return !tokens.slice(own ? from + 1 : from, at).some(({ caps, kind }) => caps > 0 || kind === DENSE);
}

const NOUN_OR_VERB =
  /^(?:claims?|reports?|states?|calls?|finds?|estimates?|notes?|promises?|counts?|documents?|shows?|pledges?|asks?|asked|called|observes?)$/;

/** "China's territorial claims", "Australia finds itself": the word is a noun, or the verb means something else. */
function isNoun(tokens: readonly Token[], from: number, at: number, to: number): boolean {
  if (!NOUN_OR_VERB.test(tokens[at]!.key)) return false;
  if (/^(?:itself|themselves|himself|herself|of|over|on|for)$/.test(tokens[to]?.key ?? "")) return true;
  return tokens.slice(from, at).some(t => t.key === "'" && !t.gap);
}

/** The words between a speaker and the verb of saying in a language ("has also"), which are no part of the name. */
export const auxiliariesOf = (language: string): ReadonlySet<string> =>
  wordsOf(compiledPack(language)).auxiliaries;

/** Names, unnamed authors, people in general; a pronoun or a thing is no speaker. */
function isSpeaker(tokens: readonly Token[], from: number, to: number, w: Words): boolean {
  if (to - from === 1 && PRONOUN.test(tokens[from]!.key)) return /^(?:he|she|they)$/.test(tokens[from]!.key);
  for (let i = from; i < to; i++) {
    if (tokens[i]!.caps > 0 || tokens[i]!.kind === DENSE || w.studies.longest(tokens, i)) return true;
  }
  return /(?:ist|er|or|ian|man|men|woman|women|ant|sts|ers|ors|ians|ants|people|witness|activists|official|officials)$/.test(
    tokens[to - 1]!.key,
  );
}

function foundIn(tokens: readonly Token[], c: Compiled, w: Words): Found[] {
  const out: Found[] = [];
  let floor = 0;
  for (let i = 0; i < tokens.length; ) {
    const phrase = w.according.longest(tokens, i);
    const nobody = phrase && w.impersonal.longest(tokens, i);
    if (nobody) {
      floor = nobody.to;
      i = floor;
      continue;
    }
    const from = phrase ? phrase.to + (tokens[phrase.to]?.key === MARK ? 1 : 0) : 0;
    const to = phrase ? speakerAfter(tokens, from, c, w) : 0;
    const found: Found | null =
      phrase && to > from && (from === phrase.to || isMarkedName(tokens, from, to))
        ? { speaker: [from, to], cue: [i, phrase.to] }
        : verbAt(tokens, i, floor, c, w);
    if (!found) {
      i++;
      continue;
    }
    out.push(found);
    floor = Math.max(found.speaker[1], found.cue[1]);
    i = floor;
  }
  return out;
}

/**
 * Who is named as the author of what a sentence says: "according to X", "X said", "said X", "research shows". One sentence
 * may have several, in reading order.
 */
export function findAttributions(text: string, language: string): Attribution[] {
  const c = compiledPack(language);
  const w = wordsOf(c);
  const out: Attribution[] = [];
  for (const sentence of splitSentences(text, language)) {
    const tokens = tokensIn(text, sentence);
    for (const found of foundIn(tokens, c, w)) {
      const speaker = spanOf(tokens, found.speaker[0], found.speaker[1]);
      const cue = spanOf(tokens, found.cue[0], found.cue[1]);
      const named = tokens
        .slice(found.speaker[0] + (tokens[found.speaker[0]]!.start === sentence[0] ? 1 : 0), found.speaker[1])
        .some(t => t.caps > 0 && t.kind === WORD);
      out.push({
        span: [Math.min(speaker[0], cue[0]), Math.max(speaker[1], cue[1])],
        speaker,
        text: text.slice(speaker[0], speaker[1]),
        cue,
        sentence,
        unnamed: !named && w.studies.longest(tokens, skipSmall(tokens, found.speaker[0])) !== null,
      });
    }
  }
  return out;
}

function skipSmall(tokens: readonly Token[], from: number): number {
  return /^(?:the|a|an|los|las|les|des)$/.test(tokens[from]!.key) ? from + 1 : from;
}
