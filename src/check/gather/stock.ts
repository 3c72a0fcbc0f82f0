import type { Book, Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { type Library, libraryOf } from "./library.ts";
import { columnsTaken, text, texts, toFigure, toRecord, toSource } from "./rows.ts";
import { figureKind, sourceKind } from "./schema.ts";
import type { Figure, RecordRow, SourceRow } from "./types.ts";

export interface FigureQuestion {
  readonly measures: readonly string[];
  /** Figures about studies too. */
  readonly studies: boolean;
}

/** Which sources are wanted beside those that records cite; empty where none are. */
export interface SourceQuestion {
  /** Academic pages, reports and data sets. */
  readonly studies: boolean;
  /** Part of the address, lower case. */
  readonly host: string;
  /** The whole title, lower case. */
  readonly title: string;
  /** Parts of publishers' names, lower case. */
  readonly publishers: readonly string[];
  /** Words that a title holds, lower case. */
  readonly quoted: readonly string[];
}

/** Where figures, records and sources come from. Both stocks give the same rows in the same order. */
export interface Stock {
  figures(question: FigureQuestion): Promise<readonly Figure[]>;
  /** Records that hold one of the values in a country or entity field. */
  touching(kind: Kind, values: readonly string[]): Promise<readonly RecordRow[]>;
  all(kind: Kind): Promise<readonly RecordRow[]>;
  sources(question: SourceQuestion): Promise<readonly SourceRow[]>;
  sourcesOf(ids: readonly string[]): Promise<readonly SourceRow[]>;
}

const STUDIES = ["academic", "report", "dataset"];

const partyFields = (kind: Kind) => kind.fields.filter(({ type }) => type === "country" || type === "entity");

/** The stock of a book: in memory where the book is small enough. */
export async function stockOf(book: Book): Promise<Stock> {
  const library = await libraryOf(book);
  return library ? heldStock(library, book) : askedStock(book);
}

/** A stock that is held in memory. */
export function heldStock({ figures, sources, records }: Library, book: Pick<Book, "codebook">): Stock {
  const where = (kind: Kind, isWanted: (row: Row) => boolean) => records.get(kind.id)?.where(isWanted) ?? [];
  return {
    figures: async ({ measures, studies }) => {
      const wanted = new Set(measures);
      return figures.where(
        ({ measure, subject }) =>
          wanted.has(text(measure)) || (studies && text(subject).startsWith("study:")),
      );
    },
    all: async kind => where(kind, () => true),
    touching: async (kind, values) => {
      const [wanted, fields] = [new Set(values), partyFields(kind)];
      return where(kind, row => fields.some(({ id }) => texts(row[id]).some(value => wanted.has(value))));
    },
    sources: async question =>
      sourceKind(book.codebook) ? [...sources.values()].filter(source => isWanted(source, question)) : [],
    sourcesOf: async ids => ids.flatMap(id => sources.get(id) ?? []),
  };
}

function isWanted(
  { kind, url, title, publisher }: SourceRow,
  { studies, host, title: whole, publishers, quoted }: SourceQuestion,
): boolean {
  const [name, line] = [publisher.toLowerCase(), title.toLowerCase()];
  return (
    (studies && STUDIES.includes(kind)) ||
    (host !== "" && url.toLowerCase().includes(host)) ||
    (whole !== "" && line === whole) ||
    publishers.some(part => name.includes(part)) ||
    quoted.some(words => line.includes(words))
  );
}

const list = (values: readonly string[]): string => values.map((_, index) => `$${index + 1}`).join(", ");

/** A stock that asks the book. */
export function askedStock(book: Book): Stock {
  const figures = figureKind(book.codebook);
  const sources = sourceKind(book.codebook);
  return {
    figures: async ({ measures, studies }) => {
      const wanted = [
        ...(measures.length > 0 ? [`measure IN (${list(measures)})`] : []),
        ...(studies ? ["subject LIKE 'study:%'"] : []),
      ];
      if (!figures || wanted.length === 0) return [];
      const rows = await book.sql(
        `SELECT ${columnsTaken(figures)} FROM ${figures.id} WHERE ${wanted.join(" OR ")} ORDER BY id`,
        measures,
      );
      return rows.map(row => toFigure(row, figures));
    },
    all: async kind =>
      (await book.sql(`SELECT * FROM ${kind.id} ORDER BY id`)).map(row => toRecord(row, kind)),
    touching: (kind, values) => recordsTouching(book, kind, values),
    sources: async question => {
      const { where, values } = conditionsOf(question);
      if (!sources || where.length === 0) return [];
      const rows = await book.sql(
        `SELECT ${columnsTaken(sources)} FROM ${sources.id} WHERE ${where.join(" OR ")} ORDER BY id`,
        values,
      );
      return rows.map(toSource);
    },
    sourcesOf: async ids => {
      if (!sources || ids.length === 0) return [];
      const rows = await book.sql(
        `SELECT ${columnsTaken(sources)} FROM ${sources.id} WHERE id IN (${list(ids)})`,
        ids,
      );
      const byId = new Map(rows.map(row => [text(row["id"]), toSource(row)] as const));
      return ids.flatMap(id => byId.get(id) ?? []);
    },
  };
}

function conditionsOf({ studies, host, title, publishers, quoted }: SourceQuestion) {
  const values = [...(host ? [host] : []), ...(title ? [title] : []), ...publishers, ...quoted];
  const columns = [
    ...(host ? ["contains(lower(url), ?)"] : []),
    ...(title ? ["lower(title) = ?"] : []),
    ...publishers.map(() => "contains(lower(publisher), ?)"),
    ...quoted.map(() => "contains(lower(title), ?)"),
  ];
  const asked = columns.map((column, index) => column.replace("?", `$${index + 1}`));
  return {
    values,
    where: [...asked, ...(studies ? [`kind IN (${STUDIES.map(kind => `'${kind}'`).join(", ")})`] : [])],
  };
}

async function recordsTouching(book: Book, kind: Kind, values: readonly string[]): Promise<RecordRow[]> {
  const conditions = partyFields(kind).map(({ id, many }) =>
    many
      ? `EXISTS (SELECT 1 FROM UNNEST(${id}) AS u(x) WHERE u.x IN (${list(values)}))`
      : `${id} IN (${list(values)})`,
  );
  if (values.length === 0 || conditions.length === 0) return [];
  const rows = await book.sql(
    `SELECT * FROM ${kind.id} WHERE ${conditions.join(" OR ")} ORDER BY id`,
    values,
  );
  return rows.map(row => toRecord(row, kind));
}
