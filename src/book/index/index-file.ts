import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { askThread, threadFile } from "../../codebook/thread.ts";
import type { ParsedFacts } from "../../codebook/types.ts";
import type { CodebookReader } from "../codebook-files.ts";
import type { BookEffects } from "../effects.ts";
import { fault } from "../errors.ts";
import { Gate } from "../gate.ts";
import type { Journal, PlacedEntry } from "../journal/journal.ts";
import type { Objects } from "../journal/objects.ts";
import { foldEntry, type JournalState, surveyJournal } from "../journal/survey.ts";
import type { Head, Row } from "../types.ts";
import type { Answers } from "./answers.ts";
import { openForWriting, Reader } from "./duck.ts";
import { indexError, indexWarning } from "./index-errors.ts";
import { type Meta, readMeta } from "./index-meta.ts";
import { removeFolder, temporaryFolder } from "./temporary.ts";
import { type IndexedSpan, writeIndex } from "./write-index.ts";

export const INDEX_FILE = "index.duckdb";

export interface IndexOptions {
  readonly dir: string;
  readonly journal: Journal;
  readonly objects: Objects;
  readonly effects: BookEffects;
  readonly codebooks: CodebookReader;
  /** The book as of this entry: the index is made in a temporary folder and never moves on. */
  readonly upTo?: number;
  /** Make the index as of an entry in a thread of its own, so that this one goes on answering. */
  readonly apart?: boolean;
  /** The file to make the index as of an entry in, where somebody else has made its folder and will remove it. */
  readonly file?: string;
  /** Do not write into the book's folder. */
  readonly temporary: boolean;
  /** What is kept beside the index of the head: where it says what is in force, the index is opened when it is first read. */
  readonly answers?: Answers;
}

/** What is in force at an entry. */
export interface Outlook {
  readonly head: Head;
  readonly state: JournalState;
}

/**
 * The index of a book and the reader over it. Most of the time it is open for reading only; for bringing it up to the head it
 * is closed, opened for writing alone, and opened for reading again (some 20 ms in all).
 */
export class IndexFile {
  private readonly options: IndexOptions;
  private readonly gate = new Gate(() => void this.makeWay());
  private path: string;
  private temporaryFolder: string | null = null;
  private closed = false;
  private reader: Reader | null = null;
  private meta: Meta | null = null;
  private catchingUp: Promise<void> | null = null;
  private opening: Promise<void> | null = null;
  /** Called when a writer waits and again before it writes, so that other processes let go of the file. */
  makeWay: () => Promise<void> = async () => {};
  private parsed = new Map<string, ParsedFacts>();

  constructor(options: IndexOptions) {
    this.options = options;
    this.path = options.file ?? join(options.dir, INDEX_FILE);
  }

  /** What is in force at the head. The index that is there is opened if it is of use; it is brought to the head before the first read. */
  async open(): Promise<Outlook> {
    const { journal, upTo, answers, codebooks } = this.options;
    const inForce = answers?.inForce;
    if (inForce) {
      codebooks.remember(inForce.state, inForce.codebook);
      return { head: journal.head, state: inForce.state };
    }
    await this.opened();
    if (this.meta && upTo !== undefined) return { head: this.meta, state: this.meta.state };
    if (this.meta) return { head: journal.head, state: await this.stateAtHead(this.meta) };
    const { last, state } = await surveyJournal(journal, upTo ?? journal.head.seq);
    return { head: last.entry, state };
  }

  /** Opens the index that is there, once. */
  private opened(): Promise<void> {
    this.opening ??= this.openOnce();
    return this.opening;
  }

  private async openOnce(): Promise<void> {
    const { temporary, upTo, file } = this.options;
    if (upTo === undefined) await this.openExisting();
    if (temporary && !file && !this.isCurrent()) await this.useTemporaryFile();
  }

  /** Runs SQL on an index that is up to the head. */
  async rows(sql: string, parameters: readonly unknown[] = []): Promise<Row[]> {
    return this.reading(() => this.reader!.rows(sql, parameters));
  }

  /** Runs a task while the file `path` is up to the head and nobody writes to it. */
  async reading<T>(task: (path: string) => Promise<T>): Promise<T> {
    for (;;) {
      await this.catchUp();
      // The head may have moved on and a writer be waiting: then this reader goes behind it.
      const result = await this.gate.together(async () =>
        this.reader ? { value: await task(this.path) } : null,
      );
      if (result) return result.value;
    }
  }

  /** Hands over facts that have been parsed already, so that catching up does not parse them again. */
  remember(key: string, facts: ParsedFacts): void {
    this.parsed.set(key, facts);
  }

  /** Brings the index up to the head; cheap when it is there. */
  async catchUp(): Promise<void> {
    if (!this.closed) await this.opened();
    while (!this.isCurrent() || this.closed) {
      if (this.closed) throw fault({ code: "book-closed", message: "the book has been closed" });
      this.catchingUp ??= this.gate
        .inPrivate(() => this.write())
        .finally(() => {
          this.catchingUp = null;
        });
      await this.catchingUp;
    }
  }

  /** Makes the index from nothing: after a redaction nothing of what was destroyed may be left in free pages of the file. */
  async rebuild(): Promise<void> {
    await this.opened();
    await this.gate.inPrivate(async () => {
      this.meta = null;
      await this.write();
    });
  }

  async close(): Promise<void> {
    this.closed = true;
    await this.opening?.catch(() => {});
    await this.gate.inPrivate(() => this.closeReader());
    if (this.temporaryFolder) await removeFolder(this.temporaryFolder);
  }

  private isCurrent(): boolean {
    const { journal, upTo } = this.options;
    return this.reader !== null && this.meta !== null && this.meta.seq === (upTo ?? journal.head.seq);
  }

  private async openExisting(): Promise<void> {
    if (!existsSync(this.path)) return;
    const { codebooks, temporary, effects } = this.options;
    try {
      if (existsSync(`${this.path}.wal`)) await this.finishWriting();
      this.reader = await Reader.open(this.path);
      const meta = await readMeta(this.reader);
      if (meta && !(await this.belongs(meta))) throw new Error("it is of another journal");
      this.meta = meta;
      if (meta) codebooks.remember(meta.state, meta.codebook);
    } catch (error) {
      // Derived data that cannot be used is made anew; whatever is wrong with the journal shows itself then.
      if (!temporary) effects.warn(indexWarning(this.path, error));
      this.meta = null;
    }
    if (!this.meta) await this.closeReader();
  }

  private async belongs({ seq, hash, end }: Meta): Promise<boolean> {
    const at = await this.options.journal.entryEndingAt(end);
    return at !== null && at.entry.seq === seq && at.entry.hash === hash;
  }

  /** After a crash the engine takes up its log when it opens the file for writing. */
  private async finishWriting(): Promise<void> {
    if (this.options.temporary) throw new Error("another process is writing the index");
    const { instance } = await openForWriting(this.path);
    instance.closeSync();
  }

  private async stateAtHead({ state, end, seq, hash }: Meta): Promise<JournalState> {
    const later = structuredClone(state);
    for await (const { entry } of this.options.journal.read({ offset: end, head: { seq, hash } }))
      foldEntry(later, entry);
    return later;
  }

  private async useTemporaryFile(): Promise<void> {
    await this.closeReader();
    this.meta = null;
    this.temporaryFolder = await temporaryFolder();
    this.path = join(this.temporaryFolder, INDEX_FILE);
  }

  private async write(): Promise<void> {
    if (this.isCurrent()) return;
    await this.makeWay();
    await this.closeReader();
    try {
      const fresh = this.meta ? await this.advance(this.meta) : false;
      if (!fresh) await this.build();
      if (this.reader === null) await this.read();
    } catch (error) {
      throw indexError(error, this.path);
    } finally {
      this.parsed = new Map();
    }
  }

  private async read(): Promise<void> {
    this.reader = await Reader.open(this.path);
    this.meta = await readMeta(this.reader);
    if (this.meta && this.options.upTo !== undefined)
      this.options.codebooks.remember(this.meta.state, this.meta.codebook);
  }

  /** Adds the entries behind `meta`. False where they change what was derived before: then it takes a build from nothing. */
  private async advance(meta: Meta): Promise<boolean> {
    const { journal } = this.options;
    const from = { offset: meta.end, head: meta };
    const state = structuredClone(meta.state);
    let last: PlacedEntry | null = null;
    for await (const placed of journal.read(from)) {
      if (placed.entry.act === "codebook" || placed.entry.act === "redact") return false;
      foldEntry(state, placed.entry);
      last = placed;
    }
    if (last === null) return true;
    await this.derive({ state, survey: null, last, from });
    return true;
  }

  private async build(): Promise<void> {
    const { journal, upTo, apart, dir } = this.options;
    await this.remove();
    if (apart && upTo !== undefined && (await this.builtApart({ dir, seq: upTo, file: this.path }))) return;
    const survey = await surveyJournal(journal, upTo ?? journal.head.seq);
    await this.derive({ state: survey.state, survey, last: survey.last, from: undefined });
  }

  /** Has a thread make the index. False where its code is not quite ours (a build beside changed sources): then we make it. */
  private async builtApart(question: PastQuestion): Promise<boolean> {
    await askThread(threadFile(import.meta.url, "./past-worker.js"), question);
    await this.read();
    if (this.meta !== null) return true;
    await this.closeReader();
    await this.remove();
    return false;
  }

  private derive(span: IndexedSpan): Promise<void> {
    return writeIndex(this.path, span, { ...this.options, parsed: this.parsed });
  }

  private async closeReader(): Promise<void> {
    this.reader?.close();
    this.reader = null;
  }

  private async remove(): Promise<void> {
    const { upTo, file } = this.options;
    if (upTo !== undefined && !file && !this.temporaryFolder) await this.useTemporaryFile();
    this.meta = null;
    await rm(this.path, { force: true });
    for (const left of [".wal", ".new", ".new.wal"]) await rm(this.path + left, { force: true });
  }
}

/** What the thread that makes an index as of an entry is asked. */
export interface PastQuestion {
  readonly dir: string;
  readonly seq: number;
  readonly file: string;
}
