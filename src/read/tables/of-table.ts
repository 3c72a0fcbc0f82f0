import { inside } from "../analysis/spans.ts";
import type { Sentence } from "../analysis/types.ts";
import { CELL_END } from "../intake/writer.ts";
import type { Document, Span, Table } from "../types.ts";

/** A cell that is a sentence, as those of glossaries and timelines are. */
const PROSE = 60;
const ENDS_SENTENCE = /[.!?。！？؟।]["”’»)]?\s*$/u;

const isProse = (cell: string): boolean => cell.length >= PROSE && ENDS_SENTENCE.test(cell);

/** "Table 2. Cameras by city": its number counts nothing. */
const NUMBER = /^[\p{L}.]{1,12}\s*[\dIVX]{1,3}(?:\.\d{1,3})?(?:\s*[.:：—–-]\s*|\s+|$)/u;

/** Where the title of a table begins behind its number. */
export const numberEnd = (words: string): number => NUMBER.exec(words)?.[0].length ?? 0;

interface Lines {
  readonly rows: readonly Span[];
  readonly captions: readonly Span[];
}

const known = new WeakMap<readonly Table[], Lines>();

/** Rows and captions of a document in order, which each of its sentences is looked for in. */
function linesOf(tables: readonly Table[]): Lines {
  const found = known.get(tables) ?? {
    rows: tables.flatMap(({ rows }) => rows.map(({ span }) => span)).sort(byStart),
    captions: tables.flatMap(({ caption }) => (caption ? [caption] : [])).sort(byStart),
  };
  known.set(tables, found);
  return found;
}

const byStart = (a: Span, b: Span): number => a[0] - b[0];

/** Whether the last line that begins before a sentence holds it. */
function hold(lines: readonly Span[], span: Span): boolean {
  let [low, high] = [0, lines.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (lines[middle]![0] <= span[0]) low = middle + 1;
    else high = middle;
  }
  return low > 0 && inside(span, lines[low - 1]!);
}

/**
 * Whether a sentence is a row of a table, or the title of one without a number: what a cell counts stands in the head of its column, without
 * which its number is not one of any measure.
 */
export function isOfTable({ text, tables }: Document, { span, heading, quantities }: Sentence): boolean {
  if (!heading && !tables) return false;
  const words = text.slice(...span);
  if (words.includes(CELL_END))
    return heading || (hold(linesOf(tables ?? []).rows, span) && !words.split(CELL_END).some(isProse));
  if (!tables || !hold(linesOf(tables).captions, span)) return false;
  const first = span[0] + numberEnd(words);
  return heading || quantities.every(({ number }) => number[0] < first);
}
