import { SIGN } from "../../text/tokens/token.ts";
import type { Quantity } from "../../text/types.ts";
import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import type { LanguageLexicon } from "../lexicon.ts";
import type { Word } from "../phrases.ts";
import type { Span } from "../types.ts";
import { wordIndex } from "./material.ts";

/** The whole of which a share is taken. */
export interface Population {
  readonly words: string;
  readonly span: Span;
}

/** Longest noun phrase, in words, and how far a class may stand behind "of". */
const REACH = 9;
/** Characters between a word of change and its amount. */
const CHANGE_REACH = 30;
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
  // "fell by 46% in areas with cameras": the place of a change is not what a share is of.
  if (grammar.locating.has(first.key) && changes(sentence, after)) return null;
  at++;
  // A participle ("countries supplied by") belongs to the noun, a finite verb ("went to") does not.
  const isVerb = ({ key, start }: Word): boolean =>
    grammar.verbs.has(key) ||
    (!key.endsWith("ed") &&
      sentence.frames.some(
        cue =>
          (cue.part === "gives" || cue.part === "takes") &&
          cue.span[0] === start &&
          cue.span[1] - start > key.length,
      ));
  const limit = words[Math.min(at + REACH, words.length) - 1]?.end ?? after;
  let stop = at;
  while (stop < words.length && stop - at < REACH) {
    const word = words[stop]!;
    if (sentence.dates.some(date => inside([word.start, word.end], date.span) && date.start !== "")) break;
    if ((word.kind === SIGN && isMark(word.key)) || (stop > at && isVerb(word))) break;
    stop++;
  }
  const named = sentence.classes.find(each => inside(each.span, [first.end, limit]));
  const blocked =
    named &&
    words.slice(at, wordIndex(words, named.span[0])).some(w => isMark(w.key) || grammar.verbs.has(w.key));
  if (named && !blocked) return { words: text.slice(...named.span), span: closing(text, named.span) };
  // "合同公开了金额": of what stands before a mark of the past, the last two characters are the verb.
  if (grammar.past.has(words[stop]?.key ?? "") && stop - at > DENSE_VERB) stop -= DENSE_VERB;
  while (stop > at && (grammar.prepositions.has(words[stop - 1]!.key) || words[stop - 1]!.key === "as"))
    stop--;
  while (at < stop && grammar.determiners.has(words[at]!.key)) at++;
  if (stop <= at) return null;
  const span: Span = [words[at]!.start, words[stop - 1]!.end];
  return { words: text.slice(...span), span };
}

/** Characters of most verbs in a script without spaces. */
const DENSE_VERB = 2;

/** Characters between a word for making up and the share, at most. */
const WHOLE_REACH = 16;

/** "占全球市场的三分之一": what stands between the word for making up and the share is the whole. */
export function madeUpOf(
  text: string,
  { words }: Sentence,
  language: LanguageLexicon | null,
  { span: [from], unit, fraction }: Quantity,
): Population | null {
  if (!language || language.grammar.makesUp.size === 0 || !(fraction || unit === "percent")) return null;
  const { makesUp, of } = language.grammar;
  const end = wordIndex(words, from) - 1;
  if (!of.has(words[end]?.key ?? "")) return null;
  let at = end - 1;
  while (at >= 0 && end - at <= WHOLE_REACH && words[at]!.kind !== SIGN && !makesUp.has(words[at]!.key)) at--;
  if (!makesUp.has(words[at]?.key ?? "") || end - at < 2) return null;
  const span: Span = [words[at + 1]!.start, words[end - 1]!.end];
  return { words: text.slice(...span), span };
}

/** A word of rising or falling stands shortly before. */
const changes = (sentence: Sentence, at: number): boolean =>
  sentence.cues.some(
    ({ name, span }) => (name === "rose" || name === "fell") && span[1] <= at && at - span[1] < CHANGE_REACH,
  );

/** A quotation mark that closes right behind belongs to the phrase. */
function closing(text: string, [from, to]: Span): Span {
  return /[”"’»]/.test(text[to] ?? "") && /[“"‘«]/.test(text[from - 1] ?? "") ? [from, to + 1] : [from, to];
}
