import { SIGN } from "../../text/tokens.ts";
import type { Quantity } from "../../text/types.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Context } from "./context.ts";
import { headOf } from "./heads.ts";
import { wordIndex } from "./place-parts.ts";
import { isMoney, isTime } from "./units.ts";

/** How many sentences back the noun of a bare number may stand. */
const REACH = 2;

const isVerb = ({ part }: FrameCue): boolean => part === "gives" || part === "takes";

/** A noun behind a preposition ("from 85 countries") is not what the sentence counts. */
function governed(sentence: Sentence, q: Quantity, prepositions: ReadonlySet<string>): boolean {
  const before = sentence.words[wordIndex(sentence.words, q.span[0]) - 1];
  return before !== undefined && prepositions.has(before.key);
}

/** The noun that a sentence counts before an offset: the nearest that no preposition governs, else, unless it must be `sure`, the nearest. */
function countedBefore(context: Context, sentence: Sentence, limit: number, sure: boolean): string {
  const prepositions = context.language?.grammar.prepositions ?? new Set<string>();
  const found = sentence.quantities
    .filter(q => q.span[1] <= limit)
    .map(q => ({ q, unit: headOf(context, sentence, q)?.unit ?? q.unit }))
    .filter(({ unit }) => unit !== "" && !/^percent/.test(unit) && !isMoney(unit) && !isTime(unit));
  const free = found.findLast(({ q }) => !governed(sentence, q, prepositions));
  return (free ?? (sure ? undefined : found.at(-1)))?.unit ?? "";
}

/** Behind a bare number no noun stands: a mark, a small word, or the end. */
function isBare({ language }: Context, sentence: Sentence, q: Quantity): boolean {
  const next = sentence.words[wordIndex(sentence.words, q.number[1])];
  if (!next || next.kind === SIGN || !language) return true;
  const { grammar } = language;
  return grammar.prepositions.has(next.key) || grammar.verbs.has(next.key) || grammar.joining.has(next.key);
}

/** "officers from Vietnam (300), Laos (120)": numbers in brackets behind names count the noun that the list of names belongs to. */
function bracketed({ language, document }: Context, sentence: Sentence, q: Quantity): string {
  const { text } = document;
  if (!language || text[q.span[0] - 1] !== "(" || text[q.span[1]] !== ")") return "";
  const named = [...sentence.places, ...sentence.entities].some(
    ({ span }) => text.slice(span[1], q.span[0]).trim() === "(",
  );
  if (!named) return "";
  const before = sentence.words.slice(0, wordIndex(sentence.words, q.span[0]));
  return before.findLast(word => language.nouns.units.has(word.stem))?.stem ?? "";
}

/**
 * What a number without a noun counts: what the number before it counts ("1,500 cameras were planned; 1,950 came"), or, where
 * the same verb of giving goes on or the number says that it does, what a sentence before counts ("It will train 3,000 officers. Last
 * year it trained 2,700."; "Last year there were only 90.").
 */
export function nounBefore(context: Context, sentence: Sentence, q: Quantity): string {
  const listed = bracketed(context, sentence, q);
  if (listed !== "") return listed;
  const here = countedBefore(context, sentence, q.span[0], false);
  if (here !== "" || !isBare(context, sentence, q)) return here;
  const kinds = new Set(
    sentence.frames.filter(cue => isVerb(cue) && cue.span[1] <= q.span[0]).map(cue => cue.frame.kind),
  );
  const goesOn = sentence.cues.some(({ name, span }) => name === "numbered" && span[1] <= q.span[0]);
  for (let back = 1; back <= REACH; back++) {
    const earlier = context.sentences[sentence.index - back];
    if (!earlier) break;
    if (!goesOn && !earlier.frames.some(cue => isVerb(cue) && kinds.has(cue.frame.kind))) continue;
    const unit = countedBefore(context, earlier, earlier.span[1], !goesOn);
    if (unit !== "") return unit;
  }
  return "";
}
