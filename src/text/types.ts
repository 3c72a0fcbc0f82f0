/** Everything in this room works on plain strings and language packs; it knows nothing of books or codebooks. */

/** UTF-16 code units, end exclusive. */
export type Span = readonly [number, number];

/** How a number is hedged, as the contract of the command line names it. */
export type Hedge =
  | "exact"
  | "exactly"
  | "about"
  | "nearly"
  | "just-over"
  | "at-least"
  | "over"
  | "up-to"
  | "under"
  | "dozens"
  | "hundreds"
  | "thousands";

/** A number with its unit as a text states it. */
export interface Quantity {
  /** From the hedge to the unit: "nearly 900 training sessions". */
  readonly span: Span;
  readonly text: string;
  readonly value: number;
  /** Upper end of a range, else null. */
  readonly high: number | null;
  /** Singular head noun in the text's language ("session"), `percent`, `multiple`, an ISO 4217 code, an SI unit, or empty. */
  readonly unit: string;
  readonly qualifier: Hedge;
  readonly direction: "up" | "down" | "";
  /** Characters of the number alone, and of the unit alone (null without one). */
  readonly number: Span;
  readonly unitSpan: Span | null;
  /** Power of ten of the last written digit, where the value cannot show it (3.5 million: 5). */
  readonly digits: number | null;
  /** A fraction in words ("three-quarters"). */
  readonly fraction: boolean;
}

export interface DateMention {
  readonly span: Span;
  readonly text: string;
  /** First and last day, ISO; empty where open ("since 2000" has no end). */
  readonly start: string;
  readonly end: string;
  /** TIMEX3 value. */
  readonly timex: string;
  /** A time alone has the day of publication only because it was told then; a set comes back ("every Monday"). */
  readonly type: "date" | "time" | "duration" | "set";
  /** A length of time whose words place it beside a day, which the text need not tell: "the last five years". */
  readonly placed?: true;
}

export interface PlaceMention {
  readonly span: Span;
  readonly text: string;
  /** ISO 3166-1 alpha-3 (Kosovo: XKX). */
  readonly country: string;
  /** `name`, `demonym`, `capital` (metonym), `place` (a city or region in the country). */
  readonly form: "name" | "demonym" | "capital" | "place";
}

export interface Country {
  readonly code: string;
  readonly alpha2: string;
  /** ISO 3166-1 numeric, three digits. */
  readonly numeric: string;
  /** UN M49 region ("Africa", "Americas", "Asia", "Europe", "Oceania") and subregion. */
  readonly region: string;
  readonly subregion: string;
}
