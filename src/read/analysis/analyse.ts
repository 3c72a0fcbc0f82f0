import type { PlaceMention } from "../../text/types.ts";
import type { Grammar } from "../grammar.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { type Stemmer, type Word, wordsOf } from "../phrases.ts";
import type { Document, Span } from "../types.ts";
import { asidesOf } from "./asides.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { clausesOf } from "./clauses.ts";
import { withoutVerbs } from "./counted-verbs.ts";
import { type Dealers, dealersOf } from "./deal.ts";
import { leavesOpen, withDenials } from "./denials.ts";
import { keepEntities } from "./entities.ts";
import { insertedIn } from "./inserted.ts";
import { type Told, telling } from "./named-before.ts";
import { withoutObjectMarks } from "./object-marks.ts";
import { pointedIn } from "./pointed.ts";
import { withRates } from "./rates.ts";
import { isQuestion } from "./sentences.ts";
import { inside, overlaps, sifted } from "./spans.ts";
import { type NameFound, namesIn, tag } from "./tags.ts";
import { type Manner, mannerOf, toldBy } from "./told-by.ts";
import type { EntityMention, FrameCue, Sentence } from "./types.ts";

type Spanned = { readonly span: Span };

/** A sentence before the text has decided which names count: the rest of it is written in then. */
export interface Unsettled {
  readonly sentence: Sentence & {
    frames: readonly FrameCue[];
    entities: readonly EntityMention[];
    places: readonly PlaceMention[];
  };
  readonly names: readonly NameFound[];
}

/** What the sentences of a document are analysed with, taken once for all of them. */
interface Ground {
  readonly document: Document;
  readonly lexicon: Lexicon;
  readonly language: LanguageLexicon | null;
  readonly grammar: Grammar | undefined;
  readonly deal: Dealers;
  readonly manner: Manner;
  readonly stem: Stemmer;
  readonly marksObject: ReadonlySet<string>;
  readonly isCyrillic: boolean;
}

function groundOf(document: Document, lexicon: Lexicon): Ground {
  const language = lexicon.language(document.language);
  const grammar = language?.grammar;
  return {
    document,
    lexicon,
    language,
    grammar,
    deal: dealersOf(document),
    manner: mannerOf(document.language, grammar),
    stem: language?.stem ?? (word => word),
    marksObject: grammar?.marksObject ?? NONE,
    isCyrillic: CYRILLIC.test(document.text),
  };
}

const CYRILLIC = /\p{Script=Cyrillic}/u;

function sentenceOf(
  { span, paragraph, heading, item }: Block,
  index: number,
  { document, lexicon, language, grammar, deal, manner, stem, marksObject, isCyrillic }: Ground,
): Unsettled {
  const { text } = document;
  const words = wordsOf(text, span, stem);
  const { cues: tagged, frames, classes, codes: coded, heads } = tag(words, language);
  const quotes = deal.quotes(span);
  const dates = sifted(deal.dates(span), date => !isName(date, words, span, document.published));
  const counts = withoutVerbs(deal.quantities(span), { words, frames, language });
  const quantities = withRates(counts, words, grammar);
  const places = sifted(deal.places(span), place => !isCurrency(text, place.span, quantities));
  // "59 نظاما عام 2023": a word of a date makes no phrase with the word before it.
  const codes =
    dates.length === 0
      ? coded
      : sifted(
          coded,
          code => !dates.some(each => overlaps(code.span, each.span) && !inside(each.span, code.span)),
        );
  const names = namesIn(text, words, lexicon, isCyrillic);
  const meant = withoutObjectMarks(tagged, {
    words,
    marks: marksObject,
    things: [names, places, quantities],
  });
  const cues = withDenials(meant, { frames, codes, words, joining: manner.joining });
  const found = deal.attributions(span);
  const { attribution, voices } = toldBy(
    { text, span, words, cues, classes, codes, dates, quantities, quotes, found },
    manner,
  );
  // Written out, since objects that are put together by spreading are many times slower to make.
  const sentence = {
    index,
    span,
    paragraph,
    heading,
    item,
    question: isQuestion(text, span) || leavesOpen(cues, frames),
    words,
    clauses: clausesOf({
      span,
      words,
      cues,
      frames,
      joints: grammar?.listJoints ?? NONE,
      agents: grammar?.agents ?? NONE,
      relatives: grammar?.relatives ?? NONE,
      didSo: grammar?.didSo ?? NONE,
      places,
    }),
    cues,
    frames,
    classes,
    codes,
    heads,
    entities: NOTHING,
    places,
    dates,
    quantities,
    quotes,
    attribution,
    voices,
    asides: grammar ? asidesOf({ span, words, cues, quantities, grammar }) : NOTHING,
    inserted: grammar ? insertedIn(words, grammar) : NOTHING,
    derived: { cues: null, states: null, parts: null },
  };
  return { sentence, names };
}

const NOTHING: readonly never[] = [];

const NONE: ReadonlySet<string> = new Set();

/** "522 billion US dollars", "US$": the country of a currency is no place that is spoken of. */
const isCurrency = (text: string, place: Span, quantities: Sentence["quantities"]): boolean =>
  text[place[1]] === "$" ||
  quantities.some(
    ({ unit, unitSpan }) => /^[A-Z]{3}$/.test(unit) && unitSpan !== null && overlaps(unitSpan, place),
  );

/** "Access Now": a word for the present with a capital inside a sentence. */
const isName = (
  date: Sentence["dates"][number],
  words: readonly Word[],
  span: Span,
  published: string,
): boolean =>
  published !== "" &&
  date.start === published &&
  date.end === published &&
  date.span[0] > span[0] &&
  words.some(word => word.start === date.span[0] && word.end === date.span[1] && word.caps > 0);

/** Which names are common words in a language; of one without frames nothing is known, and all that are in English may be. */
function commonIn(language: LanguageLexicon | null): (name: string) => boolean {
  const common = new Set(language?.frames.commonNames.split("|"));
  return name => language === null || common.has(name);
}

/** Without places inside names of those who are at home elsewhere: the "Punjab Safe Cities Authority" is in Pakistan. */
function atHome(
  places: readonly PlaceMention[],
  named: readonly EntityMention[],
  { entities }: Lexicon,
): readonly PlaceMention[] {
  const isAbroad = ({ span, country }: PlaceMention) =>
    named.some(({ id, span: name }) => {
      const home = entities.get(id)?.country ?? "";
      return home !== "" && home !== country && inside(span, name);
    });
  return places.some(isAbroad) ? places.filter(place => !isAbroad(place)) : places;
}

const byStart = (a: Spanned, b: Spanned): number => a.span[0] - b.span[0];

/** Adds whom a sentence speaks of without a name, and remembers whom it names for the next. */
function point(
  sentence: Unsettled["sentence"],
  text: string,
  before: Told[],
  known: { readonly lexicon: Lexicon; readonly language: LanguageLexicon },
): void {
  const { places, entities } = pointedIn(text, sentence, before, known);
  if (places.length > 0) sentence.places = [...sentence.places, ...places].sort(byStart);
  if (entities.length > 0) sentence.entities = [...sentence.entities, ...entities].sort(byStart);
  before.push(telling(sentence, known.lexicon, known.language.grammar));
}

/** Words inside a name ("Export-Import Bank") or a date ("в прошлом году") tell of nothing. */
function framesApart({ frames, dates }: Sentence, own: readonly EntityMention[]): readonly FrameCue[] {
  if (frames.length === 0 || own.length + dates.length === 0) return frames;
  const isPart = (cue: FrameCue, { span }: Spanned): boolean =>
    overlaps(cue.span, span) && !inside(span, cue.span);
  return sifted(
    frames,
    cue => !own.some(each => isPart(cue, each)) && !dates.some(each => isPart(cue, each)),
  );
}

/** The sentences of a document with everything that the lexicon and the language know in them. */
export function analyse(document: Document, lexicon: Lexicon, sure = new Set<string>()): Sentence[] {
  const ground = groundOf(document, lexicon);
  const { language, deal } = ground;
  const found = blocksOf(document.text, document.language, deal.isPlaceAt).map((block, index) =>
    sentenceOf(block, index, ground),
  );
  const entities = keepEntities(found, lexicon, {
    sure,
    isCommon: commonIn(language),
    isAid: word => language?.grammar.passive.has(word) || language?.grammar.verbs.has(word) || false,
  });
  const before: Told[] = [];
  const known = language?.pointers ? { lexicon, language } : null;
  return found.map(({ sentence }, i) => {
    const own = entities[i]!;
    if (own.length > 0) {
      sentence.entities = own;
      sentence.places = atHome(sentence.places, own, lexicon);
    }
    sentence.frames = framesApart(sentence, own);
    if (known) point(sentence, document.text, before, known);
    return sentence;
  });
}
