import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import { type Grammar, isArticle } from "../grammar.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import type { Span } from "../types.ts";
import type { Clause, Scene } from "./context.ts";
import { wordIndex } from "./material.ts";
import { isNamed, placesOf } from "./places-told.ts";
import { situationsOf } from "./seen.ts";
import type { Situation } from "./situation.ts";
import { type Focus, type Giver, nameFirm, namePlaces, PLACE_REACH } from "./spoken-of.ts";
import { usualGivers } from "./usual-givers.ts";

/** Words before the verb of a clause without a subject ("and then will"). */
const LEAD = 3;

function cuesIn(sentence: Sentence, clause: Span, name: "there" | "they" | "pointing"): boolean {
  return hasCueNamed(sentence, name, clause);
}

/** What a clause knows when its givers are looked for. */
interface Around {
  readonly places: readonly string[];
  /** A comparison ("similar", "unlike") names somebody else in passing; the theme stays. */
  readonly aside: boolean;
  /** "this training", "they": the giver is the one named last. Else it can only be the one that the whole text is about. */
  readonly points: boolean;
  /** The country that opens the sentence before, which "it" goes on with; "they" with all of a list. */
  readonly subjects: readonly string[];
  /** "They will train with anyone": nobody in particular gives. */
  readonly anyone: boolean;
}

function resolve(
  situation: Situation,
  focus: Focus,
  usual: Map<string, Giver>,
  { places, aside, points, subjects, anyone }: Around,
): Situation {
  const { frame, pointsBack, givers } = situation;
  if (anyone) return situation;
  if (!pointsBack) {
    if (!aside) focus.givers.set(frame.kind, { countries: situation.giverCountries, entities: givers });
    return situation;
  }
  const taken = situation.takers.map(taker => taker.country);
  if (subjects.length > 0 && givers.length === 0 && !subjects.some(subject => taken.includes(subject)))
    return { ...situation, giverCountries: subjects };
  const giver = (points ? focus.givers.get(frame.kind) : undefined) ?? usual.get(frame.kind);
  if (!giver) return situation;
  const countries = giver.countries.filter(country => !taken.includes(country) && !places.includes(country));
  return { ...situation, giverCountries: countries, givers: givers.length > 0 ? givers : giver.entities };
}

/**
 * "has added 800 cameras there": where things are put is who has them. "In Peru, ... and 12 ministries bought spyware": who
 * takes without a country of its own is of the one country that the sentence speaks of.
 */
function takingThere(
  situation: Situation,
  sentence: Sentence,
  clause: Span,
  places: readonly string[],
): Situation {
  const { frame, trigger, takers, giverCountries, objects } = situation;
  if (takers.length > 0 || !trigger || !frame.needsObject || objects.length === 0) return situation;
  const [country, ...more] = places.filter(place => !giverCountries.includes(place));
  if (country === undefined || more.length > 0) return situation;
  const there = cuesNamed(sentence, "there").find(cue => inside(cue.span, clause));
  const named = sentence.places.find(
    place => place.country === country && place.span[1] <= clause[0] && isNamed(place),
  );
  const span = trigger.part === "takes" ? named?.span : there?.span;
  return span ? { ...situation, takers: [{ country, span }] } : situation;
}

/** "and will train 3,000 more": a clause that begins with its verb has the subject of the one before. */
function isElided(sentence: Sentence, clause: Span, { trigger }: Situation, grammar: Grammar): boolean {
  if (trigger === null) return false;
  const { words } = sentence;
  const from = wordIndex(words, clause[0]);
  for (let i = from; i < words.length && words[i]!.start < trigger.span[0]; i++) {
    const { key } = words[i]!;
    const leads = grammar.joining.has(key) || grammar.listJoints.has(key) || grammar.verbs.has(key);
    if (!leads || i - from >= LEAD) return false;
  }
  return true;
}

/** "Vietnam bought it": what stands right behind a verb of taking is what was given, and points back to who gave it. */
const takesIt = (sentence: Sentence, { span, frame }: FrameCue): boolean =>
  frame.needsObject &&
  cuesNamed(sentence, "they").some(
    cue => sentence.words[wordIndex(sentence.words, span[1])]?.start === cue.span[0],
  );

/** "Australia has not been idle. It opened ...", "Italy and France run academies. They ...": whoever a sentence opens with, as its subject. */
function openingCountries(sentence: Sentence | undefined, grammar: Grammar | undefined): readonly string[] {
  const first = sentence?.places[0];
  if (!sentence || !grammar || !first || first.form !== "name") return NOBODY;
  const { words, places } = sentence;
  const opens = words.findIndex(word => word.start === first.span[0]);
  if (opens !== 0 && !(opens === 1 && isArticle(words[0]!.key, grammar))) return NOBODY;
  const listed = [first];
  for (const place of places.slice(1)) {
    const from = wordIndex(words, listed.at(-1)!.span[1]);
    const between = words.slice(from, wordIndex(words, place.span[0]));
    if (between.length === 0 || !between.every(({ key }) => grammar.listJoints.has(key))) break;
    listed.push(place);
  }
  return distinct(listed.map(({ country }) => country));
}

const NOBODY: readonly string[] = [];

/** Whoever a pronoun at a place goes on with: "it" with one alone. */
function subjectsBefore(
  sentence: Sentence,
  clause: Span,
  before: Sentence | undefined,
  language: LanguageLexicon | null,
): readonly string[] {
  const all = openingCountries(before, language?.grammar);
  if (all.length < 2) return all;
  const pronoun = cuesNamed(sentence, "they").find(cue => inside(cue.span, clause));
  const word = sentence.words.find(({ start }) => start === pronoun?.span[0]);
  return language?.pointers?.it.has(word?.key ?? "") === false ? all : all.slice(0, 1);
}

/** "The Netherlands donated two scanners and trained 16 officers": whoever opens the sentence is the subject of its second verb too. */
function ofSubject(situation: Situation, { places, words }: Sentence, grammar: Grammar): Situation {
  const { giverCountries, givers, trigger, takers } = situation;
  const first = places[0];
  if (giverCountries.length + givers.length > 0 || trigger?.part !== "gives" || !first) return situation;
  const opens = words.findIndex(word => word.start === first.span[0]);
  if (opens < 0 || opens > 1 || takers.some(taker => taker.country === first.country)) return situation;
  return opens === 1 && !isArticle(words[0]!.key, grammar)
    ? situation
    : { ...situation, giverCountries: [first.country] };
}

const NO_CLAUSES: readonly (readonly Situation[])[] = [];
const NO_SITUATIONS: readonly Situation[] = [];

/** Entities of the book that a clause names. */
const namedIn = ({ entities }: Sentence, clause: Span): readonly string[] =>
  entities.length === 0 ? NOBODY : entities.filter(({ span }) => inside(span, clause)).map(({ id }) => id);

/** A comparison names somebody else in passing ("similar programmes"), which says nothing of what the text is about. */
const isAside = (sentence: Sentence, clause: Span): boolean => hasCueNamed(sentence, "comparisons", clause);

/** What all clauses of a text see but comparisons, each clause's own that sees anything. */
function seenBut(
  sentences: readonly Sentence[],
  seen: readonly (readonly (readonly Situation[])[])[],
): readonly (readonly Situation[])[] {
  const all: (readonly Situation[])[] = [];
  for (let i = 0; i < sentences.length; i++)
    for (let k = 0; k < seen[i]!.length; k++) {
      const own = seen[i]![k]!;
      if (own.length > 0 && !isAside(sentences[i]!, sentences[i]!.clauses[k]!)) all.push(own);
    }
  return all;
}

/** What a clause is read with. */
interface Stand {
  readonly focus: Focus;
  readonly usual: Map<string, Giver>;
  readonly language: LanguageLexicon | null;
  readonly grammar: Grammar | undefined;
  readonly sentences: readonly Sentence[];
}

/** What a clause sees, with its back references resolved. */
function clauseOf(sentence: Sentence, k: number, seen: readonly Situation[], stand: Stand): Clause {
  const { focus, usual, language, grammar, sentences } = stand;
  const span = sentence.clauses[k]!;
  const places = placesOf(sentence, span, stand);
  const named = namedIn(sentence, span);
  if (seen.length === 0) return { span, situations: NO_SITUATIONS, places, entities: distinct(named) };
  const aside = isAside(sentence, span);
  const pointing = cuesIn(sentence, span, "pointing");
  const they = cuesIn(sentence, span, "they");
  const subjects = they ? subjectsBefore(sentence, span, sentences[sentence.index - 1], language) : NOBODY;
  const situations = seen.map(s => {
    const goesOn = k > 0 && grammar !== undefined && isElided(sentence, span, s, grammar);
    const resolved = resolve(s, focus, usual, {
      places: goesOn ? [] : places,
      aside,
      // "Officers say they will train": who takes is no pointer to who gives.
      points: pointing || goesOn || (they && (s.trigger?.part !== "takes" || takesIt(sentence, s.trigger))),
      anyone: s.pointsBack && hasCueNamed(sentence, "world", span),
      subjects: s.trigger?.part === "takes" ? NOBODY : subjects,
    });
    return takingThere(goesOn ? ofSubject(resolved, sentence, grammar) : resolved, sentence, span, places);
  });
  // "The firm has since added": whoever is pointed to is spoken of.
  const spokenOf = (pointing || they) && named.length === 0 ? situations.flatMap(s => s.givers) : named;
  return { span, situations, places, entities: distinct(spokenOf) };
}

/** Who gives what to whom, clause by clause, with back references resolved in one pass over the text. */
export function scenesOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { language, focus }: { readonly language: LanguageLexicon | null; readonly focus: Focus },
): Scene[] {
  const grammar = language?.grammar;
  const seen = language ? situationsOf(sentences, lexicon, language) : sentences.map(() => NO_CLAUSES);
  const usual = usualGivers(seenBut(sentences, seen));
  focus.placesParagraph = -PLACE_REACH;
  const stand = { focus, usual, language, grammar, sentences };
  return sentences.map((sentence, i) => {
    const clauses = sentence.clauses.map((_, k) =>
      clauseOf(sentence, k, seen[i]![k] ?? NO_SITUATIONS, stand),
    );
    nameFirm(sentence, lexicon, focus);
    namePlaces(sentence, focus);
    return { sentence, clauses };
  });
}
