import type { Book } from "../book/types.ts";
import { lexiconRows } from "../check/index.ts";
import { createLexicon, type Lexicon } from "../read/index.ts";

/** The names and phrases that the reader knows from a book. */
export async function lexiconOf(book: Book): Promise<Lexicon> {
  return createLexicon(book.codebook, await lexiconRows(book));
}
