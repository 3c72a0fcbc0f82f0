import { idiom } from "../../text/index.ts";
import { SIGN } from "../../text/tokens/token.ts";
import type { Quantity } from "../../text/types.ts";
import type { FrameCue, Sentence } from "../analysis/types.ts";
import type { Grammar } from "../grammar.ts";
import type { Span } from "../types.ts";
import type { Context } from "./context.ts";
import { headOf } from "./heads.ts";
import { wordIndex } from "./material.ts";
import { isMoney, isTime } from "./units.ts";

/** How many sentences back the noun of a bare number may stand. */
const REACH = 2;

const isVerb = ({ part }: FrameCue): boolean => part === "gives" || part === "takes";

/** A noun behind a preposition ("from 85 countries", "of the two firms") is not what the sentence counts. */
function governed(sentence: Sentence, q: Quantity, grammar: Grammar | undefined): boolean {
  if (!grammar) return false;
  let at = wordIndex(sentence.words, q.span[0]) - 1;
  while (grammar.articles.has(sentence.words[at]?.key ?? "")) at--;
  return grammar.prepositions.has(sentence.words[at]?.key ?? "");
}

/** A noun that numbers count. */
export interface Noun {
  readonly unit: string;
  /** Where a sentence before tells it with its number, of which this is the number of a state; else null. */
  readonly told: { readonly sentence: Sentence; readonly span: Span } | null;
}

const own = (unit: string): Noun => ({ unit, told: null });

interface Before {
  readonly unit: string;
  readonly q: Quantity;
}

/**
 * The noun that a sentence counts before an offset: the nearest that no preposition governs, else, unless it must be `sure`, the nearest; none where it must be the `sole` one and is not.
 * Only numbers of `least` and more are looked at.
 */
function countedBefore(
  context: Context,
  sentence: Sentence,
  limit: number,
  { sure = false, sole = false, least = 0 } = {},
): Before | undefined {
  const found = sentence.quantities
    .filter(q => q.span[1] <= limit && q.value >= least)
    .map(q => ({ q, unit: headOf(context, sentence, q)?.unit ?? q.unit }))
    .filter(({ unit }) => unit !== "" && !/^percent/.test(unit) && !isMoney(unit) && !isTime(unit));
  const ungoverned = found.filter(({ q }) => !governed(sentence, q, context.language?.grammar));
  const free = ungoverned.at(-1);
  // "44 autocracies and 30 democracies": which of the two goes on, nothing tells.
  if (sole && new Set(ungoverned.map(({ unit }) => unit)).size !== 1) return undefined;
  return free ?? (sure ? undefined : found.at(-1));
}

/** A number of a sentence and what is said of it before the next number. */
function toldIn(sentence: Sentence, q: Quantity): Noun["told"] {
  const next = sentence.quantities.find(({ span }) => span[0] >= q.span[1]);
  return { sentence, span: [q.number[0], next?.span[0] ?? sentence.span[1]] };
}

/** Behind a bare number no noun stands: a mark, a small word, or the end. */
function isBare({ language }: Context, sentence: Sentence, q: Quantity): boolean {
  const next = sentence.words[wordIndex(sentence.words, q.number[1])];
  if (!next || next.kind === SIGN || !language) return true;
  const { grammar } = language;
  const small = [grammar.prepositions, grammar.verbs, grammar.joining, grammar.that];
  return small.some(words => words.has(next.key));
}

/** "其余683个将在年底前安装": behind a counter of things no noun stands. */
export function isCounterAlone({ language }: Context, sentence: Sentence, q: Quantity): boolean {
  if (!language || !q.unitSpan || !language.grammar.counters.has(q.unit)) return false;
  const next = sentence.words[wordIndex(sentence.words, q.unitSpan[1])];
  if (!next || next.kind === SIGN || next.start >= sentence.span[1]) return true;
  const { prepositions, verbs, joining } = language.grammar;
  return (
    [prepositions, verbs, joining].some(words => words.has(next.key)) ||
    sentence.cues.some(({ name, span }) => (name === "rose" || name === "fell") && span[0] === next.start)
  );
}

/** "It recorded 103": a verb of counting right before the number. */
const isFound = (sentence: Sentence, q: Quantity): boolean =>
  sentence.cues.some(({ name, span }) => name === "findings" && q.span[0] - span[1] === 1);

const finds = (sentence: Sentence): boolean => sentence.cues.some(({ name }) => name === "findings");

/** Words between a state and its number ("India had seen at least 84"). */
const PLACE_REACH = 5;

/** "India saw 84 and Pakistan 21": the number of a state, with nothing but a verb or a hedge between them. */
function isOfState({ words, places, quantities }: Sentence, q: Quantity, grammar: Grammar): boolean {
  const state = places.findLast(({ span, form }) => span[1] <= q.span[0] && form === "name");
  if (!state) return false;
  // "29.7 million euros in Mali; that in Niger had 62.3 million": the sentence has a noun of its own.
  const isTold = ({ span, unit }: Quantity) =>
    span[1] <= q.span[0] && (unit !== "" || span[0] >= state.span[1]);
  if (quantities.some(isTold)) return false;
  // "supplied 56 of the 74" says itself what it is a part of.
  if (grammar.of.has(words[wordIndex(words, q.number[1])]?.key ?? "")) return false;
  const between = words.slice(wordIndex(words, state.span[1]), wordIndex(words, q.span[0]));
  return between.length <= PLACE_REACH && between.slice(0, -1).every(({ kind }) => kind !== SIGN);
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

/** Characters behind a number in which "of them" stands. */
const THEM_REACH = 24;

/** "65 of which": the number says itself that it is a part. */
const isPartBehind = ({ document, language }: Context, { number: [, end] }: Quantity): boolean =>
  language !== null &&
  idiom("ofWhich", document.language)
    .find(document.text.slice(end, end + THEM_REACH))
    .some(([from]) => from <= 1);

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
  // "The firm's cameras, 3,200 of them": what they are may stand before the number in its own sentence.
  const own = sentence.words.findLast(word => word.end <= q.span[0] && language.nouns.units.has(word.stem));
  if (own) return own.stem;
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
 * the same verb of giving or a verb of counting goes on, the number says that it does or is a state's, what a sentence before counts ("It will train
 * 3,000 officers. Last year it trained 2,700."; "Last year there were only 90."; "The group counted 159 raids. In 2024 it recorded 90.").
 */
export function nounBefore(context: Context, sentence: Sentence, q: Quantity): Noun {
  const listed = bracketed(context, sentence, q);
  if (listed !== "") return own(listed);
  // "74 governments, of which 30 democracies, and 65 of which": no part is larger than what it is a part of.
  const isSecond = sentence.quantities.some(({ span }) => span[1] <= q.span[0]);
  const least = isSecond && isPartBehind(context, q) ? q.value : 0;
  const before = isSecond ? countedBefore(context, sentence, q.span[0], { least }) : undefined;
  const here = before?.unit ?? ofThem(context, sentence, q);
  if (here !== "" || !isBare(context, sentence, q)) return own(here);
  const kinds = new Set(
    sentence.frames.filter(cue => isVerb(cue) && cue.span[1] <= q.span[0]).map(cue => cue.frame.kind),
  );
  const goesOn = sentence.cues.some(({ name, span }) => name === "numbered" && span[1] <= q.span[0]);
  const found = isFound(sentence, q);
  const { language } = context;
  const ofState = language !== null && isOfState(sentence, q, language.grammar);
  for (let back = 1; back <= REACH; back++) {
    const earlier = context.sentences[sentence.index - back];
    if (!earlier) break;
    const counts = found && finds(earlier);
    const leads = ofState && back === 1;
    if (!goesOn && !counts && !leads && !earlier.frames.some(cue => isVerb(cue) && kinds.has(cue.frame.kind)))
      continue;
    const told = countedBefore(context, earlier, earlier.span[1], {
      sure: !goesOn,
      sole: leads && !goesOn && !counts,
    });
    if (told) return { unit: told.unit, told: leads ? toldIn(earlier, told.q) : null };
    const unit = pointedAt(context, earlier);
    if (unit !== "") return own(unit);
  }
  return own("");
}
