import type { KindCount, RecordRef } from "./refs.ts";

/** A page of the list of the records of one kind. */
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

/** An entry of a list: where it leads, and how much stands there. */
export interface IndexItem {
  readonly href: string;
  readonly label: string;
  readonly text: string;
  readonly count: number | null;
  /** What is counted, `record` when left out. */
  readonly noun?: string;
}

/** A plain list of what there is of one sort: countries, series, measures, indicators, articles. */
export interface IndexData {
  readonly title: string;
  readonly text: string;
  readonly groups: readonly { readonly label: string; readonly items: readonly IndexItem[] }[];
}

/** What was found for some words. */
export interface SearchData {
  readonly q: string;
  readonly groups: readonly {
    readonly label: string;
    readonly items: readonly IndexItem[];
    readonly more: boolean;
  }[];
}
