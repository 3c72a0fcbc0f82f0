import { distinct } from "../distinct.ts";
import type { Span } from "../types.ts";
import type { Known } from "./cells.ts";
import type { Columns, ReadCell } from "./columns.ts";
import type { Grid, GridRow } from "./grid.ts";

/** A table that is read, row by row. */
export interface Shown {
  readonly grid: Grid;
  readonly columns: Columns;
  readonly known: Known;
  /** What it shows, without its number, and the unit of all that it shows. */
  readonly title: { readonly words: string; readonly unit: string; readonly span: Span } | null;
}

/** A row, with what its cells are. */
export interface Row {
  readonly row: GridRow;
  readonly cells: readonly (ReadCell | null)[];
}

/** Longer ones are notes, and say more than whose a number is. */
const LONGEST_LABEL = 60;

/** Where a cell's words stand in the document, without marks of notes around them. */
export const spanOf = ({ cell, read }: ReadCell): Span => {
  const from = cell.span[0] + (read?.from ?? 0);
  return [from, from + (read?.core.length ?? cell.words.length)];
};

/** Cells of a row that say of what, of whom, where and when its numbers are, in their order; one that spans several columns once. */
export function labelsOf({ columns }: Columns, { cells }: Row): ReadCell[] {
  const found = cells.filter((cell, i): cell is ReadCell => {
    const type = columns[i]?.type ?? "text";
    if (!cell?.read || type === "number") return false;
    return cell.read.core.length <= LONGEST_LABEL && (type !== "text" || !/\p{Nd}/u.test(cell.read.core));
  });
  return distinct(found.map(({ cell }) => cell)).map(cell => found.find(each => each.cell === cell)!);
}

/** A row of the whole, or one that a table is parted by: where every row has a place or a party, one without is of none. */
export function isOfKnown({ columns }: Columns, { cells }: Row): boolean {
  return columns.every(({ type }, i) => {
    const read = cells[i]?.read;
    if (type === "place") return read?.place != null;
    return type !== "entity" || (read?.entities.length ?? 0) > 0;
  });
}
