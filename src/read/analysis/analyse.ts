import {
  findAttributions,
  findQuotations,
  readDates,
  readPlaces,
  readQuantities,
  splitSentences,
} from "../../text/index.ts";
import type { EntityName } from "../entity-names.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { type Word, wordsOf } from "../phrases.ts";
import type { Document, Span } from "../types.ts";
import { attributionOf } from "./attribution.ts";
import { clausesOf } from "./clauses.ts";
import { hedgedDurations } from "./durations.ts";
import { keepEntities } from "./entities.ts";
import { isHeading, isQuestion, paragraphsOf } from "./sentences.ts";
import { inside, longest } from "./spans.ts";
import type { ClassMention, CodeMention, Cue, FrameCue, MeasureMention, Sentence } from "./types.ts";

type Spanned = { readonly span: Span };

/** Hands out sorted items sentence by sentence in one pass over both. */
function dealer<T extends Spanned>(items: readonly T[]): (span: Span) => T[] {
  let next = 0;
  return span => {
    while (next < items.length && items[next]!.span[0] < span[0]) next++;
    const from = next;
    let to = from;
    while (to < items.length && items[to]!.span[0] < span[1]) to++;
    next = to;
    return items.slice(from, to).filter(item => item.span[1] <= span[1]);
  };
}

interface Tagged {
  readonly cues: Cue[];
  readonly frames: FrameCue[];
  readonly measures: MeasureMention[];
  readonly classes: ClassMention[];
  readonly codes: CodeMention[];
}

function tag(words: readonly Word[], language: LanguageLexicon | null): Tagged {
  const found: Tagged = { cues: [], frames: [], measures: [], classes: [], codes: [] };
  language?.index.match(words, (tags, from, to) => {
    const span: Span = [words[from]!.start, words[to - 1]!.end];
    for (const value of tags) {
      if (value.type === "cue") found.cues.push({ name: value.name, span });
      else if (value.type === "frame") found.frames.push({ frame: value.frame, part: value.part, span });
      else if (value.type === "measure") found.measures.push({ id: value.id, words: value.words, span });
      else if (value.type === "class") found.classes.push({ series: value.series, code: value.code, span });
      else found.codes.push({ list: value.list, code: value.code, span });
    }
  });
  return { ...found, classes: longest(found.classes), codes: longest(found.codes) };
}

/** A name found, before the text has decided whether a weak one counts. */
export interface NameFound extends Spanned {
  readonly name: EntityName;
}

function namesIn(text: string, words: readonly Word[], lexicon: Lexicon): NameFound[] {
  const found: NameFound[] = [];
  const exact = words.map(word => ({ ...word, stem: word.key }));
  lexicon.names.match(exact, (values, from, to) => {
    const span: Span = [words[from]!.start, words[to - 1]!.end];
    const caps = Math.max(...words.slice(from, to).map(word => word.caps));
    for (const name of values)
      if (
        caps >= name.caps ||
        (name.caps === 1 && text[span[0]]!.toLowerCase() === text[span[0]]!.toUpperCase())
      )
        found.push({ span, name });
  });
  return longest(found);
}

/** The sentences of a document with everything that the lexicon and the language know in them. */
export function analyse(document: Document, lexicon: Lexicon): Sentence[] {
  const { text, language: code, published } = document;
  const language = lexicon.language(code);
  const stem = language?.stem ?? (word => word);
  const joints = language?.grammar.listJoints ?? new Set<string>();
  const options = { language: code, date: published };
  const dates = readDates(text, options);
  const quantities = [...readQuantities(text, options), ...hedgedDurations(text, dates, code)];
  const nextQuantities = dealer(quantities.sort((a, b) => a.span[0] - b.span[0]));
  const nextDates = dealer(dates);
  const nextPlaces = dealer(readPlaces(text, options));
  const nextQuotes = dealer(findQuotations(text, code));
  const nextAttributions = dealer(findAttributions(text, code));
  const found: (Omit<Sentence, "entities"> & { names: NameFound[] })[] = [];
  paragraphsOf(text).forEach((block, paragraph) => {
    for (const span of splitSentences(text.slice(block[0], block[1]), code).map(
      ([a, b]) => [a + block[0], b + block[0]] as Span,
    )) {
      const words = wordsOf(text, span, stem);
      const tags = tag(words, language);
      const quotes = nextQuotes(span).map(quote => ({ span: quote.span, words: quote.inner }));
      const quoted = quotes.map(quote => quote.span);
      const cues = tags.cues;
      const own = nextDates(span);
      found.push({
        ...tags,
        index: found.length,
        span,
        paragraph,
        heading: isHeading(text, span) && span[0] === block[0] && span[1] === block[1],
        question: isQuestion(text, span),
        words,
        clauses: clausesOf({ span, words, joints, ...tags }),
        names: namesIn(text, words, lexicon),
        places: nextPlaces(span),
        dates: own,
        quantities: nextQuantities(span),
        attribution: attributionOf({
          text,
          span,
          dates: own,
          known: [...tags.classes, ...tags.codes].map(each => each.span),
          found: nextAttributions(span),
          cues,
          quoted,
        }),
        quotes,
      });
    }
  });
  const entities = keepEntities(found, lexicon);
  return found.map(({ names: _, ...sentence }, i) => {
    const own = entities[i]!;
    // Words inside a name ("Export-Import Bank") tell of nothing.
    const frames = sentence.frames.filter(cue => !own.some(entity => inside(cue.span, entity.span)));
    return { ...sentence, frames, entities: own };
  });
}
