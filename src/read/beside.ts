import { isRowOfCells } from "./intake/html-rows.ts";
import type { Stage } from "./stage.ts";
import type { Span } from "./types.ts";

/** What of a document stands beside its sentences, so that no claims are read in it. */
export interface Beside {
  /** Sentences of notes and of lists of sources. */
  readonly sources: readonly Span[];
  /** Rows of tables with numbers: what a cell counts stands in the head of its column. */
  readonly rows: readonly Span[];
}

const isNumbered = (words: string): boolean => isRowOfCells(words) && /\p{Nd}/u.test(words);

/** Where a stretch of a document has notes, lists of sources and tables. A caller that checks the rest says so. */
export function besideIn({ offset, apparatus, scenes, context }: Stage): Beside {
  const placed = ([from, to]: Span): Span => [from + offset, to + offset];
  const rows = scenes
    .map(({ sentence }) => sentence)
    .filter(({ heading, span }) => heading && isNumbered(context.document.text.slice(...span)));
  return { sources: apparatus.map(placed), rows: rows.map(({ span }) => placed(span)) };
}
