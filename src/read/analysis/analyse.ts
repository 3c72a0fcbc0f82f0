import { auxiliariesOf } from "../../text/index.ts";
import type { PlaceMention } from "../../text/types.ts";
import type { LanguageLexicon, Lexicon } from "../lexicon.ts";
import { type Word, wordsOf } from "../phrases.ts";
import type { Document, Span } from "../types.ts";
import { asidesOf } from "./asides.ts";
import { attributionOf } from "./attribution.ts";
import { voicesByPart } from "./attribution-parts.ts";
import { type Block, blocksOf } from "./blocks.ts";
import { clausesOf } from "./clauses.ts";
import { type Dealers, dealersOf } from "./deal.ts";
import { leavesOpen, withDenials } from "./denials.ts";
import { keepEntities } from "./entities.ts";
import { insertedIn } from "./inserted.ts";
import { type Told, telling } from "./named-before.ts";
import { withoutObjectMarks } from "./object-marks.ts";
import { pointedIn } from "./pointed.ts";
import { withQuotedName } from "./quoted-name.ts";
import { isQuestion } from "./sentences.ts";
import { inside, overlaps } from "./spans.ts";
import { type NameFound, namesIn, tag } from "./tags.ts";
import type { EntityMention, FrameCue, Sentence } from "./types.ts";
import { isPublisher, voicesOf } from "./voices.ts";

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

function sentenceOf(
  document: Document,
  lexicon: Lexicon,
  { span, paragraph, heading, item }: Block,
  index: number,
  deal: Dealers,
): Unsettled {
  const { text } = document;
  const language = lexicon.language(document.language);
  const grammar = language?.grammar;
  const words = wordsOf(text, span, language?.stem ?? (word => word));
  const { cues: tagged, frames, classes, codes: coded, heads } = tag(words, language);
  const quotes = deal.quotes(span);
  const dates = deal.dates(span).filter(date => !isName(date, words, span, document.published));
  const quantities = deal.quantities(span);
  const places = deal.places(span).filter(place => !isCurrency(text, place.span, quantities));
  // "59 نظاما عام 2023": a word of a date makes no phrase with the word before it.
  const codes = coded.filter(
    code => !dates.some(each => overlaps(code.span, each.span) && !inside(each.span, code.span)),
  );
  const names = namesIn(text, words, lexicon);
  const things = () => [names, places, quantities].flatMap(spansOf);
  const cues = withDenials(withoutObjectMarks(tagged, { words, grammar, things }), {
    frames,
    codes,
    words,
    joining: grammar?.joining ?? NONE,
  });
  const verbs = grammar?.verbs ?? NONE;
  const told = {
    text,
    span,
    dates,
    known: [...spansOf(classes), ...spansOf(codes), ...spansOf(quantities)],
    found: deal.attributions(span),
    cues,
    quoted: spansOf(quotes),
    numbers: spansOf(quantities),
    joining: grammar?.joining ?? NONE,
    verbFirst: grammar?.verbFirst ?? false,
    verbs,
    fillers: grammar?.fillers ?? NONE,
    pronouns: grammar?.pronouns ?? NONE,
    indefinite: grammar?.indefinite ?? NONE,
    makers: grammar?.makers ?? NONE,
    openSaid: grammar?.openSaid ?? NONE,
    listener: grammar?.listener ?? null,
    peopleAt: grammar?.peopleAt ?? null,
    makerName: grammar?.makerName ?? null,
    auxiliaries: auxiliariesOf(document.language),
  };
  const attribution = withQuotedName(attributionOf(told), {
    text,
    language: document.language.slice(0, 2),
    quoted: told.quoted,
  });
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
    entities: [],
    places,
    dates,
    quantities,
    quotes,
    attribution: withVoices(attribution, { text, span, words, cues, quotes, stops: verbs }),
    voices: voicesByPart(told),
    asides: grammar ? asidesOf({ span, words, cues, quantities, grammar }) : [],
    inserted: grammar ? insertedIn(words, grammar) : [],
    derived: { cues: null, parts: null },
  };
  return { sentence, names };
}

const spansOf = (items: readonly Spanned[]): readonly Span[] =>
  items.length === 0 ? NO_SPANS : items.map(each => each.span);

const NO_SPANS: readonly Span[] = [];

const NONE: ReadonlySet<string> = new Set();

/** "522 billion US dollars", "US$": the country of a currency is no place that is spoken of. */
const isCurrency = (text: string, place: Span, quantities: Sentence["quantities"]): boolean =>
  text[place[1]] === "$" ||
  quantities.some(
    ({ unit, unitSpan }) => /^[A-Z]{3}$/.test(unit) && unitSpan !== null && overlaps(unitSpan, place),
  );

/** The speaker with whoever passes it on or counted; the first of those speaks where nobody else does. */
function withVoices(
  attribution: Sentence["attribution"],
  material: Parameters<typeof voicesOf>[0],
): Sentence["attribution"] {
  const chain = voicesOf(material, attribution?.span ?? null);
  if (chain.length === 0) return attribution;
  if (attribution) return { ...attribution, chain };
  const speaker = chain.findIndex(({ span }) => !isPublisher(material, span));
  const { to, span } = chain[speaker] ?? { to: "", span: chain[0]!.span };
  const rest = chain.filter((_, i) => i !== speaker);
  return rest.length > 0 ? { to, span, chain: rest } : { to, span };
}

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

/** The sentences of a document with everything that the lexicon and the language know in them. */
export function analyse(document: Document, lexicon: Lexicon, sure = new Set<string>()): Sentence[] {
  const deal = dealersOf(document);
  const language = lexicon.language(document.language);
  const found = blocksOf(document.text, document.language, deal.isPlaceAt).map((block, index) =>
    sentenceOf(document, lexicon, block, index, deal),
  );
  const entities = keepEntities(found, lexicon, {
    sure,
    isCommon: commonIn(language),
    isAid: word => language?.grammar.passive.has(word) || language?.grammar.verbs.has(word) || false,
  });
  const before: Told[] = [];
  return found.map(({ sentence }, i) => {
    const own = entities[i]!;
    if (own.length > 0) {
      sentence.entities = own;
      sentence.places = atHome(sentence.places, own, lexicon);
    }
    const named = [...own, ...sentence.dates];
    // Words inside a name ("Export-Import Bank") or a date ("в прошлом году") tell of nothing.
    if (named.length > 0 && sentence.frames.length > 0)
      sentence.frames = sentence.frames.filter(
        cue => !named.some(each => overlaps(cue.span, each.span) && !inside(each.span, cue.span)),
      );
    if (language?.pointers) point(sentence, document.text, before, { lexicon, language });
    return sentence;
  });
}
