import type { Book } from "../book/types.ts";
import { createLexicon, type ReadOptions, readClaims, readDocument } from "../read/index.ts";
import { checkWithAppeals } from "./appeal/apply.ts";
import type { CheckOptions } from "./document.ts";
import { lexiconRows } from "./gather/lexicon.ts";
import type { CheckedDocument } from "./types.ts";

/** Reads a document from its bytes and checks it: text, claims, findings, and what people have corrected of these. */
export async function checkBytes(
  bytes: Uint8Array,
  book: Book,
  { language, ...read }: ReadOptions & CheckOptions = {},
): Promise<CheckedDocument> {
  const [document, entities] = await Promise.all([readDocument(bytes, read), lexiconRows(book)]);
  const claims = readClaims(document, createLexicon(book.codebook, entities));
  return checkWithAppeals(document, claims, book, { language: language ?? "en", entities });
}
