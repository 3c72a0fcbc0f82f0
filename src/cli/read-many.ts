import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { ByteSource, OcrOptions } from "../read/index.ts";
import { flag, type Invocation, option } from "./command.ts";
import { archiveSteps, type DocumentNote, type DocumentStep, filesBelow, folderSteps } from "./documents.ts";
import { lexiconOf } from "./lexicon.ts";
import { withBook } from "./open.ts";
import { type ReadPrinter, readPrinter } from "./read-print.ts";

/** Reads every document below a folder, or every page of a web archive, on all cores. */

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
  steps: AsyncIterable<DocumentStep>,
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
  for await (const step of readBatch<DocumentNote>(steps, lexicon, options)) {
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
