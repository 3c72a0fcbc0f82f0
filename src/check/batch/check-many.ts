import type { Book } from "../../book/types.ts";
import { formatProblem, UserError } from "../../codebook/errors.ts";
import { type ReadOptions, readClaims, readDocument } from "../../read/index.ts";
import { checkWithAppeals } from "../appeal/apply.ts";
import { lexiconOf, lexiconRows } from "../gather/lexicon.ts";
import { batchOf } from "./batch.ts";
import type { Batch, BatchInput, Unread } from "./types.ts";

/** A document of a batch: its path below the folder or its address in an archive, how to get its bytes, and what is known of it beside them. */
export interface BatchDocument {
  readonly name: string;
  /** Throws a `UserError` where the bytes cannot be had. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
  readonly options?: Pick<ReadOptions, "url" | "mime">;
}

interface ManyOptions {
  /** Language of the explanations. Default `en`. */
  readonly language?: string;
  /** Told before each document: its name, its number from 1. */
  readonly progress?: (name: string, index: number) => void;
  /** By which pages that are pictures are read. */
  readonly ocr?: ReadOptions["ocr"];
}

/**
 * Checks documents one after the other, as they come, and puts them side by side. What cannot be read is listed with the reason beside what
 * is known beforehand to be unreadable, and the rest goes on.
 */
export async function checkMany(
  documents: Iterable<BatchDocument | Unread> | AsyncIterable<BatchDocument | Unread>,
  book: Book,
  { language = "en", progress = () => {}, ocr = null }: ManyOptions = {},
): Promise<Batch> {
  const entities = await lexiconRows(book);
  const lexicon = lexiconOf(book.codebook, entities);
  const read: BatchInput[] = [];
  const refused: Unread[] = [];
  let count = 0;
  for await (const entry of documents) {
    if ("reason" in entry) {
      refused.push(entry);
      continue;
    }
    const { name, bytes, options } = entry;
    progress(name, ++count);
    try {
      const document = await readDocument(await bytes(), { ...options, name, ocr });
      const claims = readClaims(document, lexicon);
      read.push({ name, checked: await checkWithAppeals(document, claims, book, { language, entities }) });
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      refused.push({ name, reason: reasonOf(error) });
    }
  }
  refused.sort((a, b) => (a.name < b.name ? -1 : 1));
  return batchOf(read, book, { unread: refused });
}

/** What is wrong, without the name of the document, which stands beside it. */
const reasonOf = ({ problems }: UserError): string =>
  problems.map(({ file: _, ...problem }) => formatProblem(problem)).join("; ");
