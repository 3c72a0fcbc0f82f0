import { DENSE, WORD } from "../../text/tokens/token.ts";
import { inside } from "../analysis/spans.ts";
import type { QuoteMention, Sentence } from "../analysis/types.ts";
import type { Word } from "../phrases.ts";
import type { Attribution, Span } from "../types.ts";
import type { Context, Draft, Scene } from "./context.ts";
import { clauseAt, draft, hasCue } from "./draft.ts";
import { wordIndex } from "./material.ts";

/** Quotations of fewer words are terms and titles, unless somebody is said to call something so. */
const SPOKEN_WORDS = 4;
/** Characters of a script without spaces that make as much as four words. */
const SPOKEN_CHARACTERS = 7;

const wordsIn = (sentence: Sentence, span: Span): Word[] =>
  sentence.words.filter(
    word => (word.kind === WORD || word.kind === DENSE) && inside([word.start, word.end], span),
  );

/** A title: every longer word has a capital. */
function isTitle(words: readonly Word[]): boolean {
  const long = words.filter(word => word.end - word.start > 3);
  return long.length > 0 && long.every(word => word.caps > 0);
}

/** Marks around a term that the book knows (a class, a product, a topic) only name it. */
function isTerm(sentence: Sentence, words: Span): boolean {
  const known = [...sentence.classes, ...sentence.codes, ...sentence.entities];
  return known.some(
    each => inside(each.span, words) && words[1] - words[0] - (each.span[1] - each.span[0]) < 12,
  );
}

/** «Безопасный город»: marks around the name of a body or a product of the book quote nobody. */
const isName = ({ entities, attribution, voices }: Sentence, words: Span): boolean =>
  entities.some(({ span }) => span[0] <= words[0] && span[1] >= words[1]) ||
  (attribution !== null && inside(words, attribution.span)) ||
  voices.some(voice => inside(words, voice.attribution.span));

const SPEAKER_REACH = 8;
/** Characters between "called" and what it was called ("called the plan “a door left open”"). */
const NAMED_REACH = 24;

/** Who "calls" it so: the words between "what" (or the clause's start) and the verb right before the marks. */
function caller(context: Context, sentence: Sentence, quote: Span): Attribution | null {
  const cue = sentence.cues.find(
    each => each.name === "calls" && each.span[1] <= quote[0] && quote[0] - each.span[1] <= NAMED_REACH,
  );
  if (!cue) return null;
  const verb = wordIndex(sentence.words, cue.span[0]);
  let from = verb;
  while (
    from > 0 &&
    verb - from < SPEAKER_REACH &&
    !context.language?.grammar.what.has(sentence.words[from - 1]!.key) &&
    !/[,;–—]/.test(sentence.words[from - 1]!.key)
  )
    from--;
  if (from === verb) return null;
  const span: Span = [sentence.words[from]!.start, sentence.words[verb - 1]!.end];
  return { to: context.document.text.slice(...span), span };
}

function quotation(context: Context, scene: Scene, quote: QuoteMention): Draft | null {
  const { sentence } = scene;
  const words = wordsIn(sentence, quote.words);
  const by = caller(context, sentence, quote.span);
  const dense = words.filter(word => word.kind === DENSE).length;
  const spoken = words.length - dense >= SPOKEN_WORDS || dense >= SPOKEN_CHARACTERS;
  const said = sentence.attribution !== null && hasCue(sentence, sentence.span, "says", "accordingTo");
  if (isTitle(words) || isName(sentence, quote.words) || (isTerm(sentence, quote.words) && !said))
    return null;
  if (!spoken && !by && !(said && words.length >= 2)) return null;
  const clause = clauseAt(scene, quote.span);
  const common = draft({ context, scene, span: quote.span, clause }, { kind: "quote", form: "quotation" });
  const { text } = context.document;
  return {
    ...common,
    span: quote.span,
    quoted: text.slice(...quote.words).trim(),
    attribution: by ?? sentence.attribution,
    polarity: "positive",
  };
}

/** Words that the text puts between quotation marks as somebody's, with the speaker where one is named. */
export function quotationClaims(context: Context, scene: Scene): Draft[] {
  const { quotes } = scene.sentence;
  if (quotes.length === 0) return [];
  return quotes.map(quote => quotation(context, scene, quote)).filter(claim => claim !== null);
}
