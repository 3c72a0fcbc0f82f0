import type { Codebook } from "../codebook/types.ts";

/** One value of one field of one record as one source gives it: the atom of evidence. Empty string and null mean "not stated". */
export interface Statement {
  readonly record: string;
  readonly kind: string;
  readonly field: string;
  /** The value as written; codes, countries and ids are values too. */
  readonly text: string;
  readonly number: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly qualifier: string;
  /** First and last day that the value covers, ISO 8601, for dates. */
  readonly start: string;
  readonly end: string;
  readonly source: string;
  /** SHA-256 of the capture that the span points into. */
  readonly capture: string;
  readonly span: readonly [number, number] | null;
  readonly by: string;
}

/**
 * One line of the journal. `digest` = SHA-256 of the salt and the canonical JSON of the data; `hash` = SHA-256 of the
 * canonical JSON of the entry without `data`, `salt` and `hash`; `prev` is the hash of the line before. A redaction
 * destroys data and salt, and the chain still verifies. See docs/reference/book.md.
 */
export interface Entry {
  readonly seq: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly by: string;
  /** `init`, `codebook`, `facts`, `state`, `capture`, `decide`, `redact`, ... */
  readonly act: string;
  /** Small JSON payload of the act; null where it has been redacted. */
  readonly data: unknown;
  /** SHA-256 of the objects that the entry brings in or speaks of. */
  readonly objects: readonly string[];
  /** 32 hexadecimal digits that keep a digest from being guessed; null where the data has been redacted. */
  readonly salt: string | null;
  readonly digest: string;
  readonly prev: string;
  readonly hash: string;
}

export type Row = Readonly<Record<string, unknown>>;

export interface QueryLimits {
  /** Milliseconds after which a query is interrupted. */
  readonly timeout?: number;
  /** Rows returned at most; more sets `truncated`. */
  readonly rows?: number;
}

export interface QueryResult {
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Row[];
  readonly truncated: boolean;
}

export interface EntriesOptions {
  /** First and last entry; default all. */
  readonly from?: number;
  readonly to?: number;
  /** Also give the data of sensitive fields. Only for work inside the book, never for an output. */
  readonly sensitive?: boolean;
}

export interface AsOfOptions {
  /** Make the index of then in a thread of its own, at once, so that a server goes on answering. Default: here, when it is first asked. */
  readonly apart?: boolean;
}

export interface Head {
  readonly seq: number;
  readonly hash: string;
}

/**
 * An open book. One process owns it. The index (`index.duckdb`) is a pure function of the journal and the objects and is
 * brought up to the head before any read.
 *
 * Tables and views for SQL (trusted or not):
 *  - `statements(record, kind, field, text, number, low, high, unit, qualifier, start, end, source, capture, span_start, span_end, by, seq)`
 *  - `entries(seq, at, by, act, data, hash)`
 *  - `record_source(record, kind, source)`: which source states anything about which record
 *  - `series(country, year, measure, value, category, source)`: `value` is null where only the class may be shipped; several sources are joined by `;`
 *  - `events(id, kind, records, sources)`, one row an event, and `event_record(event, kind, record, sources)`: every record of a kind that is
 *    not cited is an event of its own until decisions join it to others; `joined(kind, record, event)`: the records of events of several
 *  - `country(code, alpha2, numeric, name, region)`
 *  - one wide view per kind, named as the kind: `id`, then per field `f`:
 *      text, code, country, place, entity, measure, link -> VARCHAR, or VARCHAR[] where the field is `many`;
 *      date -> `f` VARCHAR as written, `f_start` DATE, `f_end` DATE;
 *      quantity, money -> `f` DOUBLE, `f_low` DOUBLE, `f_high` DOUBLE, `f_unit` VARCHAR, `f_qualifier` VARCHAR;
 *    then `sources` VARCHAR[], `seq` BIGINT (entry that last touched the record). What is not stated is null, a list empty.
 * Sensitive fields are in none of them. Several queries may run at once. Days and times come as ISO text, integers beyond 2^53
 * as text.
 */
export interface Book {
  readonly dir: string;
  readonly codebook: Codebook;
  readonly head: Head;
  /** Appends one durable entry (fsynced before the promise resolves). */
  append(entry: { by: string; act: string; data?: unknown; objects?: readonly string[] }): Promise<Entry>;
  /** Appends one durable entry that carries many statements. */
  state(by: string, statements: readonly Statement[]): Promise<Entry>;
  /** Appends one durable entry that states what a Parquet file of statements holds; see docs/reference/book.md for its columns. */
  stateParquet(by: string, path: string, options?: { move?: boolean }): Promise<Entry>;
  /** Stores bytes by content, durable; returns the SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, null where there is no such object or it has been redacted. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** The facts files in force, path -> SHA-256. */
  readonly facts: Readonly<Record<string, string>>;
  /** Trusted SQL from our own code, with positional parameters `$1`, `$2`; a list of texts is a parameter too. Reads only. */
  sql<T extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /**
   * The same for a question without parameters that is asked again and again: its answer is kept beside the index as long as the head
   * stays, so that another process need not ask. For answers of up to some thousand rows; the rows are not to be changed.
   */
  kept<T extends Row = Row>(sql: string): Promise<T[]>;
  /**
   * A text worked out from this head, kept in the same way. `question` names all that it depends on beside the head, the code that works
   * it out included.
   */
  keptText(question: string, work: () => Promise<string>): Promise<string>;
  /** Untrusted SQL: read-only, no files, no network, no extensions, with limits. */
  query(sql: string, limits?: QueryLimits): Promise<QueryResult>;
  /** The same book as it was known when entry `seq` had been written. Read-only. */
  asOf(seq: number, options?: AsOfOptions): Promise<Book>;
  entries(options?: EntriesOptions): AsyncIterable<Entry>;
  close(): Promise<void>;
}
