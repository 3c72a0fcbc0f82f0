import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deserialize, serialize } from "node:v8";
import type { Codebook } from "../../codebook/types.ts";
import { sha256 } from "../canonical.ts";
import type { JournalState } from "../journal/survey.ts";
import type { Head, Row } from "../types.ts";
import { codeVersion } from "./code-version.ts";

/**
 * Answers of the index that processes ask for again and again, in a file beside it, so that a process which asks nothing else
 * never loads the engine. An answer is a pure function of the head of the journal, of the code that makes the index, and of the
 * words of the question: the file names the first two, each answer is found by the third, and of another head or of other code
 * nothing is taken. First line: JSON with the place and SHA-256 of each part behind it. Derived; may be deleted at any time.
 */
export const ANSWERS_FILE = "index.answers";

/** Most bytes of one answer and of all together; what is larger is asked anew. */
const LARGEST = 8 * 2 ** 20;
const LARGEST_TOGETHER = 32 * 2 ** 20;

/** What is in force at the head, as the journal and the codebook's files say. */
export interface InForce {
  readonly state: JournalState;
  readonly codebook: Codebook;
}

/** Where a part of the file is, counted from the end of the first line. */
interface Part {
  readonly key: string;
  readonly at: number;
  readonly length: number;
  readonly sha256: string;
}

interface Header {
  readonly code: string;
  readonly seq: number;
  readonly hash: string;
  readonly inForce: Part;
  readonly answers: readonly Part[];
}

interface Loaded {
  readonly inForce: InForce;
  readonly bytes: ReadonlyMap<string, { readonly bytes: Buffer; readonly sha256: string }>;
}

export interface AnswersOptions {
  readonly dir: string;
  /** Head of the journal as it was opened. */
  readonly head: Head;
  /** The folder may be written to. */
  readonly writable: boolean;
}

export class Answers {
  /** What the file says is in force; null where there is no file of this head. */
  readonly inForce: InForce | null;
  private readonly path: string;
  private readonly writable: boolean;
  private hash: string;
  private parts: Map<string, { bytes: Buffer; sha256: string }>;
  private rows = new Map<string, Promise<Row[]>>();
  private size = 0;
  private changed = false;

  private constructor({ dir, head, writable }: AnswersOptions, loaded: Loaded | null) {
    this.path = join(dir, ANSWERS_FILE);
    this.writable = writable;
    this.hash = head.hash;
    this.inForce = loaded?.inForce ?? null;
    this.parts = new Map(loaded?.bytes);
    for (const { bytes } of this.parts.values()) this.size += bytes.length;
  }

  /** Reads the file. One that is of another head or of other code, or is damaged, is removed: it may hold what was redacted since. */
  static async open(options: AnswersOptions): Promise<Answers> {
    const path = join(options.dir, ANSWERS_FILE);
    const bytes = await readFile(path).catch(() => null);
    const loaded = bytes && (await loadedFrom(bytes, options.head));
    if (options.writable) await rm(`${path}.new`, { force: true });
    if (bytes && !loaded && options.writable) await rm(path, { force: true });
    return new Answers(options, loaded);
  }

  /** The answer to a question at a head: the one that is kept, else what `ask` says. Rows are shared and not to be changed. */
  async get(sql: string, head: () => Head, ask: () => Promise<Row[]>): Promise<Row[]> {
    this.moveTo(head());
    const known = this.rows.get(sql) ?? this.kept(sql);
    if (known) return known;
    const { hash } = head();
    const asked = ask().then(rows => {
      // Only what was answered at one head is its answer.
      if (head().hash === hash && this.hash === hash) this.keep(sql, rows);
      return rows;
    });
    this.rows.set(sql, asked);
    asked.catch(() => this.rows.delete(sql));
    return asked;
  }

  /** Writes what has been added, with what is in force at the head. A file that cannot be written costs nothing but time later. */
  async save(head: Head, inForce: InForce): Promise<void> {
    this.moveTo(head);
    if (!this.changed || !this.writable) return;
    this.changed = false;
    const unfinished = `${this.path}.new`;
    try {
      await writeFile(unfinished, await this.encode(head, inForce));
      await rename(unfinished, this.path);
    } catch {
      await rm(unfinished, { force: true });
    }
  }

  /** Removes the file and what is in memory: after a redaction nothing of what was destroyed may be left. */
  async forget(): Promise<void> {
    this.clear();
    if (this.writable) await rm(this.path, { force: true });
  }

  /** Answers of an earlier head are gone. */
  private moveTo({ hash }: Head): void {
    if (this.hash === hash) return;
    this.clear();
    this.hash = hash;
  }

  private clear(): void {
    this.parts = new Map();
    this.rows = new Map();
    this.size = 0;
    this.changed = false;
  }

  private kept(sql: string): Promise<Row[]> | null {
    const part = this.parts.get(sql);
    if (!part) return null;
    if (sha256(part.bytes) !== part.sha256) {
      this.parts.delete(sql);
      return null;
    }
    const rows = Promise.resolve(deserialize(part.bytes) as Row[]);
    this.rows.set(sql, rows);
    return rows;
  }

  private keep(sql: string, rows: readonly Row[]): void {
    const bytes = serialize(rows);
    if (bytes.length > LARGEST || this.size + bytes.length > LARGEST_TOGETHER) return;
    this.parts.set(sql, { bytes, sha256: sha256(bytes) });
    this.size += bytes.length;
    this.changed = true;
  }

  private async encode({ seq, hash }: Head, inForce: InForce): Promise<Buffer> {
    const all = [
      ["", Buffer.from(serialize(inForce))] as const,
      ...[...this.parts].map(([key, part]) => [key, part.bytes] as const),
    ];
    let at = 0;
    const parts = all.map(([key, bytes]): Part => {
      const part = { key, at, length: bytes.length, sha256: sha256(bytes) };
      at += bytes.length;
      return part;
    });
    const header: Header = {
      code: await codeVersion(),
      seq,
      hash,
      inForce: parts[0]!,
      answers: parts.slice(1),
    };
    return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...all.map(([, bytes]) => bytes)]);
  }
}

/** Null where the file is of no use. Whatever is wrong with derived data, it is made anew. */
async function loadedFrom(file: Buffer, head: Head): Promise<Loaded | null> {
  try {
    const end = file.indexOf("\n") + 1;
    const { code, hash, inForce, answers } = JSON.parse(file.toString("utf8", 0, end)) as Header;
    if (hash !== head.hash || code !== (await codeVersion())) return null;
    const bytesIn = ({ at, length }: Part) => file.subarray(end + at, end + at + length);
    const state = bytesIn(inForce);
    if (sha256(state) !== inForce.sha256) return null;
    return {
      inForce: deserialize(state) as InForce,
      bytes: new Map(answers.map(part => [part.key, { bytes: bytesIn(part), sha256: part.sha256 }])),
    };
  } catch {
    return null;
  }
}
