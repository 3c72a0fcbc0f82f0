import { SIGN } from "../../text/tokens/token.ts";
import type { Quantity } from "../../text/types.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Context } from "./context.ts";
import { headOf } from "./heads.ts";
import { wordIndex } from "./material.ts";
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
  const small = [grammar.prepositions, grammar.verbs, grammar.joining, grammar.that];
  return small.some(words => words.has(next.key));
}

/** "It recorded 103": a verb of counting right before the number. */
const isFound = (sentence: Sentence, q: Quantity): boolean =>
  sentence.cues.some(({ name, span }) => name === "findings" && q.span[0] - span[1] === 1);

const finds = (sentence: Sentence): boolean => sentence.cues.some(({ name }) => name === "findings");

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

/** Characters behind a number in which "of them" stands. */
const THEM_REACH = 24;

/** "counted 159 of them": the last noun of a sentence before that is one of those things that are counted. */
function ofThem(context: Context, sentence: Sentence, q: Quantity): string {
  const { language, document } = context;
  if (!language) return "";
  const behind = document.text
    .slice(q.number[1], q.number[1] + THEM_REACH)
    .trimStart()
    .toLowerCase();
  const points = [...language.grammar.ofThem].some(
    words => behind.startsWith(words) && !/^\p{L}/u.test(behind.slice(words.length)),
  );
  if (!points) return "";
  for (let back = 1; back <= REACH; back++) {
    const words = context.sentences[sentence.index - back]?.words ?? [];
    const noun = words.findLast(word => language.nouns.units.has(word.stem));
    if (noun) return noun.stem;
  }
  return "";
}

/** What a sentence counts that only points back at it. */
const pointedAt = (context: Context, sentence: Sentence): string =>
  sentence.quantities.map(q => ofThem(context, sentence, q)).find(unit => unit !== "") ?? "";

/**
 * What a number without a noun counts: what the number before it counts ("1,500 cameras were planned; 1,950 came"), or, where
 * the same verb of giving or a verb of counting goes on or the number says that it does, what a sentence before counts ("It will train
 * 3,000 officers. Last year it trained 2,700."; "Last year there were only 90."; "The group counted 159 raids. In 2024 it recorded 90.").
 */
export function nounBefore(context: Context, sentence: Sentence, q: Quantity): string {
  const listed = bracketed(context, sentence, q);
  if (listed !== "") return listed;
  const here = countedBefore(context, sentence, q.span[0], false) || ofThem(context, sentence, q);
  if (here !== "" || !isBare(context, sentence, q)) return here;
  const kinds = new Set(
    sentence.frames.filter(cue => isVerb(cue) && cue.span[1] <= q.span[0]).map(cue => cue.frame.kind),
  );
  const goesOn = sentence.cues.some(({ name, span }) => name === "numbered" && span[1] <= q.span[0]);
  const found = isFound(sentence, q);
  for (let back = 1; back <= REACH; back++) {
    const earlier = context.sentences[sentence.index - back];
    if (!earlier) break;
    const counts = found && finds(earlier);
    if (!goesOn && !counts && !earlier.frames.some(cue => isVerb(cue) && kinds.has(cue.frame.kind))) continue;
    const unit = countedBefore(context, earlier, earlier.span[1], !goesOn) || pointedAt(context, earlier);
    if (unit !== "") return unit;
  }
  return "";
}
