import type { Quantity } from "../../text/types.ts";
import { hasCueNamed } from "../analysis/cues.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { type Grammar, isArticle } from "../grammar.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
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
    if (key === "," || (parts(key, grammar) && !isInNames(sentence, i))) return start;
  }
  return null;
}

/** "美国的128项", "with Huawei and ZTE": a joint that is a part of a name, or stands between two, parts no numbers. */
function isInNames({ words, places, entities }: Sentence, i: number): boolean {
  if (places.length + entities.length === 0) return false;
  const { start, end } = words[i]!;
  const [before, behind] = [words[i - 1]?.end, words[i + 1]?.start];
  const within = ({ span }: { readonly span: Span }) => span[0] <= start && end <= span[1];
  const ends = ({ span }: { readonly span: Span }) => span[1] === before;
  const opens = ({ span }: { readonly span: Span }) => span[0] === behind;
  return (
    places.some(within) ||
    ((entities.some(ends) || places.some(ends)) && (entities.some(opens) || places.some(opens)))
  );
}

/** Whether a word of a stretch is of a kind. */
function someWord(words: readonly Word[], [from, to]: Span, is: (key: string) => boolean): boolean {
  for (let i = wordIndex(words, from); i < words.length && words[i]!.end <= to; i++)
    if (is(words[i]!.key)) return true;
  return false;
}

const has = (items: readonly { readonly span: Span }[], span: Span): boolean =>
  items.some(item => inside(item.span, span));

/** The parts of a clause, which each of its numbers asks for. */
export function partsOf(sentence: Sentence, clause: Span, grammar: Grammar): readonly Part[] {
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
    gives(span) || hasCueNamed(sentence, "happens", span) || someWord(sentence.words, span, isVerb);
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

/** Which of the parts of a clause is a number's; -1 where none is. */
export function partAt(parts: readonly Part[], q: Quantity): number {
  let i = parts.length - 1;
  while (i >= 0 && q.span[0] < parts[i]!.span[0]) i--;
  return i;
}
