import type { Codebook } from "../../codebook/types.ts";
import { hasCueNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import type { Span } from "../types.ts";

/** Groups of phrases that tell of an act without naming it: `told-<code of its kind>`. */
const PREFIX = "told-";
const PARTIAL = "told-of-";
/** What states buy and forbid. */
const THINGS = "product-kinds";

interface Phrases {
  /** Finds any of them: most clauses hold none. */
  readonly any: RegExp;
  readonly each: readonly { readonly code: string; readonly pattern: RegExp }[];
}

/** Stands in a phrase for words between its parts ("broke~with taiwan"). */
const GAP = "~";

const compiled = new WeakMap<Codebook["phrases"], Map<string, Phrases | null>>();

const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");

/** A phrase stands for every form that begins with it; it begins where a word does, save where words are not parted. */
function patternOf(phrases: readonly string[]): RegExp {
  const parted = phrases.every(phrase => !/\p{Script=Han}/u.test(phrase));
  const between = parted ? "\\p{L}*[^\\p{L},.;:!?][^,.;:!?]{0,48}(?<!\\p{L})" : "[^，。；：,.;:]{0,20}";
  const all = phrases
    .toSorted((a, b) => b.length - a.length)
    .map(each => literal(each).replaceAll(GAP, between));
  return new RegExp(`${parted ? "(?<![\\p{L}\\p{N}])" : ""}(?:${all.join("|")})\\p{L}*`, "iu");
}

function phrasesOf({ phrases }: Codebook, language: string): Phrases | null {
  const known = compiled.get(phrases) ?? new Map<string, Phrases | null>();
  compiled.set(phrases, known);
  const found = known.get(language);
  if (found !== undefined) return found;
  const groups = Object.entries(phrases).flatMap(([group, of]) => {
    const own = of[language] ?? [];
    if (!group.startsWith(PREFIX) || group.startsWith(PARTIAL) || own.length === 0) return [];
    return [{ code: group.slice(PREFIX.length), own }];
  });
  const made =
    groups.length === 0
      ? null
      : {
          any: patternOf(groups.flatMap(({ own }) => own)),
          each: groups.map(({ code, own }) => ({ code, pattern: patternOf(own) })),
        };
  known.set(language, made);
  return made;
}

/** An act that a clause tells of by its verb: what was done, by whom, and to or with whom. */
export interface ToldAct {
  readonly code: string;
  /** The account of it, and the words that tell it. */
  readonly span: Span;
  readonly verb: Span;
  readonly actors: readonly string[];
  readonly counterparts: readonly string[];
}

/** Longest account of an act, in words. */
const LONGEST = 12;

/** From the phrase to the end of what it governs: the next mark, date or the end of the clause. */
function accountOf({ language }: Context, { sentence }: Scene, clause: Clause, [from, to]: Span): Span {
  const grammar = language?.grammar;
  const isSmall = (key: string): boolean =>
    grammar !== undefined &&
    (grammar.prepositions.has(key) || grammar.articles.has(key) || grammar.verbs.has(key));
  const dated = sentence.dates.map(({ span }) => span[0]).filter(at => at >= to);
  const words = sentence.words.filter(({ start, end }) => start >= from && end <= clause.span[1]);
  const stop = words.findIndex(
    ({ key, start }, i) => start >= to && (i >= LONGEST || /^[,;:.!?()]$/.test(key) || dated.includes(start)),
  );
  const kept = words.slice(0, stop < 0 ? words.length : stop);
  while (kept.length > 1 && kept.at(-1)!.end > to && isSmall(kept.at(-1)!.key)) kept.pop();
  return [from, Math.max(kept.at(-1)?.end ?? to, to)];
}

/** Who stands before the phrase acts; behind a passive, whoever its agent is. */
function partiesOf(
  { language }: Context,
  { sentence }: Scene,
  clause: Clause,
  told: Span,
): Pick<ToldAct, "actors" | "counterparts"> {
  const own = sentence.places.filter(
    ({ span }) => inside(span, clause.span) && !sentence.asides.some(aside => inside(span, aside)),
  );
  const isAgent = (span: Span): boolean => {
    const before = sentence.words.findLast(word => word.end <= span[0]);
    return before !== undefined && (language?.grammar.agents.has(before.key) ?? false);
  };
  const agents = own.filter(({ span }) => span[0] >= told[1] && isAgent(span));
  const before = own.filter(({ span }) => span[1] <= told[0]);
  const actors = agents.length > 0 ? agents : before;
  const countries = (places: typeof own) => [...new Set(places.map(({ country }) => country))];
  const acting = countries(actors);
  return {
    actors: acting,
    counterparts: countries(own.filter(place => !actors.includes(place))).filter(c => !acting.includes(c)),
  };
}

const namesThing = (sentence: Sentence, clause: Span): boolean =>
  sentence.entities.some(({ span }) => inside(span, clause)) ||
  sentence.codes.some(({ list, span }) => list === THINGS && inside(span, clause)) ||
  // "Kazakhstan endorsed the Global Security Initiative": an act that the codebook knows by its name.
  hasCueNamed(sentence, "titles", clause);

/** A state, and a thing or another state: few clauses name both, and only those are searched for the words of an act. */
function mayConcern({ places }: Sentence, clause: Span, things: boolean): boolean {
  const first = places.find(({ span }) => inside(span, clause));
  return (
    first !== undefined &&
    (things || places.some(({ country, span }) => country !== first.country && inside(span, clause)))
  );
}

/**
 * "Honduras switched recognition to China", "the United Kingdom banned Hikvision's cameras": an act told by its verb. Whom or what it
 * concerns stands with it, another state, an entity or a thing, so that "banned a march" is none.
 */
export function toldAct(context: Context, scene: Scene, clause: Clause): ToldAct | null {
  const { sentence } = scene;
  const { text } = context.document;
  if (!context.language || sentence.places.length === 0 || sentence.question) return null;
  const things = namesThing(sentence, clause.span);
  if (!mayConcern(sentence, clause.span, things)) return null;
  const said = text.slice(...clause.span);
  const phrases = phrasesOf(context.lexicon.codebook, context.language.frames.language);
  if (!phrases?.any.test(said)) return null;
  for (const { code, pattern } of phrases.each) {
    const found = pattern.exec(said);
    if (!found) continue;
    const start = clause.span[0] + found.index;
    const told: Span = [start, start + found[0].length];
    const parties = partiesOf(context, scene, clause, told);
    const concerns = things || parties.counterparts.length > 0 || parties.actors.length > 1;
    if (parties.actors.length > 0 && concerns)
      return { code, span: accountOf(context, scene, clause, told), verb: told, ...parties };
  }
  return null;
}
