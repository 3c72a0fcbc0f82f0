import { WORD } from "../../text/tokens/token.ts";
import { inside, overlaps } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { wordIndex } from "../claims/material.ts";
import type { Span } from "../types.ts";
import type { HappeningFrame } from "./frame.ts";
import type { HappeningGrammar } from "./grammar.ts";
import { type Material, phraseAround, type Range } from "./phrase.ts";

/** Somebody or something in a sentence that can take part in a happening. */
export interface Part {
  readonly fields: readonly string[];
  readonly at: Range;
  readonly span: Span;
  /** Where its head stands in it. */
  readonly head: Range;
}

/** The places of the words of a span. */
export function rangeOf({ words }: Sentence, span: Span): Range {
  const from = wordIndex(words, span[0]);
  let to = from;
  while (to < words.length && words[to]!.end <= span[1]) to++;
  return [from, to];
}

interface Head {
  readonly at: Range;
  readonly fields: string[];
}

/** Heads of a kind, the longest of those that overlap, each with every field that it can fill. */
function headsOf(sentence: Sentence, kind: string, stops: readonly Span[]): Head[] {
  const mentions = sentence.heads
    .filter(each => each.kind === kind && !stops.some(stop => overlaps(stop, each.span)))
    .sort((a, b) => a.span[0] - b.span[0] || b.span[1] - a.span[1]);
  const found: Head[] = [];
  for (const { field, span } of mentions) {
    const at = rangeOf(sentence, span);
    const last = found.at(-1);
    if (last && at[0] === last.at[0] && at[1] === last.at[1]) last.fields.push(field);
    else if (!last || at[0] >= last.at[1]) found.push({ at, fields: [field] });
  }
  return found;
}

/** Where the text has capitals, one before a head could name a person; the book holds roles, never names, so it is left out. */
function namesPerson(sentence: Sentence, at: number): boolean {
  const { caps, start, end } = sentence.words[at]!;
  if (caps !== 1) return false;
  return ![...sentence.places, ...sentence.entities].some(each => overlaps(each.span, [start, end]));
}

/** "a terrorist attack", "a criminal act": a noun in the singular right before another noun only modifies it. */
function isModifier(
  words: Sentence["words"],
  to: number,
  grammar: HappeningGrammar,
  triggers: readonly Span[],
): boolean {
  const [last, next] = [words[to - 1]!, words[to]];
  if (!grammar.compounds) return false;
  if (!next || next.kind !== WORD || last.key !== last.stem) return false;
  if (grammar.outside.has(next.key) || grammar.participles?.test(next.key)) return false;
  const trigger = triggers.find(span => next.start >= span[0] && next.end <= span[1]);
  return trigger === undefined || trigger[0] <= last.start || next.key !== "killed";
}

/** Stretches of words that hold a head and name no thing ("in front of"). */
function stopsOf({ words }: Sentence, grammar: HappeningGrammar): Span[] {
  return words.flatMap((word, i) => {
    const stop = grammar.stops.find(keys => keys.every((key, k) => words[i + k]?.key === key));
    return stop ? [[word.start, words[i + stop.length - 1]!.end] as const] : [];
  });
}

/**
 * The noun phrases of a sentence whose heads the codebook knows, each with the fields that it could fill. A head that modifies
 * another one ("army truck") is only a part where it can fill a field that the other cannot ("FMLN guerrillas").
 */
export function partsOf(
  sentence: Sentence,
  frame: HappeningFrame,
  grammar: HappeningGrammar,
  triggers: readonly Span[],
): Part[] {
  const { words } = sentence;
  const heads = headsOf(sentence, frame.kind.id, stopsOf(sentence, grammar));
  const byStart = new Map(heads.map(head => [head.at[0], head]));
  const telling = [
    ...triggers,
    ...sentence.cues.filter(({ name }) => name === "says").map(({ span }) => span),
  ];
  const isBlocked = (at: number): boolean => {
    const span: Span = [words[at]!.start, words[at]!.end];
    return telling.some(each => overlaps(each, span));
  };
  const headsFrom = new Map(heads.map(({ at }) => [at[0], at]));
  const headsTo = new Map(heads.map(({ at }) => [at[1], at]));
  const found: Part[] = [];
  for (const { at, fields } of heads) {
    const patient = fields.some(id => frame.roles.get(id) === "patient");
    const blocked = patient ? (i: number) => isBlocked(i) || namesPerson(sentence, i) : isBlocked;
    const material: Material = { words, grammar, headsFrom, headsTo, blocked };
    const next = grammar.compounds ? byStart.get(at[1]) : undefined;
    const own = next
      ? fields.filter(
          field =>
            !next.fields.includes(field) && frame.roles.get(field) === frame.roles.get(next.fields[0]!),
        )
      : fields;
    const acts = fields.every(id => frame.roles.get(id) === "agent");
    if (own.length === 0 || (!next && acts && isModifier(words, at[1], grammar, triggers))) continue;
    const range = next ? at : phraseAround(material, at);
    const span: Span = [words[range[0]]!.start, words[range[1] - 1]!.end];
    // What stands behind an "of" is inside the phrase before it already, and a part of its own where it fills another field.
    const holder = found.find(part => inside(span, part.span));
    if (holder?.fields.some(field => own.includes(field))) continue;
    found.push({ fields: own, at: range, span, head: at });
  }
  return found;
}
