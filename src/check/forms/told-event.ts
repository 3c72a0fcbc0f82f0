import type { Field } from "../../codebook/types.ts";
import type { Claim } from "../../read/types.ts";
import { idiom } from "../../text/index.ts";
import { texts } from "../gather/rows.ts";
import { fieldsOfType } from "../gather/schema.ts";
import type { RecordRow, Shelf } from "../gather/types.ts";
import { holdsName } from "../match/names-in.ts";
import { PhraseIndex } from "../match/phrase-index.ts";
import { confidenceOf, isOtherTime, timeOfRecord } from "../match/record-fit.ts";
import { withOwners } from "../match/subject.ts";
import { groupsOf, phraseIsIn } from "../match/told.ts";
import { plainWords } from "../match/words.ts";
import { isOneYear, isWithinMonth, overlaps, type Period, parsePeriod } from "../rule/period.ts";
import { isInOtherTown } from "./act-place.ts";
import { isToldByOthers } from "./evidence.ts";
import type { CheckContext } from "./types.ts";

export interface Events {
  /** All words of whoever was affected stand in the sentence. */
  readonly told: RecordRow[];
  /** Of the same sort, in the same country, told of by what happened, to whom or when, and where or with what. */
  readonly alike: RecordRow[];
  /** Like it in some words. */
  readonly near: RecordRow[];
}

/** Records of events in one of the claim's countries. Kinds of relations, acts, figures and sources have their own ways. */
export function eventsTold(claim: Claim, context: CheckContext): Events {
  const { shelf, document } = context;
  if (claim.places.length === 0) return { told: [], alike: [], near: [] };
  const sentence = document.text.slice(...claim.sentence);
  const dated = claim.period[0] !== null && claim.period[1] !== null;
  const period = dated ? parsePeriod([...claim.period]) : null;
  const found = shelf.events
    .filter(record => countriesOf(record).some(place => claim.places.includes(place)))
    .filter(record => confidenceOf(record) !== "low" && !isOtherTime(record, period))
    .filter(record => isToldByOthers(record, shelf));
  if (found.length === 0) return { told: [], alike: [], near: [] };
  const words = new Set([...plainWords(sentence), ...rolesIn(sentence, context)]);
  const isByOthers = isByOthersThan(claim, context);
  const isMakers = (record: RecordRow) =>
    !isByOthers(record) &&
    !isSetFree(record, sentence, document.language) &&
    !isInOtherTown(record, sentence, document.language.slice(0, 2));
  const told = found.filter(
    record => isMakers(record) && requiredTexts(record).every(value => isTold(value, words)),
  );
  const rest = found.filter(record => !told.includes(record));
  const makers = withOwners(namedIn(claim, sentence, context), shelf.entities);
  const isAlike = (record: RecordRow) =>
    isMakers(record) &&
    (isOfMaker(record) ||
      (isSortTold(record, sentence, context) && (isTellingPair(record) || isOfMonth(record))));
  // To whom, with whose tools, and where or when: whatever the verb.
  const isOfMaker = (record: RecordRow) =>
    entitiesOf(record).some(id => makers.has(id)) && isPinned(record, { words, period });
  // Of one sort in one country in one month there is hardly another.
  const isOfMonth = (record: RecordRow) =>
    isMonth(period) &&
    isMonth(timeOfRecord(record)) &&
    (!hasRole(record, context) || sharesNoun(requiredTexts(record), words));
  const isTellingPair = (record: RecordRow) =>
    ((dated && timeOfRecord(record) !== null && !hasRole(record, context)) ||
      sharesNoun(requiredTexts(record), words)) &&
    (sharesNoun(placesOf(record), words) ||
      (dated && timeOfRecord(record) !== null && nounsShared(requiredTexts(record), words) >= 2) ||
      nounsShared(actorsAndAffected(record), words) >= TOLD_NOUNS ||
      entitiesOf(record).some(id => makers.has(id)) ||
      isMeansTold(record, sentence, context));
  const alike = rest.filter(isAlike);
  const shared = (record: RecordRow) => sharedWords(record, words);
  const near = rest
    .filter(record => !alike.includes(record) && shared(record) >= 2)
    .sort((a, b) => shared(b) - shared(a));
  return { told, alike, near };
}

interface Told {
  readonly words: ReadonlySet<string>;
  readonly period: Period | null;
}

/** The sentence says to whom it happened, and in which year; or in which town and month. */
function isPinned(record: RecordRow, { words, period }: Told): boolean {
  const time = timeOfRecord(record);
  if (period === null || time === null || !overlaps(time, period)) return false;
  const isOfMonth = isMonth(period) && isMonth(time);
  const isHere = sharesNoun(placesOf(record), words);
  if (!sharesNoun(requiredTexts(record), words)) return isOfMonth && isHere;
  return isOfMonth || isHere || isOneYear(period);
}

/**
 * Events that the sentence tells of by to whom they happened, and in which month, or where and in which year, but with the tools of others than the
 * record names.
 */
export function eventsOfOthers(claim: Claim, context: CheckContext): RecordRow[] {
  const { shelf, document } = context;
  const [from, to] = claim.period;
  const period = from !== null && to !== null ? parsePeriod([from, to]) : null;
  const words = new Set(plainWords(document.text.slice(...claim.sentence)));
  const isByOthers = isByOthersThan(claim, context);
  return shelf.events.filter(record => {
    const isOfTime = isMonth(period) && isMonth(timeOfRecord(record));
    return (
      countriesOf(record).some(place => claim.places.includes(place)) &&
      confidenceOf(record) !== "low" &&
      isToldByOthers(record, shelf) &&
      isByOthers(record) &&
      (isOfTime || sharesNoun(placesOf(record), words)) &&
      sharesNoun(requiredTexts(record), words) &&
      isPinned(record, { words, period })
    );
  });
}

/** English words for whoever a sentence names, by the codebook's groups `role-<noun>`: records are in English, and may say "reporter" for "journalist". */
function rolesIn(sentence: string, { shelf, document }: CheckContext): readonly string[] {
  const language = document.language.slice(0, 2);
  return groupsOf(shelf.codebook.phrases, ROLE).flatMap(([, phrases]) =>
    (phrases[language] ?? []).some(phrase => phraseIsIn(phrase, sentence)) ? (phrases["en"] ?? []) : [],
  );
}

const ROLE = "role-";
/** Nouns for whoever lives there or is online: what happens to all of them a sentence tells without naming them. */
const ANYBODY = "role-anybody-";

/** The record says of whom it tells by a noun that the codebook knows in the language: then the sentence must have it. */
function hasRole(record: RecordRow, { shelf, document }: CheckContext): boolean {
  const affected = requiredTexts(record).join(" ");
  const language = document.language.slice(0, 2);
  return groupsOf(shelf.codebook.phrases, ROLE).some(
    ([group, phrases]) =>
      !group.startsWith(ANYBODY) &&
      phrases[language] !== undefined &&
      (phrases["en"] ?? []).some(phrase => phraseIsIn(phrase, affected)),
  );
}

/** Who did it and to whom, in words; what a note adds is beside the event. */
const actorsAndAffected = ({ kind, row }: RecordRow): string[] =>
  fieldsOfType(kind, "text").flatMap(({ id }) => (id === "note" ? [] : texts(row[id])));

/** So many words for whoever did it and to whom tell one event from others. */
const TOLD_NOUNS = 3;

const isMonth = (period: Period | null): boolean => period !== null && isWithinMonth(period);

const valuesOf =
  (type: Field["type"]) =>
  ({ kind, row }: RecordRow): string[] =>
    fieldsOfType(kind, type).flatMap(({ id }) => texts(row[id]));

/** States that a record is of. */
export const countriesOf = valuesOf("country");
/** Towns and regions that a record is of. */
export const placesOf = valuesOf("place");
const entitiesOf = valuesOf("entity");

/** Who is named: by the reader, and products whose names are common words too, which an event of their makers tells apart ("Predator was aimed at"). */
function namedIn({ entities }: Claim, sentence: string, { shelf }: CheckContext): readonly string[] {
  const products = productsOf(shelf).in(sentence);
  return products.length === 0 ? entities : [...entities, ...products];
}

const PRODUCTS = new WeakMap<Shelf["entities"], PhraseIndex<string>>();

/** Ids of products by their names. */
function productsOf({ entities }: Shelf): PhraseIndex<string> {
  const known = PRODUCTS.get(entities);
  if (known) return known;
  const products = [...entities.values()].filter(
    ({ kind, name, parent }) => kind === "product" && parent !== "" && ONE_NAME.test(name),
  );
  const found = new PhraseIndex(
    products.map(({ id, name }) => ({ phrase: name, of: id })),
    holdsName,
  );
  PRODUCTS.set(entities, found);
  return found;
}

/** A name of one word: those of several name a sort of thing as well ("Safe City solution"). */
const ONE_NAME = /^\p{Lu}\S+$/u;

/** Tells of records whether the claim names makers, and none of them is one that the record names: "X's tools" are not those of another. */
export function isByOthersThan(claim: Claim, context: CheckContext): (record: RecordRow) => boolean {
  const { shelf, document } = context;
  const { entities } = shelf;
  const all = [...withOwners(namedIn(claim, document.text.slice(...claim.sentence), context), entities)];
  return record => {
    if (all.length === 0) return false;
    const recorded = withOwners(entitiesOf(record), entities);
    const kinds = new Set([...recorded].flatMap(id => entities.get(id)?.kind ?? []));
    const named = all.filter(id => kinds.has(entities.get(id)?.kind ?? ""));
    return named.length > 0 && !named.some(id => recorded.has(id));
  };
}

/** "Three officials were acquitted": the sentence sets free those of whom the record tells nothing of the sort. */
export const isSetFree = ({ row, label }: RecordRow, sentence: string, language: string): boolean =>
  idiom("frees", language.slice(0, 2)).test(sentence) &&
  ![label, ...Object.values(row).flatMap(texts)].some(told => idiom("frees", "en").test(told));

/** What a record must say in words: to whom it happened. */
export const requiredTexts = ({ kind, row }: RecordRow): string[] =>
  fieldsOfType(kind, "text").flatMap(({ id, required }) => (required ? texts(row[id]) : []));

/** Words by which the codebook knows the codes of a record, of the fields that must or need not be filled, stand in the sentence. */
const codesTold =
  (required: boolean) =>
  ({ kind, row }: RecordRow, sentence: string, { shelf, document }: CheckContext): boolean => {
    const language = document.language.slice(0, 2);
    return fieldsOfType(kind, "code")
      .filter(field => Boolean(field.required) === required && field.list)
      .flatMap(({ id, list }) => texts(row[id]).map(code => `${list}.${code}`))
      .some(group =>
        (shelf.codebook.phrases[group]?.[language] ?? []).some(phrase => phraseIsIn(phrase, sentence)),
      );
  };

/** The sentence says what happened. */
const isSortTold = codesTold(true);
/** The sentence says by what means. */
const isMeansTold = codesTold(false);

/** Shortest word that is taken for one of content. */
const CONTENT = 5;

const sharesNoun = (values: readonly string[], words: ReadonlySet<string>): boolean =>
  values.flatMap(plainWords).some(word => word.length >= CONTENT && words.has(word));

/** Words of content that stand in the sentence, a plural and its singular once. */
const nounsShared = (values: readonly string[], words: ReadonlySet<string>): number =>
  new Set(
    values
      .flatMap(plainWords)
      .flatMap(word => (word.length >= CONTENT && words.has(word) ? [word.replace(/s$/, "")] : [])),
  ).size;

function sharedWords(record: RecordRow, words: ReadonlySet<string>): number {
  const told = [...valuesOf("text")(record), ...placesOf(record)];
  return new Set(
    plainWords(told.join(" ")).filter(
      word => word.length >= CONTENT && !word.endsWith("s") && words.has(word),
    ),
  ).size;
}

/** All words of content of a field stand in the sentence; a single common word is not enough. */
function isTold(value: string, words: ReadonlySet<string>): boolean {
  const content = plainWords(value).filter(word => word.length > 3);
  return content.length >= 2 && content.every(word => words.has(word));
}
