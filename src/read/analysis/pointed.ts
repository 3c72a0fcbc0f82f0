import { WORD } from "../../text/tokens/token.ts";
import type { PlaceMention } from "../../text/types.ts";
import type { Pointers } from "../frames/pointers.ts";
import type { Grammar } from "../grammar.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { cuesNamed } from "./cues.ts";
import { isFirm, nearest, one, several, type Told, townBefore } from "./named-before.ts";
import { inside } from "./spans.ts";
import type { EntityMention, FrameCue, Sentence } from "./types.ts";

interface Found {
  readonly places: PlaceMention[];
  readonly entities: EntityMention[];
}

interface Asked {
  readonly text: string;
  readonly sentence: Sentence;
  readonly before: readonly Told[];
  readonly lexicon: Lexicon;
  readonly pointers: Pointers;
  readonly grammar: Grammar;
}

/** Words between an article and its noun ("the Israeli company", "the island nation"). */
const BETWEEN = 2;
/** How far behind "its" the force or government stands ("its federal interior ministry"). */
const OWNED = 3;
/** Words before "its" in the sentence that it opens ("Eight years later its government"). */
const LEAD = 5;

interface Noun {
  readonly from: number;
  readonly to: number;
  readonly key: string;
  readonly isPlural: boolean;
  /** How many are told of ("the two countries"); null where it is not told. */
  readonly count: number | null;
}

/** A noun with an article of what is known, and what stands between. */
function nounAt({ sentence: { words }, pointers, grammar }: Asked, at: number): Noun | null {
  const { articles, several: many, both, countries, qualified, governments, firms, towns, other } = pointers;
  const tellsMany = (all: readonly Word[], from: number, to: number): boolean =>
    all.slice(from, to).some(({ key }) => many.has(key) || both.has(key));
  const opens = articles.has(words[at]!.key) || many.has(words[at]!.key) || both.has(words[at]!.key);
  if (!opens) return null;
  for (let i = at + 1; i < words.length && i <= at + 1 + BETWEEN; i++) {
    const word = words[i]!;
    if (word.kind !== WORD) return null;
    // "The island state" is a country, "the state" and "the state of Bavaria" are none.
    const isQualified = qualified.has(word.stem) && i > at + 1;
    const known = isQualified || [countries, governments, firms, towns].some(set => set.has(word.stem));
    if (!known) continue;
    // "The police of Sarajevo Canton": whose they are is said.
    const behind = words[i + 1]?.key ?? "";
    if (grammar.of.has(behind) && !grammar.locating.has(behind)) return null;
    const isPlural = word.key !== word.stem && !governments.has(word.key);
    // "That help governments": of several only those that were told of.
    if (isPlural && (other.has(words[at]!.key) || (governments.has(word.stem) && !tellsMany(words, at, i))))
      return null;
    const count = words.slice(at, i).some(({ key }) => both.has(key)) ? 2 : null;
    return {
      from: at,
      to: i + 1,
      key: word.stem,
      isPlural: isPlural || many.has(words[at]!.key),
      count,
    };
  }
  return null;
}

const spanOf = (words: readonly Word[], { from, to }: Noun): Span => [words[from]!.start, words[to - 1]!.end];

const placeAt = (text: string, span: Span, country: string, form: PlaceMention["form"]): PlaceMention => ({
  span,
  text: text.slice(...span),
  country,
  form,
});

/** Firms at home where the words before the noun say ("the Israeli company"). */
function fromHome(ids: readonly string[], noun: Span, { sentence, lexicon }: Asked): readonly string[] {
  const home = sentence.places.find(place => place.form === "demonym" && inside(place.span, noun))?.country;
  return home === undefined ? ids : ids.filter(id => lexicon.entities.get(id)?.country === home);
}

function firmsMeant(noun: Noun, span: Span, asked: Asked): readonly string[] {
  const taken = new Set(asked.sentence.entities.map(({ id }) => id));
  const found = nearest(asked.before, "firms", taken);
  if (!found) return [];
  const fitting = { ...found, all: fromHome(found.all, span, asked) };
  if (noun.isPlural) return several(fitting, noun.count);
  const meant = one(fitting, "subject");
  return meant === null ? [] : [meant];
}

function countriesMeant(noun: Noun, asked: Asked): readonly string[] {
  const { sentence, before, pointers } = asked;
  // What a sentence itself names before may be meant as well, but not by "that country".
  const word = sentence.words[noun.from]!;
  const isBetween = ({ part, span }: FrameCue, from: number): boolean =>
    (part === "gives" || part === "takes" || part === "sends") && span[0] >= from && span[1] <= word.start;
  // "India trained the country's officers": behind the verb it is another than its subject.
  const isOther =
    pointers.other.has(word.key) ||
    sentence.places.every(
      ({ span }) => span[1] > word.start || sentence.frames.some(cue => isBetween(cue, span[1])),
    );
  if (!isOther) return [];
  // "Saudi guards ... the kingdom": an adjective before leaves both open.
  const taken = new Set(sentence.places.filter(place => !isAdjective(place)).map(({ country }) => country));
  const found = nearest(before, "countries", noun.isPlural ? NOBODY : taken);
  if (noun.isPlural) return several(found, noun.count);
  const meant = one(found, "topic");
  // "The government" is that of the one country spoken of.
  if (meant === null || (pointers.governments.has(noun.key) && !found!.named.isAlone)) return [];
  return [meant];
}

const NOBODY: ReadonlySet<string> = new Set();

const isAdjective = ({ form }: PlaceMention): boolean => form === "demonym";

/** "The two countries", "the Israeli company", "the city". */
function addNoun(noun: Noun, asked: Asked, found: Found): void {
  const { text, sentence, before, pointers } = asked;
  const span = spanOf(sentence.words, noun);
  if (pointers.firms.has(noun.key)) {
    if (!sentence.entities.some(({ span: own }) => inside(own, span) || inside(span, own)))
      for (const id of firmsMeant(noun, span, asked)) found.entities.push({ id, span, pointed: true });
    return;
  }
  if (sentence.places.some(place => inside(place.span, span) || inside(span, place.span))) return;
  if (pointers.towns.has(noun.key)) {
    const country = noun.isPlural ? "" : townBefore(before);
    if (country !== "" && sentence.places.every(isAdjective))
      found.places.push(placeAt(text, span, country, "place"));
    return;
  }
  const form = pointers.governments.has(noun.key) ? "demonym" : "name";
  const at: Span = form === "demonym" ? [span[0], sentence.words[noun.from]!.end] : span;
  for (const country of countriesMeant(noun, asked)) found.places.push(placeAt(text, at, country, form));
}

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
function addOwner(at: number, asked: Asked, found: Found): void {
  const { text, sentence, before, lexicon, pointers, grammar } = asked;
  const { words } = sentence;
  const word = words[at]!;
  // "Governments spy on their citizens": behind a verb the subject of the sentence itself is meant, unless it is taught there.
  const behind =
    at > LEAD || words.slice(0, at).some(each => isVerb(sentence, each) || grammar.verbs.has(each.key));
  if (behind && !isSchool(at, asked)) return;
  const end = words[Math.min(at + OWNED, words.length - 1)]!.end;
  const body =
    cuesNamed(sentence, "state").some(({ span }) => span[0] >= word.end && span[1] <= end) ||
    words.slice(at + 1, at + 1 + OWNED).some(({ stem }) => pointers.governments.has(stem));
  if (!body || (!behind && sentence.places.some(({ span }) => span[1] <= word.start))) return;
  const taken = new Set(sentence.places.map(({ country }) => country));
  const many = pointers.owners.has(word.key);
  const owners = nearest(before, "countries", taken);
  const last = before.at(-1)?.();
  // Of a firm that the sentence before opens with: its own people.
  if (!owners || (last && lexicon.entities.has(last.subject))) return;
  const meant = many && owners.all.length > 1 ? several(owners, null) : [one(owners, "subject") ?? ""];
  for (const country of meant)
    if (country !== "") found.places.push(placeAt(text, [word.start, word.end], country, "demonym"));
}

/** "The former", "the latter", of two that the sentence before names. */
function addOfTwo(at: number, asked: Asked, found: Found): void {
  const { text, sentence, before, pointers } = asked;
  const word = sentence.words[at]!;
  const next = sentence.words[at + 1];
  const isFormer = pointers.former.has(word.key);
  // "The former minister" names nobody of two.
  if (isFormer && next?.kind === WORD && !cuesNamed(sentence, "happens").length && !isVerb(sentence, next))
    return;
  const last = before.at(-1)?.();
  if (!last) return;
  const pick = (all: readonly string[]): string | undefined =>
    all.length === 2 ? all[isFormer ? 0 : 1] : undefined;
  const country = pick(last.listed.length === 2 ? last.listed : last.countries);
  const firm = pick(last.firms);
  const span: Span = [word.start, word.end];
  if (country !== undefined && (firm === undefined || sentence.entities.length > 0))
    found.places.push(placeAt(text, span, country, "name"));
  else if (firm !== undefined) found.entities.push({ id: firm, span, pointed: true });
}

const isVerb = ({ frames }: Sentence, { start }: Word): boolean =>
  frames.some(({ part, span }) => (part === "gives" || part === "takes") && span[0] === start);

/** ", which had delivered": whoever stands before the comma goes on. */
function addRelative(at: number, asked: Asked, found: Found): void {
  const { text, sentence, pointers } = asked;
  const { words, clauses, places, entities } = sentence;
  const word = words[at]!;
  const before = words[at - 1];
  if (before?.key !== "," || !clauses.some(([from]) => from === word.start)) return;
  if (pointers.plural.has(words[at + 1]?.key ?? "")) return;
  const end = words[at - 2]?.end;
  const span: Span = [word.start, word.end];
  const entity = entities.find(each => each.span[1] === end && isFirm(asked.lexicon, each.id));
  const place = places.find(each => each.span[1] === end && each.form !== "demonym");
  if (entity) found.entities.push({ id: entity.id, span, pointed: true });
  else if (place) found.places.push(placeAt(text, span, place.country, "name"));
}

/** "Huawei delivered it": a system that the sentence before names goes to the one country that it names. */
function addObject(at: number, asked: Asked, found: Found): void {
  const { text, sentence, before } = asked;
  const word = sentence.words[at]!;
  const verb = sentence.words[at - 1]!;
  const last = before.at(-1)?.();
  const gives = sentence.frames.some(
    ({ frame, part, span }) => part === "gives" && frame.needsObject && span[1] === verb.end,
  );
  if (!gives || !last?.hasThing || last.countries.length !== 1 || !sentence.places.every(isAdjective)) return;
  found.places.push(placeAt(text, [word.start, word.end], last.countries[0]!, "name"));
}

/** Places and entities that a sentence speaks of without their names. */
export function pointedIn(
  text: string,
  sentence: Sentence,
  before: readonly Told[],
  { lexicon, language }: { readonly lexicon: Lexicon; readonly language: LanguageLexicon },
): Found {
  const found: Found = { places: [], entities: [] };
  const { pointers } = language;
  if (!pointers || sentence.heading) return found;
  const asked: Asked = { text, sentence, before, lexicon, pointers, grammar: language.grammar };
  const { words } = sentence;
  for (let at = 0; at < words.length; at++) {
    const { key, kind } = words[at]!;
    if (kind !== WORD || !pointers.all.has(key)) continue;
    if (pointers.relatives.has(key)) addRelative(at, asked, found);
    if (before.length === 0) continue;
    if (at > 0 && pointers.objects.has(key)) addObject(at, asked, found);
    if (pointers.owner.has(key) || pointers.owners.has(key)) addOwner(at, asked, found);
    if (
      pointers.articles.has(words[at - 1]?.key ?? "") &&
      (pointers.former.has(key) || pointers.latter.has(key))
    )
      addOfTwo(at, asked, found);
    const noun = nounAt(asked, at);
    if (noun) addNoun(noun, asked, found);
  }
  return found;
}
