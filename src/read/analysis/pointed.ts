import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { hasLetters } from "../phrases.ts";
import type { Span } from "../types.ts";
import { cuesNamed } from "./cues.ts";
import { isFirm, nearest, one, several, type Told } from "./named-before.ts";
import {
  type Asked,
  type Found,
  isAdjective,
  isVerb,
  type PointerHit,
  placeAt,
  pointerHits,
  spanOfWords,
} from "./pointer-hits.ts";
import { addNouns } from "./pointing-nouns.ts";
import type { Cue, Sentence } from "./types.ts";

/** How far behind "its" the force or government stands ("its federal interior ministry"). */
const OWNED = 3;
/** Words before "its" in the sentence that it opens ("Eight years later its government"). */
const LEAD = 5;

/** "Sent officers to its academy", "were trained at its college": whose school it is is another than who is taught. */
function isSchool(at: number, { sentence: { words, frames }, grammar }: Asked): boolean {
  const word = words[at]!;
  const isTaught = frames.some(
    ({ part, span }) => (part === "takes" || part === "sends") && span[1] <= word.start,
  );
  const end = words[Math.min(at + OWNED, words.length - 1)]!.end;
  const isNoun = frames.some(
    ({ frame, part, span }) =>
      part === "nouns" && !frame.needsObject && span[0] >= word.end && span[1] <= end,
  );
  return isTaught && isNoun && grammar.prepositions.has(words[at - 1]!.key);
}

/** "Its trainers", "its prime minister": people and bodies of the country that the sentence before opens with. */
function addOwner({ from: at, to }: PointerHit, many: boolean, asked: Asked, found: Found): void {
  const { text, sentence, hits, before, lexicon, grammar } = asked;
  const { words } = sentence;
  const span = spanOfWords(words, at, to);
  // "Governments spy on their citizens": behind a verb the subject of the sentence itself is meant, unless it is taught there.
  const behind =
    at > LEAD || words.slice(0, at).some(each => isVerb(sentence, each) || grammar.verbs.has(each.key));
  if (behind && !isSchool(at, asked)) return;
  const last = Math.min(to + OWNED - 1, words.length - 1);
  const end = words[last]!.end;
  const isBody = ({ tag, from }: PointerHit): boolean =>
    tag.role === "noun" && tag.sort === "government" && from >= to && from <= last;
  const body =
    cuesNamed(sentence, "state").some(cue => cue.span[0] >= span[1] && cue.span[1] <= end) ||
    hits.some(isBody);
  if (!body || (!behind && sentence.places.some(place => place.span[1] <= span[0]))) return;
  const taken = new Set(sentence.places.map(({ country }) => country));
  const owners = nearest(before, "countries", taken);
  const told = before.at(-1)?.();
  // Of a firm that the sentence before opens with: its own people.
  if (!owners || (told && lexicon.entities.has(told.subject))) return;
  const meant = many && owners.all.length > 1 ? several(owners, null) : [one(owners, "subject") ?? ""];
  for (const country of meant) if (country !== "") found.places.push(placeAt(text, span, country, "demonym"));
}

/** "The former", "the latter", of two that the sentence before names. */
function addOfTwo({ from, to }: PointerHit, isFormer: boolean, asked: Asked, found: Found): void {
  const { text, sentence, before } = asked;
  const next = sentence.words[to];
  // "The former minister" names nobody of two.
  if (
    isFormer &&
    next &&
    hasLetters(next) &&
    !cuesNamed(sentence, "happens").length &&
    !isVerb(sentence, next)
  )
    return;
  const last = before.at(-1)?.();
  if (!last) return;
  const pick = (all: readonly string[]): string | undefined =>
    all.length === 2 ? all[isFormer ? 0 : 1] : undefined;
  const country = pick(last.listed.length === 2 ? last.listed : last.countries);
  const firm = pick(last.firms);
  const span = spanOfWords(sentence.words, from, to);
  if (country !== undefined && (firm === undefined || sentence.entities.length > 0))
    found.places.push(placeAt(text, span, country, "name"));
  else if (firm !== undefined) found.entities.push({ id: firm, span, pointed: true });
}

/** Cues that a verb of news is. */
const VERBS: readonly Cue["name"][] = [
  "signed",
  "delivered",
  "operating",
  "planned",
  "cancelled",
  "happens",
  "rose",
  "fell",
  "negation",
];

/** Behind a pronoun no noun stands that it would belong to ("este último año"). */
function isPronoun(to: number, { sentence, grammar }: Asked): boolean {
  const next = sentence.words[to];
  if (!next || !hasLetters(next) || grammar.verbs.has(next.key) || grammar.passive.has(next.key)) return true;
  return (
    isVerb(sentence, next) ||
    sentence.cues.some(({ name, span }) => span[0] === next.start && VERBS.includes(name))
  );
}

/** "Este último", "ce dernier": whoever the sentence before names last. */
function addLast({ from, to }: PointerHit, asked: Asked, found: Found): void {
  const { text, sentence, before, lexicon } = asked;
  if (!isPronoun(to, asked)) return;
  const id = before.at(-1)?.().last ?? "";
  const span = spanOfWords(sentence.words, from, to);
  if (id === "" || sentence.places.some(place => place.span[1] <= span[0])) return;
  if (lexicon.entities.has(id)) found.entities.push({ id, span, pointed: true });
  else found.places.push(placeAt(text, span, id, "name"));
}

/** ", which had delivered": whoever stands before the comma goes on. */
function addRelative({ from, to }: PointerHit, asked: Asked, found: Found): void {
  const { text, sentence, pointers } = asked;
  const { words, clauses, places, entities } = sentence;
  const span = spanOfWords(words, from, to);
  const isApart = words[from - 1]?.key === ",";
  // Where verbs stand first no comma parts it from its noun ("هواوي التي زودت").
  if (!(isApart || asked.grammar.verbFirst) || !clauses.some(([start]) => start === span[0])) return;
  if (pointers.plural.has(words[to]?.key ?? "")) return;
  const end = words[from - (isApart ? 2 : 1)]?.end;
  const entity = entities.find(each => each.span[1] === end && isFirm(asked.lexicon, each.id));
  const place = places.find(each => each.span[1] === end && !isAdjective(each));
  if (entity) found.entities.push({ id: entity.id, span, pointed: true });
  else if (place) found.places.push(placeAt(text, span, place.country, "name"));
}

/** The verb that a pronoun stands before ("las entregó", "les a livrées"). */
function verbBehind({ to }: PointerHit, { sentence: { words }, grammar }: Asked): number | null {
  const at = grammar.verbs.has(words[to]?.key ?? "") ? to + 1 : to;
  return at < words.length ? at : null;
}

/** "Huawei delivered it", "Huawei las entregó": a system that the sentence before names goes to the one country that it names. */
function addObject(span: Span, isVerbAt: (verb: Span) => boolean, asked: Asked, found: Found): void {
  const { text, sentence, before } = asked;
  const last = before.at(-1)?.();
  const gives = sentence.frames.some(
    cue => cue.part === "gives" && cue.frame.needsObject && isVerbAt(cue.span),
  );
  if (!gives || !last?.hasThing || last.countries.length !== 1 || !sentence.places.every(isAdjective)) return;
  found.places.push(placeAt(text, span, last.countries[0]!, "name"));
}

function addHit(hit: PointerHit, asked: Asked, found: Found): void {
  const { sentence, before } = asked;
  const { words } = sentence;
  const { tag, from, to } = hit;
  if (tag.role === "relative") addRelative(hit, asked, found);
  if (before.length === 0) return;
  const span = spanOfWords(words, from, to);
  const verbEnd = words[from - 1]?.end;
  if (tag.role === "object") addObject(span, verb => verb[1] === verbEnd, asked, found);
  else if (tag.role === "clitic") {
    const at = verbBehind(hit, asked);
    // With its verb: what stands before a verb is taken for whoever gives.
    if (at !== null)
      addObject(
        [span[0], words[at]!.end],
        verb => verb[0] <= words[at]!.start && verb[1] === words[at]!.end,
        asked,
        found,
      );
  } else if (tag.role === "owner") addOwner(hit, tag.many, asked, found);
  else if (tag.role === "former" || tag.role === "latter") addOfTwo(hit, tag.role === "former", asked, found);
  else if (tag.role === "last") addLast(hit, asked, found);
}

const NOTHING: Found = { places: [], entities: [] };

/** Places and entities that a sentence speaks of without their names. */
export function pointedIn(
  text: string,
  sentence: Sentence,
  before: readonly Told[],
  { lexicon, language }: { readonly lexicon: Lexicon; readonly language: LanguageLexicon },
): Found {
  const { pointers } = language;
  if (!pointers || sentence.heading) return NOTHING;
  const hits = pointerHits(sentence.words, pointers);
  if (hits.length === 0) return NOTHING;
  const found: Found = { places: [], entities: [] };
  const asked: Asked = { text, sentence, hits, before, lexicon, pointers, grammar: language.grammar };
  for (const hit of hits) addHit(hit, asked, found);
  if (before.length > 0 || hits.some(({ tag }) => tag.role === "ahead")) addNouns(asked, found);
  return found;
}
