import type { Problem } from "./problem.ts";

/** One value of one field of a row. A `many` field gives several. Empty string and null mean "not stated". */
export interface FactValue {
  readonly field: string;
  /** The value as written in the cell, without outer spaces. */
  readonly text: string;
  /** The number of a quantity or an amount of money, else null. */
  readonly number: number | null;
  /** Ends of a stated interval (`value` to `value_high`), null where the cell states a single number. */
  readonly low: number | null;
  readonly high: number | null;
  /** Unit from the row's unit column, else the unit that the field declares. */
  readonly unit: string;
  /** A `Qualifier` from the row's qualifier column; empty where the row states no hedge. */
  readonly qualifier: string;
  /** First and last day of a date, ISO 8601; empty where open or not a date. */
  readonly start: string;
  readonly end: string;
}

/** One row of a file of records. */
export interface FactRow {
  readonly id: string;
  /** Line of the file that the row starts on, from 1. */
  readonly line: number;
  readonly values: readonly FactValue[];
  /** Ids of the sources that state the row. A row of the cited kind states itself: its only source is its own id. */
  readonly sources: readonly string[];
}

/** One row of a series file: a country, a year, and a value or a class or both. */
export interface SeriesRow {
  readonly line: number;
  readonly country: string;
  readonly year: number;
  /** Id of a declared series. */
  readonly measure: string;
  /** Null where only the class may be shipped. */
  readonly value: number | null;
  /** Code of a class of the series, or empty. */
  readonly category: string;
  readonly sources: readonly string[];
}

/** What a facts file holds. Rows with problems are there without the values that could not be read. */
export interface ParsedRecords {
  readonly file: string;
  /** Id of the kind. */
  readonly kind: string;
  readonly rows: readonly FactRow[];
  readonly problems: readonly Problem[];
}

/** What a series file holds, likewise. */
export interface ParsedSeries {
  readonly file: string;
  readonly kind: "series";
  readonly rows: readonly SeriesRow[];
  readonly problems: readonly Problem[];
}

/** Tell the two apart with `isSeries`; `series` is no name for a kind. */
export type ParsedFacts = ParsedRecords | ParsedSeries;
