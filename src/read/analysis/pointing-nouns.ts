import type { PointingSort } from "../frames/pointers.ts";
import type { Grammar } from "../grammar.ts";
import { hasLetters, type Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { nearest, one, several, townBefore } from "./named-before.ts";
import {
  type Asked,
  type Found,
  isActing,
  isAdjective,
  type PointerHit,
  placeAt,
  spanOfWords,
} from "./pointer-hits.ts";
import { inside, overlaps } from "./spans.ts";
import type { FrameCue } from "./types.ts";

/** Words between an article and its noun ("the Israeli company", "the island nation"); a country's adjective is one. */
const BETWEEN = 2;
/** Words between a noun and a country's adjective behind it ("la empresa estatal china"). */
const BEHIND = 1;

const COLONS: ReadonlySet<string> = new Set([":", "："]);

/** A noun with its article, and with a country's adjective behind it. */
interface Noun {
  readonly sort: PointingSort;
  readonly span: Span;
  /** Its article, and the noun where it has none. */
  readonly article: Span;
  readonly isOther: boolean;
  /** "The following countries", which the text names behind. */
  readonly isAhead: boolean;
  readonly isPlural: boolean;
  /** How many are told of ("the two countries"); null where it is not told. */
  readonly count: number | null;
}

type NounHit = PointerHit & { readonly tag: { readonly role: "noun" } };
type OpenerHit = PointerHit & { readonly tag: { readonly role: "opener" } };

const isNoun = (hit: PointerHit): hit is NounHit => hit.tag.role === "noun";
const isOpener = (hit: PointerHit): hit is OpenerHit => hit.tag.role === "opener";

interface Opening {
  readonly openers: readonly OpenerHit[];
  readonly between: number;
}

/** The article that ends at a word. */
function openerAt(at: number, hits: readonly PointerHit[]): OpenerHit | null {
  for (const hit of hits) if (hit.to === at && isOpener(hit)) return hit;
  return null;
}

function isNounAt(at: number, hits: readonly PointerHit[]): boolean {
  for (const hit of hits) if (hit.to === at && isNoun(hit)) return true;
  return false;
}

/** The articles before a noun ("the two"), and how many words stand between. */
function openingOf({ from }: NounHit, { sentence, hits, grammar }: Asked): Opening {
  const { words, places } = sentence;
  const openers: OpenerHit[] = [];
  let between = 0;
  for (let at = from; at > 0; ) {
    const opener = openerAt(at, hits);
    const word = words[at - 1]!;
    if (opener) openers.push(opener);
    if (opener) at = opener.from;
    else if (openers.length > 0 || between === BETWEEN || !hasLetters(word)) break;
    else if (grammar.prepositions.has(word.key) || isNounAt(at, hits)) break;
    else {
      const place = places.find(({ span }) => span[1] === word.end);
      at = place ? words.findIndex(({ start }) => start === place.span[0]) : at - 1;
      between++;
    }
  }
  return { openers, between };
}

/** Where the country's adjective behind a noun ends, in words. */
function endOf(to: number, { sentence: { words, places }, grammar }: Asked): number {
  if (!grammar.behind) return to;
  for (let at = to; at <= to + BEHIND && at < words.length && hasLetters(words[at]!); at++) {
    const place = places.find(each => isAdjective(each) && each.span[0] === words[at]!.start);
    if (place) return words.findLastIndex(({ end }) => end <= place.span[1]) + 1;
  }
  return to;
}

/** "The company Huawei", "the police of Sarajevo Canton": who is meant is said. */
function isNamed(
  sort: PointingSort,
  to: number,
  { sentence: { words, entities, places }, grammar }: Asked,
): boolean {
  const [next, then] = [words[to], words[to + 1]];
  if (!next) return false;
  const isLocated = grammar.locating.has(next.key);
  // "The police in Kenya"; in Chinese the word for "of" stands behind whoever owns.
  if (sort === "government" && isLocated && then && places.some(({ span }) => span[0] === then.start))
    return true;
  if (grammar.of.has(next.key) && !isLocated && !grammar.bareNames) return true;
  return next.caps > 0 || entities.some(({ span }) => span[0] === next.start);
}

/** The first article that is no preposition as well ("del país"), which belongs to no name. */
const leading = (
  openers: readonly OpenerHit[],
  words: readonly Word[],
  { prepositions }: Grammar,
): OpenerHit | undefined => openers.findLast(({ from }) => !prepositions.has(words[from]!.key));

/** A noun that stands for what is known; null where it tells of somebody else. */
function nounOf(hit: NounHit, asked: Asked): Noun | null {
  const { sentence, pointers } = asked;
  const { words, entities, places } = sentence;
  const { sort, many, qualified } = hit.tag;
  const own = spanOfWords(words, hit.from, hit.to);
  const isOwn = ({ span }: { readonly span: Span }): boolean => overlaps(span, own);
  if (entities.some(isOwn) || places.some(isOwn)) return null;
  const { openers, between } = openingOf(hit, asked);
  const isBare = pointers.bare || (pointers.opening && hit.from === 0);
  if (openers.length === 0 && !isBare) return null;
  // "The island state" is a country, "the state" and "the state of Bavaria" are none.
  if (qualified && between === 0) return null;
  const to = endOf(hit.to, asked);
  if (isNamed(sort, to, asked)) return null;
  const first = leading(openers, words, asked.grammar);
  const isAhead = asked.hits.some(
    ({ tag, from }) => tag.role === "ahead" && from >= (first?.from ?? hit.from) - 1 && from <= to,
  );
  const tellsMany = openers.some(({ tag }) => tag.many);
  const isOther = openers.some(({ tag }) => tag.other);
  // "That help governments": of several only those that were told of.
  if (many && (isOther || (sort === "government" && !tellsMany))) return null;
  return {
    sort,
    span: spanOfWords(words, first?.from ?? hit.from, to),
    article: first ? spanOfWords(words, first.from, first.to) : own,
    isOther,
    isAhead,
    isPlural: many || tellsMany,
    count: openers.some(({ tag }) => tag.two) ? 2 : null,
  };
}

/** Firms at home where the words around the noun say ("the Israeli company"). */
function fromHome(ids: readonly string[], noun: Span, { sentence, lexicon }: Asked): readonly string[] {
  const home = sentence.places.find(place => isAdjective(place) && inside(place.span, noun))?.country;
  return home === undefined ? ids : ids.filter(id => lexicon.entities.get(id)?.country === home);
}

function firmsMeant({ span, isPlural, count }: Noun, asked: Asked): readonly string[] {
  const taken = new Set(asked.sentence.entities.map(({ id }) => id));
  const found = nearest(asked.before, "firms", taken);
  if (!found) return [];
  const fitting = { ...found, all: fromHome(found.all, span, asked) };
  if (isPlural) return several(fitting, count);
  const meant = one(fitting, "subject");
  return meant === null ? [] : [meant];
}

const NOBODY: ReadonlySet<string> = new Set();

function countriesMeant(noun: Noun, { sentence, before }: Asked): readonly string[] {
  // What a sentence itself names before may be meant as well, but not by "that country".
  const isBetween = (cue: FrameCue, from: number): boolean =>
    isActing(cue) && cue.span[0] >= from && cue.span[1] <= noun.span[0];
  // "India trained the country's officers": behind the verb it is another than its subject.
  const isOther =
    noun.isOther ||
    sentence.places.every(
      ({ span }) => span[1] > noun.span[0] || sentence.frames.some(cue => isBetween(cue, span[1])),
    );
  if (!isOther) return [];
  // "Saudi guards ... the kingdom": an adjective before leaves both open.
  const taken = new Set(sentence.places.filter(place => !isAdjective(place)).map(({ country }) => country));
  const found = nearest(before, "countries", noun.isPlural ? NOBODY : taken);
  if (noun.isPlural) return several(found, noun.count);
  const meant = one(found, "topic");
  // "The government" is that of the one country spoken of.
  if (meant === null || (noun.sort === "government" && !found!.named.isAlone)) return [];
  return [meant];
}

/** "The two countries", "the Israeli company", "the city". */
function addNoun(noun: Noun, asked: Asked, found: Found): void {
  const { text, sentence, before } = asked;
  const { sort, span } = noun;
  if (sort === "firm") {
    if (!sentence.entities.some(({ span: own }) => overlaps(own, span)))
      for (const id of firmsMeant(noun, asked)) found.entities.push({ id, span, pointed: true });
    return;
  }
  if (sentence.places.some(place => overlaps(place.span, span))) return;
  if (sort === "town") {
    const country = noun.isPlural ? "" : townBefore(before);
    if (country !== "" && sentence.places.every(isAdjective))
      found.places.push(placeAt(text, span, country, "place"));
    return;
  }
  const form = sort === "government" ? "demonym" : "name";
  const at = form === "demonym" ? noun.article : span;
  for (const country of countriesMeant(noun, asked)) found.places.push(placeAt(text, at, country, form));
}

/** "The following countries bought cameras: Serbia, Kenya": before its verb such a noun stands for the list behind the colon. */
function addListed({ sort, span }: Noun, { text, sentence }: Asked, found: Found): void {
  const { words, places, frames } = sentence;
  const verb = frames.find(cue => isActing(cue) && cue.span[0] >= span[1]);
  const colon = verb && words.find(({ key, start }) => COLONS.has(key) && start >= verb.span[1]);
  if (!colon || sort !== "country") return;
  for (const { span: own, country } of places)
    if (own[0] > colon.start) found.places.push(placeAt(text, span, country, "name"));
}

/** Adds whom the nouns of a sentence stand for. */
export function addNouns(asked: Asked, found: Found): void {
  for (const hit of asked.hits) {
    const noun = isNoun(hit) ? nounOf(hit, asked) : null;
    if (noun?.isAhead) addListed(noun, asked, found);
    else if (noun) addNoun(noun, asked, found);
  }
}
