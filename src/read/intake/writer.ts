import type { Span, Table } from "../types.ts";
import { OriginBuilder, type OriginMap, type OriginPlace } from "./origins.ts";
import { type CellMark, TableBuilder } from "./table-builder.ts";

/** Between the cells of a row of a table; a mark, so that numbers of two cells never read as one. */
export const CELL_END = " | ";

/** Where the words that are written stand in the original: a place of the writer, and offsets in it. */
export interface Written {
  readonly place: number;
  readonly from: number;
  /** Given where the words are not the original's own characters, as with a character reference. */
  readonly to?: number;
}

export interface WrittenText {
  readonly text: string;
  readonly links: { readonly span: Span; readonly href: string }[];
  readonly origins: OriginMap;
  /** Where its notes begin, if it has any. */
  readonly notesFrom?: number;
  /** Its tables, if it has any. */
  readonly tables?: readonly Table[];
}

const SPACE = /[ \t\r\n\f\u00a0]/;
const WORDS = /[^ \t\r\n\f\u00a0]+/g;
/** Text that needs no collapsing inside: one space at a time, and only spaces. */
const UNEVEN = /[\t\r\n\f\u00a0]| {2}/;

/**
 * Builds a document's text from pieces of markup: white space runs become one space, blocks are separated by one newline,
 * links keep the span of their words, and every character keeps where it came from.
 */
export class TextWriter {
  #parts: string[] = [];
  #length = 0;
  #pending: "" | " " | "\n" = "";
  #links: { span: Span; href: string }[] = [];
  #open: { start: number; href: string }[] = [];
  #origins = new OriginBuilder();
  #tables: TableBuilder | null = null;
  #isMark = false;

  /** Something in the original that words can be said to stand in. */
  place(place: OriginPlace): number {
    return this.#origins.place(place);
  }

  /** Adds running text; its white space is collapsed. */
  words(text: string, origin?: Written): void {
    if (text === "") return;
    if (SPACE.test(text[0]!)) this.#space();
    if (UNEVEN.test(text)) this.#uneven(text, origin);
    else {
      const start = text.startsWith(" ") ? 1 : 0;
      const end = text.endsWith(" ") ? text.length - 1 : text.length;
      if (end > start) this.#flush(text.slice(start, end), origin, start);
    }
    if (SPACE.test(text.at(-1)!)) this.#space();
  }

  /** Characters written so far. */
  get length(): number {
    return this.#length;
  }

  /** Ends the block; the next words begin on a new line. */
  block(): void {
    this.#pending = "\n";
    this.#tables?.end(this.#length);
  }

  /** Begins a row of the table that `key` stands for, which is a block; its cells follow. */
  row(key: unknown): void {
    this.block();
    this.#tables ??= new TableBuilder();
    this.#tables.row(key);
  }

  /** Begins the next cell of the row, in which no block may end; `origin` is where a mark stands before it, if the original has one. */
  cell(mark: CellMark, origin?: Written): void {
    if (!this.#tables!.cell(mark, this.#length)) return;
    this.#isMark = true;
    this.words(CELL_END, origin);
    this.#isMark = false;
  }

  /** What is written up to the end of the block says what a table shows. */
  caption(key: unknown): void {
    this.block();
    this.#tables ??= new TableBuilder();
    this.#tables.caption(key);
  }

  openLink(href: string): void {
    this.#open.push({ start: -1, href });
  }

  closeLink(): void {
    const link = this.#open.pop();
    if (link && link.start >= 0 && link.href !== "")
      this.#links.push({ span: [link.start, this.#length], href: link.href });
  }

  finish(): WrittenText {
    this.block();
    const text = this.#parts.join("");
    const tables = this.#tables?.finish(text) ?? [];
    return {
      text,
      links: this.#links.sort((a, b) => a.span[0] - b.span[0]),
      origins: this.#origins.finish(),
      ...(tables.length > 0 ? { tables } : {}),
    };
  }

  #space(): void {
    if (this.#pending === "") this.#pending = " ";
  }

  #uneven(text: string, origin: Written | undefined): void {
    let first = true;
    for (const word of text.matchAll(WORDS)) {
      if (!first) this.#space();
      first = false;
      this.#flush(word[0], origin, word.index);
    }
  }

  #flush(core: string, origin: Written | undefined, skipped: number): void {
    if (this.#length > 0 && this.#pending !== "") this.#add(this.#pending);
    this.#pending = "";
    for (const link of this.#open) if (link.start < 0) link.start = this.#length;
    const start = this.#length;
    this.#tables?.words(start, this.#isMark);
    this.#add(core);
    if (!origin) return;
    const { place, from, to } = origin;
    if (to !== undefined) this.#origins.add(start, this.#length, place, from, to);
    else this.#origins.add(start, this.#length, place, from + skipped, from + skipped + core.length);
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}

const moved = ([from, to]: Span, by: number): Span => [from + by, to + by];

/** Links and tables of texts that were put behind one another, each moved by where its text begins. */
export function joinParts(
  parts: readonly (Pick<WrittenText, "links" | "tables"> & { readonly at: number })[],
): Pick<WrittenText, "links" | "tables"> {
  const tables = parts.flatMap(({ tables: own = [], at }) => own.map(table => movedTable(table, at)));
  return {
    links: parts.flatMap(({ links, at }) => links.map(({ span, href }) => ({ span: moved(span, at), href }))),
    ...(tables.length > 0 ? { tables } : {}),
  };
}

/** A table whose text begins further back. */
export const movedTable = ({ caption, rows }: Table, by: number): Table => ({
  caption: caption && moved(caption, by),
  rows: rows.map(({ span, cells }) => ({
    span: moved(span, by),
    cells: cells.map(cell => ({ ...cell, span: moved(cell.span, by) })),
  })),
});
