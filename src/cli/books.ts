import { existsSync } from "node:fs";
import { homedir, platform } from "node:os";
import { join, resolve } from "node:path";
import type { Invocation } from "./command.ts";
import { option } from "./command.ts";
import type { Effects } from "./effects.ts";

/** Folder where a user's books are kept: CUSTODES_DATA, else what the platform says. */
export function dataFolder({ env }: Pick<Effects, "env">): string {
  if (env["CUSTODES_DATA"]) return resolve(env["CUSTODES_DATA"]);
  if (platform() === "win32")
    return join(env["LOCALAPPDATA"] ?? join(homedir(), "AppData", "Local"), "custodes");
  if (platform() === "darwin") return join(homedir(), "Library", "Application Support", "custodes");
  return join(env["XDG_DATA_HOME"] || join(env["HOME"] || homedir(), ".local", "share"), "custodes");
}

/** Is there a book in this folder? */
export const isBook = (folder: string) => existsSync(join(folder, "journal.jsonl"));

export interface BookPlace {
  readonly dir: string;
  /** True where it is the user's copy of the shipped book, which is made and brought up to date by itself. */
  readonly shipped: boolean;
}

/** Which book a command works on: `--book`, else this folder if it is one, else the shipped one. */
export function bookPlace(invocation: Invocation): BookPlace {
  const { effects } = invocation;
  const named = option(invocation, "book");
  if (named !== null) return { dir: resolve(effects.cwd, named), shipped: false };
  if (isBook(effects.cwd)) return { dir: effects.cwd, shipped: false };
  return { dir: join(dataFolder(effects), "security"), shipped: true };
}
