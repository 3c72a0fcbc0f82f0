import { lstatSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { ArchiveSummary, BatchJob, ByteSource } from "../read/index.ts";
import { fileSource } from "./archive-source.ts";
import type { Effects } from "./effects.ts";
import { readInput } from "./input.ts";

/** The documents that a word of the command line names: a file, the files below a folder, the pages of a web archive. */

/** Is the word the path of a folder? */
export const isFolder = (word: string, { cwd }: Pick<Effects, "cwd">): boolean =>
  word !== "-" &&
  !word.includes("://") &&
  statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory() === true;

/** What is to be said beside documents: an archive that was gone through, a file that is none. */
export type DocumentNote =
  | { readonly archive: string; readonly summary: ArchiveSummary }
  | { readonly unread: string; readonly reason: string };

export type DocumentStep = BatchJob | { readonly note: DocumentNote };

/** A web archive by its content: on disk it is never read whole. Null where the word names anything else. */
export async function archiveOf(
  word: string,
  { cwd }: Pick<Effects, "cwd">,
): Promise<(ByteSource & { close(): Promise<void> }) | null> {
  if (word === "-" || word.includes("://")) return null;
  const { archiveFormat } = await import("../read/index.ts");
  const source = await fileSource(resolve(cwd, word)).catch(() => null);
  if (source && (await archiveFormat(source).catch(() => null))) return source;
  await source?.close();
  return null;
}

/** Bytes that were fetched or piped, where they are a web archive. */
export async function archiveIn(bytes: Uint8Array): Promise<ByteSource | null> {
  const { archiveFormat, byteSource } = await import("../read/index.ts");
  const source = byteSource(bytes);
  return (await archiveFormat(source).catch(() => null)) ? source : null;
}

/** The pages of a web archive, and what is to be said of it. */
export async function* archiveSteps(source: ByteSource, name: string): AsyncGenerator<DocumentStep> {
  const { readArchive } = await import("../read/index.ts");
  const prefix = name === "" ? "" : `${name}#`;
  const pages = readArchive(source);
  let step: IteratorResult<Awaited<ReturnType<typeof pages.next>>["value"], ArchiveSummary> =
    await pages.next();
  while (!step.done) {
    const page = step.value as Exclude<typeof step.value, ArchiveSummary>;
    yield {
      name: `${prefix}${page.url}`,
      bytes: async () => page.bytes,
      options: { url: page.url, mime: page.mime },
      title: page.title,
      captured: page.captured,
      warnings: page.warnings,
    };
    step = await pages.next();
  }
  yield { note: { archive: name, summary: step.value } };
}

/** The files below a folder, web archives as their pages, and what is none. */
export async function* folderSteps(
  word: string,
  { files, unread }: ReturnType<typeof filesBelow>,
  effects: Effects,
): AsyncGenerator<DocumentStep> {
  for (const { name, reason } of unread) yield { note: { unread: name, reason } };
  for (const name of files) {
    const path = join(word, name);
    const archive = await archiveOf(path, effects);
    if (!archive) yield { name, bytes: async () => (await readInput(path, effects)).bytes };
    else
      try {
        yield* archiveSteps(archive, name);
      } finally {
        await archive.close();
      }
  }
}

interface Unreadable {
  readonly name: string;
  readonly reason: string;
}

/** Files below a folder by their paths from it, sorted, and their bytes together. Links are not followed and hidden files not looked at; both are said. */
export function filesBelow(folder: string): { files: string[]; bytes: number; unread: Unreadable[] } {
  const files: string[] = [];
  const unread: Unreadable[] = [];
  let bytes = 0;
  const walk = (at: string): void => {
    for (const entry of readdirSync(at).sort()) {
      const path = join(at, entry);
      const name = relative(folder, path).replaceAll("\\", "/");
      const status = lstatSync(path);
      if (entry.startsWith(".")) unread.push({ name, reason: "hidden" });
      else if (status.isDirectory()) descend(path, name);
      else if (status.isFile()) {
        files.push(name);
        bytes += status.size;
      } else
        unread.push({
          name,
          reason: status.isSymbolicLink() ? "a link, which is not followed" : "not a file",
        });
    }
  };
  const descend = (path: string, name: string): void => {
    try {
      walk(path);
    } catch (error) {
      unread.push({ name, reason: `cannot be listed: ${(error as Error).message}` });
    }
  };
  walk(folder);
  return { files: files.sort(), bytes, unread };
}
