import type { Compiled } from "../pack/compile.ts";
import { compiledPack } from "../pack/languages.ts";
import { listOf } from "../pack/lists.ts";
import { Lexicon } from "../phrases/lexicon.ts";
import { tokensIn } from "../tokens/stretches.ts";
import { DENSE, NUMBER, SIGN, type Token, WORD } from "../tokens/token.ts";
import type { Span } from "../types.ts";
import { splitSentences } from "./sentences.ts";

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

interface Words {
  readonly saying: Lexicon<1>;
  readonly auxiliaries: ReadonlySet<string>;
  readonly according: Lexicon<1>;
  readonly impersonal: Lexicon<1>;
  readonly studies: Lexicon<1>;
  readonly madeBy: ReadonlySet<string>;
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

const STOPS = new Set([",", ";", ":", "(", ")", '"', "—", ".", "!", "?"]);
const MAX_SPEAKER = 12;
/** In a script without spaces, where every character is a token. */
const MAX_DENSE_SPEAKER = 20;

/** Words a speaker's name may run through: of, de, the, hyphens. */
function inName(token: Token, c: Compiled): boolean {
  if (token.kind === NUMBER || token.kind === DENSE) return true;
  if (token.kind === SIGN) return /^[-'&/《》]$/.test(token.key);
  return (
    token.caps > 0 ||
    !c.stop.has(token.key) ||
    /^(?:the|a|an|of|and|for|de|del|la|los|las|el|du|des|le|les|di|do|da|dos|one|its|his|their)$/.test(
      token.key,
    )
  );
}

/** Days and times of a report between its maker and its verb ("据新华社周三报道"). */
const DENSE_TIME = /^(?:本?[周週]|星期|昨|今|日前|近日|当地时间|當地時間|早前|此前|\d)/u;

/** In a script without spaces a speaker ends where a verb of saying, another attribution or a time begins. */
function endsDense(tokens: readonly Token[], at: number, w: Words): boolean {
  if (w.saying.longest(tokens, at) || w.according.longest(tokens, at)) return true;
  let ahead = "";
  for (let i = at; i < Math.min(at + 4, tokens.length); i++) ahead += tokens[i]!.key;
  return DENSE_TIME.test(ahead);
}

/** The speaker after "according to": up to the next comma, stop or verb. */
function speakerAfter(tokens: readonly Token[], at: number, c: Compiled, w: Words): number {
  let to = at;
  while (to < tokens.length && to - at < MAX_SPEAKER) {
    const token = tokens[to]!;
    if (STOPS.has(token.key) && !(token.key === "." && to + 1 < tokens.length && !tokens[to + 1]!.gap)) break;
    if (!inName(token, c) || (to > at && token.kind === DENSE && endsDense(tokens, to, w))) break;
    to++;
  }
  return markedAfter(tokens, to, w) ?? withoutMade(tokens, at, to, w);
}

/** A speaker without what was made: "据Access Now统计" credits Access Now. A name of one character is none. */
function withoutMade(tokens: readonly Token[], from: number, to: number, w: Words): number {
  if (w.madeBy.size === 0) return to;
  for (let at = from + 1; at < to; at++) {
    const behind = tokens.slice(at, to).map(({ key }) => key);
    const isName = at - from > 1 || tokens[from]!.kind !== DENSE;
    if (isName && w.madeBy.has(behind.join(""))) return at;
  }
  return to;
}

/** Joining words before a speaker. */
const OPENERS = /^(?:and|of|for|-|'|&|y|et|и|但|而)$/;

/** The speaker before a verb of saying: back to the last comma, mark or word that no name runs through. */
function speakerBefore(tokens: readonly Token[], at: number, floor: number, c: Compiled): number {
  let from = at;
  const most = c.pack.dense === true ? MAX_DENSE_SPEAKER : MAX_SPEAKER;
  while (from > floor && at - from < most) {
    const token = tokens[from - 1]!;
    if (STOPS.has(token.key) || !inName(token, c)) break;
    from--;
  }
  while (from < at && OPENERS.test(tokens[from]!.key)) from++;
  return from;
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

const MARK = '"';
/** Words of a name between marks; characters in a script without spaces. */
const MARKED = 4;
const MARKED_DENSE = 12;

const OPENED: Readonly<Record<string, string>> = { [MARK]: MARK, "」": "「", "』": "『" };
const CLOSED: Readonly<Record<string, string>> = { [MARK]: MARK, "「": "」", "『": "』" };

/** 人权组织“股份基金会”称: in a script without spaces, marks right before the verb hold a name, with what stands before them. */
function markedBefore(tokens: readonly Token[], at: number, floor: number, c: Compiled): number | null {
  const opening = OPENED[tokens[at - 1]?.key ?? ""];
  if (opening === undefined || c.pack.dense !== true) return null;
  let from = at - 2;
  while (from >= floor && tokens[from]!.kind === DENSE && at - from <= MARKED_DENSE + 1) from--;
  const named = from >= floor && tokens[from]!.key === opening && at - from > 2;
  return named ? speakerBefore(tokens, from, floor, c) : null;
}

/** 当地媒体“亚洲快讯”报道: the end of a name between marks that a verb of saying follows. */
function markedAfter(tokens: readonly Token[], at: number, w: Words): number | null {
  const closing = CLOSED[tokens[at]?.key ?? ""];
  if (closing === undefined || tokens[at + 1]?.kind !== DENSE) return null;
  let to = at + 1;
  while (tokens[to]?.kind === DENSE && to - at <= MARKED_DENSE) to++;
  return tokens[to]?.key === closing && w.saying.longest(tokens, to + 1) ? to + 1 : null;
}

/** "как сообщает «Коммерсантъ»": marks right behind the phrase hold a name. */
const isMarkedName = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens[to]?.key === MARK && to - from <= MARKED;

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
