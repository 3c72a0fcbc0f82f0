import type { Book } from "../book/types.ts";
import {
  type Claim,
  createLexicon,
  type Document,
  type ReadOptions,
  readClaims,
  readDocument,
} from "../read/index.ts";
import { checkWithAppeals } from "./appeal/apply.ts";
import type { CheckOptions } from "./document.ts";
import { lexiconRows } from "./gather/lexicon.ts";
import type { EntityRow } from "./gather/types.ts";
import type { CheckedDocument } from "./types.ts";

/** A document as it was read, before anything is checked. */
export interface ReadBytes {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** Entities of the book, by which its names were found. */
  readonly entities: readonly EntityRow[];
}

/** Reads a document from its bytes, with the words and names of a book. */
export async function readBytes(
  bytes: Uint8Array,
  book: Book,
  options: ReadOptions & { readonly entities?: readonly EntityRow[] } = {},
): Promise<ReadBytes> {
  const [document, entities] = await Promise.all([
    readDocument(bytes, options),
    options.entities ?? lexiconRows(book),
  ]);
  return { document, claims: readClaims(document, createLexicon(book.codebook, entities)), entities };
}

/** Reads a document from its bytes and checks it: text, claims, findings, and what people have corrected of these. */
export async function checkBytes(
  bytes: Uint8Array,
  book: Book,
  { language, ...options }: ReadOptions & CheckOptions = {},
): Promise<CheckedDocument> {
  const { document, claims, entities } = await readBytes(bytes, book, options);
  return checkWithAppeals(document, claims, book, { language: language ?? "en", entities });
}
