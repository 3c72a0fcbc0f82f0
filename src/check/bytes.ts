import type { Book } from "../book/types.ts";
import { createLexicon, type ReadOptions, readClaims, readDocument } from "../read/index.ts";
import { type CheckOptions, checkDocument } from "./document.ts";
import { lexiconRows } from "./gather/lexicon.ts";
import type { CheckedDocument } from "./types.ts";

/** Reads a document from its bytes and checks it: text, claims, findings. */
export async function checkBytes(
  bytes: Uint8Array,
  book: Book,
  { language, ...read }: ReadOptions & CheckOptions = {},
): Promise<CheckedDocument> {
  const [document, entities] = await Promise.all([readDocument(bytes, read), lexiconRows(book)]);
  const claims = readClaims(document, createLexicon(book.codebook, entities));
  return checkDocument(document, claims, book, { language: language ?? "en", entities });
}
