import { lstatSync, readdirSync, statSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { BatchDocument, Unread } from "../check/index.ts";
import { UserError } from "../codebook/errors.ts";
import { flag, type Invocation, option } from "./command.ts";
import type { Effects } from "./effects.ts";
import { readInput } from "./input.ts";
import { withBook } from "./open.ts";

/** Is the word the path of a folder? */
export const isFolder = (word: string, { cwd }: Pick<Effects, "cwd">): boolean =>
  word !== "-" &&
  !word.includes("://") &&
  statSync(resolve(cwd, word), { throwIfNoEntry: false })?.isDirectory() === true;

/** Checks every document below a folder and prints them side by side. */
export async function checkFolder(word: string, invocation: Invocation): Promise<number> {
  const { effects } = invocation;
  if (option(invocation, "html") !== null)
    throw new UserError({
      code: "usage",
      message: "--html is for one article",
      hint: "give a file, or print the folder with --markdown",
    });
  const { files, unread } = filesBelow(resolve(effects.cwd, word));
  if (files.length === 0)
    throw new UserError({ code: "no-documents", file: word, message: "there is no file below this folder" });
  const documents = files.map(
    (name): BatchDocument => ({
      name,
      bytes: async () => (await readInput(join(word, name), effects)).bytes,
    }),
  );
  const { checkMany, batchToCsv, batchToMarkdown, batchToTerminal } = await import("../check/index.ts");
  await withBook(invocation, async book => {
    const language = option(invocation, "language") ?? option(invocation, "lang") ?? "en";
    const progress = (name: string, index: number) =>
      effects.progress(`checking ${index} of ${files.length}: ${name}`);
    const batch = await checkMany(documents, book, { language, progress, unread });
    const options = { codebook: book.codebook, language };
    if (flag(invocation, "json")) effects.out(`${JSON.stringify(batch)}\n`);
    else if (flag(invocation, "csv")) effects.out(batchToCsv(batch, options));
    else if (flag(invocation, "markdown")) effects.out(batchToMarkdown(batch, options));
    else effects.out(batchToTerminal(batch, options));
    // A table has no place for them.
    if (flag(invocation, "csv"))
      for (const { name, reason } of batch.unread) effects.err(`custodes: not read: ${name}: ${reason}`);
  });
  return 0;
}

/** Files below a folder by their paths from it, sorted, and their bytes together. Links are not followed and hidden files not looked at; both are said. */
export function filesBelow(folder: string): { files: string[]; bytes: number; unread: Unread[] } {
  const files: string[] = [];
  const unread: Unread[] = [];
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
