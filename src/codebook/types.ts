/**
 * What a codebook declares. Shared code never branches on the name of a kind or a measure: it asks these
 * declarations for the property it needs (`identify`, `sensitive`, `many`, `indicator` ...).
 */

import type { ChartForm } from "./indicators.ts";
import type { LinkField } from "./link-levels.ts";

export type { ChartForm };

/** The types a field can have. `place` keeps its precision, `date` is partial (EDTF level 1), `quantity` and `money` carry interval, unit and qualifier. */
export type FieldType =
  | "text"
  | "code"
  | "country"
  | "place"
  | "date"
  | "quantity"
  | "money"
  | "entity"
  | "measure"
  | "link";

/** Semantic roles of a happening: whoever acts, whoever or whatever it happens to, what it is done with. */
export type FieldRole = "agent" | "patient" | "instrument";

/** How a number is hedged, as the contract of the command line names it. */
export type Qualifier =
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

/** Words in several languages by BCP 47 code; `en` is always there. */
export type Labels = { en: string } & Record<string, string>;

export interface Field {
  readonly id: string;
  readonly type: FieldType;
  readonly label: Labels;
  /** What the field means, in a sentence for the reference page. */
  readonly description: string;
  readonly required: boolean;
  /** Several values, joined by `;` in CSV, a list in the wide view. */
  readonly many: boolean;
  /** Withheld from every output. */
  readonly sensitive: boolean;
  /** Code list of a `code` field. */
  readonly list?: string;
  /** Kind whose records an `entity` or `link` field points to. */
  readonly of?: string;
  /** An `entity` field that also takes ISO 3166-1 alpha-3 codes, because a state can stand where an organisation can. */
  readonly states?: boolean;
  /** A `date` field that must not lie after this other date field of the row. */
  readonly notAfter?: string;
  /** Unit of a `quantity` that is always counted in the same thing ("camera", "person"). */
  readonly unit?: string;
  /** Measure of which a `quantity` or `money` field states a number for its record. */
  readonly measure?: string;
  /** What the field is in a happening that a text tells of; its phrases (`<kind>.<field>`) are the nouns that can be it. */
  readonly role?: FieldRole;
  /** Column that holds the upper end / the hedge / the unit of this quantity, where the CSV has them. */
  readonly columns?: { readonly high?: string; readonly qualifier?: string; readonly unit?: string };
}

export interface Kind {
  readonly id: string;
  readonly label: Labels;
  readonly plural: Labels;
  readonly description: string;
  /** Fields in the order of the CSV columns. */
  readonly fields: readonly Field[];
  /** How an instance is named: text with `{field}` placeholders, per language. */
  readonly name: Labels;
  /** The sentence that states an instance, with `{field}` placeholders, per language. */
  readonly sentence: Labels;
  /** Fields that identify an instance when records are linked. */
  readonly identify: readonly string[];
  /** How they are compared; by the types of the fields that identify it when left out. */
  readonly compare?: readonly LinkField[] | undefined;
  /**
   * Portable SQL that says who reported which record: `record`, `source`, `list`. The lists of a multiple systems estimate; the kinds of source when
   * left out.
   */
  readonly reporters?: string | undefined;
  /** Field that dates an instance on a time line, and field that places it on the map, where there are such. */
  readonly when?: string;
  readonly where?: string;
  /** Is this the kind whose rows are the sources that others cite? Exactly one kind is. */
  readonly cited: boolean;
  /** Is every row required to name its sources? */
  readonly sourced: boolean;
}

export type PeriodKind = "point" | "annual" | "cumulative";

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

export interface CodeList {
  readonly id: string;
  readonly label: Labels;
  readonly codes: ReadonlyMap<string, { readonly label: Labels; readonly description?: string }>;
}

export interface SeriesDeclaration {
  readonly id: string;
  readonly label: Labels;
  readonly maker: string;
  readonly unit: string;
  /** Terms under which the shipped values may be reused. */
  readonly terms: string;
  /** True where only the class is shipped, not the score. */
  readonly classesOnly: boolean;
  /** Class codes, in order, with the phrases that name them in a text. */
  readonly classes: readonly {
    readonly code: string;
    readonly label: Labels;
    readonly phrases: Readonly<Record<string, readonly string[]>>;
  }[];
}

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

/** A column of a panel that is read from a series. */
export interface PanelSeries {
  readonly label: Labels;
  /** Id of a declared series. */
  readonly series: string;
  readonly take: "value" | "class";
  /** Year at which it is fixed for each country; else it is that of the row. */
  readonly at?: number | undefined;
  /** Classes joined under new names. */
  readonly groups?: Readonly<Record<string, readonly string[]>> | undefined;
}

/** Columns of a panel that are made from records: `NAME` (0, then 1), `NAME_first` (year) and `NAME_count` (records up to the year). */
export interface PanelTreatment {
  readonly label: Labels;
  /** Portable SQL over the wide views, one row a record and country: `record`, `country`, `year` (null without a date). */
  readonly sql: string;
  /** Countries with records of which none is dated: left out of the panel, or taken as untreated. */
  readonly undated: "exclude" | "untreated";
}

/** A country-year panel, declared; the query that builds it is made from this. */
export interface PanelDeclaration {
  readonly from: number;
  readonly to: number;
  readonly series: Readonly<Record<string, PanelSeries>>;
  readonly treatments: Readonly<Record<string, PanelTreatment>>;
}

/** Estimators of staggered adoption on one outcome and one treatment of a panel. */
export interface StudyStaggered {
  readonly label: Labels;
  readonly text?: string | undefined;
  readonly outcome: string;
  readonly treatment: string;
  readonly covariates: readonly string[];
  readonly subset?: string | undefined;
  readonly controls: "never" | "notyet";
  /** First and last period around treatment that is drawn and judged. */
  readonly window: readonly [number, number];
}

/** Regressions side by side on a panel. */
export interface StudyTable {
  readonly label: Labels;
  readonly text?: string | undefined;
  readonly vcov: string;
  readonly models: readonly {
    readonly heading: string;
    readonly formula: string;
    readonly method: "ols" | "poisson" | "logit" | "probit" | "negbin";
    readonly subset?: string | undefined;
  }[];
  readonly scatter?:
    | { readonly x: string; readonly y: string; readonly subset?: string | undefined }
    | undefined;
}

/** A worked study: a question, the panel that bears on it, what is estimated, and what that can and cannot show. */
export interface StudyDeclaration {
  readonly id: string;
  readonly label: Labels;
  readonly question: string;
  readonly panel: PanelDeclaration;
  readonly staggered: Readonly<Record<string, StudyStaggered>>;
  readonly tables: Readonly<Record<string, StudyTable>>;
  readonly shows: readonly string[];
  readonly cannot: readonly string[];
  readonly wanted: readonly string[];
}

export interface Codebook {
  readonly id: string;
  readonly title: Labels;
  readonly version: string;
  readonly kinds: ReadonlyMap<string, Kind>;
  readonly measures: ReadonlyMap<string, Measure>;
  readonly lists: ReadonlyMap<string, CodeList>;
  readonly series: ReadonlyMap<string, SeriesDeclaration>;
  readonly indicators: ReadonlyMap<string, IndicatorDeclaration>;
  readonly studies: ReadonlyMap<string, StudyDeclaration>;
  /**
   * Phrases of the reader that belong to the field and not to a measure, as `phrases[group][language]`. The group
   * `<list>.<code>` names a code of a code list in a text (`product-kinds.safe-city`), other groups are free.
   */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}

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

export interface ParsedSeries {
  readonly file: string;
  readonly kind: "series";
  readonly rows: readonly SeriesRow[];
  readonly problems: readonly Problem[];
}

/** Tell the two apart with `isSeries`; `series` is no name for a kind. */
export type ParsedFacts = ParsedRecords | ParsedSeries;

/** A problem with input: data, worded once. `path` is `file:line:column` or a field path. */
export interface Problem {
  readonly code: string;
  readonly file?: string;
  readonly line?: number;
  readonly column?: string;
  readonly message: string;
  readonly expected?: string;
  readonly received?: string;
  /** What to do about it. */
  readonly hint?: string;
}
