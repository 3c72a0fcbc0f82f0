import type { Book } from "../book/types.ts";
import { formatProblem, UserError } from "../codebook/errors.ts";
import type { Problem } from "../codebook/types.ts";
import { type BookPlace, bookPlace, isBook } from "./books.ts";
import type { Invocation } from "./command.ts";

/** What a command means to do with the book; a reader may also work beside the process that owns it. */
export interface OpenOptions {
  readonly write?: boolean;
}

/** Opens the book that a command works on, uses it, and closes it whatever happens. */
export async function withBook<T>(
  invocation: Invocation,
  use: (book: Book) => Promise<T>,
  options: OpenOptions = {},
): Promise<T> {
  const place = await ensureBook(invocation, bookPlace(invocation));
  const book = await open(invocation, place, options);
  try {
    return await use(book);
  } finally {
    await book.close();
  }
}

/** The place of a book that exists: the shipped one is made or brought up to date when it is not current. */
export async function ensureBook({ effects }: Invocation, place: BookPlace): Promise<BookPlace> {
  if (!place.shipped) {
    if (isBook(place.dir)) return place;
    throw new UserError({
      code: "no-book",
      file: place.dir,
      message: "there is no book here (no journal.jsonl)",
      hint: `make one with \`custodes init ${place.dir}\`, or leave --book out for the shipped one`,
    });
  }
  const { bringUpToDate } = await import("../import/shipped-book.ts");
  await bringUpToDate(place.dir, { progress: effects.progress, now: effects.now });
  return place;
}

async function open(
  { effects }: Invocation,
  { dir }: BookPlace,
  { write = false }: OpenOptions,
): Promise<Book> {
  const { openBook } = await import("../book/open.ts");
  const warn = (problem: Problem) => effects.err(`custodes: ${formatProblem(problem)}`);
  const options = { effects: { now: effects.now, warn } };
  try {
    return await openBook(dir, options);
  } catch (error) {
    // Another process owns the book (a running server, say). A reader needs no ownership and stands beside it.
    if (write || !isInUse(error)) throw error;
    return openBook(dir, { ...options, readOnly: true });
  }
}

const isInUse = (error: unknown) =>
  error instanceof UserError && error.problems.some(({ code }) => code === "book-locked");

/** Uses the book as it was at an entry given on the command line, or as it is when none was given. */
export async function openAsOf<T>(
  head: Book,
  entry: string | null,
  use: (book: Book) => Promise<T>,
): Promise<T> {
  const seq = entryNumber(entry, "--as-of");
  if (seq === null) return use(head);
  const then = await head.asOf(seq);
  try {
    mustBe(then, entry?.split(":")[1] ?? "");
    return await use(then);
  } finally {
    await then.close();
  }
}

/** An entry that is named with its hash is that one, and not one of another book that has the same number. */
function mustBe({ head: { seq, hash } }: Book, digits: string): void {
  if (hash.startsWith(digits)) return;
  throw new UserError({
    code: "other-entry",
    message: `entry ${seq} of this book is not the one that --as-of means`,
    expected: hash.slice(0, 12),
    received: digits.slice(0, 12),
    hint: "it is of another book, or of one that has grown apart from this one; name the book with --book",
  });
}

/** The number of an entry from the command line: `7`, or `7:hash` as findings print it. */
export function entryNumber(text: string | null, name: string): number | null {
  if (text === null) return null;
  const match = /^(\d{1,15})(?::[0-9a-f]*)?$/.exec(text);
  if (!match)
    throw new UserError({
      code: "usage",
      message: `${name} is "${text}"`,
      expected: "the number of an entry, as `custodes log` lists them",
    });
  return Number(match[1]);
}
