import type { Row } from "../../book/types.ts";
import type { Field, Kind } from "../../codebook/index.ts";

/** A row of a wide view together with its kind. */
export interface Instance {
  readonly kind: Kind;
  readonly row: Row;
}

/** One statement, as far as a page shows it. */
export interface StatementRow extends Row {
  readonly field: string;
  readonly text: string;
  readonly number: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string | null;
  readonly qualifier: string | null;
  readonly source: string | null;
  readonly seq: number;
}

export interface SeriesCell extends Row {
  readonly country: string;
  readonly year: number;
  readonly measure: string;
  readonly value: number | null;
  readonly category: string | null;
  readonly source: string;
}

export interface EntryRow extends Row {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly hash: string;
}

/**
 * What the pages of single things ask a book for. There are two: one asks the book each time (`sql-reader.ts`), for books of
 * any size; one holds a small book in memory (`memory-reader.ts`), so that a page takes a millisecond. Both give the same.
 */
export interface Reader {
  /** Records of a kind in which a field holds a value, the newest first, then by id. */
  holding(kind: Kind, field: Field, value: string): Promise<readonly Instance[]>;
  /** Records with these ids, whatever their kind, in no order. Ids that the book does not have are left out. */
  byIds(ids: readonly string[]): Promise<readonly Instance[]>;
  /** Statements about a record, by entry, field, text and source. */
  statements(instance: Instance): Promise<readonly StatementRow[]>;
  /** Ids of the records that a source states anything about, in order. */
  restingOn(source: string): Promise<readonly string[]>;
  /** Country-year values of a country, or of a measure, by measure, country, year and source. */
  seriesOf(by: "country" | "measure", value: string): Promise<readonly SeriesCell[]>;
  /** Records of a kind whose id and words hold all of these (in lower case), by id, at most `limit`. */
  matching(kind: Kind, words: readonly string[], limit: number): Promise<readonly Instance[]>;
  /** Entries of the journal, in order. */
  entries(seqs: readonly number[]): Promise<readonly EntryRow[]>;
}
