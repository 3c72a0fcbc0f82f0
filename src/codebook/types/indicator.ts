import type { ChartForm } from "../declarations/indicators.ts";
import type { Labels } from "./labels.ts";

export type { ChartForm };

/** A measure that the book recomputes by a recorded query. */
export interface IndicatorDeclaration {
  readonly id: string;
  readonly label: Labels;
  readonly description: string;
  readonly unit: string;
  readonly measure: string;
  /**
   * What is made of the rows: `count` (distinct `counted`), `share` (of the distinct `counted` of the base, in percent), `rate`
   * (distinct `counted` for each `scale` of the base's `value`), `concentration` (Herfindahl-Hirschman index of `part`),
   * `published` (the latest `value` that a source gives).
   */
  readonly statistic: "count" | "share" | "rate" | "concentration" | "published";
  /** Portable SQL over the wide views, one row a thing counted and combination of dimensions; see docs/how-to/indicators.md. */
  readonly sql: string;
  /** What a share or rate is divided by, and the dimensions that its rows have too. */
  readonly base?: { readonly sql: string; readonly dimensions: readonly string[] };
  /** A rate is for so many of the base's unit, e.g. 1000000 inhabitants. */
  readonly scale: number;
  readonly dimensions: readonly string[];
  /** What the values of each dimension are: `country`, `year`, `text`, `class` (of a series), or the id of a code list. */
  readonly domains: Readonly<Record<string, string>>;
  /** Dimensions that it is cut by when nobody says otherwise. */
  readonly by: readonly string[];
  /** Values that dimensions are kept to when nobody says otherwise; `latest` is the last year there is. */
  readonly where: Readonly<Record<string, string>>;
  /** Dimensions that say where and when the counted things were, for the coverage beside the number; `region` and `year` where there are such. */
  readonly coverage: { readonly region?: string; readonly year?: string };
  /** How the interval is made: `floor` (documented, at least), `exact` (a full count), `wilson` (sampling), `published` (as sources give it). */
  readonly interval: "floor" | "wilson" | "exact" | "published";
  readonly chart: ChartForm;
  /** Dimension that makes the panels of small multiples and slopes, and the one whose values are told apart by shape. */
  readonly panels?: string | undefined;
  readonly marks?: string | undefined;
}
