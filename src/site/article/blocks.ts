import { isRowOfCells } from "../../read/intake/html-rows.ts";
import type { Span } from "../../read/types.ts";

/** A heading, a paragraph, a row of a table or a note of a text, with its place in it. */
export interface Block {
  readonly kind: "heading" | "paragraph" | "cells" | "note";
  readonly span: Span;
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
 * `notesFrom` or behind it is a note.
 */
export function blocksOf(text: string, notesFrom = text.length): Block[] {
  const lines = [...text.matchAll(/[^\r\n]*\S[^\r\n]*/g)].map(match => {
    const line = match[0];
    const start = match.index + (line.length - line.trimStart().length);
    return { line: line.trim(), span: [start, start + line.trim().length] as const };
  });
  // A text that is nothing but short lines (verse, a list) has no headings, and a text does not end with one.
  const body = lines.some(({ line }) => line.length > HEADING_CHARACTERS);
  return lines.map(({ line, span }, i) => {
    if (span[0] >= notesFrom) return { kind: "note", span };
    if (isRowOfCells(line)) return { kind: "cells", span };
    return { kind: body && i < lines.length - 1 && isHeading(line) ? "heading" : "paragraph", span };
  });
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
