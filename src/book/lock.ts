import { readFileSync } from "node:fs";
import { open, readFile, rename, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { diskError, fault, isMissing } from "./errors.ts";

export const LOCK_FILE = "book.lock";

/** Who owns a book. `started` tells a process from a later one with the same number; empty where the system does not say. */
export interface Owner {
  readonly pid: number;
  readonly host: string;
  readonly started: string;
  /** Tells two openings by one process apart. */
  readonly nonce: string;
}

/** Takes the book for this process; the returned function gives it back. Throws a `UserError` that names the owner. */
export async function lockBook(dir: string, nonce: string): Promise<() => Promise<void>> {
  const path = join(dir, LOCK_FILE);
  const me: Owner = { pid: process.pid, host: hostname(), started: startOf(process.pid), nonce };
  for (;;) {
    if (await createLock(path, me)) return () => release(path, me);
    const held = await readLock(path);
    if (held === null) continue;
    if (held.owner !== null && !isStale(held.owner)) throw lockedBy(held.owner, dir);
    await removeStale(path, held.text, nonce);
  }
}

async function createLock(path: string, owner: Owner): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    try {
      await file.writeFile(`${JSON.stringify(owner)}\n`);
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw diskError(error, path);
  }
}

async function readLock(path: string): Promise<{ owner: Owner | null; text: string } | null> {
  // A lock that has just been made may be empty for a moment.
  for (let attempt = 0; attempt < 20; attempt++) {
    let text: string;
    try {
      text = await readFile(path, "utf8");
    } catch (error) {
      if (isMissing(error)) return null;
      throw diskError(error, path);
    }
    if (text.endsWith("\n")) return { owner: parseOwner(text), text };
    await new Promise(resolve => setTimeout(resolve, 10));
  }
  return { owner: null, text: await readFile(path, "utf8").catch(() => "") };
}

function parseOwner(text: string): Owner | null {
  try {
    const value = JSON.parse(text) as Partial<Owner>;
    return Number.isInteger(value.pid) && typeof value.host === "string" ? (value as Owner) : null;
  } catch {
    return null;
  }
}

/** Only the owner's own machine can tell that it is gone. */
function isStale(owner: Owner): boolean {
  if (owner.host !== hostname()) return false;
  try {
    process.kill(owner.pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
  const started = startOf(owner.pid);
  return started !== "" && owner.started !== "" && started !== owner.started;
}

/** Start of a process in ticks since the start of the machine, where /proc tells it. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The name in parentheses may hold anything, so fields are counted from its end.
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

/** Moves the stale lock away first: of two processes that find it, one alone moves it, and none removes a fresh one unseen. */
async function removeStale(path: string, text: string, nonce: string): Promise<void> {
  const aside = `${path}.${nonce}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if (isMissing(error)) return;
    throw diskError(error, path);
  }
  if ((await readFile(aside, "utf8")) === text) await rm(aside, { force: true });
  else await rename(aside, path);
}

async function release(path: string, me: Owner): Promise<void> {
  const held = await readLock(path);
  if (held?.owner?.nonce === me.nonce) await rm(path, { force: true });
}

function lockedBy(owner: Owner, dir: string) {
  const here = owner.host === hostname();
  const who = owner.pid === process.pid && here ? `this process (${owner.pid})` : `process ${owner.pid}`;
  return fault({
    code: "book-locked",
    file: dir,
    message: `the book is in use by ${who}${here ? "" : ` on ${owner.host}`}`,
    expected: "one process a book",
    hint: here
      ? "wait until it ends or stop it, or name another book with --book"
      : `if no such process runs on ${owner.host} any more, delete ${join(dir, LOCK_FILE)}`,
  });
}
