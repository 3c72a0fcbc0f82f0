/**
 * What the pages are made from: plain data, the same that the addresses answer as JSON. Everything optional that is not
 * stated is an empty string, an empty list or null, never a zero.
 */
import type { CheckedDocument } from "../check/types.ts";
import type { ChartForm, IndicatorDeclaration } from "../codebook/types.ts";
import type { IndicatorResult } from "../count/types.ts";
import type { UndercountResult } from "../count/undercount/types.ts";
import type { Amount } from "./format.ts";

/** A record as a list names it. */
export interface RecordRef {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly label: string;
  /** Where its page stands. */
  readonly href: string;
  /** Partial date, or empty. */
  readonly when: string;
  /** Labels of its codes (confidence, status ...) that a list shows beside it. */
  readonly notes: readonly string[];
}

export interface SourceRef {
  readonly id: string;
  readonly publisher: string;
  readonly title: string;
  readonly published: string;
  readonly url: string;
  readonly language: string;
  readonly kind: string;
}

export interface CountryRef {
  readonly code: string;
  readonly name: string;
}

/** One value of a field, ready to be read: words, and where they lead within the site. */
export interface Value {
  readonly text: string;
  readonly href: string;
  /** The number with interval, unit and hedge, where the value is one. */
  readonly amount: Amount | null;
}

export interface MapData {
  readonly kind: string;
  readonly kindPlural: string;
  readonly field: string;
  readonly fieldLabel: string;
  /** Records by country; a country that is not here has no record, which is not the same as no event. */
  readonly values: readonly { readonly code: string; readonly name: string; readonly count: number }[];
  /** Records that name no country. */
  readonly unplaced: number;
}

export interface TimelineData {
  readonly kind: string;
  readonly kindPlural: string;
  readonly fieldLabel: string;
  readonly years: readonly { readonly year: number; readonly count: number }[];
  /** Records without a date, counted and said. */
  readonly undated: number;
}

export interface KindCount {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly count: number;
}

/** A text kept in the book, as lists name it. */
export interface ArticleRef {
  readonly id: string;
  readonly title: string;
  readonly sha256: string;
  /** Entry that brought it in, and when. */
  readonly seq: number;
  readonly at: string;
}

export interface HomeData {
  readonly title: string;
  readonly kinds: readonly KindCount[];
  readonly countries: number;
  readonly maps: readonly MapData[];
  readonly timelines: readonly TimelineData[];
  readonly newest: readonly RecordRef[];
  readonly article: (ArticleRef & { readonly summary: CheckedDocument["summary"] }) | null;
  readonly indicators: readonly { readonly id: string; readonly label: string }[];
}

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

export interface CountryData {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly roles: readonly Role[];
  readonly timelines: readonly TimelineData[];
  readonly strips: readonly ClassStrip[];
  readonly lines: readonly YearLine[];
}

/** One field of a record with what each source says of it. */
export interface FieldData {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** What the book takes as the value: the newest, then what most sources say. */
  readonly values: readonly Value[];
  /** Each different value with the sources that state it; more than one is a disagreement, or a list. */
  readonly statements: readonly {
    readonly value: Value;
    readonly sources: readonly SourceRef[];
    readonly seq: number;
  }[];
  readonly disagreement: boolean;
}

export interface RecordData {
  readonly id: string;
  readonly kind: string;
  readonly kindLabel: string;
  readonly kindPlural: string;
  readonly label: string;
  readonly sentence: string;
  readonly fields: readonly FieldData[];
  readonly sources: readonly SourceRef[];
  readonly entries: readonly EntryRef[];
  /** Records that point to this one, by kind and field. */
  readonly roles: readonly Role[];
  /** Is it of a kind whose records are joined to events? Then its id leads to its event. */
  readonly event: boolean;
}

export interface EntryRef {
  readonly seq: number;
  readonly at: string;
  readonly by: string;
  readonly act: string;
  readonly hash: string;
}

export interface SourceData extends SourceRef {
  readonly author: string;
  readonly fields: readonly FieldData[];
  readonly records: readonly RecordRef[];
}

/** Numbers of one measure, each with who says it. */
export interface FigureRow {
  readonly id: string;
  readonly label: string;
  readonly amount: Amount;
  /** How near the source is to the count: the label of the record's first code. */
  readonly origin: string;
  readonly originLabel: string;
  /** Whose count it is: as the record keeps it, and by name. */
  readonly counter: string;
  readonly counterName: string;
  readonly when: string;
  readonly sources: readonly SourceRef[];
}

export interface FigureGroup {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly comparable: boolean;
  readonly figures: readonly FigureRow[];
}

export interface EntityData extends RecordData {
  readonly maps: readonly MapData[];
  readonly figures: readonly FigureGroup[];
}

export interface SeriesData {
  readonly id: string;
  readonly label: string;
  readonly maker: string;
  readonly unit: string;
  readonly terms: string;
  readonly classesOnly: boolean;
  readonly classes: readonly { readonly code: string; readonly label: string }[];
  readonly years: readonly number[];
  readonly rows: readonly {
    readonly code: string;
    readonly name: string;
    /** One cell a year of `years`; null where the maker gives none. */
    readonly cells: readonly ({ readonly value: number | null; readonly class: string } | null)[];
  }[];
  readonly sources: readonly SourceRef[];
}

export interface MeasureData {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly unit: string;
  readonly period: string;
  readonly comparable: boolean;
  readonly group: FigureGroup;
  readonly related: readonly { readonly id: string; readonly label: string }[];
  readonly indicator: { readonly id: string; readonly label: string } | null;
}

export interface IndicatorData {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  readonly measure: string;
  readonly statistic: IndicatorDeclaration["statistic"];
  /** Form that is drawn: the one asked for, else the declared one or the nearest that fits. */
  readonly chart: ChartForm;
  readonly panels: string | null;
  readonly marks: string | null;
  /** Query of the address with its question mark, or empty. */
  readonly search: string;
  readonly interval: string;
  readonly dimensions: readonly { readonly id: string; readonly domain: string }[];
  readonly by: readonly string[];
  readonly result: IndicatorResult;
  /** Words for the values of the dimensions, by dimension and value. */
  readonly words: Readonly<Record<string, Readonly<Record<string, string>>>>;
  /** What the result was kept to, in words; empty where to nothing. */
  readonly kept: string;
}

export interface UndercountData {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly asOf: string;
  /** Resamples of its bootstraps. */
  readonly draws: number;
  readonly result: UndercountResult;
}

export interface ListData {
  readonly kind: string;
  readonly label: string;
  readonly plural: string;
  readonly description: string;
  /** Do records of this kind happen on a day? */
  readonly dated: boolean;
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly records: readonly RecordRef[];
  readonly kinds: readonly KindCount[];
}

export interface IndexItem {
  readonly href: string;
  readonly label: string;
  readonly text: string;
  readonly count: number | null;
  /** What is counted, `record` when left out. */
  readonly noun?: string;
}

/** A finding that somebody may correct, and who has. */
export interface AppealData {
  readonly article: string;
  readonly title: string;
  /** Language of the text. */
  readonly language: string;
  readonly claim: string;
  readonly context: { readonly before: string; readonly words: string; readonly after: string };
  /** As it was read; label of the measure. */
  readonly measure: string;
  readonly value: number | null;
  readonly verdict: string;
  readonly reasons: readonly string[];
  readonly evidence: readonly { readonly record: string; readonly label: string }[];
  readonly measures: readonly { readonly id: string; readonly label: string }[];
  readonly corrections: readonly {
    readonly entry: number;
    readonly by: string;
    readonly reason: string;
    /** What it says, in words. */
    readonly says: string;
    readonly everywhere: boolean;
  }[];
}

/** A plain list of what there is of one sort: countries, series, measures, indicators, articles. */
export interface IndexData {
  readonly title: string;
  readonly text: string;
  readonly groups: readonly { readonly label: string; readonly items: readonly IndexItem[] }[];
}

export interface SearchData {
  readonly q: string;
  readonly groups: readonly {
    readonly label: string;
    readonly items: readonly IndexItem[];
    readonly more: boolean;
  }[];
}
