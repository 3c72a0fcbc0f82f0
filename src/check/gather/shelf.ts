import type { Book, Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import type { Claim, Document } from "../../read/types.ts";
import { counterNames } from "../match/counter.ts";
import { lexiconRows } from "./lexicon.ts";
import { ownSources } from "./own.ts";
import { text, toFigure, toRecord, toSource } from "./rows.ts";
import { actKinds, eventKinds, figureKind, kindOfRoles, sourceKind } from "./schema.ts";
import type { EntityRow, Figure, RecordRow, Shelf, SourceRow } from "./types.ts";

interface ShelfOptions {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Entities of the book, where they have been read already. */
  readonly entities?: readonly EntityRow[];
}

/**
 * Fetches everything that the claims of a document may be held against, in a few queries that run side by side: figures of
 * their measures and of near ones, records of the kinds that their relations are of, acts, studies, and the sources of all.
 */
export async function loadShelf(book: Book, { document, claims, entities }: ShelfOptions): Promise<Shelf> {
  const [figures, known, records, studies, candidates, quoting, events] = await Promise.all([
    loadFigures(book, claims),
    entities ?? lexiconRows(book),
    loadRecords(book, claims),
    loadStudies(book, claims),
    loadNamedSources(book, document, claims),
    loadQuoting(book, claims),
    loadEvents(book, claims),
  ]);
  const cited = [...figures, ...events, ...[...records.values()].flat()].flatMap(({ sources }) => sources);
  const sources = await loadSources(book, [...new Set(cited)], [...studies, ...candidates, ...quoting]);
  const byId = new Map(known.map(entity => [entity.id, entity] as const));
  return {
    codebook: book.codebook,
    figures,
    entities: byId,
    sources,
    nameOfCounter: counterNames({ entities: byId, sources }),
    records,
    events,
    own: ownSources(document, claims, { sources: [...sources.values()], figures }),
  };
}

/** What is read of figures and sources: reading a whole wide view costs twice as much. */
const FIGURE_COLUMNS =
  "id, subject, counted, measure, about, value, value_low, value_high, value_unit, value_qualifier, direction, population, regime, product_kind, period_start_start, period_end_end, as_of_end, place, counter, origin, note, sources";
const SOURCE_COLUMNS = "id, publisher, title, author, published, url, kind";

const list = (values: readonly string[], from = 1): string =>
  values.map((_, index) => `$${index + from}`).join(", ");

/** Measures of the claims, and those near to them. */
export function measuresOf(book: Pick<Book, "codebook">, claims: readonly Claim[]): string[] {
  const own = new Set(claims.map(({ measure }) => measure).filter(id => id !== ""));
  const near = [...own].flatMap(id => book.codebook.measures.get(id)?.related ?? []);
  return [...new Set([...own, ...near])].sort();
}

async function loadFigures(book: Book, claims: readonly Claim[]): Promise<Figure[]> {
  const kind = figureKind(book.codebook);
  const measures = measuresOf(book, claims);
  if (!kind) return [];
  const studies = claims.some(({ form }) => form === "study" || form === "cause");
  const wanted = [
    ...(measures.length > 0 ? [`measure IN (${list(measures)})`] : []),
    ...(studies ? ["subject LIKE 'study:%'"] : []),
  ];
  if (wanted.length === 0) return [];
  const rows = await book.sql(
    `SELECT ${FIGURE_COLUMNS} FROM ${kind.id} WHERE ${wanted.join(" OR ")} ORDER BY id`,
    measures,
  );
  return rows.map(row => toFigure(row, kind));
}

/** Records of every kind that a relation of the text is of, where they touch one of its countries or parties; and acts. */
async function loadRecords(book: Book, claims: readonly Claim[]): Promise<Map<string, RecordRow[]>> {
  const wanted = new Map<Kind, Set<string>>();
  for (const { roles, form } of claims) {
    if (form === "opinion" || form === "question") continue;
    const fitting = kindOfRoles(book.codebook, Object.keys(roles));
    if (!fitting) continue;
    const values = wanted.get(fitting.kind) ?? new Set();
    for (const role of fitting.fields.keys()) for (const value of roles[role] ?? []) values.add(value);
    wanted.set(fitting.kind, values);
  }
  const acts = claims.some(({ form }) => form === "dated-act" || form === "cause")
    ? actKinds(book.codebook)
    : [];
  const found = await Promise.all([
    ...[...wanted].map(([kind, values]) => recordsTouching(book, kind, [...values])),
    ...acts.filter(kind => !wanted.has(kind)).map(kind => allOf(book, kind)),
  ]);
  return new Map(found.map(rows => [rows.kind.id, rows.records]));
}

async function allOf(book: Book, kind: Kind) {
  const rows = await book.sql(`SELECT * FROM ${kind.id} ORDER BY id`);
  return { kind, records: rows.map(row => toRecord(row, kind)) };
}

/** Records that hold one of the values in a country or entity field. */
async function recordsTouching(book: Book, kind: Kind, values: readonly string[]) {
  const fields = kind.fields.filter(({ type }) => type === "country" || type === "entity");
  const conditions = fields.map(({ id, many }) =>
    many
      ? `EXISTS (SELECT 1 FROM UNNEST(${id}) AS u(x) WHERE u.x IN (${list(values)}))`
      : `${id} IN (${list(values)})`,
  );
  if (values.length === 0 || conditions.length === 0) return { kind, records: [] };
  const rows = await book.sql(
    `SELECT * FROM ${kind.id} WHERE ${conditions.join(" OR ")} ORDER BY id`,
    values,
  );
  return { kind, records: rows.map(row => toRecord(row, kind)) };
}

/** Studies that a claim may mean: academic pages and reports, by their words. */
async function loadStudies(book: Book, claims: readonly Claim[]): Promise<Row[]> {
  const kind = sourceKind(book.codebook);
  if (!kind || !claims.some(({ form }) => form === "study" || form === "cause")) return [];
  return book.sql(`SELECT * FROM ${kind.id} WHERE kind IN ('academic', 'report', 'dataset') ORDER BY id`);
}

/** Sources that may be the document itself, or that it names as counters. */
async function loadNamedSources(book: Book, document: Document, claims: readonly Claim[]): Promise<Row[]> {
  const kind = sourceKind(book.codebook);
  if (!kind) return [];
  const host = hostOf(document.url);
  const names = [...new Set([document.publisher, ...claims.map(({ attribution }) => attribution?.to ?? "")])]
    .map(name => name.toLowerCase().replace(/^the /, ""))
    .filter(name => name.length > 2);
  const conditions = [
    ...(host ? [{ sql: (n: number) => `contains(lower(url), $${n})`, value: host }] : []),
    ...(document.title
      ? [{ sql: (n: number) => `lower(title) = $${n}`, value: document.title.toLowerCase() }]
      : []),
    ...names.map(value => ({ sql: (n: number) => `contains(lower(publisher), $${n})`, value })),
  ];
  if (conditions.length === 0) return [];
  const where = conditions.map(({ sql }, index) => sql(index + 1)).join(" OR ");
  return book.sql(
    `SELECT * FROM ${kind.id} WHERE ${where} ORDER BY id`,
    conditions.map(({ value }) => value),
  );
}

/** Sources whose titles carry words that the text puts in quotation marks. */
async function loadQuoting(book: Book, claims: readonly Claim[]): Promise<Row[]> {
  const kind = sourceKind(book.codebook);
  const quotes = [
    ...new Set(claims.flatMap(claim => (claim.form === "quotation" ? [quotedWords(claim)] : []))),
  ].filter(Boolean);
  if (!kind || quotes.length === 0) return [];
  const where = quotes.map((_, index) => `contains(lower(title), $${index + 1})`).join(" OR ");
  return book.sql(`SELECT * FROM ${kind.id} WHERE ${where} ORDER BY id`, quotes);
}

/** The words of a quotation as titles are searched for them. */
export const quotedWords = ({ quoted }: Claim): string =>
  quoted
    .toLowerCase()
    .replace(/[.,;:!?…]+$/u, "")
    .trim();

/** Events in the countries of statements. */
async function loadEvents(book: Book, claims: readonly Claim[]): Promise<RecordRow[]> {
  const places = [
    ...new Set(claims.flatMap(claim => (claim.form === "statement" ? claim.places : []))),
  ].sort();
  if (places.length === 0) return [];
  const found = await Promise.all(eventKinds(book.codebook).map(kind => recordsTouching(book, kind, places)));
  return found.flatMap(({ records }) => records);
}

export function hostOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") : "";
}

async function loadSources(
  book: Book,
  ids: readonly string[],
  known: readonly Row[],
): Promise<Map<string, SourceRow>> {
  const kind = sourceKind(book.codebook);
  const rows =
    kind && ids.length > 0
      ? await book.sql(`SELECT ${SOURCE_COLUMNS} FROM ${kind.id} WHERE id IN (${list(ids)})`, ids)
      : [];
  return new Map([...known, ...rows].map(row => [text(row["id"]), toSource(row)] as const));
}
