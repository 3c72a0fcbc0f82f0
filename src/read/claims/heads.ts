import { simplified } from "../../text/tokens/simplified.ts";
import { NUMBER, SIGN, WORD } from "../../text/tokens/token.ts";
import type { Quantity } from "../../text/types.ts";
import { isBaseVerb } from "../analysis/counted-verbs.ts";
import { isRate } from "../analysis/rates.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import { nounKey } from "../nouns.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import type { Context } from "./context.ts";
import { wordIndex } from "./material.ts";
import { isMoney, isTime } from "./units.ts";

/** How many words may stand between a number and the noun that it counts ("thousands of Chinese-made cameras"). */
const REACH = 7;
/** Characters of a script without spaces in which the noun stands. */
const DENSE_REACH = 12;

export interface Head {
  /** Singular noun in the text's language. */
  readonly unit: string;
  readonly span: Span;
}

/** Units that are read with the number and are no nouns. */
const isSettled = (unit: string): boolean =>
  isMoney(unit) || isTime(unit) || unit === "multiple" || unit.startsWith("percent") || isRate(unit);

/** Where the phrase behind a number ends: at a verb, a mark, a preposition, a date, another number. */
function ends(sentence: Sentence, language: LanguageLexicon, word: Word, first: boolean): boolean {
  const { grammar } = language;
  if (word.kind === NUMBER) return true;
  if (word.kind === SIGN) return word.key !== "'" && word.key !== "-";
  if (grammar.prepositions.has(word.key) || grammar.verbs.has(word.key) || grammar.joining.has(word.key))
    return true;
  // "gave fourteen officers a course": an article begins another phrase.
  if (!first && grammar.determiners.has(word.key)) return true;
  const at: Span = [word.start, word.end];
  return (
    sentence.dates.some(date => inside(at, date.span)) ||
    ((!first || isBaseVerb(word, language)) &&
      sentence.frames.some(
        cue => (cue.part === "gives" || cue.part === "takes") && cue.span[0] === word.start,
      ))
  );
}

/** The words of the phrase behind a number; "of the city's cameras" belongs to "304 of the city's cameras". */
function phraseBehind(sentence: Sentence, language: LanguageLexicon, from: number): Word[] {
  const { words } = sentence;
  let at = from;
  if (language.grammar.of.has(words[at]?.key ?? "") && !language.grammar.locating.has(words[at]!.key)) at++;
  while (at > from && language.grammar.determiners.has(words[at]?.key ?? "")) at++;
  if (at > from && words[at]?.kind === NUMBER) at++;
  const found: Word[] = [];
  for (let i = at; i < words.length && i < at + REACH; i++) {
    const word = words[i]!;
    if (ends(sentence, language, word, i === at) && !isSuspended(words, i, language)) break;
    found.push(word);
  }
  return found;
}

/** "low- and middle-income countries": the word that joins stands behind a hyphen that hangs. */
const isSuspended = (words: readonly Word[], i: number, { grammar }: LanguageLexicon): boolean =>
  grammar.joining.has(words[i]!.key) && words[i]!.gap && words[i - 1]?.key === "-" && !words[i - 1]!.gap;

const isPlural = (word: Word): boolean => word.kind === WORD && word.stem !== word.key;

/** The last noun of an English phrase that the codebook counts in; a plural behind it ("police dogs") is the head instead. */
function lastNoun(phrase: readonly Word[], language: LanguageLexicon): Word | null {
  const known = (word: Word) => language.nouns.units.has(word.stem);
  const i = phrase.findLastIndex(known);
  if (i < 0) return null;
  const owner = phrase[i + 1]?.key === "'";
  const behind = phrase.slice(i + 1).find(word => isPlural(word) && word.caps === 0);
  if (isPlural(phrase[i]!) && !owner) return phrase[i]!;
  return behind ?? (owner ? null : phrase[i]!);
}

/** The first noun that is known; where adjectives stand before their noun, of several in a row the last ("полицейских участка"). */
function firstNoun(phrase: readonly Word[], language: LanguageLexicon): Word | undefined {
  let i = phrase.findIndex(word => language.nouns.units.has(word.stem));
  while (!language.grammar.behind && i >= 0 && language.nouns.units.has(phrase[i + 1]?.stem ?? "")) i++;
  return phrase[i];
}

/** The noun in a script without spaces: the last one that the codebook knows before a mark or a small word. */
function denseNoun(
  text: string,
  { span, number }: Quantity,
  { language, sentence }: { language: LanguageLexicon; sentence: Sentence },
): Head | null {
  const from = number[1];
  const run = denseRun(text, from, { language, sentence });
  if (run === "") return null;
  // "1200名警察举办了培训": what stands before the verb is counted, where that is a noun that is known.
  // A word that may be a noun ("培训") is a verb before the marks of the past, and behind "for" ("为50个国家培训警官").
  const isFor = () =>
    language.grammar.prepositions.has(sentence.words[wordIndex(sentence.words, span[0]) - 1]?.key ?? "");
  const isVerb = ([start, end]: Span) =>
    isFor() ||
    language.grammar.past.has(text.slice(end, end + 1)) ||
    !sentence.frames.some(cue => cue.part === "nouns" && cue.span[0] === start);
  const verb = sentence.frames.find(
    ({ part, span }) =>
      (part === "gives" || part === "takes") && span[0] > from && span[0] < from + run.length && isVerb(span),
  );
  const { codes, places, entities } = sentence;
  const isPart = (start: number, end: number) =>
    (end - start === 1 && codes.some(({ span }) => span[0] < from + end && from + end < span[1])) ||
    [places, entities].some(names => names.some(name => inside([from + start, from + end], name.span)));
  const found = verb && lastWritten(run.slice(0, verb.span[0] - from), language, isPart);
  const best = found ?? lastWritten(run, language, isPart);
  return best && { unit: best.noun, span: [from, from + best.end] };
}

/** The characters behind a number in which its noun stands: a name among them is stepped over, whatever it is written with ("1200个华为摄像头"). */
function denseRun(
  text: string,
  from: number,
  { language, sentence }: { language: LanguageLexicon; sentence: Sentence },
): string {
  const pattern = language.grammar.denseRun;
  const runFrom = (at: number): number =>
    at + (pattern?.exec(simplified(text.slice(at, at + DENSE_REACH)))?.[0].length ?? 0);
  const named =
    (at: number) =>
    ({ span }: { readonly span: Span }) =>
      span[0] >= from && span[0] <= at && span[1] > at;
  let to = runFrom(from);
  for (let names = 0; names < MOST_NAMES && to > from; names++) {
    const name = sentence.entities.find(named(to)) ?? sentence.places.find(named(to));
    if (!name) break;
    to = runFrom(name.span[1]);
  }
  return simplified(text.slice(from, to));
}

/** Names between a number and its noun at most ("14个肯尼亚华为摄像头"). */
const MOST_NAMES = 2;

/** The noun that ends last in a run of characters, the longest of those that end there, which is no part of a name or of another word. */
function lastWritten(
  run: string,
  language: LanguageLexicon,
  isPart: (start: number, end: number) => boolean,
): { noun: string; end: number } | null {
  for (let end = run.length; end > 0; end--)
    for (const noun of language.nouns.writtenBy.get(run[end - 1]!) ?? NO_NOUNS)
      if (
        run.endsWith(noun, end) &&
        (noun.length > 1 || end <= NEAR || end === run.length) &&
        !isPart(end - noun.length, end)
      )
        return { noun, end };
  return null;
}

/** Further behind, a single character that more follows is a part of another word ("280个摄像头识别人脸"). */
const NEAR = 3;

const NO_NOUNS: readonly string[] = [];

/**
 * The noun that a number counts, looked up among the nouns that the codebook counts in: the last of an English phrase ("police
 * officers"), the first of other languages, where adjectives stand behind. Null where the number's own unit stands.
 */
export function headOf(context: Context, sentence: Sentence, q: Quantity): Head | null {
  const { language, document } = context;
  if (!language || isSettled(q.unit)) return null;
  if (language.grammar.bareNames) {
    const head = denseNoun(document.text, q, { language, sentence });
    return head && { unit: head.unit, span: [q.span[0], Math.max(head.span[1], q.number[1])] };
  }
  const phrase = phraseBehind(sentence, language, wordIndex(sentence.words, q.number[1]));
  const english = language.frames.language === "en";
  const noun = english ? lastNoun(phrase, language) : firstNoun(phrase, language);
  if (!noun) return null;
  const span: Span = [q.span[0], noun.end];
  if (english) return { unit: noun.stem, span };
  return { unit: nounKey(q.unit, language.stem) === noun.stem ? q.unit : noun.key, span };
}
