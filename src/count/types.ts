import type { Book } from "../book/types.ts";

/** What is asked of a book to count in it. */
export type CountedBook = Pick<Book, "codebook" | "head" | "sql">;

/** One cell of an indicator. `by` holds the dimensions asked for (empty: not stated); `records` the ids of the records behind the cell. */
export interface IndicatorRow {
  readonly by: Readonly<Record<string, string>>;
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  /** `documented, at least`, `exact`, `Wilson 95 %` ... */
  readonly method: string;
  readonly records: readonly string[];
  /** What was counted above and below the line of a share or rate; the part that could be used and all, of a concentration. */
  readonly numerator?: number;
  readonly denominator?: number;
}

/** Where the evidence behind a result comes from, so that a thin cell is not read as a small number. */
export interface Coverage {
  readonly records: number;
  readonly sources: number;
  /** Sources by language, records by region of the world and by year; the empty key is "not stated". Most first; years in order. */
  readonly languages: Readonly<Record<string, number>>;
  readonly regions: Readonly<Record<string, number>>;
  readonly years: Readonly<Record<string, number>>;
}

export interface IndicatorResult {
  readonly indicator: string;
  /** `seq:hash` of the entry it was computed at. */
  readonly as_of: string;
  /** Runs as it stands in `custodes query` and gives the numbers. */
  readonly query: string;
  readonly unit: string;
  /** What each dimension was kept to: what was asked, and the indicator's own defaults. */
  readonly where: Readonly<Record<string, string>>;
  readonly rows: readonly IndicatorRow[];
  readonly coverage: Coverage;
}

export interface CountOptions {
  /** Dimensions to cut by; without it the indicator's own, `[]` for one total. */
  readonly by?: readonly string[];
  /** Values to keep: one, several joined by `;`, or for years a range like `2010..2019`; `*` lifts a default of the indicator. */
  readonly where?: Readonly<Record<string, string>>;
  /** False leaves the coverage out (its counts are then 0), for callers that need the number alone. Default true. */
  readonly coverage?: boolean;
}
