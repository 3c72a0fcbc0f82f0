import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { copyFile, mkdir, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { sha256 } from "../canonical.ts";
import type { BookEffects } from "../effects.ts";
import { diskError, fault, isMissing } from "../errors.ts";
import { sizeOf, syncFolder } from "../files.ts";
import { isSha256 } from "./entry.ts";

export const OBJECTS_FOLDER = "objects";

/** Half-written objects; whatever a crash left here is removed at the next opening. */
const UNFINISHED = "unfinished";

/**
 * Bytes by their SHA-256, in `objects/ab/cdef...`. Invariant: a file under its name is complete and durable, because it is
 * written and flushed under another name first.
 */
export class Objects {
  readonly folder: string;
  private readonly effects: BookEffects;

  constructor(dir: string, effects: BookEffects) {
    this.folder = join(dir, OBJECTS_FOLDER);
    this.effects = effects;
  }

  path(hash: string): string {
    return join(this.folder, hash.slice(0, 2), hash.slice(2));
  }

  async has(hash: string): Promise<boolean> {
    return (await sizeOf(this.path(hash))) !== null;
  }

  /** Stores each of the byte strings, durable; their SHA-256 in the same order. `allow` may throw before anything is written. */
  async putAll(all: readonly Uint8Array[], allow: (hash: string) => void): Promise<string[]> {
    const hashes = all.map(bytes => sha256(bytes));
    for (const hash of hashes) allow(hash);
    const fresh = new Map<string, Uint8Array>();
    for (const [index, hash] of hashes.entries())
      if ((await sizeOf(this.path(hash))) !== all[index]!.length) fresh.set(hash, all[index]!);
    const folders = new Set<string>();
    for (const [hash, bytes] of fresh) {
      const unfinished = await this.unfinishedPath(hash);
      await this.guard(unfinished, () => this.writeWhole(unfinished, bytes));
      folders.add(await this.moveIn(unfinished, hash));
    }
    await this.syncFolders(folders);
    return hashes;
  }

  /** Stores a file of any size; `move` takes the file itself where it lies on the same disk. */
  async putFile(path: string, { move = false, allow = (_hash: string) => {} } = {}): Promise<string> {
    const hash = await hashOfFile(path);
    allow(hash);
    if ((await sizeOf(this.path(hash))) === (await sizeOf(path))) return hash;
    const unfinished = await this.unfinishedPath(hash);
    await this.guard(unfinished, async () => {
      if (!move || !(await renamed(path, unfinished))) await copyFile(path, unfinished);
      const file = await open(unfinished, "r+");
      try {
        await this.effects.disk.sync(file);
      } finally {
        await file.close();
      }
    });
    await this.syncFolders(new Set([await this.moveIn(unfinished, hash)]));
    return hash;
  }

  /** The bytes, or null where there is no such object. Throws where they no longer have their hash. */
  async get(hash: string): Promise<Uint8Array | null> {
    const path = this.path(hash);
    try {
      const bytes = await readFile(path);
      if (sha256(bytes) === hash) return bytes;
    } catch (error) {
      if (isMissing(error)) return null;
      throw diskError(error, path);
    }
    throw fault({
      code: "damaged-object",
      file: `${OBJECTS_FOLDER}/${hash.slice(0, 2)}/${hash.slice(2)}`,
      message: `object ${hash} is damaged: its bytes do not have its hash`,
      hint: "restore this file from a copy of the book, then run custodes verify",
    });
  }

  /** Do the bytes of an object begin so? Objects of bulk statements are too big to be read for it. */
  async startsWith(hash: string, ascii: string): Promise<boolean> {
    const file = await open(this.path(hash), "r").catch(error => {
      if (isMissing(error)) return null;
      throw diskError(error, this.path(hash));
    });
    if (file === null) return false;
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(ascii.length), 0, ascii.length, 0);
      return buffer.toString("latin1", 0, bytesRead) === ascii;
    } finally {
      await file.close();
    }
  }

  /** Where a file of its own making may be written before it becomes an object. */
  async scratchPath(): Promise<string> {
    return this.unfinishedPath("scratch");
  }

  /** Removes an object for good. One that is not there is no error: an interrupted redaction is finished later. */
  async destroy(hash: string): Promise<void> {
    await rm(this.path(hash), { force: true });
    if ((await sizeOf(dirname(this.path(hash)))) !== null) await syncFolder(dirname(this.path(hash)));
  }

  /** Hashes of all objects by their names, and every other file below the folder by its path. */
  async list(): Promise<{ objects: string[]; strange: string[] }> {
    const objects: string[] = [];
    const strange: string[] = [];
    for (const folder of await namesIn(this.folder)) {
      if (folder === UNFINISHED) continue;
      const inside = await namesIn(join(this.folder, folder));
      if (inside.length === 0 && !/^[0-9a-f]{2}$/.test(folder)) strange.push(`${OBJECTS_FOLDER}/${folder}`);
      for (const name of inside)
        if (isSha256(folder + name)) objects.push(folder + name);
        else strange.push(`${OBJECTS_FOLDER}/${folder}/${name}`);
    }
    return { objects: objects.sort(), strange: strange.sort() };
  }

  async removeUnfinished(): Promise<void> {
    await rm(join(this.folder, UNFINISHED), { recursive: true, force: true });
  }

  private async unfinishedPath(hash: string): Promise<string> {
    const folder = join(this.folder, UNFINISHED);
    await this.guard(folder, () => mkdir(folder, { recursive: true }));
    const nonce = Buffer.from(this.effects.random(8)).toString("hex");
    return join(folder, `${hash}-${nonce}`);
  }

  private async writeWhole(path: string, bytes: Uint8Array): Promise<void> {
    const file = await open(path, "wx");
    try {
      await this.effects.disk.write(file, bytes, 0);
      await this.effects.disk.sync(file);
    } finally {
      await file.close();
    }
  }

  private async moveIn(unfinished: string, hash: string): Promise<string> {
    const path = this.path(hash);
    const folder = dirname(path);
    return this.guard(unfinished, async () => {
      if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(this.folder);
      await rename(unfinished, path);
      return folder;
    });
  }

  private async syncFolders(folders: ReadonlySet<string>): Promise<void> {
    for (const folder of folders) await syncFolder(folder);
  }

  /** Removes the unfinished file when a step fails, so that a full disk is not left fuller. */
  private async guard<T>(unfinished: string, step: () => Promise<T>): Promise<T> {
    try {
      return await step();
    } catch (error) {
      if (basename(dirname(unfinished)) === UNFINISHED) await rm(unfinished, { force: true });
      throw diskError(error, unfinished);
    }
  }
}

/** SHA-256 of a file of any size. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of createReadStream(path, { highWaterMark: 2 ** 20 })) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort();
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function renamed(from: string, to: string): Promise<boolean> {
  try {
    await rename(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EXDEV") return false;
    throw error;
  }
}
