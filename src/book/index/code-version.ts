import { readdir, readFile } from "node:fs/promises";
import { extname, sep } from "node:path";
import { fileURLToPath } from "node:url";
import { sha256 } from "../canonical.ts";

/** The version of the code that was put together as one script (scripts/one-script.mjs), which need not read its modules to know it. */
declare const CODE_OF_SCRIPT: string | undefined;

let known: Promise<string> | null = null;

/**
 * SHA-256 of the code that makes an index of a journal: the rooms `codebook` and `book`. An index made by other code is made
 * anew, so that it is always what this code would make, without anybody having to think of raising a number.
 */
export function codeVersion(): Promise<string> {
  known ??= typeof CODE_OF_SCRIPT === "string" ? Promise.resolve(CODE_OF_SCRIPT) : hashOfRooms();
  return known;
}

const hashOfRooms = () => codeOf(["../", "../../codebook/"].map(folder => new URL(folder, import.meta.url)));

/** SHA-256 of the modules in these folders, those below them included. */
export async function codeOf(folders: readonly URL[]): Promise<string> {
  const extension = extname(fileURLToPath(import.meta.url));
  const files = await Promise.all(
    folders.map(async folder => {
      const names = (await readdir(folder, { recursive: true }))
        .map(name => name.replaceAll(sep, "/"))
        .filter(name => name.endsWith(extension) && !/\.(test|d)\./.test(name))
        .sort();
      return Promise.all(names.map(async name => `${name} ${sha256(await readFile(new URL(name, folder)))}`));
    }),
  );
  return sha256(files.flat().join("\n"));
}
