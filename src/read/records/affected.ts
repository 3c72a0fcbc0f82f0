import { inside, trim } from "../analysis/spans.ts";
import type { Clause, Context, Scene } from "../claims/context.ts";
import { wordIndex } from "../claims/material.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";

export interface Affected {
  readonly words: string;
  readonly span: Span;
}

const PERSON = "person";

/** Longest role, in words. */
const LONGEST = 6;

/** Words of a role as they stand: none of them with a capital, which could be of a name. */
function roleOf({ document }: Context, words: readonly Word[]): Affected | null {
  if (words.length === 0 || words.length > LONGEST || words.some(word => word.caps > 0)) return null;
  const span = trim(document.text, [words[0]!.start, words.at(-1)!.end]);
  return { words: document.text.slice(...span), span };
}

/**
 * Whoever it happened to: in the words before the verb ("two journalists were arrested"), else in those right behind it ("arrested an
 * activist"). Words with a capital could name a person, so such a phrase is not taken: the book holds roles, never names.
 */
export function affectedIn(context: Context, { sentence }: Scene, clause: Clause): Affected | null {
  const grammar = context.language?.grammar;
  const verb = sentence.cues.find(cue => cue.name === "happens" && inside(cue.span, clause.span));
  if (!verb || !grammar) return null;
  const isCount = ({ start, end }: Word): boolean =>
    sentence.quantities.some(({ number }) => inside([start, end], number));
  // "An Ethiopian journalist": the country stands in a field of its own.
  const isPlace = ({ start, end }: Word): boolean =>
    sentence.places.some(({ span }) => inside([start, end], span));
  const isPerson = ({ stem }: Word): boolean =>
    context.language?.nouns.units.get(stem)?.includes(PERSON) ?? false;
  const opens = (word: Word): boolean => grammar.openRole.has(word.key) || isCount(word);
  const ends = ({ key }: Word): boolean =>
    grammar.endRole.has(key) ||
    grammar.verbs.has(key) ||
    grammar.prepositions.has(key) ||
    !/[\p{L}-]/u.test(key);
  const phraseAt = (words: readonly Word[]): Affected | null => {
    const stop = words.findIndex(ends);
    return roleOf(
      context,
      (stop < 0 ? words : words.slice(0, stop)).filter(word => !isPlace(word)),
    );
  };
  const within = sentence.words.filter(({ start, end }) => inside([start, end], clause.span));
  const before = within.filter(({ end }) => end <= verb.span[0]);
  const start = before.findLastIndex(opens);
  const told = start < 0 ? null : phraseAt(before.slice(start + 1));
  const passive = grammar.passive.has(before.at(-1)?.key ?? "");
  if (told || passive) return told;
  const behind = within.slice(wordIndex(within, verb.span[1]));
  const counted = sentence.quantities.find(({ span }) => span[0] === behind[0]?.start);
  const from = counted
    ? behind.findIndex(word => word.start >= counted.number[1])
    : grammar.openRole.has(behind[0]?.key ?? "")
      ? 1
      : 0;
  const found = from < 0 ? null : phraseAt(behind.slice(from));
  return found && within.some(word => inside([word.start, word.end], found.span) && isPerson(word))
    ? found
    : null;
}
