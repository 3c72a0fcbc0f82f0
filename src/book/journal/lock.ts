import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { link, readFile, rm, writeFile } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { diskError, fault, isMissing } from "../errors.ts";

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
    await removeStale(path, held.text, me);
  }
}

/** The file systems that know no second name of a file say so in one of these ways. */
const NO_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);

/**
 * Makes a lock with what it says in it, or gives false where there is one. The file is written under a name of its own and then given
 * the name of the lock, which fails where that is taken: nobody ever sees a lock that says nothing yet.
 */
async function createLock(path: string, owner: Owner): Promise<boolean> {
  const text = `${JSON.stringify(owner)}\n`;
  const own = `${path}.${owner.nonce}.new`;
  try {
    await writeFile(own, text, { flag: "wx" });
    await link(own, path);
    return true;
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException;
    if (code === "EEXIST") return false;
    if (NO_LINKS.has(code)) return createUnlinked(path, text);
    throw diskError(error, path);
  } finally {
    await rm(own, { force: true }).catch(() => {});
  }
}

/** The same on a file system without links, where a lock is empty for a moment. */
async function createUnlinked(path: string, text: string): Promise<boolean> {
  try {
    await writeFile(path, text, { flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw diskError(error, path);
  }
}

async function readLock(path: string): Promise<{ owner: Owner | null; text: string } | null> {
  // Without links a lock that has just been made may be empty for a moment.
  for (let attempt = 0; attempt < 100; attempt++) {
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

/**
 * Removes a lock whose owner is gone. Several may find it at once, and one of them may already have put a lock of its own in its
 * place: so only the one who holds the guard of this very lock, named after what it says, looks once more and removes it. What a
 * lock says is never said again, and whoever comes later finds another text. A guard may be left behind by a crash like any lock, and
 * is removed like one.
 */
async function removeStale(path: string, text: string, me: Owner): Promise<void> {
  const guard = `${path}.${createHash("sha256").update(text).digest("hex").slice(0, 16)}`;
  if (!(await createLock(guard, me))) {
    const held = await readLock(guard);
    if (held !== null && (held.owner === null || isStale(held.owner)))
      await removeStale(guard, held.text, me);
    else await new Promise(resolve => setTimeout(resolve, GUARD_WAIT));
    return;
  }
  try {
    const now = await readFile(path, "utf8").catch(error => {
      if (isMissing(error)) return null;
      throw diskError(error, path);
    });
    if (now === text) await rm(path, { force: true });
  } finally {
    await rm(guard, { force: true });
  }
}

/** Milliseconds until whoever is removing a stale lock is looked for again. */
const GUARD_WAIT = 5;

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
