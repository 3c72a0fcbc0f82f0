import { type Box, boxOf, type PdfItem, type Turn, turnOf, union, upright } from "./pdf-boxes.ts";
import { raisedAs } from "./raised.ts";

/** Type of this share of its neighbour's size, whose baseline is so much higher, stands above the line. */
const SMALLER = 0.9;
const HIGHER = 0.12;

/** A line of print. */
export interface PdfLine {
  readonly text: string;
  readonly page: number;
  /** In PDF points from the page's lower left corner, as the file has it. */
  readonly box: Box;
  /** Left, right and baseline as the page is read (turned upright), and the size of the type. */
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  /** Characters of the marks of notes that were left out of it. */
  readonly marks: number;
  /** Column it stands in: left and right edge. Lines of one column share the object. */
  readonly column: { readonly left: number; readonly right: number };
}

/** A run of pieces on one line with no wide gap between them. */
interface Segment {
  readonly left: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly box: Box;
  readonly text: string;
  readonly rtl: boolean;
  readonly marks: number;
}

const CJK = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
/** A gap of this share of the type size is a space between words; between characters of Chinese or Japanese it must be wider. */
const WORD_GAP = 0.15;
const CJK_GAP = 0.6;
/** A gap of this many type sizes may be the space between columns. */
const WIDE_GAP = 0.9;
/** Baselines that differ by less than this share of the type size are one line (a raised note mark). */
const SAME_LINE = 0.45;

function pieceOf(item: PdfItem, turn: Turn): Segment {
  const [left, y] = upright(item.transform[4] ?? 0, item.transform[5] ?? 0, turn);
  return {
    left,
    right: left + item.width,
    y,
    size: Math.max(item.height, 1),
    box: boxOf(item, turn),
    text: item.str,
    rtl: item.dir === "rtl",
    marks: 0,
  };
}

/** Two neighbours of a line as one; a space is put in where the gap says so. */
function merge(a: Segment, b: Segment): Segment {
  const [first, second] = a.rtl && b.rtl ? [b, a] : [a, b];
  const gap = b.left - a.right;
  const size = Math.max(a.size, b.size);
  const tight = CJK.test(first.text.at(-1) ?? "") && CJK.test(second.text[0] ?? "") ? CJK_GAP : WORD_GAP;
  const spaced = gap > tight * size && !first.text.endsWith(" ") && !second.text.startsWith(" ");
  return {
    left: Math.min(a.left, b.left),
    right: Math.max(a.right, b.right),
    y: a.text.length >= b.text.length ? a.y : b.y,
    size: a.text.length >= b.text.length ? a.size : b.size,
    box: union(a.box, b.box),
    text: `${first.text}${spaced ? " " : ""}${second.text}`,
    rtl: a.rtl && b.rtl,
    marks: a.marks + b.marks,
  };
}

/** Pieces on the same baseline, from the top of the page down. */
function rowsOf(pieces: readonly Segment[]): Segment[][] {
  const rows: Segment[][] = [];
  for (const piece of [...pieces].sort((a, b) => b.y - a.y || a.left - b.left)) {
    const row = rows.at(-1);
    if (row && row[0]!.y - piece.y < SAME_LINE * Math.max(row[0]!.size, piece.size)) row.push(piece);
    else rows.push([piece]);
  }
  return rows.map(row => row.sort((a, b) => a.left - b.left));
}

/** Whether a piece stands above the line of another that it is close to. */
const isAbove = (piece: Segment, beside: Segment, gap: number): boolean =>
  piece.size <= SMALLER * beside.size &&
  piece.y > beside.y + HIGHER * beside.size &&
  gap < WIDE_GAP * beside.size;

/** A row without the marks of notes, whether they stand behind words or open the note itself; exponents are written as such. */
function withoutMarks(row: readonly Segment[]): Segment[] {
  const kept: Segment[] = [];
  let marks = 0;
  row.forEach((piece, i) => {
    const [before, after] = [kept.at(-1), row[i + 1]];
    if (before && isAbove(piece, before, piece.left - before.right)) {
      const raised = raisedAs(piece.text, { before: before.text, linked: false });
      if (raised === "exponent") kept.push({ ...piece, text: `^${piece.text.trim()}` });
      if (raised === "note") kept.push({ ...kept.pop()!, marks: before.marks + piece.text.length });
      if (raised !== "words") return;
    } else if (!before && after && isAbove(piece, after, after.left - piece.right)) {
      if (raisedAs(piece.text, { before: ".", linked: false }) === "note") {
        marks += piece.text.length;
        return;
      }
    }
    kept.push(marks > 0 ? { ...piece, marks } : piece);
    marks = 0;
  });
  return kept;
}

function segmentsOf(row: readonly Segment[], gap: number): Segment[] {
  const segments: Segment[] = [];
  for (const piece of row) {
    const last = segments.at(-1);
    if (last && piece.left - last.right < gap * Math.max(last.size, piece.size))
      segments[segments.length - 1] = merge(last, piece);
    else segments.push(piece);
  }
  return segments;
}

/** A column of running text has lines that fill it, and several of them. */
const MIN_LINES = 4;
const FILLED = 0.65;

function isColumn(side: readonly Segment[]): boolean {
  if (side.length < MIN_LINES) return false;
  const left = Math.min(...side.map(segment => segment.left));
  const right = Math.max(...side.map(segment => segment.right));
  const full = side.filter(segment => segment.right - segment.left >= FILLED * (right - left));
  const letters = side.reduce((sum, { text }) => sum + text.length, 0) / side.length;
  return full.length >= side.length / 2 && letters >= 12;
}

/**
 * The x where a page parts into columns, or null: a gap that nearly no line crosses, with running text on both sides. Rows of
 * a table do not fill their columns, so that tables are read row by row. After Nagy and Seth (1984), recursive cuts along white space.
 */
function gutterOf(segments: readonly Segment[]): number | null {
  if (segments.length < 2 * MIN_LINES || segments.length > 5000) return null;
  const edges = [...new Set(segments.map(segment => Math.floor(segment.left)))].sort((a, b) => a - b);
  let best: number | null = null;
  let fewest = Number.POSITIVE_INFINITY;
  for (const x of edges.slice(1, 400)) {
    const crossing = segments.filter(segment => segment.left < x - 2 && segment.right > x + 1).length;
    if (crossing > segments.length * 0.25 || crossing >= fewest) continue;
    const left = segments.filter(segment => segment.right <= x + 1);
    const right = segments.filter(segment => segment.left >= x - 2);
    if (!isColumn(left) || !isColumn(right) || !sideBySide(left, right)) continue;
    fewest = crossing;
    best = x;
  }
  return best;
}

/** Do two groups share height on the page? A heading above its text does not make a column. */
function sideBySide(left: readonly Segment[], right: readonly Segment[]): boolean {
  const range = (side: readonly Segment[]) => {
    const ys = side.map(segment => segment.y);
    return [Math.min(...ys), Math.max(...ys)] as const;
  };
  const [a, b] = [range(left), range(right)];
  const shared = Math.min(a[1], b[1]) - Math.max(a[0], b[0]);
  return shared > 0.3 * Math.min(a[1] - a[0], b[1] - b[0]);
}

/** Segments by columns: what crosses the gutter parts the page into bands, and each band is read column by column. */
function columnsOf(segments: readonly Segment[], depth = 0): Segment[][] {
  const gutter = depth < 4 ? gutterOf(segments) : null;
  if (gutter === null) return [[...segments]];
  const groups: Segment[][] = [];
  let band: Segment[] = [];
  let across: Segment[] = [];
  const endBand = () => {
    const left = band.filter(segment => segment.right <= gutter + 1);
    const right = band.filter(segment => segment.right > gutter + 1);
    const rtl = band.filter(segment => segment.rtl).length > band.length / 2;
    for (const side of rtl ? [right, left] : [left, right])
      if (side.length > 0) groups.push(...columnsOf(side, depth + 1));
    band = [];
  };
  const endAcross = () => {
    if (across.length > 0) groups.push(across);
    across = [];
  };
  for (const segment of [...segments].sort((a, b) => b.y - a.y || a.left - b.left)) {
    if (segment.left < gutter - 2 && segment.right > gutter + 1) {
      endBand();
      across.push(segment);
    } else {
      endAcross();
      band.push(segment);
    }
  }
  endBand();
  endAcross();
  return groups;
}

function linesOfColumn(segments: readonly Segment[], page: number): PdfLine[] {
  const column = {
    left: Math.min(...segments.map(segment => segment.left)),
    right: Math.max(...segments.map(segment => segment.right)),
  };
  return rowsOf(segments).flatMap(row =>
    segmentsOf(row, Number.POSITIVE_INFINITY).map(({ text, box, left, right, y, size, marks }) => ({
      text: text.trim(),
      page,
      box: box.map(n => Math.round(n * 10) / 10) as unknown as Box,
      left,
      right,
      y,
      size,
      marks,
      column,
    })),
  );
}

/** A damaged file may give a piece no place or size; its words are read, at the page's corner. */
function somewhere(item: PdfItem): PdfItem {
  const finite = (n: number) => (Number.isFinite(n) ? n : 0);
  const { transform, width, height } = item;
  if ([...transform, width, height].every(Number.isFinite)) return item;
  return { ...item, transform: transform.map(finite), width: finite(width), height: finite(height) };
}

/** The lines of a page in reading order. What is printed at another angle than most of the page (a stamp in the margin) comes last. */
export function pageLines(items: readonly PdfItem[], page: number): PdfLine[] {
  const turned = new Map<Turn, PdfItem[]>();
  for (const given of items) {
    if (given.str.trim() === "") continue;
    const item = somewhere(given);
    const turn = turnOf(item);
    const group = turned.get(turn);
    if (group) group.push(item);
    else turned.set(turn, [item]);
  }
  const letters = (group: readonly PdfItem[]) => group.reduce((sum, { str }) => sum + str.length, 0);
  const groups = [...turned].sort((a, b) => letters(b[1]) - letters(a[1]) || a[0] - b[0]);
  return groups.flatMap(([turn, group]) => {
    const rows = rowsOf(group.map(item => pieceOf(item, turn))).map(withoutMarks);
    const segments = rows.flatMap(row => segmentsOf(row, WIDE_GAP));
    return columnsOf(segments).flatMap(column => linesOfColumn(column, page));
  });
}
