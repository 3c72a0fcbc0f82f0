import { statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { UserError } from "../../../codebook/errors.ts";
import { type Invocation, option } from "../../command.ts";

/** Rows from which on threads are worth their start, bytes that hold so many, and threads that are started unasked at most. */
export const MANY_ROWS = 20_000;
const MANY_BYTES = 1 << 20;
const MOST_THREADS = 16;

/** Threads that are used unasked. */
export const usualThreads = (many: boolean) => (many ? Math.min(availableParallelism(), MOST_THREADS) : 1);

/** Threads to start before the table was read. */
export function threadsAhead(invocation: Invocation): number {
  const file = resolve(invocation.effects.cwd, invocation.arguments[0]!);
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  return askedThreads(invocation) ?? usualThreads(size >= MANY_BYTES);
}

/** Threads that `--threads` asks for, null where it was not given. */
export function askedThreads(invocation: Invocation): number | null {
  const text = option(invocation, "threads");
  if (text === null) return null;
  const threads = Number(text);
  if (Number.isInteger(threads) && threads >= 1 && threads <= 256) return threads;
  throw new UserError({
    code: "usage",
    message: `--threads is "${text}"`,
    expected: "a number from 1 to 256",
  });
}
