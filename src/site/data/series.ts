import type { SourceRef } from "./refs.ts";

/** The page of a series: countries by years. */
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
