import {
  auxiliariesOf,
  findAttributions,
  findQuotations,
  readDates,
  readPlaces,
  readQuantities,
  splitParagraphs,
  splitSentences,
} from "../../text/index.ts";
import type { EntityName } from "../entity-names.ts";
import type { GapPhrase, LanguageLexicon, Lexicon } from "../lexicon.ts";
import { type Word, wordsOf } from "../phrases.ts";
import type { Document, Span } from "../types.ts";
import { asidesOf } from "./asides.ts";
import { attributionOf } from "./attribution.ts";
import { voicesByPart } from "./attribution-parts.ts";
import { clausesOf } from "./clauses.ts";
import { hedgedDurations } from "./durations.ts";
import { keepEntities } from "./entities.ts";
import { isHeading, isQuestion } from "./sentences.ts";
import { inside, longest, overlaps } from "./spans.ts";
import type {
  ClassMention,
  CodeMention,
  Cue,
  EntityMention,
  FrameCue,
  HeadMention,
  Sentence,
} from "./types.ts";
import { isPublisher, voicesOf } from "./voices.ts";

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
  classes: ClassMention[];
  codes: CodeMention[];
  readonly heads: HeadMention[];
}

/** Most words between the two parts of a phrase with a gap. */
const WIDEST_GAP = 5;

/** The second part of a phrase behind its first, with no mark between: the whole tells its code. */
function closeGap(
  words: readonly Word[],
  first: { readonly from: number; readonly to: number } | undefined,
  { gap, from, to }: { readonly gap: GapPhrase; readonly from: number; readonly to: number },
  { codes }: Tagged,
): void {
  if (!first || from < first.to || from - first.to > WIDEST_GAP) return;
  if (words.slice(first.to, from).some(word => /^[,;:.!?]$/.test(word.key))) return;
  codes.push({ ...gap, span: [words[first.from]!.start, words[to - 1]!.end] });
}

function tag(words: readonly Word[], language: LanguageLexicon | null): Tagged {
  const found: Tagged = { cues: [], frames: [], classes: [], codes: [], heads: [] };
  const opened = new Map<GapPhrase, { readonly from: number; readonly to: number }>();
  language?.index.match(words, (tags, from, to) => {
    const span: Span = [words[from]!.start, words[to - 1]!.end];
    for (const value of tags) {
      if (value.type === "cue") found.cues.push({ name: value.name, span });
      else if (value.type === "frame") found.frames.push({ frame: value.frame, part: value.part, span });
      else if (value.type === "class") found.classes.push({ series: value.series, code: value.code, span });
      else if (value.type === "gap" && value.part === "first") opened.set(value.gap, { from, to });
      else if (value.type === "gap")
        closeGap(words, opened.get(value.gap), { gap: value.gap, from, to }, found);
      else if (value.type === "head") found.heads.push({ kind: value.kind, field: value.field, span });
      else found.codes.push({ list: value.list, code: value.code, span });
    }
  });
  if (found.classes.length > 1) found.classes = longest(found.classes);
  if (found.codes.length > 1) found.codes = longest(found.codes);
  return found;
}

/** A name found, before the text has decided whether a weak one counts. */
export interface NameFound extends Spanned {
  readonly name: EntityName;
}

function namesIn(text: string, words: readonly Word[], lexicon: Lexicon): NameFound[] {
  const found: NameFound[] = [];
  lexicon.names.match(
    words,
    (values, from, to) => {
      const span: Span = [words[from]!.start, words[to - 1]!.end];
      let caps = 0;
      for (let i = from; i < to; i++) caps = Math.max(caps, words[i]!.caps);
      const caseless = text[span[0]]!.toLowerCase() === text[span[0]]!.toUpperCase();
      for (const name of values)
        if (caps >= name.caps || (name.caps === 1 && caseless)) found.push({ span, name });
    },
    "key",
  );
  return found.length > 1 ? longest(found) : found;
}

/** Everything found in a whole text, dealt out sentence by sentence. */
interface Dealers {
  readonly quantities: (span: Span) => Sentence["quantities"];
  readonly dates: (span: Span) => Sentence["dates"];
  readonly places: (span: Span) => Sentence["places"];
  readonly quotes: (span: Span) => Sentence["quotes"];
  readonly attributions: (span: Span) => ReturnType<typeof findAttributions>;
}

function dealersOf({ text, language, published }: Document): Dealers {
  const options = { language, date: published };
  const dates = readDates(text, options);
  const read = readQuantities(text, options);
  const numbered = new Set(read.map(({ span }) => span[1]));
  const quantities = [
    ...read,
    ...hedgedDurations(text, dates, language).filter(({ span }) => !numbered.has(span[1])),
  ];
  const quotes = findQuotations(text, language).map(({ span, inner }) => ({ span, words: inner }));
  return {
    quantities: dealer(quantities.sort((a, b) => a.span[0] - b.span[0])),
    dates: dealer(dates),
    places: dealer(readPlaces(text, options)),
    quotes: dealer(quotes),
    attributions: dealer(findAttributions(text, language)),
  };
}

/** A sentence before the text has decided which names count: the rest of it is written in then. */
export interface Unsettled {
  readonly sentence: Sentence & { frames: readonly FrameCue[]; entities: readonly EntityMention[] };
  readonly names: readonly NameFound[];
}

interface Block {
  readonly span: Span;
  readonly paragraph: number;
  readonly heading: boolean;
}

function sentenceOf(
  document: Document,
  lexicon: Lexicon,
  { span, paragraph, heading }: Block,
  index: number,
  deal: Dealers,
): Unsettled {
  const { text } = document;
  const language = lexicon.language(document.language);
  const grammar = language?.grammar;
  const words = wordsOf(text, span, language?.stem ?? (word => word));
  const { cues, frames, classes, codes, heads } = tag(words, language);
  const quotes = deal.quotes(span);
  const dates = deal.dates(span).filter(date => !isName(date, words, span, document.published));
  const quantities = deal.quantities(span);
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
    auxiliaries: auxiliariesOf(document.language),
  };
  const attribution = attributionOf(told);
  // Written out, since objects that are put together by spreading are many times slower to make.
  const sentence = {
    index,
    span,
    paragraph,
    heading,
    question: isQuestion(text, span),
    words,
    clauses: clausesOf({
      span,
      words,
      cues,
      frames,
      joints: grammar?.listJoints ?? NONE,
      agents: grammar?.agents ?? NONE,
    }),
    cues,
    frames,
    classes,
    codes,
    heads,
    entities: [],
    places: deal.places(span).filter(place => !isCurrency(text, place.span, quantities)),
    dates,
    quantities,
    quotes,
    attribution: withVoices(attribution, { text, span, words, cues, quotes, stops: verbs }),
    voices: voicesByPart(told),
    asides: grammar ? asidesOf({ span, words, cues, quantities, grammar }) : [],
    derived: { stems: null, cues: null, parts: null },
  };
  return { sentence, names: namesIn(text, words, lexicon) };
}

const spansOf = (items: readonly Spanned[]): Span[] => items.map(each => each.span);

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

/** A longer "sentence" is none that a person wrote; it is read in pieces, so that no step's time grows with its square. */
const LONGEST = 2000;

function pieces(text: string, [from, to]: Span): Span[] {
  const found: Span[] = [];
  let start = from;
  while (to - start > LONGEST) {
    const space = text.lastIndexOf(" ", start + LONGEST);
    const end = space > start ? space : start + LONGEST;
    found.push([start, end]);
    start = end;
  }
  return [...found, [start, to]];
}

/** Sentences with their paragraph; a paragraph that is one short line without an end mark is a heading. */
function blocksOf(text: string, language: string): Block[] {
  const paragraphs = splitParagraphs(text);
  let paragraph = 0;
  const sentences: Span[] = [];
  for (const span of splitSentences(text, language)) {
    if (span[1] - span[0] > LONGEST) sentences.push(...pieces(text, span));
    else sentences.push(span);
  }
  return sentences.map(span => {
    while (paragraph < paragraphs.length - 1 && span[0] >= paragraphs[paragraph]![1]) paragraph++;
    const holder = paragraphs[paragraph] ?? span;
    const whole = span[0] <= holder[0] && span[1] >= holder[1];
    return { span, paragraph, heading: whole && isHeading(text, span) };
  });
}

/** The sentences of a document with everything that the lexicon and the language know in them. */
export function analyse(document: Document, lexicon: Lexicon, sure = new Set<string>()): Sentence[] {
  const deal = dealersOf(document);
  const found = blocksOf(document.text, document.language).map((block, index) =>
    sentenceOf(document, lexicon, block, index, deal),
  );
  const entities = keepEntities(found, lexicon, sure);
  return found.map(({ sentence }, i) => {
    const own = entities[i]!;
    if (own.length > 0) sentence.entities = own;
    const named = [...own, ...sentence.dates];
    // Words inside a name ("Export-Import Bank") or a date ("в прошлом году") tell of nothing.
    if (named.length > 0 && sentence.frames.length > 0)
      sentence.frames = sentence.frames.filter(cue => !named.some(each => inside(cue.span, each.span)));
    return sentence;
  });
}
