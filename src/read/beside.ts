import { overlaps } from "./analysis/spans.ts";
import { isRowOfCells } from "./intake/html-rows.ts";
import type { Stage } from "./stage.ts";
import type { TablesRead } from "./tables/index.ts";
import type { Document, Span } from "./types.ts";

/** What of a document stands beside its sentences, so that no claims are read in it. */
export interface Beside {
  /** Sentences of notes and of lists of sources. */
  readonly sources: readonly Span[];
  /** Rows of tables with numbers of which none was read: what a cell counts stands in the head of its column. */
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

/** With the rows of the tables that intake has told, without those that claims were read in and the heads by which they were. */
export function withTables(beside: Beside, document: Document, { claims, heads }: TablesRead): Beside {
  const { tables, text } = document;
  if (!tables) return beside;
  const read = new Set([...heads, ...claims.map(({ sentence }) => sentence)].map(([from]) => from));
  const all = tables.flatMap(({ rows }) => rows);
  const left = all.filter(
    ({ span, cells }) =>
      !read.has(span[0]) && !cells.every(({ head }) => head) && /\p{Nd}/u.test(text.slice(...span)),
  );
  const others = beside.rows.filter(row => !all.some(({ span }) => overlaps(span, row)));
  return { ...beside, rows: [...others, ...left.map(({ span }) => span)].sort((a, b) => a[0] - b[0]) };
}
