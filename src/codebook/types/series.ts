import type { Labels } from "./labels.ts";

/** A country-year measure of one maker: its unit, its terms and its classes. */
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
