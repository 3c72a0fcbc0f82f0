import { type FileHandle, open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import type { BookEffects } from "../effects.ts";
import { diskError, fault } from "../errors.ts";
import { syncFolder } from "../files.ts";
import type { Entry, Head } from "../types.ts";
import {
  brokenEntry,
  brokenLink,
  type Draft,
  encodeEntry,
  GENESIS,
  parseLine,
  seal,
  soundEntry,
  withoutData,
} from "./entry.ts";
import { linesOf, type TailOfFile, tailOf } from "./lines.ts";
import { emptyJournal, tornLine } from "./problems.ts";

export const JOURNAL_FILE = "journal.jsonl";

/** Journals up to this size are checked whole at every opening (some 20 ms); longer ones at their end, and by `verify`. */
const CHECKED_AT_OPENING = 4 * 2 ** 20;

/** An entry with the bytes of its line in the file; `end` counts the line end. */
export interface PlacedEntry {
  readonly entry: Entry;
  readonly start: number;
  readonly end: number;
}

interface Waiting {
  readonly entry: Entry;
  readonly done: (entry: Entry) => void;
  readonly failed: (error: unknown) => void;
}

export interface JournalOptions {
  readonly readOnly: boolean;
  readonly effects: BookEffects;
}

/**
 * The journal of an open book. Invariant: `head` is the last entry that is known to be on the disk; what has been
 * promised to callers never lies behind it. Appends that come while a flush runs share the next one (group commit).
 */
export class Journal {
  /** The last durable entry, and the length of the file up to it. */
  head: Head = GENESIS;
  size = 0;
  /** What the next entry will follow: ahead of `head` while a flush runs. */
  private tip: Head = GENESIS;
  private queue: Waiting[] = [];
  private flushing: Promise<void> | null = null;
  private broken: unknown = null;
  private readonly path: string;
  private file: FileHandle;
  private readonly effects: BookEffects;

  private constructor(path: string, file: FileHandle, effects: BookEffects) {
    this.path = path;
    this.file = file;
    this.effects = effects;
  }

  /** Opens the journal, cuts a torn last line (and says so), and finds the head. Throws where the chain is seen to be broken. */
  static async open(path: string, { readOnly, effects }: JournalOptions): Promise<Journal> {
    const file = await open(path, readOnly ? "r" : "r+");
    const journal = new Journal(path, file, effects);
    try {
      await journal.findHead(readOnly);
      return journal;
    } catch (error) {
      await file.close();
      throw error;
    }
  }

  /** Appends entries in order; resolves when they are durable. After an error the journal is as it was. */
  append(draft: Draft): Promise<Entry> {
    if (this.broken) return Promise.reject(this.broken);
    const at = this.effects.now();
    const entry = seal(draft, { head: this.tip, at, salt: this.effects.random(16) });
    this.tip = entry;
    return new Promise((done, failed) => {
      this.queue.push({ entry, done, failed });
      this.flushing ??= this.flush();
    });
  }

  /**
   * Appends an entry and destroys the data of others, in one step: the whole file is written anew and put in the place of the
   * old one. After an error the journal is as it was.
   */
  async rewrite(draft: Draft, withoutDataOf: ReadonlySet<number>): Promise<Entry> {
    await this.settled();
    if (this.broken) throw this.broken;
    const at = this.effects.now();
    const entry = seal(draft, { head: this.tip, at, salt: this.effects.random(16) });
    this.tip = entry;
    const writing = this.replace(entry, withoutDataOf);
    this.flushing = writing
      .catch(() => this.failQueue(new Error("the entry before could not be written")))
      .then(() => (this.queue.length > 0 ? this.flush() : this.rest()));
    await writing;
    return entry;
  }

  /** Resolves when nothing waits to be written. */
  async settled(): Promise<void> {
    while (this.flushing) await this.flushing;
  }

  /** Entries from a byte offset on, each checked by itself and against the one before. `head` is the entry before the offset. */
  async *read(
    from: { offset: number; head: Head } = { offset: 0, head: GENESIS },
  ): AsyncGenerator<PlacedEntry> {
    let head = from.head;
    for await (const { bytes, start, end } of linesOf(this.file, from.offset, this.size)) {
      const entry = soundEntry(bytes, head);
      yield { entry, start, end };
      head = entry;
    }
  }

  /** The entry whose line ends at the offset, or null where no sound line does. */
  async entryEndingAt(end: number): Promise<PlacedEntry | null> {
    if (end > this.size) return null;
    const { line, lineStart, torn } = await tailOf(this.file, end);
    if (torn.length > 0 || line === null) return null;
    const parsed = parseLine(line);
    return "entry" in parsed ? { entry: parsed.entry, start: lineStart, end } : null;
  }

  async close(): Promise<void> {
    await this.settled();
    await this.file.close();
  }

  private async flush(): Promise<void> {
    // One turn of the event loop, so that appends of the same moment share one flush.
    await null;
    while (this.queue.length > 0) {
      const batch = this.queue;
      this.queue = [];
      try {
        await this.write(batch.map(({ entry }) => entry));
        for (const { entry, done } of batch) done(entry);
      } catch (error) {
        for (const { failed } of batch) failed(error);
        this.failQueue(error);
      }
    }
    this.rest();
  }

  private rest(): void {
    this.flushing = null;
  }

  /** What was queued meanwhile chains on to entries that do not exist: it fails with them. */
  private failQueue(error: unknown): void {
    const orphans = this.queue;
    this.queue = [];
    this.tip = this.head;
    for (const { failed } of orphans) failed(error);
  }

  private async replace(last: Entry, withoutDataOf: ReadonlySet<number>): Promise<void> {
    const path = `${this.path}.new`;
    let size = 0;
    try {
      const file = await open(path, "w");
      try {
        const add = async (entry: Entry) => {
          const line = Buffer.from(`${encodeEntry(entry)}\n`);
          await this.effects.disk.write(file, line, size);
          size += line.length;
        };
        for await (const { entry } of this.read())
          await add(withoutDataOf.has(entry.seq) ? withoutData(entry) : entry);
        await add(last);
        await this.effects.disk.sync(file);
      } finally {
        await file.close();
      }
      await rename(path, this.path);
    } catch (error) {
      await rm(path, { force: true });
      throw diskError(error, this.path);
    }
    await syncFolder(dirname(this.path));
    const old = this.file;
    this.file = await open(this.path, "r+");
    await old.close();
    this.size = size;
    this.head = last;
  }

  private async write(entries: readonly Entry[]): Promise<void> {
    const bytes = Buffer.from(entries.map(entry => `${encodeEntry(entry)}\n`).join(""));
    try {
      await this.effects.disk.write(this.file, bytes, this.size);
      await this.effects.disk.sync(this.file);
    } catch (error) {
      await this.rollBack();
      throw diskError(error, this.path);
    }
    this.size += bytes.length;
    this.head = entries[entries.length - 1]!;
  }

  /** Half a line must not stay: the next append would stand behind it. */
  private async rollBack(): Promise<void> {
    try {
      await this.file.truncate(this.size);
    } catch (error) {
      this.broken = fault({
        code: "journal-unwritable",
        file: this.path,
        message: `the journal could be neither written nor cut back (${(error as Error).message})`,
        hint: "close the book and open it again when the disk is sound",
      });
    }
  }

  private async findHead(readOnly: boolean): Promise<void> {
    const { size } = await this.file.stat();
    const tail = await tailOf(this.file, size);
    this.size = size - tail.torn.length;
    if (this.size === 0 && tail.torn.length === 0) throw fault(emptyJournal(this.path));
    await this.mendTail(tail, readOnly);
    if (this.size === 0) throw fault(emptyJournal(this.path));
    if (this.size <= CHECKED_AT_OPENING) for await (const { entry } of this.read()) this.head = entry;
    else this.head = await this.lastEntry();
    this.tip = this.head;
  }

  private async lastEntry(): Promise<Entry> {
    const { line } = await tailOf(this.file, this.size);
    const parsed = parseLine(line!);
    if ("entry" in parsed) return parsed.entry;
    const seq = Number(/^\{"seq":(\d+),/.exec(line!.toString("latin1", 0, 64))?.[1] ?? 0);
    throw fault(brokenEntry(seq, parsed.wrong));
  }

  /** A last line without its end was never acknowledged. Whole but for the line end it is kept, else it is cut. */
  private async mendTail({ torn, line }: TailOfFile, readOnly: boolean): Promise<void> {
    if (torn.length === 0) return;
    const before = line === null ? null : parseLine(line);
    const last = parseLine(torn);
    const head = before === null ? GENESIS : "entry" in before ? before.entry : null;
    const whole = "entry" in last && head !== null && brokenLink(last.entry, head) === null;
    if (!readOnly) {
      if (whole) await this.effects.disk.write(this.file, Buffer.from("\n"), this.size + torn.length);
      else await this.file.truncate(this.size);
      await this.file.sync();
    }
    if (whole && !readOnly) this.size += torn.length + 1;
    this.effects.warn(tornLine(torn.length, { whole, readOnly }));
  }
}
