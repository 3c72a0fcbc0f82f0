import type { Book, Row } from "../../book/types.ts";
import type { Kind } from "../../codebook/types.ts";
import { columnsOfRecord, columnsTaken, text, toFigure, toRecord, toSource } from "./rows.ts";
import { entityKind, figureKind, sourceKind } from "./schema.ts";
import type { Figure, RecordRow, SourceRow } from "./types.ts";

/** Most records of all kinds together that are held in memory; what is beyond is asked for when a document needs it. */
const HELD = 20_000;

/** Rows of a kind in the order of their ids, of which only those become items that a document asks for; each becomes one item once. */
export class Held<T> {
  readonly rows: readonly Row[];
  private readonly items: (T | undefined)[] = [];
  private places: ReadonlyMap<string, number> | null = null;
  private readonly toItem: (row: Row) => T;

  constructor(rows: readonly Row[], toItem: (row: Row) => T) {
    this.rows = rows;
    this.toItem = toItem;
  }

  /** Items of the rows that are wanted. */
  where(isWanted: (row: Row) => boolean): T[] {
    const found: T[] = [];
    for (let index = 0; index < this.rows.length; index++)
      if (isWanted(this.rows[index]!)) found.push(this.items[index] ?? this.itemAt(index));
    return found;
  }

  /** Items of the rows at some places. */
  at(places: readonly number[]): T[] {
    const found: T[] = [];
    for (const place of places) found.push(this.items[place] ?? this.itemAt(place));
    return found;
  }

  /** Items by their ids; those that are not held are left out. */
  named(ids: readonly string[]): T[] {
    this.places ??= new Map(this.rows.map((row, index) => [text(row["id"]), index]));
    const places: number[] = [];
    for (const id of ids) {
      const place = this.places.get(id);
      if (place !== undefined) places.push(place);
    }
    return this.at(places);
  }

  private itemAt(index: number): T {
    this.items[index] ??= this.toItem(this.rows[index]!);
    return this.items[index];
  }
}

/** What documents are held against, read once for each state of a book: all of a small one, the smallest kinds of a large one. */
export interface Library {
  /** Null where there are too many. */
  readonly figures: Held<Figure> | null;
  readonly sources: Held<SourceRow> | null;
  /** Records of the other kinds that are held, by kind. */
  readonly records: ReadonlyMap<string, Held<RecordRow>>;
}

const LIBRARIES = new WeakMap<Book, { readonly head: string; readonly library: Promise<Library> }>();

/** The library of a book. */
export function libraryOf(book: Book): Promise<Library> {
  const known = LIBRARIES.get(book);
  if (known?.head === book.head.hash) return known.library;
  const library = readLibrary(book);
  LIBRARIES.set(book, { head: book.head.hash, library });
  // A book that could not be read may be asked again.
  library.catch(() => LIBRARIES.delete(book));
  return library;
}

async function readLibrary(book: Book): Promise<Library> {
  const kinds = await heldKinds(book);
  const figures = figureKind(book.codebook);
  const sources = sourceKind(book.codebook);
  const columnsOf = (kind: Kind) =>
    kind === figures || kind === sources ? columnsTaken(kind) : columnsOfRecord(kind);
  const read = await Promise.all(
    kinds.map(
      async kind => [kind, await book.kept(`SELECT ${columnsOf(kind)} FROM ${kind.id} ORDER BY id`)] as const,
    ),
  );
  const rows = new Map<Kind | undefined, readonly Row[]>(read);
  const [ofFigures, ofSources] = [rows.get(figures), rows.get(sources)];
  return {
    figures: ofFigures ? new Held(ofFigures, row => toFigure(row, figures!)) : null,
    sources: ofSources ? new Held(ofSources, toSource) : null,
    records: new Map(
      read
        .filter(([kind]) => kind !== figures && kind !== sources)
        .map(([kind, all]) => [kind.id, new Held(all, row => toRecord(row, kind))] as const),
    ),
  };
}

/** Kinds that are held: the smallest, as long as they are not too many records together. The entities are the lexicon's. */
async function heldKinds(book: Book): Promise<Kind[]> {
  const kinds = [...book.codebook.kinds.values()].filter(kind => kind !== entityKind(book.codebook));
  if (kinds.length === 0) return [];
  const counts = await book.kept(
    kinds.map(({ id }, at) => `SELECT ${at} AS at, count(*) AS n FROM ${id}`).join(" UNION ALL "),
  );
  const sizes = counts
    .map(({ at, n }) => ({ kind: kinds[Number(at)]!, size: Number(n) }))
    .sort((a, b) => a.size - b.size);
  let together = 0;
  const held = new Set(
    sizes.flatMap(({ kind, size }) => {
      together += size;
      return together <= HELD ? [kind] : [];
    }),
  );
  return kinds.filter(kind => held.has(kind));
}
