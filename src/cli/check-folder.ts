import { resolve } from "node:path";
import type { BatchDocument, Unread } from "../check/index.ts";
import { UserError } from "../codebook/errors.ts";
import type { ArchiveSummary, ByteSource, OcrOptions } from "../read/index.ts";
import { flag, type Invocation, option } from "./command.ts";
import { archiveSteps, type DocumentStep, filesBelow, folderSteps } from "./documents.ts";
import { withBook } from "./open.ts";

/** Checks every document below a folder and prints them side by side. */
export async function checkFolder(
  word: string,
  invocation: Invocation,
  ocr: OcrOptions | null,
): Promise<number> {
  const { effects } = invocation;
  const below = filesBelow(resolve(effects.cwd, word));
  if (below.files.length === 0)
    throw new UserError({ code: "no-documents", file: word, message: "there is no file below this folder" });
  return checkSteps(folderSteps(word, below, effects), invocation, ocr, ` of ${below.files.length}`);
}

/** The same for every page of a web archive. */
export const checkArchive = (
  source: ByteSource,
  invocation: Invocation,
  ocr: OcrOptions | null,
): Promise<number> => checkSteps(archiveSteps(source, ""), invocation, ocr, "");

/** For one document alone: a page to look at, linked data. */
const FOR_ONE = ["html", "claim-review", "claims", "annotations"];

async function checkSteps(
  steps: AsyncIterable<DocumentStep>,
  invocation: Invocation,
  ocr: OcrOptions | null,
  total: string,
): Promise<number> {
  const { effects } = invocation;
  const single = FOR_ONE.find(name => flag(invocation, name) || option(invocation, name) !== null);
  if (single)
    throw new UserError({
      code: "usage",
      message: `--${single} is for one article`,
      hint: "give a file, or print the table with --markdown",
    });
  const { checkMany, batchToCsv, batchToMarkdown, batchToTerminal } = await import("../check/index.ts");
  return withBook(invocation, async book => {
    const language = option(invocation, "language") ?? option(invocation, "lang") ?? "en";
    const progress = (name: string, index: number) => effects.progress(`checking ${index}${total}: ${name}`);
    const batch = await checkMany(entriesOf(steps), book, { language, progress, ocr });
    const options = { codebook: book.codebook, language };
    if (flag(invocation, "json")) effects.out(`${JSON.stringify(batch)}\n`);
    else if (flag(invocation, "csv")) effects.out(batchToCsv(batch, options));
    else if (flag(invocation, "markdown")) effects.out(batchToMarkdown(batch, options));
    else effects.out(batchToTerminal(batch, options));
    // A table has no place for them.
    if (flag(invocation, "csv"))
      for (const { name, reason } of batch.unread) effects.err(`custodes: not read: ${name}: ${reason}`);
    // As `read` has it: there were documents, and not one could be read.
    return batch.articles.length === 0 ? 2 : 0;
  });
}

async function* entriesOf(steps: AsyncIterable<DocumentStep>): AsyncGenerator<BatchDocument | Unread> {
  for await (const step of steps) {
    if (!("note" in step)) yield step;
    else if ("unread" in step.note) yield { name: step.note.unread, reason: step.note.reason };
    else yield* leftOf(step.note.archive, step.note.summary);
  }
}

/** What an archive holds beside its pages, and what its list of pages names in vain. */
function* leftOf(archive: string, { records, left, missing, warnings }: ArchiveSummary): Generator<Unread> {
  const count = left.reduce((sum, { records: n }) => sum + n, 0);
  const reasons = left.map(({ reason, records: n }) => `${reason} (${n})`).join(", ");
  const name = archive || "the archive";
  if (count > 0) yield { name, reason: `${count} of its ${records} records are no pages: ${reasons}` };
  for (const url of missing) yield { name, reason: `on its list of pages and not in it: ${url}` };
  for (const warning of warnings) yield { name, reason: warning };
}
