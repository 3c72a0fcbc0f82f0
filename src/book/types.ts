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

/** One line of the journal. `hash` = SHA-256 of the line's canonical JSON without `hash`; `prev` is the hash of the line before. */
export interface Entry {
  readonly seq: number;
  /** RFC 3339, UTC. */
  readonly at: string;
  readonly by: string;
  /** `init`, `codebook`, `facts`, `state`, `capture`, `decide`, `redact`, ... */
  readonly act: string;
  /** Small JSON payload of the act. */
  readonly data: unknown;
  /** SHA-256 of the objects that the entry brings in or speaks of. */
  readonly objects: readonly string[];
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
 *  - `series(country, year, measure, value, category, source)`: `value` is null where only the class may be shipped
 *  - `country(code, alpha2, numeric, name, region)`
 *  - one wide view per kind, named as the kind: `id`, then per field `f`:
 *      text, code, country, place, entity, measure, link -> VARCHAR, or VARCHAR[] where the field is `many`;
 *      date -> `f` VARCHAR as written, `f_start` DATE, `f_end` DATE;
 *      quantity, money -> `f` DOUBLE, `f_low` DOUBLE, `f_high` DOUBLE, `f_unit` VARCHAR, `f_qualifier` VARCHAR;
 *    then `sources` VARCHAR[], `seq` BIGINT (entry that last touched the record). Sensitive fields are absent from the view.
 */
export interface Book {
  readonly dir: string;
  readonly codebook: Codebook;
  readonly head: Head;
  /** Appends one durable entry (fsynced before the promise resolves). */
  append(entry: { by: string; act: string; data?: unknown; objects?: readonly string[] }): Promise<Entry>;
  /** Appends one durable entry that carries many statements. */
  state(by: string, statements: readonly Statement[]): Promise<Entry>;
  /** Stores bytes by content, durable; returns the SHA-256. */
  put(bytes: Uint8Array): Promise<string>;
  get(sha256: string): Promise<Uint8Array | null>;
  /** Trusted SQL from our own code, with positional parameters `$1`, `$2`. */
  sql<T extends Row = Row>(sql: string, parameters?: readonly unknown[]): Promise<T[]>;
  /** Untrusted SQL: read-only, no files, no network, no extensions, with limits. */
  query(sql: string, limits?: QueryLimits): Promise<QueryResult>;
  /** The same book as it was known when entry `seq` had been written. Read-only. */
  asOf(seq: number): Promise<Book>;
  entries(options?: { from?: number; to?: number }): AsyncIterable<Entry>;
  close(): Promise<void>;
}
