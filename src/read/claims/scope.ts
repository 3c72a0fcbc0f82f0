import type { Quantity } from "../../text/types.ts";
import { cuesNamed } from "../analysis/cues.ts";
import { insertedBeside } from "../analysis/inserted.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { distinct } from "../distinct.ts";
import type { Grammar } from "../grammar.ts";
import type { Span } from "../types.ts";
import type { Clause, Context } from "./context.ts";
import { type Part, partAt, partsOf } from "./number-parts.ts";

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

/** Whether one of some stretches holds another. */
function isIn(stretches: readonly Span[], span: Span): boolean {
  for (const each of stretches) if (inside(span, each)) return true;
  return false;
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
  const world = worlds.some(cue => isIn(reach, cue.span));
  if (parts.length === 1 && !world) return clause;
  const kept = (span: Span) => isIn(reach, span) || !inside(span, clause.span);
  const countries = leftOut(sentence.places, countryOf, kept);
  const bodies = leftOut(sentence.entities, idOf, kept);
  const isNear = (name: string) =>
    sentence.places.some(({ country, span }) => country === name && kept(span));
  return {
    span: spanOf(clause.span, parts, i),
    places: world ? clause.places.filter(isNear) : without(clause.places, countries),
    entities: without(clause.entities, bodies),
    // Written out field by field, which is quicker than to spread each over another.
    situations: clause.situations.map(
      ({ frame, trigger, giverCountries, givers, takers, objects, counted, pointsBack }) => ({
        frame,
        trigger,
        giverCountries: without(giverCountries, countries),
        givers: without(givers, bodies),
        takers: takers.filter(taker => kept(taker.span)),
        // What is given is shared, unless this number has its own.
        objects: ownOr(objects, kept),
        counted,
        pointsBack,
      }),
    ),
  };
}

const countryOf = ({ country }: { readonly country: string }): string => country;
const idOf = ({ id }: { readonly id: string }): string => id;

const NO_NAMES: readonly string[] = [];

/** Names of which no mention is kept. */
function leftOut<T extends { readonly span: Span }>(
  items: readonly T[],
  nameOf: (item: T) => string,
  kept: (span: Span) => boolean,
): readonly string[] {
  let left = NO_NAMES;
  for (const item of items) {
    if (kept(item.span)) continue;
    const name = nameOf(item);
    if (!items.some(other => nameOf(other) === name && kept(other.span))) left = [...left, name];
  }
  return left;
}

const without = (names: readonly string[], left: readonly string[]): readonly string[] =>
  left.length === 0 ? names : names.filter(name => !left.includes(name));
