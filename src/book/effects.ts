import { randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import type { Problem } from "../codebook/types.ts";

/** What a book needs of the world. Every part has a real default; tests give their own. */
export interface BookEffects {
  readonly now: () => Date;
  /** Bytes that cannot be guessed: they salt what may have to be destroyed later. */
  readonly random: (bytes: number) => Uint8Array;
  /** Told of what was repaired or left out and is no error: a torn last line, facts that no longer parse. */
  readonly warn: (problem: Problem) => void;
  readonly disk: Disk;
}

/** The two calls through which everything durable goes, apart so that a full disk can be played. */
export interface Disk {
  readonly write: (file: FileHandle, bytes: Uint8Array, position: number) => Promise<void>;
  /** Flushes the bytes and what is needed to read them again. */
  readonly sync: (file: FileHandle) => Promise<void>;
}

const realDisk: Disk = {
  async write(file, bytes, position) {
    for (let done = 0; done < bytes.length; ) {
      const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
      done += bytesWritten;
    }
  },
  sync: file => file.datasync(),
};

const defaults: BookEffects = {
  now: () => new Date(),
  random: bytes => randomBytes(bytes),
  warn: () => {},
  disk: realDisk,
};

/** The given effects over the real ones. Without `warn`, warnings go nowhere: a library prints nothing. */
export function bookEffects(effects: Partial<BookEffects> = {}): BookEffects {
  return { ...defaults, ...effects };
}
