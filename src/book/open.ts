import { constants } from "node:fs";
import { access, mkdir, readdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { formatProblem } from "../codebook/errors.ts";
import { OpenBook } from "./book.ts";
import { CodebookReader, checkCodebook, writeCopies } from "./codebook-files.ts";
import { type BookEffects, bookEffects } from "./effects.ts";
import { diskError, isMissing, isReadOnly, refusal } from "./errors.ts";
import { syncFolder, writeDurably } from "./files.ts";
import { Answers } from "./index/answers.ts";
import { IndexFile } from "./index/index-file.ts";
import { PastIndexes } from "./index/past.ts";
import { type Draft, encodeEntry, GENESIS, seal } from "./journal/entry.ts";
import { JOURNAL_FILE, Journal } from "./journal/journal.ts";
import { lockBook } from "./journal/lock.ts";
import { Objects } from "./journal/objects.ts";
import { Live } from "./live.ts";
import { Sandbox } from "./query/sandbox.ts";
import { finishRedactions } from "./redact.ts";
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
  await checkCodebook(codebook);
  try {
    await makeFolder(dir);
    if (await isBook(dir)) throw bookExists(dir);
    await writeBook(dir, { codebook, by, effects });
  } catch (error) {
    throw diskError(error, dir);
  }
  return openBook(dir, { effects });
}

/** The last folder is made by itself: on a read-only disk, Node says of a recursive call that a parent is missing. */
async function makeFolder(dir: string): Promise<void> {
  await mkdir(dirname(dir), { recursive: true });
  await mkdir(dir).catch(error => {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  });
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
  await writeCopies(dir, codebook, effects);
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
  const codebooks = new CodebookReader(objects);
  const shared = { dir, journal, objects, effects, readOnly };
  const answers = await Answers.open({ dir, head: journal.head, writable: !readOnly });
  const indexOf = (upTo?: number, apart?: boolean) =>
    new IndexFile({
      dir,
      journal,
      objects,
      effects,
      codebooks,
      upTo,
      apart,
      temporary: readOnly || upTo !== undefined,
      ...(upTo === undefined && { answers }),
    });
  const past = new PastIndexes(async (seq, apart) => {
    const index = indexOf(seq, apart);
    try {
      // Made at once, the index says what was in force; else the codebook of then would be read from its files here.
      if (apart) await index.catchUp();
      return { index, outlook: await index.open() };
    } catch (error) {
      await index.close();
      throw error;
    }
  });
  const openAsOf = async (seq: number, apart = false): Promise<OpenBook> => {
    const { index, outlook, giveBack } = await past.borrow(seq, apart);
    const live = await Live.of(outlook.state, codebooks);
    const sandbox = new Sandbox(index, live);
    return new OpenBook({
      ...shared,
      index,
      live,
      sandbox,
      past: outlook.head,
      pastIndexes: past,
      openAsOf,
      release: giveBack,
    });
  };
  const index = indexOf();
  const release = async () => {
    await past.close();
    await journal.settled();
    await index.close();
    await journal.close();
    await unlock();
  };
  try {
    const { state } = await index.open();
    const live = await Live.of(state, codebooks);
    if (!readOnly) {
      await rm(join(dir, `${JOURNAL_FILE}.new`), { force: true });
      await objects.removeUnfinished();
      await finishRedactions(state.redactions, objects);
    }
    const sandbox = new Sandbox(index, live);
    return new OpenBook({ ...shared, index, answers, live, sandbox, pastIndexes: past, openAsOf, release });
  } catch (error) {
    await index.close();
    await journal.close();
    throw error;
  }
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
