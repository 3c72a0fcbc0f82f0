import type { Book } from "../../book/types.ts";
import { text, toEntity } from "./rows.ts";
import { entityKind } from "./schema.ts";
import type { EntityRow } from "./types.ts";

/** The entities of a book, as the reader's lexicon and the checker take them. */
export async function lexiconRows(book: Book): Promise<EntityRow[]> {
  const kind = entityKind(book.codebook);
  if (!kind) return [];
  const owner = kind.fields.some(({ id }) => id === "parent_name") ? ", parent_name" : "";
  const rows = await book.kept(
    `SELECT id, name, kind, country, parent, aliases, sources${owner} FROM ${kind.id} ORDER BY id`,
  );
  return rows.map(toEntity).filter(({ id }) => text(id) !== "");
}
