import type { Book, Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { columnsTaken, text, toFigure, toRecord, toSource } from "./rows.ts";
import { entityKind, figureKind, sourceKind } from "./schema.ts";
import type { Figure, RecordRow, SourceRow } from "./types.ts";

/** Most records of all kinds together that are held in memory; larger books are asked for what a document needs. */
const HELD = 20_000;

/** Rows of a kind in the order of their ids, of which only those become items that a document asks for; each becomes one item once. */
export class Held<T> {
  readonly rows: readonly Row[];
  private readonly items: (T | undefined)[] = [];
  private readonly toItem: (row: Row) => T;

  constructor(rows: readonly Row[], toItem: (row: Row) => T) {
    this.rows = rows;
    this.toItem = toItem;
  }

  /** Items of the rows that are wanted. */
  where(isWanted: (row: Row) => boolean): T[] {
    const found: T[] = [];
    for (let index = 0; index < this.rows.length; index++) {
      const row = this.rows[index]!;
      if (!isWanted(row)) continue;
      this.items[index] ??= this.toItem(row);
      found.push(this.items[index]!);
    }
    return found;
  }
}

/** All that documents are held against, read once for each state of a small book. */
export interface Library {
  readonly figures: Held<Figure>;
  readonly sources: ReadonlyMap<string, SourceRow>;
  /** Records of the other kinds, by kind. */
  readonly records: ReadonlyMap<string, Held<RecordRow>>;
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
  const columnsOf = (kind: Kind) => (kind === figures || kind === sources ? columnsTaken(kind) : "*");
  const rows = await Promise.all(
    kinds.map(
      async kind => [kind, await book.kept(`SELECT ${columnsOf(kind)} FROM ${kind.id} ORDER BY id`)] as const,
    ),
  );
  const of = (wanted: Kind | undefined) => rows.find(([kind]) => kind === wanted)?.[1] ?? [];
  return {
    figures: new Held(of(figures), row => toFigure(row, figures!)),
    sources: new Map(of(sources).map(row => [text(row["id"]), toSource(row)] as const)),
    records: new Map(
      rows
        .filter(([kind]) => kind !== figures && kind !== sources)
        .map(([kind, all]) => [kind.id, new Held(all, row => toRecord(row, kind))] as const),
    ),
  };
}

async function sizeOf(book: Book, kinds: readonly Kind[]): Promise<number> {
  const counts = await book.kept(
    kinds.map(({ id }) => `SELECT count(*) AS n FROM ${id}`).join(" UNION ALL "),
  );
  return counts.reduce((sum, { n }) => sum + Number(n), 0);
}
