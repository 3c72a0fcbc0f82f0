import { open, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import type { BookEffects } from "./effects.ts";
import { isMissing } from "./errors.ts";

/** Makes names in a folder durable. Windows cannot open folders and needs no such call. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Writes a whole file under another name, flushes it, and puts it in its place. */
export async function writeDurably(path: string, bytes: Uint8Array, effects: BookEffects): Promise<void> {
  const unfinished = `${path}.new`;
  try {
    const file = await open(unfinished, "w");
    try {
      await effects.disk.write(file, bytes, 0);
      await effects.disk.sync(file);
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}

/** Bytes of a file, null where it is not there. */
export async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}
