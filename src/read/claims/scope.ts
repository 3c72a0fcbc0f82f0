import type { Quantity } from "../../text/types.ts";
import { cuesNamed, hasCueNamed } from "../analysis/cues.ts";
import { insertedBeside } from "../analysis/inserted.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import { type Grammar, isArticle } from "../grammar.ts";
import type { Span } from "../types.ts";
import type { Clause, Context } from "./context.ts";
import { wordIndex } from "./material.ts";

/** The part of a clause that belongs to one of its numbers. */
export interface Part {
  readonly span: Span;
  readonly quantity: Quantity;
  /** It names a subject of its own before its number ("and Myanmar 85"). */
  readonly subject: boolean;
  /** It has a verb or a plan of its own ("and will train 3,000"). */
  readonly verb: boolean;
  /** A verb of giving or happening stands in it. */
  readonly acts: boolean;
  /** "4,000 of them are online": what it says is not said of the whole. */
  readonly subset: boolean;
  /** It names a place or an entity. */
  readonly named: boolean;
}

/** "Iran had 34 and Myanmar, 57": a comma between a place that a joint opens and its number stands for the verb. */
function isVerbLeftOut({ words, places }: Sentence, grammar: Grammar, [from, comma]: Span): boolean {
  const end = words[wordIndex(words, comma) - 1]?.end;
  const place = places.find(({ span }) => span[1] === end);
  if (!place) return false;
  const before = words.slice(wordIndex(words, from), wordIndex(words, place.span[0]));
  return before.some(({ key }) => key === "," || grammar.joining.has(key));
}

/** Words of a list that join, and do not only stand inside it ("à Abidjan", "the"). */
const parts = (key: string, grammar: Grammar): boolean =>
  grammar.joining.has(key) ||
  (grammar.listJoints.has(key) && !grammar.prepositions.has(key) && !isArticle(key, grammar));

/** Where the part of a number begins: at the last mark or joining word between it and the number before. */
function boundary(sentence: Sentence, grammar: Grammar, [from, to]: Span): number | null {
  const { words } = sentence;
  const last = wordIndex(words, to) - 1;
  for (let i = last; i >= 0 && words[i]!.start >= from; i--) {
    const { key, start } = words[i]!;
    if (key === "," && i === last && isVerbLeftOut(sentence, grammar, [from, start])) continue;
    if (key === "," || parts(key, grammar)) return start;
  }
  return null;
}

const has = (items: readonly { readonly span: Span }[], span: Span): boolean =>
  items.some(item => inside(item.span, span));

/** The parts of a clause, which each of its numbers asks for. */
function partsOf(sentence: Sentence, clause: Span, grammar: Grammar): readonly Part[] {
  sentence.derived.parts ??= new Map();
  const { parts } = sentence.derived;
  let found = parts.get(clause[0]);
  if (!found) {
    found = cut(sentence, clause, grammar);
    parts.set(clause[0], found);
  }
  return found;
}

/** The part of a number that shares its clause with no other. */
const wholeClause = (span: Span, quantity: Quantity): Part => ({
  span,
  quantity,
  acts: true,
  subset: false,
  named: true,
  subject: false,
  verb: false,
});

/** A clause cut at its numbers; one part where nothing parts them. */
function cut(sentence: Sentence, clause: Span, grammar: Grammar): Part[] {
  const quantities = sentence.quantities.filter(q => inside(q.number, clause));
  if (quantities.length === 1) return [wholeClause(clause, quantities[0]!)];
  const starts: { start: number; quantity: Quantity }[] = [];
  quantities.forEach((quantity, i) => {
    const before = quantities[i - 1];
    const start = before ? boundary(sentence, grammar, [before.span[1], quantity.span[0]]) : clause[0];
    if (start !== null) starts.push({ start, quantity });
  });
  if (starts.length === 1) return [wholeClause(clause, starts[0]!.quantity)];
  // Before "Across 40 towns, police installed ..." no verb has been, so that the verb is that of both parts.
  const isVerb = (key: string) =>
    grammar.verbs.has(key) && !grammar.joining.has(key) && !grammar.what.has(key);
  const gives = (span: Span) =>
    sentence.frames.some(cue => (cue.part === "gives" || cue.part === "takes") && inside(cue.span, span));
  const acts = (span: Span) =>
    gives(span) ||
    hasCueNamed(sentence, "happens", span) ||
    sentence.words.some(word => isVerb(word.key) && inside([word.start, word.end], span));
  return starts.map(({ start, quantity }, i): Part => {
    const span: Span = [start, starts[i + 1]?.start ?? clause[1]];
    const lead: Span = [start, quantity.span[0]];
    const first = i === 0;
    return {
      span,
      quantity,
      acts: acts(span),
      subject: !first && (has(sentence.places, lead) || has(sentence.entities, lead)),
      verb: !first && acts([clause[0], start]) && (gives(span) || hasCueNamed(sentence, "planned", span)),
      subset: !first && hasCueNamed(sentence, "subset", span),
      named: has(sentence.places, span) || has(sentence.entities, span),
    };
  });
}

/** What a name behind a later number of the same noun says is of that number alone ("187 shutdowns, 84 of them in India"). */
function alone(part: Part, other: Part): boolean {
  if (part.subject || part.verb) return true;
  // "86% of A and 75% of B have taken Chinese training": one verb for both.
  if (part.acts && !other.acts) return false;
  return part.quantity.unit === "" || part.quantity.unit === other.quantity.unit;
}

/** The stretches of a clause whose names go with a part: its own, the start of the clause, and what is shared behind it. */
function reachOf(parts: readonly Part[], i: number): Span[] {
  const part = parts[i]!;
  const head: Span = [parts[0]!.span[0], parts[0]!.quantity.span[0]];
  // A part that names nothing stays where the one before was.
  if (!part.named && i > 0) return [...reachOf(parts, i - 1), part.span];
  const later = parts.slice(i + 1).filter(other => !alone(other, part));
  return [part.span, ...(part.subject ? [] : [head]), ...later.map(({ span }) => span)];
}

function spanOf(clause: Span, parts: readonly Part[], i: number): Span {
  const part = parts[i]!;
  if (part.subject || part.verb) return part.span;
  const next = parts.slice(i + 1).find(({ subject, verb, subset }) => subject || verb || subset);
  return next ? [clause[0], next.span[0]] : clause;
}

function ownOr<T extends { readonly span: Span }>(
  items: readonly T[],
  kept: (span: Span) => boolean,
): readonly T[] {
  const own = items.filter(item => kept(item.span));
  return own.length > 0 ? own : items;
}

const partAt = (parts: readonly Part[], q: Quantity): number =>
  parts.findLastIndex(({ span }) => q.span[0] >= span[0]);

/** The part of a clause that is a number's own. */
export function partSpan(sentence: Sentence, clause: Span, grammar: Grammar, q: Quantity): Span {
  const parts = partsOf(sentence, clause, grammar);
  return parts[partAt(parts, q)]?.span ?? clause;
}

/** The part of a clause that is a number's own where it has a verb of its own, else the clause. */
export function tellingSpan(sentence: Sentence, clause: Span, grammar: Grammar, q: Quantity): Span {
  const parts = partsOf(sentence, clause, grammar);
  const part = parts[partAt(parts, q)];
  return part?.acts && parts.length > 1 ? part.span : clause;
}

/** The stretches of a clause whose names and dates go with a number. */
export function reachSpans(sentence: Sentence, clause: Span, grammar: Grammar, q: Quantity): Span[] {
  const parts = partsOf(sentence, clause, grammar);
  const i = partAt(parts, q);
  return i < 0 ? [clause] : reachOf(parts, i);
}

/** A clause without the names that only an inserted clause has, to which the number does not belong; it keeps them where there are no others. */
function withoutInserted(sentence: Sentence, clause: Clause, q: Quantity): Clause {
  const beside = insertedBeside(sentence, q.span);
  if (beside.length === 0) return clause;
  const isApart = (span: Span) => beside.some(each => inside(span, each));
  const kept = <T extends { readonly span: Span }>(
    names: readonly string[],
    items: readonly T[],
    of: (item: T) => string,
  ): readonly string[] =>
    names.filter(name => {
      const said = items.filter(item => of(item) === name);
      return said.length === 0 || said.some(({ span }) => !isApart(span));
    });
  const places = kept(clause.places, sentence.places, place => place.country);
  const entities = kept(clause.entities, sentence.entities, entity => entity.id);
  // "In Accra, where the state runs a centre, 850 people": what stands before a clause that opens with the inserted one goes with the rest.
  const opens = beside.some(([from]) => from === clause.span[0]);
  const isBefore = ({ span }: { readonly span: Span }) => opens && span[1] <= clause.span[0];
  const named = [...sentence.places.filter(isBefore).map(({ country }) => country), ...places];
  const bodies = [...sentence.entities.filter(isBefore).map(({ id }) => id), ...entities];
  if (named.length + bodies.length === 0) return clause;
  const situations = clause.situations.filter(({ trigger }) => trigger === null || !isApart(trigger.span));
  return { ...clause, places: distinct(named), entities: distinct(bodies), situations };
}

/**
 * A clause as far as it speaks of one of its numbers: names that stand with another number are left out ("India imposed 84
 * shutdowns and Myanmar 85"), and "worldwide" is no country that was named before.
 */
export function scopeOf({ language }: Context, sentence: Sentence, given: Clause, q: Quantity): Clause {
  if (!language) return given;
  const clause = withoutInserted(sentence, given, q);
  const parts = partsOf(sentence, clause.span, language.grammar);
  const i = partAt(parts, q);
  if (i < 0) return clause;
  const worlds = cuesNamed(sentence, "world");
  if (parts.length === 1 && worlds.length === 0) return clause;
  const reach = reachOf(parts, i);
  const world = worlds.some(cue => reach.some(span => inside(cue.span, span)));
  if (parts.length === 1 && !world) return clause;
  const kept = (span: Span) => reach.some(each => inside(span, each)) || !inside(span, clause.span);
  const keeps = <T extends { readonly span: Span }>(items: readonly T[], of: (item: T) => string) => {
    const near = (name: string) => items.some(item => of(item) === name && kept(item.span));
    return { near, left: (name: string) => items.some(item => of(item) === name) && !near(name) };
  };
  const places = keeps(sentence.places, place => place.country);
  const entities = keeps(sentence.entities, entity => entity.id);
  return {
    span: spanOf(clause.span, parts, i),
    places: clause.places.filter(country => (world ? places.near(country) : !places.left(country))),
    entities: clause.entities.filter(id => !entities.left(id)),
    situations: clause.situations.map(situation => ({
      ...situation,
      takers: situation.takers.filter(taker => kept(taker.span)),
      giverCountries: situation.giverCountries.filter(country => !places.left(country)),
      givers: situation.givers.filter(id => !entities.left(id)),
      // What is given is shared, unless this number has its own.
      objects: ownOr(situation.objects, kept),
    })),
  };
}
