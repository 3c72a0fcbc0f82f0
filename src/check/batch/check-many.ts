import type { Book } from "../../book/types.ts";
import { formatProblem, UserError } from "../../codebook/errors.ts";
import { readClaims, readDocument } from "../../read/index.ts";
import { checkWithAppeals } from "../appeal/apply.ts";
import { lexiconOf, lexiconRows } from "../gather/lexicon.ts";
import { batchOf } from "./batch.ts";
import type { Batch, BatchInput, Unread } from "./types.ts";

/** A document of a batch: its path below the folder, and how to get its bytes. */
export interface BatchDocument {
  readonly name: string;
  /** Throws a `UserError` where the bytes cannot be had. */
  readonly bytes: () => Uint8Array | Promise<Uint8Array>;
}

interface ManyOptions {
  /** Language of the explanations. Default `en`. */
  readonly language?: string;
  /** Told before each document: its name, its number from 1. */
  readonly progress?: (name: string, index: number) => void;
  /** What is known beforehand to be unreadable. */
  readonly unread?: readonly Unread[];
}

/** Checks documents one after the other and puts them side by side. What cannot be read is listed with the reason, and the rest goes on. */
export async function checkMany(
  documents: readonly BatchDocument[],
  book: Book,
  { language = "en", progress = () => {}, unread = [] }: ManyOptions = {},
): Promise<Batch> {
  const entities = await lexiconRows(book);
  const lexicon = lexiconOf(book.codebook, entities);
  const read: BatchInput[] = [];
  const refused: Unread[] = [...unread];
  for (const [index, { name, bytes }] of documents.entries()) {
    progress(name, index + 1);
    try {
      const document = await readDocument(await bytes(), { name });
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
