import { UserError } from "../codebook/errors.ts";
import type { Codebook } from "../codebook/types.ts";
import type { BookEffects } from "./effects.ts";
import { fault, refusal } from "./errors.ts";
import type { StateData } from "./evidence/evidence.ts";
import { problemsOfStatements } from "./evidence/problems.ts";
import { encodeStatement, encodeStatements } from "./evidence/statements.ts";
import type { Answers } from "./index/answers.ts";
import type { IndexFile } from "./index/index-file.ts";
import { countParquet } from "./index/parquet.ts";
import type { PastIndexes } from "./index/past.ts";
import type { Draft } from "./journal/entry.ts";
import type { Journal } from "./journal/journal.ts";
import type { Objects } from "./journal/objects.ts";
import type { Live } from "./live.ts";
import type { Sandbox } from "./query/sandbox.ts";
import { sensitiveOf } from "./sensitive.ts";
import type {
  AsOfOptions,
  Book,
  EntriesOptions,
  Entry,
  Head,
  QueryLimits,
  QueryResult,
  Row,
  Statement,
} from "./types.ts";

/** Up to this many statements stand in the entry itself, beyond it in an object. */
const INLINE_STATEMENTS = 64;

export interface BookParts {
  readonly dir: string;
  readonly journal: Journal;
  readonly objects: Objects;
  readonly index: IndexFile;
  /** Answers kept beside the index; absent as of an earlier entry. */
  readonly answers?: Answers;
  readonly sandbox: Sandbox;
  readonly effects: BookEffects;
  readonly readOnly: boolean;
  readonly live: Live;
  /** The book as of this entry; else as of the last. */
  readonly past?: Head;
  /** Opens the same book as of an entry. */
  readonly openAsOf: (seq: number, apart?: boolean) => Promise<OpenBook>;
  readonly pastIndexes: PastIndexes;
  /** Gives back what the opening took. */
  readonly release: () => Promise<void>;
}

/** The book that `openBook` and `createBook` return. */
export class OpenBook implements Book {
  readonly dir: string;
  /** For the other files of this room. */
  readonly parts: BookParts;
  private closed = false;

  constructor(parts: BookParts) {
    this.dir = parts.dir;
    this.parts = parts;
  }

  get codebook(): Codebook {
    return this.parts.live.codebook;
  }

  get head(): Head {
    const { past, journal } = this.parts;
    const { seq, hash } = past ?? journal.head;
    return { seq, hash };
  }

  async append(draft: Draft): Promise<Entry> {
    this.mayWrite();
    const entry = await this.parts.journal.append(draft);
    await this.parts.live.take(entry);
    return entry;
  }

  async state(by: string, statements: readonly Statement[]): Promise<Entry> {
    this.mayWrite();
    const problems = problemsOfStatements(statements, this.codebook);
    if (problems.length > 0) throw new UserError(problems);
    const count = statements.length;
    if (count <= INLINE_STATEMENTS) {
      const data: StateData = { count, statements: statements.map(encodeStatement) };
      return this.append({ by, act: "state", data });
    }
    const objects = await this.putAll([encodeStatements(statements, this.parts.effects.random(16))]);
    const data: StateData = { count, format: "statements" };
    return this.append({ by, act: "state", data, objects });
  }

  async stateParquet(by: string, path: string, { move = false } = {}): Promise<Entry> {
    this.mayWrite();
    const count = await countParquet(path);
    const allow = (hash: string) => this.refuseRedacted(hash);
    const hash = await this.parts.objects.putFile(path, { move, allow });
    const data: StateData = { count, format: "parquet" };
    return this.append({ by, act: "state", data, objects: [hash] });
  }

  async put(bytes: Uint8Array): Promise<string> {
    this.mayWrite();
    const [hash] = await this.putAll([bytes]);
    return hash!;
  }

  get(hash: string): Promise<Uint8Array | null> {
    return this.parts.objects.get(hash);
  }

  async sql<T extends Row = Row>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    this.mustBeOpen();
    return (await this.parts.index.rows(sql, parameters)) as T[];
  }

  async kept<T extends Row = Row>(sql: string): Promise<T[]> {
    this.mustBeOpen();
    const ask = () => this.sql<T>(sql);
    const { answers } = this.parts;
    return answers ? ((await answers.get(sql, () => this.head, ask)) as T[]) : ask();
  }

  async keptText(question: string, work: () => Promise<string>): Promise<string> {
    this.mustBeOpen();
    const { answers } = this.parts;
    if (!answers) return work();
    const ask = async () => [{ text: await work() }];
    const [row] = await answers.get(`text ${question}`, () => this.head, ask);
    return row!["text"] as string;
  }

  async query(sql: string, limits: QueryLimits = {}): Promise<QueryResult> {
    this.mustBeOpen();
    return this.parts.sandbox.query(sql, limits);
  }

  get facts(): Readonly<Record<string, string>> {
    return this.parts.live.state.facts;
  }

  async asOf(seq: number, { apart = false }: AsOfOptions = {}): Promise<OpenBook> {
    if (!Number.isInteger(seq) || seq < 1 || seq > this.head.seq)
      throw refusal({
        code: "unknown-entry",
        message: `the book has no entry ${seq}`,
        expected: `1 to ${this.head.seq}`,
        hint: "custodes log lists the entries",
      });
    return this.parts.openAsOf(seq, apart);
  }

  async *entries({ from = 1, to, sensitive = false }: EntriesOptions = {}): AsyncGenerator<Entry> {
    const { clean } = sensitiveOf(this.codebook);
    const last = Math.min(to ?? this.head.seq, this.head.seq);
    for await (const { entry } of this.parts.journal.read()) {
      if (entry.seq > last) return;
      if (entry.seq >= from) yield sensitive ? entry : { ...entry, data: clean(entry.data) };
    }
  }

  async close(): Promise<void> {
    if (this.closed) return;
    this.closed = true;
    const { answers, live, sandbox, release } = this.parts;
    await sandbox.close();
    await answers?.save(this.head, { state: live.state, codebook: live.codebook });
    await release();
  }

  /** Stores bytes that have not been redacted. */
  putAll(all: readonly Uint8Array[]): Promise<string[]> {
    return this.parts.objects.putAll(all, hash => this.refuseRedacted(hash));
  }

  /** Throws where the book may not be written to. */
  mayWrite(): void {
    this.mustBeOpen();
    const { readOnly, past } = this.parts;
    if (!readOnly && !past) return;
    throw refusal({
      code: "read-only",
      file: this.dir,
      message: past
        ? `this is the book as of entry ${past.seq}`
        : "the book has been opened for reading only",
      hint: "open the book itself, in a folder that you may write to",
    });
  }

  private mustBeOpen(): void {
    if (this.closed)
      throw fault({ code: "book-closed", file: this.dir, message: "the book has been closed" });
  }

  private refuseRedacted(hash: string): void {
    if (!Object.hasOwn(this.parts.live.state.redactions.objects, hash)) return;
    throw refusal({
      code: "redacted-object",
      message: `these bytes (${hash}) have been redacted from this book`,
      hint: "take what was redacted out of them and add them again",
    });
  }
}
