import { readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isBook, openBook } from "../book/open.ts";
import { type BookFolder, readBookFolder } from "./book-folder.ts";
import type { BookUpdate } from "./update-book.ts";

/** Folder of the book that comes with the package. */
export function shippedBookFolder(): string {
  return fileURLToPath(new URL("../../books/security", import.meta.url));
}

/** Who takes the shipped facts in. */
const SHIPPED_BY = "custodes";

/**
 * File beside the journal that says which state of the shipped folder the book holds. It only saves work: without it, or when
 * the journal is shorter than it was (an older copy was put back), the files are compared again.
 */
const STAMP_FILE = "shipped.json";

interface Stamp {
  readonly fingerprint: string;
  /** Bytes of the journal when the stamp was written. */
  readonly journal: number;
  /** Facts files of the shipped folder that the book took in: only these are taken away when they are dropped there. */
  readonly facts: readonly string[];
}

export interface UpToDateOptions {
  /** Told what is being done, in a few words; an empty text when it is over. */
  readonly progress?: (line: string) => void;
  readonly now?: () => Date;
  /** Folder that the book is made from. Default: the one that comes with the package. */
  readonly source?: string;
}

/** What was done: `made` a new book, `updated` an old one, or nothing. */
export interface BroughtUp {
  readonly done: "made" | "updated" | "nothing";
  readonly update: BookUpdate | null;
}

/** Does the book in `dir` hold the shipped folder as it is now? Reads and hashes the folder, and does not open the book. */
export async function isCurrent(dir: string, source: BookFolder): Promise<boolean> {
  const [stamp, journal] = await Promise.all([readStamp(dir), journalSize(dir)]);
  return stamp !== null && journal >= stamp.journal && stamp.fingerprint === source.fingerprint;
}

/** Makes the user's copy of the shipped book, or takes what changed into it; does nothing where it is current. */
export async function bringUpToDate(
  dir: string,
  { progress = () => {}, now = () => new Date(), source: folder = shippedBookFolder() }: UpToDateOptions = {},
): Promise<BroughtUp> {
  const source = await readBookFolder(folder);
  if (await isCurrent(dir, source)) return { done: "nothing", update: null };
  const exists = await isBook(dir);
  progress(exists ? "bringing the book up to date" : "making the book");
  const { book, update } = exists ? await bringOver(dir, source, now) : await make(dir, source, now);
  try {
    progress("building the index");
    await book.sql("SELECT 1");
  } finally {
    await book.close();
  }
  await writeStamp(dir, source);
  progress("");
  return { done: exists ? "updated" : "made", update };
}

async function make(dir: string, source: BookFolder, now: () => Date) {
  const { buildBook } = await import("./update-book.ts");
  return { book: await buildBook(dir, source, { by: SHIPPED_BY, effects: { now } }), update: null };
}

async function bringOver(dir: string, source: BookFolder, now: () => Date) {
  const { updateBook } = await import("./update-book.ts");
  const remove = (await readStamp(dir))?.facts ?? [];
  const book = await openBook(dir, { effects: { now } });
  try {
    return { book, update: await updateBook(book, source, { by: SHIPPED_BY, remove }) };
  } catch (error) {
    await book.close();
    throw error;
  }
}

async function journalSize(dir: string): Promise<number> {
  return (await isBook(dir)) ? (await stat(join(dir, "journal.jsonl"))).size : -1;
}

/** The stamp; null where there is none or it cannot be read, which only means that the files are compared. */
async function readStamp(dir: string): Promise<Stamp | null> {
  try {
    const stamp = JSON.parse(await readFile(join(dir, STAMP_FILE), "utf8")) as Partial<Stamp>;
    const { fingerprint, journal, facts } = stamp;
    if (typeof fingerprint !== "string" || typeof journal !== "number" || !Array.isArray(facts)) return null;
    return { fingerprint, journal, facts };
  } catch {
    return null;
  }
}

async function writeStamp(dir: string, { fingerprint, facts }: BookFolder): Promise<void> {
  const stamp: Stamp = { fingerprint, journal: await journalSize(dir), facts: [...facts.keys()] };
  await writeFile(join(dir, STAMP_FILE), `${JSON.stringify(stamp)}\n`);
}
