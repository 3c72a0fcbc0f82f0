import type { Span, Table, TableCell } from "../types.ts";

/** What the original's markup says of a cell. */
export interface CellMark {
  /** Columns and rows that it takes. */
  readonly across: number;
  readonly down: number;
  readonly head: boolean;
  /** It goes on with the cell above it. */
  readonly continues?: true;
}

/** A cell of its own, as most are. */
export const PLAIN_CELL: CellMark = { across: 1, down: 1, head: false };
export const HEAD_CELL: CellMark = { ...PLAIN_CELL, head: true };

/** More than this no cell of data takes. */
const WIDEST = 100;
const TALLEST = 1000;

/** A number of columns or rows as markup gives it. */
export const extent = (value: string | null | undefined, most: "across" | "down"): number => {
  const n = Number.parseInt(value ?? "", 10);
  return n > 1 ? Math.min(n, most === "across" ? WIDEST : TALLEST) : 1;
};

interface OpenCell extends CellMark {
  start: number;
  end: number;
}

interface OpenRow {
  start: number;
  end: number;
  readonly cells: OpenCell[];
}

interface OpenTable {
  caption: Span | null;
  readonly rows: OpenRow[];
}

/** A caption is a line; a longer one is a paragraph. */
const LONGEST_CAPTION = 300;
/** "Table 2. Cameras by city." */
const NUMBERED = /^\p{L}{1,12}\.?\s*\p{Nd}{1,3}\s*[.:：—–-]/u;
const ENDS_SENTENCE = /[.!?…。！？؟۔]["”’»)]?$/u;

/** The line above a table, where it reads like a title of it. */
function lineAbove(text: string, at: number): Span | null {
  const to = text.slice(Math.max(0, at - 2 * LONGEST_CAPTION), at).trimEnd().length;
  const end = Math.max(0, at - 2 * LONGEST_CAPTION) + to;
  const start = text.lastIndexOf("\n", end - 1) + 1;
  const line = text.slice(start, end);
  if (line.trim() === "" || line.length > LONGEST_CAPTION) return null;
  return NUMBERED.test(line) || !ENDS_SENTENCE.test(line) ? [start, end] : null;
}

/** Gathers the tables of a text while it is written; told how long it is at each step. */
export class TableBuilder {
  /** By what the intake tells them apart by. */
  readonly #tables = new Map<unknown, OpenTable>();
  #row: OpenRow | null = null;
  #captioned: { readonly table: OpenTable; start: number } | null = null;

  #table(key: unknown): OpenTable {
    let table = this.#tables.get(key);
    if (!table) {
      table = { caption: null, rows: [] };
      this.#tables.set(key, table);
    }
    return table;
  }

  get inRow(): boolean {
    return this.#row !== null;
  }

  row(key: unknown): void {
    this.#row = { start: -1, end: -1, cells: [] };
    this.#table(key).rows.push(this.#row);
  }

  /** Begins the next cell; false for the first of a row. */
  cell(mark: CellMark, at: number): boolean {
    const cells = this.#row!.cells;
    this.#endCell(at);
    cells.push({ ...mark, start: -1, end: -1 });
    return cells.length > 1;
  }

  caption(key: unknown): void {
    this.#captioned = { table: this.#table(key), start: -1 };
  }

  /** Words are written from here on. */
  words(from: number, isMark: boolean): void {
    if (this.#captioned && this.#captioned.start < 0) this.#captioned.start = from;
    if (!this.#row) return;
    if (this.#row.start < 0) this.#row.start = from;
    const cell = this.#row.cells.at(-1);
    if (cell && cell.start < 0 && !isMark) cell.start = from;
  }

  /** The block ends, and with it a row or a caption. */
  end(at: number): void {
    if (this.#row) {
      this.#endCell(at);
      this.#row.end = at;
      this.#row = null;
    }
    if (this.#captioned) {
      const { table, start } = this.#captioned;
      if (start >= 0) table.caption = [start, at];
      this.#captioned = null;
    }
  }

  #endCell(at: number): void {
    const cell = this.#row?.cells.at(-1);
    if (cell) cell.end = cell.start < 0 ? -1 : at;
  }

  finish(text: string): Table[] {
    const found = [...this.#tables.values()]
      .map(({ caption, rows }) => ({ caption, rows: rows.filter(({ start }) => start >= 0) }))
      .filter(({ rows }) => rows.some(({ cells }) => cells.length > 1))
      .sort((a, b) => a.rows[0]!.start - b.rows[0]!.start);
    let last = -1;
    return found.map(({ caption, rows }) => {
      const above = caption ?? lineAbove(text, rows[0]!.start);
      // The row of another table is no title of this one.
      const title = above && (caption || above[0] >= last) ? above : null;
      last = rows.at(-1)!.end;
      return { caption: title, rows: placed(rows) };
    });
  }
}

type Placed = { -readonly [K in keyof TableCell]: TableCell[K] };

/** Rows with the column of each cell: one that takes several rows moves those of the rows below. */
function placed(rows: readonly OpenRow[]): Table["rows"] {
  const taken: number[] = [];
  const above: Placed[] = [];
  return rows.map(({ start, end, cells }) => {
    let column = 0;
    let last = start;
    const found = cells.flatMap((cell): Placed[] => {
      while ((taken[column] ?? 0) > 0) column++;
      const at = column;
      const upper = cell.continues ? above[at] : undefined;
      if (upper) upper.down++;
      // An empty cell stands where it would begin.
      const span: Span = cell.start < 0 ? [last, last] : [cell.start, cell.end];
      const own = upper ?? { span, column: at, across: cell.across, down: cell.down, head: cell.head };
      last = span[1];
      for (let i = 0; i < cell.across; i++) {
        above[column] = own;
        taken[column++] = cell.down;
      }
      return upper ? [] : [own];
    });
    for (let i = 0; i < taken.length; i++) if (taken[i]! > 0) taken[i]!--;
    return { span: [start, end] as const, cells: found };
  });
}
