import type { PlaceMention } from "../../text/types.ts";
import { distinct } from "../distinct.ts";
import { type Grammar, isArticle } from "../grammar.ts";
import type { Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { EntityMention, Sentence } from "./types.ts";

/** Whom and what a sentence names, for what the next ones say of them without their names. */
export interface Named {
  /** Countries in order of the text; those named by an adjective alone ("Chinese firms") count where no other is. */
  readonly countries: readonly string[];
  /** One country is named, and not by an adjective. */
  readonly isAlone: boolean;
  /** The country or the firm that acts in it, and the country that it opens with ("In Kenya, China built"). */
  readonly subject: string;
  readonly topic: string;
  /** The countries of a list that the sentence opens with. */
  readonly listed: readonly string[];
  readonly firms: readonly string[];
  /** The country or firm named last, where no other name stands behind it. */
  readonly last: string;
  /** Country of the town named last. */
  readonly town: string;
  /** A thing that is sold or built is named. */
  readonly hasThing: boolean;
}

/** Words before the name that a sentence opens with ("In the"), and before its subject ("In Papua New Guinea, "). */
const OPENING = 2;
const SUBJECT = 6;

const FIRMS: ReadonlySet<string> = new Set(["vendor", "company"]);

export const isFirm = ({ entities }: Lexicon, id: string): boolean => FIRMS.has(entities.get(id)?.kind ?? "");

const isNamed = ({ form }: PlaceMention): boolean => form !== "demonym";

type Spanned = { readonly span: Span };

/** The word before something that is no article. */
const wordBefore = (words: readonly Word[], [from]: Span, grammar: Grammar): string =>
  words.findLast(word => word.end <= from && !isArticle(word.key, grammar))?.key ?? "";

/** Countries that stand in one list with the first. */
function listOf({ words, places }: Sentence, { listJoints }: Grammar): readonly string[] {
  const listed = places.slice(0, 1);
  for (const place of places.slice(1)) {
    const end = listed.at(-1)!.span[1];
    const between = words.filter(word => word.start >= end && word.end <= place.span[0]);
    if (between.length === 0 || !between.every(({ key }) => listJoints.has(key))) break;
    listed.push(place);
  }
  return distinct(listed.map(({ country }) => country));
}

/** Whom a sentence names last: nobody where a name that is not known stands behind. */
function lastNamed({ words, places }: Sentence, firms: readonly EntityMention[]): string {
  const named = [...places.filter(isNamed).map(({ span, country }) => ({ span, id: country })), ...firms];
  if (named.length === 0) return "";
  const { span, id } = named.reduce((a, b) => (b.span[1] > a.span[1] ? b : a));
  return words.some(word => word.start >= span[1] && word.caps > 0) ? "" : id;
}

function namedIn(sentence: Sentence, lexicon: Lexicon, grammar: Grammar): Named {
  const { words, places, entities, codes } = sentence;
  const named = places.some(isNamed) ? places.filter(isNamed) : places;
  const firms = entities.filter(({ id }) => isFirm(lexicon, id));
  const within = ({ span }: Spanned, most: number): boolean =>
    span[0] <= (words[Math.min(most, words.length - 1)]?.start ?? 0);
  const acts = (each: Spanned): boolean =>
    within(each, SUBJECT) && !grammar.prepositions.has(wordBefore(words, each.span, grammar));
  const [place, firm] = [places.find(acts), firms.find(acts)];
  const isFirmFirst = firm && (!place || firm.span[0] < place.span[0]);
  const [first] = places;
  // "Sweden's aid agency works in Rwanda": of two countries, whose body acts is not what is spoken of.
  const owns = (each: PlaceMention): boolean =>
    named.length > 1 && words.some(word => word.start === each.span[1] && word.key === "'");
  const countries = distinct(named.map(({ country }) => country));
  return {
    countries,
    isAlone: countries.length === 1 && places.some(isNamed),
    subject: isFirmFirst ? firm.id : place && !owns(place) ? place.country : "",
    topic: first && within(first, OPENING) && !owns(first) ? first.country : "",
    listed: listOf(sentence, grammar),
    firms: distinct(firms.map(({ id }) => id)),
    hasThing: codes.some(({ list }) =>
      lexicon.frames.some(frame => frame.needsObject && frame.object.list === list),
    ),
    last: lastNamed(sentence, firms),
    town: places.findLast(({ form }) => form === "place" || form === "capital")?.country ?? "",
  };
}

/** What a sentence names, worked out when a later one asks for it. */
export type Told = () => Named;

export function telling(sentence: Sentence, lexicon: Lexicon, grammar: Grammar): Told {
  let known: Named | null = null;
  return () => {
    known ??= namedIn(sentence, lexicon, grammar);
    return known;
  };
}

/** How many sentences back what is meant is looked for. */
const REACH = 3;

interface Candidates {
  readonly all: readonly string[];
  readonly named: Named;
}

/** What the nearest sentence that names any of a sort names of it, less what the sentence itself names. */
export function nearest(
  before: readonly Told[],
  sort: "countries" | "firms",
  taken: ReadonlySet<string>,
): Candidates | null {
  for (let back = 1; back <= Math.min(REACH, before.length); back++) {
    const named = before[before.length - back]!();
    if (named[sort].length === 0) continue;
    return { all: named[sort].filter(id => !taken.has(id)), named };
  }
  return null;
}

/** The only one that may be meant, or the one that the sentence before is about. */
export function one(found: Candidates | null, by: "subject" | "topic"): string | null {
  if (!found) return null;
  const [only, ...more] = found.all;
  if (only !== undefined && more.length === 0) return only;
  return found.all.includes(found.named[by]) ? found.named[by] : null;
}

/** Two or more together, as many as are told of; of more those that the sentence opens with. */
export function several(found: Candidates | null, count: number | null): readonly string[] {
  const all = found?.all ?? [];
  if (all.length > 1 && (count === null || all.length === count)) return all;
  const listed = found?.named.listed ?? [];
  return listed.length === count && listed.every(id => all.includes(id)) ? listed : [];
}

/** The country of the town that was named last. */
export const townBefore = (before: readonly Told[]): string =>
  before.slice(-REACH).findLast(told => told().town !== "")?.().town ?? "";
