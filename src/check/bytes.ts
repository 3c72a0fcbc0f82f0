import type { Book } from "../book/types.ts";
import {
  type Beside,
  type Claim,
  type Document,
  type ReadOptions,
  readAsserted,
  readDocument,
} from "../read/index.ts";
import { checkWithAppeals } from "./appeal/apply.ts";
import type { CheckOptions } from "./document.ts";
import { languages } from "./explain/word.ts";
import { lexiconOf, lexiconRows } from "./gather/lexicon.ts";
import type { EntityRow } from "./gather/types.ts";
import type { CheckedDocument } from "./types.ts";

/** A document as it was read, before anything is checked. */
export interface ReadBytes {
  readonly document: Document;
  readonly claims: readonly Claim[];
  /** What stands beside its sentences and was not read for claims. */
  readonly beside: Beside;
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
  return { document, ...readAsserted(document, lexiconOf(book.codebook, entities)), entities };
}

/** Asks for explanations in the language of the text, where there is a wording for it. */
export const OWN_LANGUAGE = "own";

/** The language that a text in this one is explained in. */
function languageFor(own: string): string {
  const code = own.split("-")[0] ?? "";
  return languages.includes(code) ? code : "en";
}

/** Reads a document from its bytes and checks it: text, claims, findings, and what people have corrected of these. */
export async function checkBytes(
  bytes: Uint8Array,
  book: Book,
  { language, ...options }: ReadOptions & CheckOptions = {},
): Promise<CheckedDocument> {
  const { document, claims, beside, entities } = await readBytes(bytes, book, options);
  const worded = language === OWN_LANGUAGE ? languageFor(document.language) : (language ?? "en");
  return {
    ...(await checkWithAppeals(document, claims, book, { language: worded, entities, beside })),
    language: worded,
  };
}
