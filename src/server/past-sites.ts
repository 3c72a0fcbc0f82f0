import type { Book } from "../book/types.ts";
import { UserError } from "../codebook/index.ts";
import type { AskedEntry } from "../site/index.ts";
import { LiveSite } from "./live-site.ts";
import type { Check } from "./types.ts";

/** Sites of the past that stay open although nobody uses them. Each costs an index on disk and, of a small book, its records in memory. */
const KEPT = 2;
/** Entries that may wait to be opened; they are opened one after the other. */
const WAITING = 4;
/** Milliseconds that a request waits for the opening. It goes on beyond them, and whoever asks again finds it done. */
const PATIENCE = 25_000;

interface Opened {
  readonly site: Promise<{ site: LiveSite; book: Book }>;
  users: number;
  ready: boolean;
}

/** An entry that an address asked for. */
export interface PastEntry extends AskedEntry {
  readonly seq: number;
}

export interface PastOptions {
  readonly patience?: number;
}

/** The site as of earlier entries: a few are kept open, made in a thread, shared by whoever asks for the same entry. */
export class PastSites {
  readonly #book: Book;
  readonly #check: Check;
  readonly #patience: number;
  readonly #opened = new Map<number, Opened>();
  #turn: Promise<unknown> = Promise.resolve();
  #seen: number;

  constructor(book: Book, check: Check, { patience = PATIENCE }: PastOptions = {}) {
    this.#book = book;
    this.#check = check;
    this.#patience = patience;
    this.#seen = book.head.seq;
  }

  /** The entry that an address names, `7` or `7:hash`. Throws a `UserError` where the book does not have it. */
  async entry(asked: string): Promise<PastEntry> {
    const newest = this.#book.head.seq;
    const [, number = "", digits = ""] = /^(\d{1,15})(?::([0-9a-f]{1,64}))?$/.exec(asked) ?? [];
    if (number === "")
      throw new UserError({
        code: "bad-entry",
        column: "as-of",
        message: "as-of is not an entry of the journal",
        expected: `a number from 1 to ${newest}, or a number and a hash as the foot of each page gives them`,
        received: asked.slice(0, 80),
      });
    const [row] = await this.#book.sql<{ hash: string; at: string }>(
      'SELECT hash, "at" FROM entries WHERE seq = CAST($1 AS BIGINT)',
      [number],
    );
    if (row === undefined)
      throw new UserError({
        code: "unknown-entry",
        column: "as-of",
        message: `the book has no entry ${Number(number)}`,
        expected: `1 to ${newest}`,
        received: asked,
        hint: "leave as-of out for the book as it is now",
      });
    if (!row.hash.startsWith(digits))
      throw new UserError({
        code: "other-entry",
        column: "as-of",
        message: `entry ${Number(number)} of this book is not the one that the address means`,
        expected: row.hash.slice(0, 12),
        received: digits.slice(0, 12),
        hint: "the address is of another book, or of one that has grown apart from this one",
      });
    return { asked, seq: Number(number), at: row.at, newest };
  }

  /** Does something with the site as of an entry, which stays open meanwhile. */
  async use<T>({ seq }: PastEntry, work: (site: LiveSite) => Promise<T>): Promise<T> {
    await this.#forgetRedacted();
    const opened = this.#opened.get(seq) ?? this.#open(seq);
    // Last used stands last, so that the first unused one is the one to close.
    this.#opened.delete(seq);
    this.#opened.set(seq, opened);
    opened.users++;
    try {
      return await work(await this.#patiently(opened, seq));
    } finally {
      opened.users--;
      await this.#closeSuperfluous();
    }
  }

  async close(): Promise<void> {
    const all = [...this.#opened.values()];
    this.#opened.clear();
    for (const { site } of all) await closeSite(site);
  }

  #open(seq: number): Opened {
    const waiting = [...this.#opened.values()].filter(({ ready }) => !ready);
    if (waiting.length >= WAITING)
      throw new UserError({
        code: "past-busy",
        message: "too many earlier states of the book are being opened already",
        hint: "ask again in a moment",
      });
    const site = this.#turn.then(() => this.#openNow(seq));
    const opened: Opened = { site, users: 0, ready: false };
    this.#turn = site
      .then(() => {
        opened.ready = true;
      })
      // A failure is told to whoever waits for it and not remembered.
      .catch(() => {
        if (this.#opened.get(seq) === opened) this.#opened.delete(seq);
      });
    return opened;
  }

  async #openNow(seq: number) {
    const book = await this.#book.asOf(seq, { apart: true });
    const site = new LiveSite(book, (bytes, input) => this.#check(bytes, input, book));
    await site.refresh();
    return { site, book };
  }

  async #patiently({ site }: Opened, seq: number): Promise<LiveSite> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      const error = new UserError({
        code: "past-not-ready",
        message: `the book as of entry ${seq} is still being put together`,
        hint: "ask again in a moment; it goes on meanwhile",
      });
      timer = setTimeout(() => reject(error), this.#patience);
    });
    try {
      return (await Promise.race([site, late])).site;
    } finally {
      clearTimeout(timer);
    }
  }

  async #closeSuperfluous(): Promise<void> {
    const unused = [...this.#opened].filter(([, { users, ready }]) => users === 0 && ready);
    for (const [seq, { site }] of unused.slice(0, Math.max(0, unused.length - KEPT))) {
      this.#opened.delete(seq);
      await closeSite(site);
    }
  }

  /** What a redaction destroyed must not live on in a site that was opened before it. */
  async #forgetRedacted(): Promise<void> {
    const { seq } = this.#book.head;
    if (seq === this.#seen) return;
    const [redaction] = await this.#book.sql(
      "SELECT seq FROM entries WHERE seq > CAST($1 AS BIGINT) AND act = 'redact' LIMIT 1",
      [String(this.#seen)],
    );
    this.#seen = seq;
    if (redaction !== undefined) await this.close();
  }
}

async function closeSite(site: Opened["site"]): Promise<void> {
  const opened = await site.catch(() => null);
  await opened?.book.close();
}
