import type { Amount } from "../format.ts";
import type { SourceRef } from "./refs.ts";

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

/** The figures of one measure, and whether they may be compared. */
export interface FigureGroup {
  readonly measure: string;
  readonly label: string;
  readonly unit: string;
  readonly comparable: boolean;
  readonly figures: readonly FigureRow[];
}

/** The page of a measure. */
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
