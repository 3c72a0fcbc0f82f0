import { constants } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import { formatProblem } from "../codebook/errors.ts";
import { loadCodebook } from "../codebook/load.ts";
import type { Codebook } from "../codebook/types.ts";
import { OpenBook } from "./book.ts";
import { type BookEffects, bookEffects } from "./effects.ts";
import { type Draft, encodeEntry, GENESIS, seal } from "./entry.ts";
import { diskError, fault, isMissing, isReadOnly, refusal } from "./errors.ts";
import { IndexFile } from "./index-file.ts";
import { JOURNAL_FILE, Journal } from "./journal.ts";
import { lockBook } from "./lock.ts";
import { Objects, syncFolder } from "./objects.ts";
import { PastIndexes } from "./past.ts";
import { finishRedactions } from "./redact.ts";
import { Sandbox } from "./sandbox.ts";
import type { JournalState } from "./survey.ts";
import type { Entry } from "./types.ts";

/** Version of the layout of a book on disk, kept in its first entry. */
const BOOK_VERSION = 1;

export interface CreateOptions {
  /** YAML files of the codebook, path -> text. Paths are kept below `codebook/`. */
  readonly codebook: ReadonlyMap<string, string>;
  readonly by: string;
  readonly effects?: Partial<BookEffects>;
}

export interface OpenOptions {
  /**
   * Do not write into the folder, and do not own the book: several readers may stand beside the one process that owns it.
   * A folder that cannot be written to is opened so by itself.
   */
  readonly readOnly?: boolean;
  /** Told in words of what was repaired or left out; the same as `effects.warn` for who wants no data. */
  readonly warn?: (message: string) => void;
  readonly effects?: Partial<BookEffects>;
}

/** Is there a book in the folder? */
export async function isBook(dir: string): Promise<boolean> {
  try {
    await access(join(dir, JOURNAL_FILE));
    return true;
  } catch {
    return false;
  }
}

/**
 * Makes a new book with its codebook and opens it. The folder may exist but must not hold a book. The journal is put in its
 * place last, so that a crash leaves either no book or a whole one.
 */
export async function createBook(
  dir: string,
  { codebook, by, effects: given }: CreateOptions,
): Promise<OpenBook> {
  const effects = bookEffects(given);
  loadCodebook(codebook);
  try {
    await mkdir(dir, { recursive: true });
    if (await isBook(dir)) throw bookExists(dir);
    await writeBook(dir, { codebook, by, effects });
  } catch (error) {
    throw diskError(error, dir);
  }
  return openBook(dir, { effects });
}

async function writeBook(
  dir: string,
  { codebook, by, effects }: { codebook: ReadonlyMap<string, string>; by: string; effects: BookEffects },
): Promise<void> {
  const objects = new Objects(dir, effects);
  await mkdir(objects.folder, { recursive: true });
  const paths = [...codebook.keys()];
  const hashes = await objects.putAll(
    [...codebook.values()].map(text => Buffer.from(text)),
    () => {},
  );
  for (const [path, text] of codebook) await writeCopy(join(dir, codebookPath(path)), text);
  const files = Object.fromEntries(paths.map((path, index) => [path, hashes[index]!]));
  const drafts: Draft[] = [
    { by, act: "init", data: { version: BOOK_VERSION } },
    { by, act: "codebook", data: { files }, objects: hashes },
  ];
  let head = GENESIS;
  const lines = drafts.map(draft => {
    const entry: Entry = seal(draft, { head, at: effects.now(), salt: effects.random(16) });
    head = entry;
    return `${encodeEntry(entry)}\n`;
  });
  await writeDurably(join(dir, JOURNAL_FILE), Buffer.from(lines.join("")), effects);
  await syncFolder(dirname(dir));
}

/** Writes a whole file under another name, flushes it, and puts it in its place. */
export async function writeDurably(path: string, bytes: Uint8Array, effects: BookEffects): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    const file = await open(unfinished, "w");
    try {
      await effects.disk.write(file, bytes, 0);
      await effects.disk.sync(file);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Where the copy of a codebook file stands in the book. Throws for a path that leads out of it. */
function codebookPath(path: string): string {
  const inside = normalize(path.startsWith("codebook/") ? path : join("codebook", path));
  if (inside.startsWith("codebook/") || inside.startsWith("codebook\\")) return inside;
  throw refusal({
    code: "bad-path",
    file: path,
    message: "the path leads out of the book",
    hint: "name a file below codebook/",
  });
}

async function writeCopy(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

/** Opens a book. Throws a `UserError` where there is none, where another process has it, or where its chain is broken. */
export async function openBook(
  dir: string,
  { readOnly = false, warn, effects: given }: OpenOptions = {},
): Promise<OpenBook> {
  const effects = bookEffects({ ...(warn && { warn: problem => warn(formatProblem(problem)) }), ...given });
  if (!(await isBook(dir))) throw await noBook(dir);
  const writable = !readOnly && (await isWritable(dir));
  if (!writable && !readOnly) effects.warn(openedReadOnly(dir));
  const nonce = Buffer.from(effects.random(8)).toString("hex");
  const unlock = writable ? await lockBook(dir, nonce) : async () => {};
  try {
    return await openOwned(dir, { readOnly: !writable, effects, unlock });
  } catch (error) {
    await unlock();
    throw diskError(error, dir);
  }
}

interface Owned {
  readonly readOnly: boolean;
  readonly effects: BookEffects;
  readonly unlock: () => Promise<void>;
}

async function openOwned(dir: string, { readOnly, effects, unlock }: Owned): Promise<OpenBook> {
  const journal = await Journal.open(join(dir, JOURNAL_FILE), { readOnly, effects });
  const objects = new Objects(dir, effects);
  const codebookOf = (state: JournalState) => readCodebook(state, objects);
  const shared = { dir, journal, objects, effects, codebookOf };
  const index = new IndexFile({ ...shared, temporary: readOnly });
  const past = new PastIndexes(async seq => {
    const then = new IndexFile({ ...shared, temporary: true, upTo: seq });
    await then.open();
    return then;
  });
  const openAsOf = async (seq: number): Promise<OpenBook> => {
    const { index: then, giveBack } = await past.borrow(seq);
    const sandbox = new Sandbox(then);
    return new OpenBook({
      ...shared,
      index: then,
      sandbox,
      readOnly,
      upTo: seq,
      openAsOf,
      release: giveBack,
    });
  };
  const release = async () => {
    await past.close();
    await journal.settled();
    await index.close();
    await journal.close();
    await unlock();
  };
  try {
    await index.open();
    if (!readOnly) {
      await rm(join(dir, `${JOURNAL_FILE}.new`), { force: true });
      await objects.removeUnfinished();
      await finishRedactions(index.state.redactions, objects);
    }
    return new OpenBook({ ...shared, index, sandbox: new Sandbox(index), readOnly, openAsOf, release });
  } catch (error) {
    await journal.close();
    throw error;
  }
}

async function readCodebook(state: JournalState, objects: Objects): Promise<Codebook> {
  const files = new Map<string, string>();
  for (const [path, hash] of Object.entries(state.codebook)) {
    const bytes = await objects.get(hash);
    if (bytes === null)
      throw fault({
        code: "missing-object",
        file: `objects/${hash.slice(0, 2)}/${hash.slice(2)}`,
        message: `the codebook file ${path} is missing from the objects`,
        hint: "restore this file from a copy of the book",
      });
    files.set(path, Buffer.from(bytes).toString());
  }
  return loadCodebook(files);
}

async function isWritable(dir: string): Promise<boolean> {
  try {
    await access(dir, constants.W_OK);
    await access(join(dir, JOURNAL_FILE), constants.W_OK);
    return true;
  } catch (error) {
    if (isReadOnly(error)) return false;
    throw error;
  }
}

function openedReadOnly(dir: string) {
  return {
    code: "read-only",
    file: dir,
    message: "the folder cannot be written to, so the book is open for reading only",
    hint: "copy it to a folder that you may write to",
  };
}

function bookExists(dir: string) {
  return refusal({
    code: "book-exists",
    file: dir,
    message: "there is a book in this folder already",
    hint: "open it, or name another folder",
  });
}

async function noBook(dir: string) {
  const there = await readdir(dir).catch(error => {
    if (isMissing(error)) return null;
    throw diskError(error, dir);
  });
  return refusal({
    code: "no-book",
    file: dir,
    message: there === null ? "there is no such folder" : "the folder holds no book (no journal.jsonl)",
    hint: "make one with custodes init, or name another folder with --book",
  });
}
