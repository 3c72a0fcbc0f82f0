import { closeSync, openSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { UserError } from "../codebook/errors.ts";
import type { Effects } from "./effects.ts";

/** Writes a file that the user named, and says so. Throws a `UserError` where it cannot be written. */
export function writeOutput(
  name: string,
  text: string | Uint8Array | Iterable<string>,
  effects: Effects,
): void {
  try {
    const file = resolve(effects.cwd, name);
    if (typeof text === "string" || text instanceof Uint8Array) writeFileSync(file, text);
    else writePieces(file, text);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new UserError(
      {
        code: "not-written",
        file: name,
        message: `cannot be written: ${message}`,
        hint:
          code === "ENOSPC"
            ? "free some room on the disk"
            : "name a file in a folder that exists and that you may write to",
      },
      3,
    );
  }
  effects.err(`custodes: wrote ${name}`);
}

function writePieces(name: string, pieces: Iterable<string>): void {
  const file = openSync(name, "w");
  try {
    for (const piece of pieces) writeFileSync(file, piece);
  } finally {
    closeSync(file);
  }
}
