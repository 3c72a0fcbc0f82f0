import type { TimelineData } from "./counts.ts";
import type { RecordRef } from "./refs.ts";

/** The records in which a country stands in one field. */
export interface Role {
  readonly kind: string;
  readonly kindPlural: string;
  readonly field: string;
  readonly fieldLabel: string;
  readonly records: readonly RecordRef[];
}

/** A class of a country by year, with the words of its maker. */
export interface ClassStrip {
  readonly series: string;
  readonly label: string;
  readonly maker: string;
  readonly terms: string;
  readonly classes: readonly { readonly code: string; readonly label: string }[];
  readonly years: readonly { readonly year: number; readonly class: string }[];
}

/** A number of a country by year. */
export interface YearLine {
  readonly series: string;
  readonly label: string;
  readonly maker: string;
  readonly unit: string;
  readonly terms: string;
  readonly years: readonly { readonly year: number; readonly value: number }[];
}

/** The page of a country. */
export interface CountryData {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly roles: readonly Role[];
  readonly timelines: readonly TimelineData[];
  readonly strips: readonly ClassStrip[];
  readonly lines: readonly YearLine[];
}
