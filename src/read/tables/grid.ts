import type { Document, Span, Table } from "../types.ts";

/** A cell with its words, in one of the columns that it takes. */
export interface GridCell {
  readonly span: Span;
  readonly words: string;
  readonly head: boolean;
  /** It takes more than one column. */
  readonly wide: boolean;
}

export interface GridRow {
  readonly span: Span;
  /** By column; null where the row has none. */
  readonly cells: readonly (GridCell | null)[];
}

/** A table with a row of heads: what stands above each column, and the rows below. */
export interface Grid {
  readonly caption: { readonly span: Span; readonly words: string } | null;
  /** By column, from the top. */
  readonly heads: readonly (readonly GridCell[])[];
  readonly rows: readonly GridRow[];
  /** The rows that are of heads. */
  readonly top: readonly GridRow[];
}

/** Larger ones are data sets and not read. */
const MOST_ROWS = 2000;
const MOST_COLUMNS = 60;

/** Every row with the cells that reach into it from above. */
function filled({ rows }: Table, text: string): GridRow[] {
  const open: ({ readonly cell: GridCell; left: number } | undefined)[] = [];
  return rows.map(({ span, cells }) => {
    const found: (GridCell | null)[] = [];
    open.forEach((each, column) => {
      if (each && each.left-- > 0) found[column] = each.cell;
    });
    for (const { span: own, column, across, down, head } of cells) {
      const cell = { span: own, words: text.slice(...own), head, wide: across > 1 };
      for (let i = column; i < Math.min(column + across, MOST_COLUMNS); i++) {
        found[i] = cell;
        open[i] = { cell, left: down - 1 };
      }
    }
    return { span, cells: Array.from(found, cell => cell ?? null) };
  });
}

const isFilled = (cell: GridCell | null): cell is GridCell => cell !== null && cell.words !== "";

/** Years head columns; other numbers are data. */
const YEARS = /(?<!\p{Nd})(?:19|20)\d\d(?!\p{Nd})/gu;
const couldHead = ({ words }: GridCell): boolean => !/\p{Nd}/u.test(words.replace(YEARS, ""));

/** How many rows at the top are heads: those that are marked so, else the first where it could be. */
function headRows(rows: readonly GridRow[]): number {
  const marked = rows.findIndex(({ cells }) => cells.filter(isFilled).some(({ head }) => !head));
  if (marked !== 0) return Math.max(0, marked);
  const first = rows[0]!.cells.filter(isFilled);
  return first.length > 1 && first.every(couldHead) ? 1 : 0;
}

/** Marks of notes behind a head. */
const NOTE = /\s*(?:\[\w{1,3}\]|[*†‡§]+)$/u;

/** A table as a grid; null where nothing says what its columns hold. */
export function gridOf(table: Table, { text }: Pick<Document, "text">): Grid | null {
  if (table.rows.length > MOST_ROWS) return null;
  const rows = filled(table, text);
  const count = headRows(rows);
  if (count === 0 || count === rows.length) return null;
  const width = Math.max(...rows.map(({ cells }) => cells.length));
  const heads = Array.from({ length: width }, (_, column) => {
    const above = rows.slice(0, count).flatMap(({ cells }) => cells[column] ?? []);
    return [...new Set(above)]
      .filter(({ words }) => words !== "")
      .map(cell => ({ ...cell, words: cell.words.replace(NOTE, "") }));
  });
  return {
    caption: table.caption && { span: table.caption, words: text.slice(...table.caption) },
    heads,
    rows: rows.slice(count),
    top: rows.slice(0, count),
  };
}
