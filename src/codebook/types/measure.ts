import type { Labels } from "./labels.ts";

/** What the period of a number means: a moment, each year for itself, or all up to then. */
export type PeriodKind = "point" | "annual" | "cumulative";

/** Something countable that figures, claims and indicators share. */
export interface Measure {
  readonly id: string;
  readonly label: Labels;
  readonly description: string;
  /** Singular head noun of what is counted ("session", "country"), `percent`, or a currency code. */
  readonly unit: string;
  readonly period: PeriodKind;
  /** What the reader looks for, per language: head nouns and phrases. */
  readonly phrases: Readonly<Record<string, readonly string[]>>;
  /** Names of the dimensions it can be cut by. */
  readonly dimensions: readonly string[];
  /** Indicator that recomputes it, if there is one, with fixed arguments. */
  readonly indicator?: { readonly id: string; readonly where?: Readonly<Record<string, string>> };
  /** Measure of the countries or places that its numbers are counted in ("73 agreements in 52 countries"). */
  readonly across?: string;
  /** Near measures: shown as related, never as support. */
  readonly related: readonly string[];
  /** False for a measure that gathers odds and ends of one unit: two of its figures need not count the same thing, so they are never compared. */
  readonly comparable: boolean;
  /** Kind of record that a text must be telling of where it gives such a number (a count of trainees: `training`). */
  readonly told?: string;
  /** `planned` for a measure of promises and plans: only a text that tells of a plan gives such a number. */
  readonly status?: "planned";
}
