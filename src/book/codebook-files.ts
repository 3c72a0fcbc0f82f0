import { mkdir, rm } from "node:fs/promises";
import { dirname, join, normalize } from "node:path";
import type { Codebook } from "../codebook/types.ts";
import type { OpenBook } from "./book.ts";
import { canonicalJson, sha256 } from "./canonical.ts";
import type { BookEffects } from "./effects.ts";
import { fault, refusal } from "./errors.ts";
import { writeDurably } from "./files.ts";
import { tablesFor } from "./index/schema.ts";
import type { Objects } from "./journal/objects.ts";
import type { JournalState } from "./journal/survey.ts";
import type { Entry } from "./types.ts";

export interface CodebookFiles {
  readonly by: string;
  /** All YAML files of the codebook, path -> text. Paths are kept below `codebook/`. */
  readonly files: ReadonlyMap<string, string>;
}

/**
 * Puts another codebook in force, in one durable entry; null where it is the same. What the book holds is read with the new
 * one from then on. Throws a `UserError` with every problem of every file, and then nothing has been written.
 */
export async function replaceCodebook(book: OpenBook, { by, files }: CodebookFiles): Promise<Entry | null> {
  book.mayWrite();
  await checkCodebook(files);
  const now = Object.fromEntries([...files].map(([path, text]) => [path, sha256(text)]));
  const before = book.parts.live.state.codebook;
  if (canonicalJson(now) === canonicalJson(before)) return null;
  const hashes = await book.putAll([...files.values()].map(text => Buffer.from(text)));
  const entry = await book.append({
    by,
    act: "codebook",
    data: { files: now },
    objects: [...new Set(hashes)],
  });
  await writeCopies(book.dir, files, book.parts.effects);
  for (const path of Object.keys(before))
    if (!files.has(path)) await rm(join(book.dir, placeOf(path)), { force: true });
  return entry;
}

/** Throws a `UserError` where the files are no codebook that a book can work with. */
export async function checkCodebook(files: ReadonlyMap<string, string>): Promise<Codebook> {
  const codebook = await readYaml(files);
  tablesFor(codebook);
  for (const path of files.keys()) placeOf(path);
  return codebook;
}

/** Writes the copies of the codebook files that people read; the objects are what counts. */
export async function writeCopies(
  dir: string,
  files: ReadonlyMap<string, string>,
  effects: BookEffects,
): Promise<void> {
  for (const [path, text] of files) {
    const place = join(dir, placeOf(path));
    await mkdir(dirname(place), { recursive: true });
    await writeDurably(place, Buffer.from(text), effects);
  }
}

/** Where the copy of a codebook file stands in the book. Throws for a path that leads out of it. */
function placeOf(path: string): string {
  const inside = normalize(path.startsWith("codebook/") ? path : join("codebook", path));
  if (inside.startsWith("codebook/") || inside.startsWith("codebook\\")) return inside;
  throw refusal({
    code: "bad-path",
    file: path,
    message: "the path leads out of the book",
    hint: "name a file below codebook/",
  });
}

/** Codebooks that are remembered: that of the head, and those of entries that somebody looks back at. */
const REMEMBERED = 4;

/** Reads codebooks from the objects. The last few are remembered: reading YAML takes longer than opening a book. */
export class CodebookReader {
  private readonly objects: Objects;
  private readonly known = new Map<string, Promise<Codebook>>();

  constructor(objects: Objects) {
    this.objects = objects;
  }

  /** The codebook that is in force. */
  of(state: JournalState): Promise<Codebook> {
    const key = canonicalJson(state.codebook);
    return this.known.get(key) ?? this.keep(key, readCodebook(state, this.objects));
  }

  /** Takes the word of an index that this same code made for what the files say. */
  remember(state: JournalState, codebook: Codebook): void {
    this.keep(canonicalJson(state.codebook), Promise.resolve(codebook));
  }

  private keep(key: string, codebook: Promise<Codebook>): Promise<Codebook> {
    this.known.delete(key);
    this.known.set(key, codebook);
    const oldest = this.known.keys().next().value;
    if (this.known.size > REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    return codebook;
  }
}

async function readCodebook(state: JournalState, objects: Objects): Promise<Codebook> {
  if (Object.keys(state.codebook).length === 0)
    throw refusal({
      code: "no-codebook",
      message: "at this entry the book has no codebook yet, so nothing of it can be read",
      expected: "an entry after the first codebook",
      hint: "custodes log lists the entries",
    });
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
  return readYaml(files);
}

/** The reader of YAML is loaded when it is needed: most openings find what it says in the index. */
async function readYaml(files: ReadonlyMap<string, string>): Promise<Codebook> {
  const { loadCodebook } = await import("../codebook/declarations/load.ts");
  return loadCodebook(files);
}
