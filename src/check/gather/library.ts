import type { Book } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { text, toFigure, toRecord, toSource } from "./rows.ts";
import { entityKind, figureKind, sourceKind } from "./schema.ts";
import type { Figure, RecordRow, SourceRow } from "./types.ts";

/** Most records of all kinds together that are held in memory; larger books are asked for what a document needs. */
const HELD = 20_000;

/** All that documents are held against, read once for each state of a small book. Everything is in the order of its ids. */
export interface Library {
  readonly figures: readonly Figure[];
  readonly sources: ReadonlyMap<string, SourceRow>;
  /** Records of the other kinds, by kind. */
  readonly records: ReadonlyMap<string, readonly RecordRow[]>;
}

const LIBRARIES = new WeakMap<Book, { readonly head: string; readonly library: Promise<Library | null> }>();

/** The library of a book; null where the book is too large to be held. */
export function libraryOf(book: Book): Promise<Library | null> {
  const known = LIBRARIES.get(book);
  if (known?.head === book.head.hash) return known.library;
  const library = readLibrary(book);
  LIBRARIES.set(book, { head: book.head.hash, library });
  // A book that could not be read may be asked again.
  library.catch(() => LIBRARIES.delete(book));
  return library;
}

async function readLibrary(book: Book): Promise<Library | null> {
  const kinds = [...book.codebook.kinds.values()].filter(kind => kind !== entityKind(book.codebook));
  if (kinds.length === 0 || (await sizeOf(book, kinds)) > HELD) return null;
  const figures = figureKind(book.codebook);
  const sources = sourceKind(book.codebook);
  const rows = await Promise.all(
    kinds.map(async kind => [kind, await book.sql(`SELECT * FROM ${kind.id} ORDER BY id`)] as const),
  );
  const of = (wanted: Kind | undefined) => rows.find(([kind]) => kind === wanted)?.[1] ?? [];
  return {
    figures: figures ? of(figures).map(row => toFigure(row, figures)) : [],
    sources: new Map(of(sources).map(row => [text(row["id"]), toSource(row)] as const)),
    records: new Map(
      rows
        .filter(([kind]) => kind !== figures && kind !== sources)
        .map(([kind, all]) => [kind.id, all.map(row => toRecord(row, kind))] as const),
    ),
  };
}

async function sizeOf(book: Book, kinds: readonly Kind[]): Promise<number> {
  const counts = await book.sql(kinds.map(({ id }) => `SELECT count(*) AS n FROM ${id}`).join(" UNION ALL "));
  return counts.reduce((sum, { n }) => sum + Number(n), 0);
}
