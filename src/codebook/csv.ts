/** A row of a CSV text: its cells and the line it starts on, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

export interface CsvText {
  readonly rows: readonly CsvRow[];
  /** Line of a quotation mark that is never closed, or null. */
  readonly unclosed: number | null;
}

const QUOTE = 34;
const COMMA = 44;
const LF = 10;
const CR = 13;

/**
 * Reads RFC 4180 with LF or CRLF ends. Empty lines are skipped; a byte order mark is passed over; a quotation mark inside an
 * unquoted cell stands for itself. Written here because rows need their line numbers and the shipped book is read at every start.
 */
export function parseCsv(text: string): CsvText {
  const rows: CsvRow[] = [];
  const length = text.length;
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  let line = 1;
  while (at < length) {
    const first = line;
    const cells: string[] = [];
    for (;;) {
      if (text.charCodeAt(at) === QUOTE) {
        const cell = quoted(text, at);
        if (cell === null) return { rows, unclosed: line };
        cells.push(cell.value);
        line += cell.lines;
        at = cell.end;
      } else {
        const end = bareEnd(text, at);
        cells.push(text.slice(at, end));
        at = end;
      }
      if (text.charCodeAt(at) !== COMMA) break;
      at++;
    }
    if (text.charCodeAt(at) === CR && text.charCodeAt(at + 1) === LF) at++;
    at++;
    line++;
    if (cells.length > 1 || cells[0] !== "") rows.push({ line: first, cells });
  }
  return { rows, unclosed: null };
}

/** End of an unquoted stretch: the next comma or line end. */
function bareEnd(text: string, start: number): number {
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === LF || (code === CR && text.charCodeAt(at + 1) === LF)) break;
  }
  return at;
}

/** The cell that opens with the quotation mark at `start`; null when nothing closes it. Text after the closing mark is kept. */
function quoted(text: string, start: number): { value: string; end: number; lines: number } | null {
  let from = start + 1;
  let value = "";
  for (;;) {
    const mark = text.indexOf('"', from);
    if (mark < 0) return null;
    value += text.slice(from, mark);
    if (text.charCodeAt(mark + 1) !== QUOTE) {
      const end = bareEnd(text, mark + 1);
      const lines = value.split("\n").length - 1;
      return { value: value + text.slice(mark + 1, end), end, lines };
    }
    value += '"';
    from = mark + 2;
  }
}
