import { cuesNamed } from "../analysis/cues.ts";
import { DONE } from "../analysis/denials.ts";
import { inside } from "../analysis/spans.ts";
import type { QuoteMention, Sentence } from "../analysis/types.ts";
import type { Word } from "../phrases.ts";
import type { Claim, Span } from "../types.ts";
import type { Clause, Context } from "./context.ts";

/** What a negation is held against: a clause and, where it is known, the verb or the number in it that the claim is about. */
export interface Told {
  readonly span: Span;
  readonly about: Span | null;
  readonly isVerb: boolean;
}

/** What a claim of a clause is about: the verb of giving, else the first thing that the clause says is done or called off. */
export function toldOf(
  sentence: Sentence,
  { span, situations }: Clause,
  { kind, about }: { readonly kind: Claim["kind"]; readonly about: Span | undefined },
): Told {
  if (about) return { span, about, isVerb: false };
  const giving = situations[0]?.trigger?.span;
  if (kind === "relation") return { span, about: giving ?? null, isVerb: true };
  return { span, about: giving ?? firstDone(sentence, span), isVerb: false };
}

/** The first word of a clause that says that something is done or called off. */
function firstDone({ cues }: Sentence, clause: Span): Span | null {
  let first: Span | null = null;
  for (const { name, span } of cues)
    if (inside(span, clause) && (first === null || span[0] < first[0]))
      if (DONE.has(name) || name === "cancelled") first = span;
  return first;
}

/** How far behind a negation the word stands that makes it say "only", in characters. */
const ONLY_REACH = 40;
/** Words between a pronoun that opens a clause within a clause and its negation ("that has never"). */
const RELATIVE_REACH = 2;
/** Characters between the words that deny a clause and the clause (", что"). */
const THAT_REACH = 8;
/** Words of a part that stands by itself before a joint. */
const LEAST_PART = 4;
/** Words between a negation and the verb that it denies ("never again supplied"). */
const VERB_REACH = 3;

/** "Ne compte que 59": a negation that says "only", where no second one stands between. */
const isOnly = (sentence: Sentence, [, to]: Span): boolean =>
  cuesNamed(sentence, "only").some(
    ({ span }) =>
      span[0] >= to &&
      span[0] - to <= ONLY_REACH &&
      !cuesNamed(sentence, "negation").some(other => other.span[0] >= to && other.span[1] <= span[0]),
  );

const isComma = (key: string): boolean => /^[,;，、；،؛]$/.test(key);

const wordsIn = ({ words }: Sentence, from: number, to: number): readonly Word[] =>
  words.filter(({ start, end }) => start >= from && end <= to);

/** Commas that part two stretches: a pair of them holds an aside, and one before "that" parts nothing. */
function isParted({ language }: Context, between: readonly Word[]): boolean {
  const that = language!.grammar.that;
  const commas = between.filter(({ key }, i) => isComma(key) && !that.has(between[i + 1]?.key ?? ""));
  return commas.length % 2 === 1;
}

/** "did not say why and supplied", "a state that does not publish contracts bought": the negation belongs to another verb before. */
function deniesAnother({ language }: Context, sentence: Sentence, cue: Span, verb: Span): boolean {
  const { joining, verbs, opensWithin } = language!.grammar;
  const between = wordsIn(sentence, cue[1], verb[0]);
  const joint = between.findIndex(({ key }) => joining.has(key));
  const isVerb = ({ start, key }: Word) =>
    (verbs.has(key) && !joining.has(key)) || sentence.frames.some(({ span }) => span[0] === start);
  if (joint > 0 && between.slice(0, joint).some(isVerb)) return true;
  const before = wordsIn(sentence, sentence.span[0], cue[0]).slice(-RELATIVE_REACH - 1);
  return before.some(({ key }) => opensWithin.has(key)) && between.length > VERB_REACH;
}

/** "supplied cameras and did not say so", "under a contract that was not published": the negation stands in what follows. */
function isOfRest({ language }: Context, sentence: Sentence, cue: Span, [, end]: Span): boolean {
  const { joining, opensWithin } = language!.grammar;
  return wordsIn(sentence, end, cue[0]).some(
    ({ key }) => joining.has(key) || opensWithin.has(key) || isComma(key),
  );
}

/** "Nauru turned to Beijing, and nobody was surprised": of what stands behind a joint the first part says nothing. */
function isOfSecond({ language }: Context, before: readonly Word[]): boolean {
  return before.findLastIndex(({ key }) => language!.grammar.joining.has(key)) >= LEAST_PART;
}

/** Whether a negation is one of what the claim is about. */
function denies(context: Context, sentence: Sentence, cue: Span, { span, about, isVerb }: Told): boolean {
  if (!context.language) return true;
  if (about === null) return !isOfSecond(context, wordsIn(sentence, span[0], cue[0]));
  if (cue[1] <= about[0]) {
    const between = wordsIn(sentence, cue[1], about[0]);
    return !isParted(context, between) && !deniesAnother(context, sentence, cue, about);
  }
  if (cue[0] < about[1]) return true;
  if (isOfRest(context, sentence, cue, about)) return false;
  // "sold no cameras"; "cameras supplied by Acme were not used" denies what follows.
  return !isVerb || deniesObject(context, sentence, cue) || repeatsVerb(sentence, cue);
}

const deniesObject = ({ language }: Context, { words }: Sentence, [from]: Span): boolean =>
  words.some(({ start, key }) => start === from && language!.grammar.negatesObject.has(key));

/** "The cameras that Acme was to supply were never delivered". */
const repeatsVerb = (sentence: Sentence, [, to]: Span): boolean =>
  cuesNamed(sentence, "delivered").some(
    ({ span }) => span[0] >= to && wordsIn(sentence, to, span[0]).length < VERB_REACH,
  );

/** "Nobody doubts that", "never hid that", "not without": two negations that make a telling; the second is one itself ("did not deny"). */
function isTurned({ language }: Context, sentence: Sentence, cue: Span, clause: Span): boolean {
  const doubts = cuesNamed(sentence, "undenied").map(({ span }) => span);
  const negations = cuesNamed(sentence, "negation").map(({ span }) => span);
  const isNear = (first: Span, second: Span) =>
    second[0] >= first[1] && wordsIn(sentence, first[1], second[0]).length < VERB_REACH;
  if (doubts.some(doubt => isNear(cue, doubt))) return true;
  if (doubts.some(doubt => doubt[0] === cue[0] && negations.some(first => isNear(first, cue)))) return true;
  const lacking = language?.grammar.lacking;
  return lacking !== undefined && wordsIn(sentence, cue[1], clause[1]).some(({ key }) => lacking.has(key));
}

/** "“We never sold it to Rwanda”, he said": words between quotation marks deny what stands between the same marks. */
const quotesWhole = (quote: QuoteMention, { about }: Told): boolean =>
  about !== null && inside(about, quote.span);

/** Whether a claim is denied: by a negation that stands with what it is about, in its quotation marks if it stands in some. */
export function polarityOf(context: Context, sentence: Sentence, told: Told): Claim["polarity"] {
  const negated = cuesNamed(sentence, "negation").some(
    cue =>
      (inside(cue.span, told.span) || bringsIn(sentence, cue.span, told.span)) &&
      !isOnly(sentence, cue.span) &&
      !cuesNamed(sentence, "falseNegation").some(other => inside(cue.span, other.span)) &&
      // "countries that are not free" are a class of states.
      !sentence.classes.some(named => inside(cue.span, named.span)) &&
      !sentence.quotes.some(quote => inside(cue.span, quote.span) && !quotesWhole(quote, told)) &&
      !isTurned(context, sentence, cue.span, told.span) &&
      (isWhole(sentence, cue.span) || denies(context, sentence, cue.span, told)),
  );
  return negated ? "negative" : "positive";
}

/** "Неправда, что": what is denied is a clause of its own right behind it. */
const bringsIn = (sentence: Sentence, cue: Span, [from]: Span): boolean =>
  cue[1] <= from && from - cue[1] <= THAT_REACH && isWhole(sentence, cue);

/** "It is false that", "nearly sold": denials that are known to be of what follows. */
const isWhole = (sentence: Sentence, [from, to]: Span): boolean =>
  (["falseThat", "reportThat", "averts"] as const).some(name =>
    cuesNamed(sentence, name).some(({ span }) => span[0] === from && span[1] === to),
  );
