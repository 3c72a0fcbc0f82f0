import type { Book } from "../book/types.ts";
import { createLexicon, type Lexicon } from "../read/index.ts";

/** The names and phrases that the reader knows from a book. */
export async function lexiconOf(book: Book): Promise<Lexicon> {
  const entities = await book.sql<{
    id: string;
    kind: string;
    name: string;
    country: string;
    aliases: string[];
    parent: string;
  }>(
    "select id, kind, name, coalesce(country, '') as country, coalesce(aliases, []) as aliases, coalesce(parent, '') as parent from entity order by id",
  );
  return createLexicon(book.codebook, entities);
}
