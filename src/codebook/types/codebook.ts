import type { CodeList } from "./code-list.ts";
import type { IndicatorDeclaration } from "./indicator.ts";
import type { Kind } from "./kind.ts";
import type { Labels } from "./labels.ts";
import type { Measure } from "./measure.ts";
import type { SeriesDeclaration } from "./series.ts";
import type { StudyDeclaration } from "./study.ts";

/** All that a book declares, by id and in the order of its files. */
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
   * `<list>.<code>` names a code of a code list in a text (`product-kinds.safe-city`), `column-<kind>.<field>` a field at the head of a column of a table,
   * other groups are free.
   */
  readonly phrases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
