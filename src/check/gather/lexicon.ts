import type { Book } from "../../book/types.ts";
import { createLexicon, type Lexicon } from "../../read/index.ts";
import { text, toEntity } from "./rows.ts";
import { entityKind } from "./schema.ts";
import type { EntityRow, Shelf } from "./types.ts";

const READ = new WeakMap<Book, { readonly head: string; readonly rows: Promise<readonly EntityRow[]> }>();

/** The entities of a book, as the reader's lexicon and the checker take them: read once for each state of the book. */
export function lexiconRows(book: Book): Promise<readonly EntityRow[]> {
  const known = READ.get(book);
  if (known?.head === book.head.hash) return known.rows;
  const rows = readRows(book);
  READ.set(book, { head: book.head.hash, rows });
  // A book that could not be read may be asked again.
  rows.catch(() => READ.delete(book));
  return rows;
}

async function readRows(book: Book): Promise<readonly EntityRow[]> {
  const kind = entityKind(book.codebook);
  if (!kind) return [];
  const owner = kind.fields.some(({ id }) => id === "parent_name") ? ", parent_name" : "";
  const rows = await book.kept(
    `SELECT id, name, kind, country, parent, aliases, sources${owner} FROM ${kind.id} ORDER BY id`,
  );
  return rows.map(toEntity).filter(({ id }) => text(id) !== "");
}

const BY_ID = new WeakMap<readonly EntityRow[], Shelf["entities"]>();

/** The same by their ids: one map for each reading of them, by which what is worked out from it is kept. */
export function entitiesById(rows: readonly EntityRow[]): Shelf["entities"] {
  const known = BY_ID.get(rows) ?? new Map(rows.map(entity => [entity.id, entity] as const));
  BY_ID.set(rows, known);
  return known;
}

const LEXICONS = new WeakMap<readonly EntityRow[], Lexicon>();

/** The reader's lexicon of a codebook and the entities of a book: one for each reading of them. */
export function lexiconOf(codebook: Book["codebook"], rows: readonly EntityRow[]): Lexicon {
  const known = LEXICONS.get(rows);
  if (known?.codebook === codebook) return known;
  const made = createLexicon(codebook, rows);
  LEXICONS.set(rows, made);
  return made;
}
