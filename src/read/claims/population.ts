import { SIGN } from "../../text/tokens.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Span } from "../types.ts";
import { wordIndex } from "./situation.ts";

/** The whole of which a share is taken. */
export interface Population {
  readonly words: string;
  readonly span: Span;
}

/** Longest noun phrase, in words, and how far a class may stand behind "of". */
const REACH = 9;
const isMark = (key: string) => [",", ";", ":", ".", "–", "—", "(", ")", "-"].includes(key);

/**
 * The phrase after "of" that a share is of. A regime class close behind decides ("of what researchers call 'hybrid regimes'");
 * otherwise the noun phrase up to the verb. Null where no "of" follows the number.
 */
export function populationOf(
  text: string,
  sentence: Sentence,
  language: LanguageLexicon | null,
  after: number,
): Population | null {
  const { words } = sentence;
  let at = wordIndex(words, after);
  const first = words[at];
  if (!first || !language) return null;
  const { grammar } = language;
  if (!grammar.of.has(first.key)) return null;
  at++;
  const limit = words[Math.min(at + REACH, words.length) - 1]?.end ?? after;
  let stop = at;
  while (stop < words.length && stop - at < REACH) {
    const word = words[stop]!;
    if (sentence.dates.some(date => inside([word.start, word.end], date.span) && date.start !== "")) break;
    if ((word.kind === SIGN && isMark(word.key)) || (stop > at && grammar.verbs.has(word.key))) break;
    stop++;
  }
  const named = sentence.classes.find(each => inside(each.span, [first.end, limit]));
  const blocked =
    named &&
    words.slice(at, wordIndex(words, named.span[0])).some(w => isMark(w.key) || grammar.verbs.has(w.key));
  if (named && !blocked) return { words: text.slice(...named.span), span: closing(text, named.span) };
  while (stop > at && grammar.prepositions.has(words[stop - 1]!.key)) stop--;
  while (at < stop && grammar.determiners.has(words[at]!.key)) at++;
  if (stop <= at) return null;
  const span: Span = [words[at]!.start, words[stop - 1]!.end];
  return { words: text.slice(...span), span };
}

/** A quotation mark that closes right behind belongs to the phrase. */
function closing(text: string, [from, to]: Span): Span {
  return /[”"’»]/.test(text[to] ?? "") && /[“"‘«]/.test(text[from - 1] ?? "") ? [from, to + 1] : [from, to];
}
