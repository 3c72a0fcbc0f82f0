import type { Book } from "../../book/types.ts";
import { readDocument } from "../../read/index.ts";
import { text } from "./rows.ts";

/** Most captures that quotations are looked for in, those of the first sources in the order of their ids. */
const SEARCHED = 2_000;

/** Texts of captures by book and SHA-256: bytes never change. */
const TEXTS = new WeakMap<Book, Map<string, Promise<string>>>();

/** A source that carries quoted words, and the words around them. */
export interface Carrying {
  readonly source: string;
  readonly around: string;
}

/** Letters on each side of a quotation in which its speaker is named. */
const AROUND = 250;

/**
 * Sources whose captured text carries words, by words. A capture belongs to the sources that state something with a span in it; texts
 * that were only captured to be checked belong to none.
 */
export async function sourcesCarrying(
  book: Book,
  quotes: readonly string[],
): Promise<ReadonlyMap<string, readonly Carrying[]>> {
  const wanted = quotes.map(quote => [quote, plainText(quote)] as const).filter(([, plain]) => plain !== "");
  const found = new Map<string, Carrying[]>();
  if (wanted.length === 0) return found;
  for (const { source, capture } of await capturesOf(book)) {
    const carried = await textOf(book, capture);
    for (const [quote, plain] of wanted) {
      const at = carried.indexOf(plain);
      if (at < 0) continue;
      const around = carried.slice(Math.max(0, at - AROUND), at + plain.length + AROUND);
      found.set(quote, [...(found.get(quote) ?? []), { source, around }]);
    }
  }
  return found;
}

interface Captured {
  readonly source: string;
  readonly capture: string;
}

const CAPTURES = new WeakMap<Book, { readonly head: string; readonly captures: Promise<Captured[]> }>();

/** Which capture is of which source, asked once for each state of a book. */
export function capturesOf(book: Book): Promise<Captured[]> {
  const known = CAPTURES.get(book);
  if (known?.head === book.head.hash) return known.captures;
  const captures = book
    .kept(
      `SELECT DISTINCT source, capture FROM statements WHERE capture <> '' AND source <> '' ORDER BY source, capture LIMIT ${SEARCHED}`,
    )
    .then(rows => rows.map(row => ({ source: text(row["source"]), capture: text(row["capture"]) })));
  CAPTURES.set(book, { head: book.head.hash, captures });
  captures.catch(() => CAPTURES.delete(book));
  return captures;
}

/** The plain words of a capture, read once. */
export function textOf(book: Book, sha256: string): Promise<string> {
  const known = TEXTS.get(book) ?? new Map<string, Promise<string>>();
  TEXTS.set(book, known);
  const read = known.get(sha256) ?? readCapture(book, sha256);
  known.set(sha256, read);
  return read;
}

/** The words of a capture; empty where its bytes are gone or are no text that can be read. */
async function readCapture(book: Book, sha256: string): Promise<string> {
  const bytes = await book.get(sha256);
  if (!bytes) return "";
  const document = await readDocument(bytes, { name: sha256 }).catch(() => null);
  return document ? plainText(document.text) : "";
}

/** Words without marks and case, so that marks and line ends do not part a quotation from its source. */
export const plainText = (words: string): string =>
  words
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(word => word !== "")
    .join(" ");
