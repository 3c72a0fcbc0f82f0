import type { Book } from "../../book/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import { numberSpellings } from "../../text/index.ts";
import { counterNames, initialsOf } from "../match/counter.ts";
import { rolesGoingOn, rolesOfProduct } from "../match/going-on.ts";
import { namesOfCount, openingNames } from "../match/opening-counter.ts";
import { sentenceOf, statesNamed } from "../match/sentence.ts";
import { withOwners } from "../match/subject.ts";
import { tellsOfSystem } from "../match/systems-told.ts";
import { comparableUnit } from "../match/unit-words.ts";
import { claimedSet, isHedged } from "../rule/claimed.ts";
import { sourcesCarrying } from "./captured.ts";
import { loadFigures, loadFiguresOfMonths } from "./figures.ts";
import { entitiesById, lexiconRows } from "./lexicon.ts";
import { sourcesRepeating } from "./overlap.ts";
import { ownSources } from "./own.ts";
import { livesTold, loadRecords } from "./records.ts";
import { onceById } from "./rows.ts";
import { countedKinds, eventKinds, isOfSystems } from "./schema.ts";
import { type Range, type Stock, stockOf } from "./stock.ts";
import type { EntityRow, RecordRow, Shelf, SourceRow } from "./types.ts";

interface ShelfOptions {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Entities of the book, where they have been read already. */
  readonly entities?: readonly EntityRow[];
}

/**
 * Fetches everything that the claims of a document may be held against, from memory or in a few queries that run side by side: figures of
 * their measures and of near ones, records of the kinds that their relations are of, acts, studies, and the sources of all.
 */
export async function loadShelf(book: Book, { document, claims, entities }: ShelfOptions): Promise<Shelf> {
  const from = await stockOf(book);
  const byId = entitiesById(entities ?? (await lexiconRows(book)));
  const [figures, monthly, records, special, events, counted, systems, lasting, carrying, repeating] =
    await Promise.all([
      loadFigures(from, book, claims),
      loadFiguresOfMonths(from, book, claims),
      loadRecords(from, book.codebook, {
        document,
        claims: withGoingOn(claims, { entities: byId, document }),
      }),
      loadSpecialSources(from, document, claims),
      loadEvents(from, book, claims),
      loadCounted(from, book, { document, claims, entities: byId }),
      loadSystems(from, book, { document, claims }),
      loadLasting(from, book, { document, claims }),
      sourcesCarrying(book, quotesOf(claims)),
      sourcesRepeating(book, document),
    ]);
  const stated = [...figures, ...monthly, ...events, ...counted, ...systems, ...lasting].flatMap(
    ({ sources }) => sources,
  );
  const cited = [...stated, ...records.sources, ...[...carrying.values()].flat().map(({ source }) => source)];
  const sources = new Map<string, SourceRow>();
  for (const source of special) sources.set(source.id, source);
  for (const source of await from.sourcesOf([...new Set(cited)])) sources.set(source.id, source);
  return {
    codebook: book.codebook,
    figures,
    monthly,
    entities: byId,
    sources,
    nameOfCounter: counterNames({ entities: byId, sources }),
    records: records.records,
    events,
    counted,
    systems,
    lasting,
    carrying,
    own: ownSources(document, claims, { sources: [...sources.values()], figures, repeating }),
  };
}

/** Statements that something goes on, or that tell who makes a product, are held against the records of its parties, as relations are. */
const withGoingOn = (
  claims: readonly Claim[],
  { entities, document }: { entities: Shelf["entities"]; document: Document },
): readonly Claim[] =>
  claims.map(claim => {
    const roles =
      rolesGoingOn(claim, document.text, { entities }) ??
      rolesOfProduct(claim, document.text, { entities }, document.language.slice(0, 2));
    return roles ? { ...claim, roles } : claim;
  });

/** "Over 100" may mean 120: so much of a hedged number lies between it and what is meant. */
const HEDGED = 0.25;

/** Records that state what a number of the text may mean, of takers that the text names. */
async function loadCounted(from: Stock, book: Book, told: Told): Promise<RecordRow[]> {
  const { claims } = told;
  const ranges = claims.flatMap(({ form, value, high, qualifier, unit, digits, fraction }): Range[] => {
    if (form !== "number" || !value || !Number.isFinite(value)) return [];
    // "$337 million" is 337,287,207 in round numbers.
    const written = {
      value,
      high: null,
      unit,
      qualifier,
      digits: digits ?? null,
      fraction: fraction ?? false,
    };
    const slack = isHedged({ qualifier }) ? value * HEDGED : claimedSet(written).t0;
    return [[value - slack, (high ?? value) + slack]];
  });
  if (ranges.length === 0) return [];
  const takers = partiesTold(told);
  const found = await Promise.all(
    countedKinds(book.codebook).map(kind => from.counted(kind, ranges, takers)),
  );
  return found.flat();
}

interface Told {
  readonly document: Document;
  readonly claims: readonly Claim[];
  readonly entities: Shelf["entities"];
}

/** States and bodies that the text speaks of, with those that a body belongs to. */
function partiesTold({ document, claims, entities }: Told): string[] {
  const ids = claims.flatMap(claim => [
    ...claim.entities,
    ...claim.places,
    ...Object.values(claim.roles).flat(),
    ...statesNamed(sentenceOf(claim, document)),
  ]);
  return [...withOwners([...new Set(ids)], entities, { homes: true })].sort();
}

/** Records of systems in the states of statements that tell what a system with a name does now. */
async function loadSystems(
  from: Stock,
  book: Book,
  { document, claims }: Pick<Told, "document" | "claims">,
): Promise<readonly RecordRow[]> {
  const told = claims.filter(claim => tellsOfSystem(claim, document)).flatMap(({ places }) => places);
  if (told.length === 0) return [];
  const kinds = countedKinds(book.codebook).filter(isOfSystems);
  const found = await Promise.all(kinds.map(kind => from.touching(kind, [...new Set(told)].sort())));
  return found.flat();
}

/** Records of what had a host, in the states of statements that tell when a body was begun or came to its end. */
async function loadLasting(
  from: Stock,
  book: Book,
  { document, claims }: Pick<Told, "document" | "claims">,
): Promise<readonly RecordRow[]> {
  const told = claims
    .filter(claim => livesTold([claim], document).length > 0)
    .flatMap(({ places }) => places);
  if (told.length === 0) return [];
  const fields = ["host", "ended"];
  const kinds = [...book.codebook.kinds.values()].filter(kind =>
    fields.every(id => kind.fields.some(field => field.id === id)),
  );
  const found = await Promise.all(kinds.map(kind => from.touching(kind, [...new Set(told)].sort())));
  return found.flat();
}

/** Studies that claims may mean, sources that may be the document itself or that it credits, and those whose titles it quotes. */
async function loadSpecialSources(
  from: Stock,
  document: Document,
  claims: readonly Claim[],
): Promise<readonly SourceRow[]> {
  const opening = claims.flatMap(claim => [
    ...openingNames(claim, document.text),
    ...namesOfCount(claim, document.text),
  ]);
  const names = [document.publisher, ...claims.map(({ attribution }) => attribution?.to ?? ""), ...opening]
    .flatMap(name => [name, name.replace(ARTICLE, ""), initialsOf(name)])
    .map(name => name.toLowerCase())
    .filter(name => name.length > 2);
  return from.sources({
    studies: claims.some(({ form }) => form === "study" || form === "cause"),
    host: hostOf(document.url),
    title: document.title.toLowerCase(),
    publishers: [...new Set(names)],
    quoted: quotesOf(claims),
  });
}

/** "The Economist", "A Human Rights Watch", "O Globo": a short word before a capital may be an article, or be of the name. */
const ARTICLE = /^\p{L}{1,3} (?=\p{Lu})/u;

const quotesOf = (claims: readonly Claim[]): string[] =>
  [...new Set(claims.flatMap(claim => (claim.form === "quotation" ? [quotedWords(claim)] : [])))].filter(
    words => words !== "",
  );

/** The words of a quotation as titles are searched for them. */
export const quotedWords = ({ quoted }: Claim): string =>
  quoted
    .toLowerCase()
    .replace(/[.,;:!?…]+$/u, "")
    .trim();

/** Numbers of people, which may be of those to whom something happened. */
function ofPeople(claims: readonly Claim[], codebook: Book["codebook"]): Claim[] {
  const people = [...codebook.measures.values()].find(({ unit }) => unit === "person");
  return claims.filter(
    ({ form, unit, value }) =>
      people &&
      form === "number" &&
      Number.isInteger(value) &&
      comparableUnit(unit, people, codebook).fit !== "other",
  );
}

/** Events in the countries of statements and relations, and those of the countries of numbers that give such a number. */
async function loadEvents(from: Stock, book: Book, claims: readonly Claim[]): Promise<RecordRow[]> {
  const kinds = eventKinds(book.codebook);
  const placesOf = (told: readonly Claim[]) => [...new Set(told.flatMap(({ places }) => places))].sort();
  const told = placesOf(
    claims.filter(
      ({ form, polarity }) => form === "statement" || (form === "relation" && polarity !== "negative"),
    ),
  );
  const counted = ofPeople(claims, book.codebook);
  const values = [...new Set(counted.flatMap(({ value }) => value ?? []))];
  // Records are in English.
  const numbers = values.flatMap(value => numberSpellings(value, "en"));
  const found = await Promise.all(
    kinds.flatMap(kind => [
      ...(told.length > 0 ? [from.touching(kind, told)] : []),
      ...(numbers.length > 0 ? [from.numbered(kind, placesOf(counted), numbers)] : []),
    ]),
  );
  return onceById(found.flat());
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}
