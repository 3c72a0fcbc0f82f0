import { rmSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

const folders = new Set<string>();

function removeAll(): void {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
}

/** A new folder of our own for derived data, removed at the end of the process if nobody did before. */
export async function temporaryFolder(): Promise<string> {
  if (folders.size === 0) process.once("exit", removeAll);
  const folder = await mkdtemp(join(tmpdir(), "custodes-index-"));
  folders.add(folder);
  return folder;
}

export async function removeFolder(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  folders.delete(folder);
  if (folders.size === 0) process.off("exit", removeAll);
}
