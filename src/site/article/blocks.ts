import { isRowOfCells } from "../../read/intake/html-rows.ts";
import type { Document, Span, Table } from "../../read/types.ts";

/** A heading, a paragraph, an item of a list, a row of a table or a note of a text, with its place in it. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "item" | "cells" | "note";
  readonly span: Span;
  /** The cells of a row, from the first column on, where intake has told them. */
  readonly cells?: readonly BlockCell[];
}

export interface BlockCell {
  readonly span: Span;
  /** Columns that it takes. */
  readonly across: number;
}

/** More columns than this are set as a line. */
const MOST_COLUMNS = 8;

/** Rows by where they begin; a column that a cell above reaches into is empty. */
function rowsOf(tables: readonly Table[]): ReadonlyMap<number, readonly BlockCell[]> {
  const found = new Map<number, readonly BlockCell[]>();
  for (const { rows } of tables) {
    const width = Math.max(...rows.flatMap(({ cells }) => cells.map(cell => cell.column + cell.across)));
    if (width > MOST_COLUMNS) continue;
    for (const { span, cells } of rows) {
      const set: BlockCell[] = [];
      let column = 0;
      const leave = (to: number) => {
        if (to > column) set.push({ span: [span[0], span[0]], across: to - column });
        column = Math.max(column, to);
      };
      for (const { span: own, column: at, across } of cells) {
        leave(at);
        set.push({ span: own, across });
        column += across;
      }
      leave(width);
      found.set(span[0], set);
    }
  }
  return found;
}

// A line shorter than this that ends without a mark of punctuation stands as a heading.
const HEADING_CHARACTERS = 90;

function isHeading(line: string): boolean {
  return (
    line.length <= HEADING_CHARACTERS &&
    /^#{1,6}\s/.test(line) === false &&
    !/[.!?…:;,"”’)\]。！？：；、，]$/.test(line)
  );
}

/**
 * Splits a text into its lines as blocks: empty lines fall away, short lines without a closing mark are headings. What begins at
 * `notesFrom` or behind it is a note; rows of tables have their cells.
 */
export function blocksOf({
  text,
  notesFrom = text.length,
  tables = [],
}: Pick<Document, "text" | "notesFrom" | "tables">): Block[] {
  const rows = rowsOf(tables);
  const lines = [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(match => {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    return { line: line.trim(), span: [start, start + line.trim().length] as const };
  });
  // A text that is nothing but short lines (verse, a list) has no headings, and a text does not end with one.
  const body = lines.some(({ line }) => line.length > HEADING_CHARACTERS);
  const blocks = lines.map(({ line, span }, i): Block => {
    if (span[0] >= notesFrom) return { kind: "note", span };
    const cells = rows.get(span[0]);
    if (cells) return { kind: "cells", span, cells };
    if (isRowOfCells(line)) return { kind: "cells", span };
    // It shows its mark itself.
    if (BULLET.test(line)) return { kind: "paragraph", span };
    return { kind: body && i < lines.length - 1 && isHeading(line) ? "heading" : "paragraph", span };
  });
  return withItems(text, blocks);
}

const BULLET = /^[•‣▪●■◦·*–—-]\s/u;
/** So many short lines in a row are a list, and so are fewer below a line that leads to them. */
const LIST = 3;
const LED = 2;

function withItems(text: string, blocks: readonly Block[]): Block[] {
  const found = [...blocks];
  for (let i = 0; i < found.length; i++) {
    let end = i;
    while (found[end]?.kind === "heading") end++;
    const isLed = i > 0 && /[:：]$/.test(text.slice(...found[i - 1]!.span));
    const isList = end - i >= (isLed ? LED : LIST);
    for (; i < end; i++) if (isList) found[i] = { ...found[i]!, kind: "item" };
  }
  return found;
}

const TITLE_CHARACTERS = 80;

/** The title of a text: its own, else its first words. */
export function titleOf({ title, text }: { readonly title: string; readonly text: string }): string {
  if (title !== "") return title;
  const line = /\S[^\r\n]*/.exec(text)?.[0].trim() ?? "";
  if (line.length <= TITLE_CHARACTERS) return line || "Empty text";
  const cut = line.lastIndexOf(" ", TITLE_CHARACTERS);
  return `${line.slice(0, cut > TITLE_CHARACTERS / 2 ? cut : TITLE_CHARACTERS)}…`;
}
