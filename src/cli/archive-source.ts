import { type FileHandle, open } from "node:fs/promises";
import type { ByteSource } from "../read/index.ts";

/** A file on disk, read piece by piece: it may be larger than memory. Close it in the end. */
export async function fileSource(path: string): Promise<ByteSource & { close(): Promise<void> }> {
  const file = await open(path, "r");
  const { size } = await file.stat();
  return { size, read: (at, length) => readAt(file, at, length), close: () => file.close() };
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return bytes.subarray(0, filled);
}
