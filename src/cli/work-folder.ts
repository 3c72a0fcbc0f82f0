import { createHash, type Hash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { WorkStore } from "../link/index.ts";
import type { Effects } from "./effects.ts";

/** File that says what the work of a folder is of. */
const MANIFEST = "work.json";

/**
 * A folder in which long work is kept part by part. `of` stands for all that the work depends on; a folder that holds the work of something else is
 * refused, and never cleared. A part is there whole or not at all, whenever the program is stopped.
 */
export function workFolder(name: string, of: string, { cwd }: Effects): WorkStore {
  const folder = resolve(cwd, name);
  try {
    mkdirSync(folder, { recursive: true });
    const manifest = join(folder, MANIFEST);
    if (!existsSync(manifest)) {
      if (readdirSync(folder).length > 0) throw refused(name, "holds other files");
      writeWhole(manifest, JSON.stringify({ of }));
    } else if ((JSON.parse(readFileSync(manifest, "utf8")) as { of: unknown }).of !== of)
      throw refused(name, "holds the work on another table, or with another specification or version");
  } catch (error) {
    if (error instanceof UserError) throw error;
    throw refused(name, `cannot be used: ${(error as Error).message}`);
  }
  return {
    get: part => {
      const file = join(folder, part);
      return existsSync(file) ? new Uint8Array(readFileSync(file)) : null;
    },
    put: (part, bytes) => {
      try {
        writeWhole(join(folder, part), bytes);
      } catch (error) {
        throw new UserError(
          {
            code: "not-written",
            file: join(name, part),
            message: `cannot be written: ${(error as Error).message}`,
            hint: "make room on the disk and give the same command again; what is kept is used",
          },
          3,
        );
      }
    },
  };
}

function writeWhole(file: string, bytes: string | Uint8Array): void {
  writeFileSync(`${file}.part`, bytes);
  renameSync(`${file}.part`, file);
}

const refused = (file: string, message: string) =>
  new UserError({
    code: "work-folder",
    file,
    message,
    hint: "name an empty folder, or one that does not exist yet",
  });

/** Lets pieces through and hashes them on their way. */
export function* hashed(pieces: Iterable<Uint8Array>, hash: Hash): Iterable<Uint8Array> {
  for (const piece of pieces) {
    hash.update(piece);
    yield piece;
  }
}

export const newHash = (): Hash => createHash("sha256");
