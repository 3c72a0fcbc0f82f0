import { isUtf8 } from "node:buffer";
import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { basename, resolve } from "node:path";
import { UserError } from "../codebook/errors.ts";
import { fetchPage } from "../import/fetch.ts";
import type { Effects } from "./effects.ts";

/** Bytes that a command was given, and what is known of where they come from. */
export interface Input {
  readonly bytes: Uint8Array;
  /** File name, address, or `standard input`. */
  readonly name: string;
  /** Address it was fetched from, or empty. */
  readonly url: string;
  /** Content-Type, or empty. */
  readonly mime: string;
}

/** Largest input taken, in bytes. Larger ones are refused before they are read. */
export const INPUT_LIMIT = 100_000_000;

/** Reads a FILE, a URL or `-` (standard input). */
export async function readInput(word: string, effects: Effects): Promise<Input> {
  if (word === "-")
    return { bytes: await readStandardInput(effects), name: "standard input", url: "", mime: "" };
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(word)) {
    effects.progress(`fetching ${word} ...`);
    const { bytes, url, mime } = await fetchPage(word);
    return { bytes, name: url, url, mime };
  }
  return { bytes: readFile(word, effects), name: basename(word), url: "", mime: "" };
}

async function readStandardInput({ stdin }: Effects): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stdin as AsyncIterable<Buffer | string>) {
    const bytes = Buffer.from(chunk as Buffer);
    size += bytes.length;
    if (size > INPUT_LIMIT) throw tooLarge("standard input", null);
    chunks.push(bytes);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

function readFile(word: string, { cwd }: Effects): Uint8Array {
  const path = resolve(cwd, word);
  try {
    const { size } = statSync(path);
    if (size > INPUT_LIMIT) throw tooLarge(word, size);
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unreadable(word, error as NodeJS.ErrnoException);
  }
}

/** Reads a file of text (UTF-8) that a command needs whole: a table, lines of JSON. */
export async function readTextInput(word: string, effects: Effects): Promise<{ text: string; name: string }> {
  const { bytes, name } = await readInput(word, effects);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), name };
  } catch {
    throw notUtf8(name);
  }
}

/** Bytes of one piece of a file that is read in pieces. */
const PIECE = 1 << 22;

/**
 * Reads a table (UTF-8) in pieces that end where a line ends, so that it may be larger than what is taken whole. A file only;
 * standard input and addresses are read whole, with their limit.
 */
export async function readPieces(
  word: string,
  effects: Effects,
): Promise<{ pieces: Iterable<Uint8Array>; name: string }> {
  if (word === "-" || /^[a-z][a-z0-9+.-]*:\/\//i.test(word)) {
    const { bytes, name } = await readInput(word, effects);
    return { pieces: checked([bytes], name), name };
  }
  return { pieces: checked(filePieces(word, effects), basename(word)), name: basename(word) };
}

function* filePieces(word: string, { cwd }: Effects): Iterable<Uint8Array> {
  const path = resolve(cwd, word);
  let file: number | null = null;
  try {
    file = openSync(path, "r");
    let rest: Uint8Array = new Uint8Array(0);
    for (;;) {
      const piece = Buffer.allocUnsafe(rest.length + PIECE);
      piece.set(rest);
      const read = readSync(file, piece, rest.length, PIECE, null);
      const filled = piece.subarray(0, rest.length + read);
      if (read === 0) {
        if (filled.length > 0) yield filled;
        return;
      }
      const end = filled.lastIndexOf(10) + 1;
      if (end > 0) yield filled.subarray(0, end);
      rest = filled.subarray(end);
    }
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw unreadable(word, error as NodeJS.ErrnoException);
  } finally {
    if (file !== null) closeSync(file);
  }
}

function* checked(pieces: Iterable<Uint8Array>, name: string): Iterable<Uint8Array> {
  for (const piece of pieces) {
    if (!isUtf8(piece)) throw notUtf8(name);
    yield piece;
  }
}

const notUtf8 = (file: string) =>
  new UserError({
    code: "not-utf8",
    file,
    message: "is not UTF-8 text",
    hint: "save it as UTF-8 and try again",
  });

/** The size is null where reading stopped before the end. */
function tooLarge(name: string, size: number | null): UserError {
  const megabytes = (bytes: number) => `${Math.round(bytes / 1_000_000)} MB`;
  return new UserError({
    code: "too-large",
    file: name,
    message: `is ${size === null ? `more than ${megabytes(INPUT_LIMIT)}` : megabytes(size)}`,
    expected: `at most ${megabytes(INPUT_LIMIT)}`,
    hint: "split it and give the parts",
  });
}

function unreadable(name: string, error: NodeJS.ErrnoException): UserError {
  const say: Record<string, readonly [string, string]> = {
    ENOENT: ["there is no such file", "check the path; give - to read standard input"],
    EISDIR: ["is a folder", "give a file in it"],
    EACCES: ["may not be read", "check its permissions"],
  };
  const [message, hint] = say[error.code ?? ""] ?? [`cannot be read: ${error.message}`, "check the path"];
  return new UserError({
    code: error.code === "ENOENT" ? "not-found" : "not-read",
    file: name,
    message,
    hint,
  });
}
