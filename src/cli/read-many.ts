import { availableParallelism } from "node:os";
import { join, resolve } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { ArchiveSummary, BatchJob, ByteSource, OcrOptions } from "../read/index.ts";
import { fileSource } from "./archive-source.ts";
import { filesBelow } from "./check-folder.ts";
import { flag, type Invocation, option } from "./command.ts";
import type { Effects } from "./effects.ts";
import { readInput } from "./input.ts";
import { lexiconOf } from "./lexicon.ts";
import { withBook } from "./open.ts";
import { type ReadNote, type ReadPrinter, readPrinter } from "./read-print.ts";

/** Reads every document below a folder, or every page of a web archive, on all cores. */

type Step = BatchJob | { readonly note: ReadNote };

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

async function* archiveSteps(source: ByteSource, name: string): AsyncGenerator<Step> {
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

async function* folderSteps(
  word: string,
  { files, unread }: ReturnType<typeof filesBelow>,
  effects: Effects,
): AsyncGenerator<Step> {
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

function workersOf(invocation: Invocation): number {
  const word = option(invocation, "workers");
  if (word === null) return availableParallelism();
  const number = Number(word);
  if (Number.isInteger(number) && number >= 1 && number <= 256) return number;
  throw new UserError({
    code: "usage",
    message: `--workers is "${word}"`,
    expected: "a whole number from 1 to 256",
    hint: "leave it out to use all cores",
  });
}

/** Reads the documents and prints each as soon as those before it are printed. Exit code 2 where none could be read. */
async function readSteps(
  steps: AsyncIterable<Step>,
  invocation: Invocation,
  { ocr, total }: { readonly ocr: OcrOptions | null; readonly total?: number },
): Promise<number> {
  const { effects } = invocation;
  for (const name of ["html", "llm"])
    if (option(invocation, name) !== null)
      throw new UserError({
        code: "usage",
        message: `--${name} is for one document`,
        hint: `give a single file, or leave --${name} out`,
      });
  const json = flag(invocation, "json");
  const workers = workersOf(invocation);
  const { readBatch } = await import("../read/index.ts");
  const lexicon = await withBook(invocation, lexiconOf);
  const printer: ReadPrinter = readPrinter(effects, json);
  printer.begin();
  const options = { workers, json, ocr, ...(total !== undefined && { total }) };
  for await (const step of readBatch<ReadNote>(steps, lexicon, options)) {
    if ("note" in step) printer.note(step.note);
    else effects.progress(`read ${printer.document(step)}: ${step.name}`);
  }
  return printer.end() ? 0 : 2;
}

export const readArchiveFile = async (
  source: ByteSource,
  invocation: Invocation,
  ocr: OcrOptions | null,
): Promise<number> => readSteps(archiveSteps(source, ""), invocation, { ocr });

export const readFolder = async (
  word: string,
  invocation: Invocation,
  ocr: OcrOptions | null,
): Promise<number> => {
  const { effects } = invocation;
  const below = filesBelow(resolve(effects.cwd, word));
  return readSteps(folderSteps(word, below, effects), invocation, { ocr, total: below.bytes });
};
