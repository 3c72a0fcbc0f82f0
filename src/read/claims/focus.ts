import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Grammar } from "../grammar.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import type { Span } from "../types.ts";
import type { Clause, Scene } from "./context.ts";
import { type Situation, situationOf } from "./situation.ts";

interface Giver {
  readonly countries: readonly string[];
  readonly entities: readonly string[];
}

/** What the text has been speaking of, for "this training", "the two companies", "there". */
export interface Focus {
  /** Last giver by kind of frame. */
  readonly givers: Map<string, Giver>;
  /** Countries last named as a place where something happens. */
  places: readonly string[];
  placesParagraph: number;
}

export const newFocus = (): Focus => ({ givers: new Map(), places: [], placesParagraph: -PLACE_REACH });

/** Words before the verb of a clause without a subject ("and then will"). */
const LEAD = 3;

/** Two sentences back, "there" no longer points. */
const PLACE_REACH = 3;

/** A text is about one giver where that one is named at least twice and in three of four cases. */
const DOMINANT = { times: 2, share: 0.75 } as const;

/** Countries that most often give in a frame, over the text: what "this training" means when nothing nearer is named. */
function usualGivers(all: readonly (readonly Situation[])[]): Map<string, Giver> {
  const counts = new Map<string, Map<string, number>>();
  for (const { frame, giverCountries } of all.flat())
    for (const country of giverCountries) {
      const of = counts.get(frame.kind) ?? new Map<string, number>();
      counts.set(frame.kind, of.set(country, (of.get(country) ?? 0) + 1));
    }
  return new Map(
    [...counts].map(([kind, of]) => {
      const all = [...of.values()].reduce((sum, count) => sum + count, 0);
      const [country, count] = [...of].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]!;
      const sure = count >= DOMINANT.times && count >= DOMINANT.share * all;
      return [kind, { countries: sure ? [country] : [], entities: [] }] as const;
    }),
  );
}

function cuesIn(sentence: Sentence, clause: Span, name: "there" | "they" | "pointing"): boolean {
  return hasCueNamed(sentence, name, clause);
}

/** "there" that points to a place, and not the one of "there were". */
function pointsThere(sentence: Sentence, clause: Span, grammar: Grammar | undefined): boolean {
  return cuesNamed(sentence, "there").some(cue => {
    if (!inside(cue.span, clause)) return false;
    const next = sentence.words.find(word => word.start >= cue.span[1]);
    return !(next && grammar?.passive.has(next.key) && cue.span[0] === clause[0]);
  });
}

/** What a clause knows when its givers are looked for. */
interface Around {
  readonly places: readonly string[];
  /** A comparison ("similar", "unlike") names somebody else in passing; the theme stays. */
  readonly aside: boolean;
  /** "this training", "they": the giver is the one named last. Else it can only be the one that the whole text is about. */
  readonly points: boolean;
}

function resolve(
  situation: Situation,
  focus: Focus,
  usual: Map<string, Giver>,
  { places, aside, points }: Around,
): Situation {
  const { frame, pointsBack, givers } = situation;
  if (!pointsBack) {
    if (!aside) focus.givers.set(frame.kind, { countries: situation.giverCountries, entities: givers });
    return situation;
  }
  const giver = (points ? focus.givers.get(frame.kind) : undefined) ?? usual.get(frame.kind);
  if (!giver) return situation;
  const taken = situation.takers.map(taker => taker.country);
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

/** A place named as a place, not as a property ("Kazakhstan", not "Kazakh"). */
const isNamed = (place: Sentence["places"][number]): boolean => place.form !== "demonym";

/** What a clause can point back with. */
interface Back {
  readonly focus: Focus;
  readonly grammar: Grammar | undefined;
}

/**
 * Countries named in a clause, or pointed to from it. A clause that names no place of its own stays where the sentence was
 * ("In Serbia, where a roof collapsed and killed 16 people"), unless it is set against what came before.
 */
function placesOf(sentence: Sentence, clause: Span, { focus, grammar }: Back): string[] {
  const told = (place: Sentence["places"][number]) =>
    !sentence.asides.some(aside => inside(place.span, aside));
  const inClause = sentence.places.filter(place => inside(place.span, clause) && told(place));
  const before = sentence.places.filter(place => isNamed(place) && place.span[1] <= clause[0] && told(place));
  const contrast = cuesNamed(sentence, "contrasting").some(cue => cue.span[0] === clause[0]);
  if (!inClause.some(isNamed) && before.length > 0 && !contrast) {
    const from = sentence.clauses.findLast(span => before.some(place => inside(place.span, span)))!;
    const stay = before.filter(place => inside(place.span, from)).map(place => place.country);
    return [...new Set([...stay, ...inClause.map(place => place.country)])];
  }
  const named = inClause.some(isNamed);
  const countries = inClause.map(place => place.country);
  const back =
    pointsThere(sentence, clause, grammar) && !named && focus.placesParagraph >= sentence.index - PLACE_REACH;
  return [...new Set(back ? [...focus.places, ...countries] : countries)];
}

/** "and will train 3,000 more": a clause that begins with its verb has the subject of the one before. */
function isElided(sentence: Sentence, clause: Span, { trigger }: Situation, grammar: Grammar): boolean {
  if (trigger === null) return false;
  const lead = sentence.words.filter(word => word.start >= clause[0] && word.start < trigger.span[0]);
  return (
    lead.length <= LEAD &&
    lead.every(({ key }) => grammar.joining.has(key) || grammar.listJoints.has(key) || grammar.verbs.has(key))
  );
}

const NO_CLAUSES: readonly (readonly Situation[])[] = [];

const PERSON = "person";

/** The one firm that a sentence names is what "the firm" means behind it, whatever the sentence says of it. */
function nameFirm(sentence: Sentence, { entities, frames }: Lexicon, focus: Focus): void {
  if (sentence.entities.length === 0) return;
  const told = sentence.entities.filter(({ span }) => !sentence.asides.some(aside => inside(span, aside)));
  for (const { kind, needsObject, giverKinds } of frames) {
    const firms = new Set(
      told.map(({ id }) => id).filter(id => giverKinds.includes(entities.get(id)?.kind ?? "")),
    );
    const [id, ...more] = firms;
    if (!needsObject || id === undefined || more.length > 0) continue;
    const country = entities.get(id)?.country ?? "";
    focus.givers.set(kind, { countries: country === "" ? [] : [country], entities: [id] });
  }
}

/** How many sentences back "it" may point to what is given. */
const THEME_REACH = 2;

/** "It has reached 82%": where the word that points back ends, which opens a clause. */
function pointerOf(sentence: Sentence, clause: Span): number | null {
  const pointer = sentence.cues.find(
    cue =>
      (cue.name === "they" || cue.name === "pointing") &&
      inside(cue.span, clause) &&
      !sentence.words.some(
        word => word.start >= clause[0] && word.end <= cue.span[0] && /\p{L}/u.test(word.key),
      ),
  );
  return pointer?.span[1] ?? null;
}

/** "supplies surveillance technology": a topic named where another frame has its verb, and this one no word at all, is no topic of it. */
function isOwn(one: Situation, all: readonly Situation[], { frames }: Sentence, clause: Span): boolean {
  if (one.trigger || one.givers.length > 0 || !all.some(other => other !== one && other.trigger)) return true;
  return frames.some(
    cue => cue.frame === one.frame && cue.part !== "to" && cue.part !== "by" && inside(cue.span, clause),
  );
}

/**
 * What each frame sees in each clause. A clause that opens with a pronoun and has a verb of a frame goes on with that frame
 * where one of the last sentences told of it ("Courses spread fast. They reached 40 countries.").
 */
function situationsOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { grammar, frames, nouns }: LanguageLexicon,
): (readonly (readonly Situation[])[])[] {
  const { language } = frames;
  const people = (stem: string) => nouns.units.get(stem)?.includes(PERSON) ?? false;
  const found: (readonly Situation[])[][] = [];
  const told: string[][] = [];
  for (const [i, sentence] of sentences.entries()) {
    const themes = new Set(told.slice(Math.max(0, i - THEME_REACH), i).flat());
    const clauses = sentence.clauses.map(clause => {
      const pointer = themes.size > 0 ? pointerOf(sentence, clause) : null;
      const seen: Situation[] = [];
      for (const frame of lexicon.frames) {
        const assumed = themes.has(frame.kind) ? pointer : null;
        const situation = situationOf({
          sentence,
          clause,
          lexicon,
          frame,
          grammar,
          language,
          people,
          assumed,
        });
        if (situation) seen.push(situation);
      }
      return seen.length > 1 ? seen.filter(one => isOwn(one, seen, sentence, clause)) : seen;
    });
    found.push(clauses);
    told.push(clauses.flat().map(({ frame }) => frame.kind));
  }
  return found;
}

/** Who gives what to whom, clause by clause, with back references resolved in one pass over the text. */
export function scenesOf(
  sentences: readonly Sentence[],
  lexicon: Lexicon,
  { language, focus }: { readonly language: LanguageLexicon | null; readonly focus: Focus },
): Scene[] {
  const grammar = language?.grammar;
  const first = language ? situationsOf(sentences, lexicon, language) : sentences.map(() => NO_CLAUSES);
  // A comparison names somebody else in passing ("similar programmes"), which says nothing of what the text is about.
  const isAside = (sentence: Sentence, span: Span) => hasCueNamed(sentence, "comparisons", span);
  const usual = usualGivers(
    sentences.flatMap((sentence, i) => first[i]!.filter((_, k) => !isAside(sentence, sentence.clauses[k]!))),
  );
  focus.placesParagraph = -PLACE_REACH;
  return sentences.map((sentence, i) => {
    const clauses = sentence.clauses.map((span, k): Clause => {
      const places = placesOf(sentence, span, { focus, grammar });
      const aside = isAside(sentence, span);
      const points = cuesIn(sentence, span, "pointing") || cuesIn(sentence, span, "they");
      const situations = (first[i]![k] ?? []).map(s => {
        const goesOn = k > 0 && grammar !== undefined && isElided(sentence, span, s, grammar);
        const resolved = resolve(s, focus, usual, {
          places: goesOn ? [] : places,
          aside,
          points: points || goesOn,
        });
        return takingThere(resolved, sentence, span, places);
      });
      const named = sentence.entities.filter(e => inside(e.span, span)).map(e => e.id);
      // "The firm has since added": whoever is pointed to is spoken of.
      const entities = points && named.length === 0 ? situations.flatMap(s => s.givers) : named;
      return { span, situations, places, entities: [...new Set(entities)] };
    });
    nameFirm(sentence, lexicon, focus);
    const located = sentence.places.filter(place => place.form === "name" || place.form === "place");
    if (located.length > 0) {
      focus.places = [...new Set(located.map(place => place.country))];
      focus.placesParagraph = sentence.index;
    }
    return { sentence, clauses };
  });
}
