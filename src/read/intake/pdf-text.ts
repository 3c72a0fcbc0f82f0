import { OriginBuilder, type OriginMap } from "./origins.ts";
import type { PdfLine } from "./pdf-lines.ts";
import { bodySize, notesOf } from "./pdf-notes.ts";

/** Running text out of printed lines: running heads dropped, cut words joined, lines gathered into paragraphs. */

const shapeOf = (text: string): string => text.replace(/\d+|\b[ivxlc]{1,7}\b/g, "#");

/** Two pages show little of a habit: a line is a running head there where it stands at the same height on both. */
const SAME_HEIGHT = 2;

function headsOfTwo([first, second]: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  const others = edgesOf(second!);
  const repeated = edgesOf(first!).filter(line =>
    others.some(
      other => shapeOf(other.text) === shapeOf(line.text) && Math.abs(other.y - line.y) <= SAME_HEIGHT,
    ),
  );
  const heads = new Set(repeated.map(({ text }) => shapeOf(text)));
  // A page of nothing else was copied, and what is copied is text.
  const isAll = (lines: readonly PdfLine[]) => lines.every(({ text }) => heads.has(shapeOf(text)));
  return isAll(first!) || isAll(second!) ? new Set() : heads;
}

/** Lines that stand at the head or foot of many pages (with another number each time) are running heads. */
function runningHeads(pages: readonly (readonly PdfLine[])[]): ReadonlySet<string> {
  if (pages.length === 2) return headsOfTwo(pages);
  const counts = new Map<string, number>();
  for (const lines of pages) {
    const shapes = new Set(edgesOf(lines).map(line => shapeOf(line.text)));
    for (const shape of shapes) counts.set(shape, (counts.get(shape) ?? 0) + 1);
  }
  // Left and right pages may have heads of their own.
  return new Set([...counts].filter(([, n]) => n >= 3 && n > pages.length / 3).map(([shape]) => shape));
}

/** The two highest and the two lowest lines of a page. */
function edgesOf(lines: readonly PdfLine[]): PdfLine[] {
  const sorted = [...lines].sort((a, b) => b.y - a.y);
  return [...new Set([...sorted.slice(0, 2), ...sorted.slice(-2)])];
}

const WORD = /[\p{L}\p{M}]+(?:-[\p{L}\p{M}]+)*/gu;

/** Words that stand whole inside lines: they tell whether a word cut at a line's end has a hyphen of its own. */
function vocabulary(lines: readonly PdfLine[]): ReadonlySet<string> {
  const words = new Set<string>();
  // The ends of lines may be parts of words.
  for (const { text } of lines)
    for (const [word] of text
      .slice(text.indexOf(" ") + 1, -1)
      .toLowerCase()
      .matchAll(WORD))
      words.add(word);
  return words;
}

const CUT = /([\p{L}\p{M}-]+)([-\u00ad\u2010])$/u;
/** Words that English joins to others with a hyphen. */
const JOINS = /^(?:all|anti|cross|government|high|long|low|non|self|short|state|well)$/;

/** What a line's end loses where the next line goes on: 1 for a hyphen that only cuts the word, 0 for one that belongs to it, -1 where nothing is cut. */
function hyphenOf(line: string, next: string, words: ReadonlySet<string>): number {
  const cut = CUT.exec(line);
  const rest = /^\p{Ll}[\p{L}\p{M}]*/u.exec(next)?.[0];
  if (!cut || rest === undefined) return -1;
  if (cut[2] === "\u00ad") return 1;
  const before = cut[1]!.toLowerCase();
  const after = rest.toLowerCase();
  if (words.has(`${before}${after}`)) return 1;
  if (words.has(`${before}-${after}`)) return 0;
  return JOINS.test(before) || (words.has(before) && words.has(after) && after.length > 3) ? 0 : 1;
}

const CJK_END = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}，。、；：？！）」』】》]$/u;
const CJK_START = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}（「『【《]/u;
const SENTENCE_END = /[.!?…。！？؟۔:：]["”’»)\]]*$/u;
const ITEM = /^(?:[•‣▪●■◦–—-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s)/u;

/** The usual distance of two lines of a paragraph in sizes of type, over the document. */
function leadingOf(lines: readonly PdfLine[]): number {
  const gaps: number[] = [];
  for (let i = 1; i < lines.length; i++) {
    const [a, b] = [lines[i - 1]!, lines[i]!];
    if (a.page === b.page && a.column === b.column && a.y > b.y)
      gaps.push((a.y - b.y) / Math.max(a.size, b.size));
  }
  gaps.sort((a, b) => a - b);
  return Math.min(3, Math.max(1, gaps[Math.floor(gaps.length * 0.4)] ?? 1.2));
}

/** Parts of its column that a line which is left short leaves empty: where the next one is about as long it may stand beside a picture. */
const [SHORT, SHORTER] = [0.25, 0.5];
/** How unlike in length, in parts of the column, lines that were cut at one edge are. */
const RAGGED = 0.1;
const OPENS = /^[\p{Lu}\p{N}]/u;

/** Was a line ended before its column was, although the first word of the next had had room? Items of lists are, whose bullets are drawn. */
function isLeftShort(a: PdfLine, b: PdfLine): boolean {
  const width = a.column.right - a.column.left;
  const room = a.column.right - a.right;
  if (!OPENS.test(b.text) || room < SHORT * width || /[-\u00ad,]$/u.test(a.text)) return false;
  const word = ((b.right - b.left) / Math.max(1, b.text.length)) * (b.text.split(" ", 1)[0]!.length + 1);
  return word < room && (room > SHORTER * width || Math.abs(a.right - b.right) > RAGGED * width);
}

/** Does a new paragraph begin between two lines? */
function parts(a: PdfLine, b: PdfLine, leading: number): boolean {
  const size = Math.max(a.size, b.size);
  const ended = SENTENCE_END.test(a.text);
  if (ITEM.test(b.text) || (b.marks > 0 && ended)) return true;
  if (Math.min(a.size, b.size) < 0.85 * size) return true;
  if (a.page !== b.page || a.column !== b.column)
    return ended || !(/^\p{Ll}/u.test(b.text) || CJK_START.test(b.text) || /[-\u00ad,]$/u.test(a.text));
  const gap = (a.y - b.y) / size;
  if (gap < 0 || gap > 1.35 * leading) return true;
  if (!ended && isLeftShort(a, b)) return true;
  const width = a.column.right - a.column.left;
  return ended && (a.right < a.column.right - 0.25 * width || b.left > a.left + 0.8 * size);
}

export interface PrintedText {
  readonly text: string;
  readonly origins: OriginMap;
  /** Characters of running heads and of the marks of notes that were dropped. */
  readonly omitted: number;
  /** Where the notes begin, which stood at the foot of pages; left out where it has none. */
  readonly notesFrom?: number;
}

/** Lines without running heads, notes behind all else, so that a sentence goes on from page to page. */
function arranged(pages: readonly (readonly PdfLine[])[]): {
  readonly text: readonly PdfLine[];
  readonly notes: readonly PdfLine[];
  readonly omitted: number;
} {
  const heads = runningHeads(pages);
  const body = bodySize(pages.flat());
  const [text, notes]: PdfLine[][] = [[], []];
  let omitted = 0;
  for (const page of pages) {
    const dropped = new Set(edgesOf(page).filter(line => heads.has(shapeOf(line.text))));
    for (const line of page) omitted += dropped.has(line) ? line.text.length : line.marks;
    const kept = page.filter(line => !dropped.has(line));
    const low = notesOf(kept, body);
    for (const line of kept) (low.has(line) ? notes! : text!).push(line);
  }
  return { text: text!, notes: notes!, omitted };
}

/** The text of a document's pages, each character with its page and line. */
export function printedText(pages: readonly (readonly PdfLine[])[]): PrintedText {
  const { text, notes, omitted } = arranged(pages);
  const lines = [...text, ...notes];
  const words = vocabulary(lines);
  const leading = leadingOf(lines);
  const origins = new OriginBuilder();
  const out: string[] = [];
  let length = 0;
  let notesFrom = 0;
  const add = (piece: string) => {
    out.push(piece);
    length += piece.length;
  };
  lines.forEach((line, i) => {
    if (i === text.length) notesFrom = length;
    const next = lines[i + 1];
    const whole = !next || i + 1 === text.length || parts(line, next, leading);
    const hyphen = whole ? -1 : hyphenOf(line.text, next.text, words);
    const piece = hyphen === 1 ? line.text.slice(0, -1) : line.text;
    const place = origins.place({ page: line.page, box: line.box, length: line.text.length });
    origins.add(length, length + piece.length, place, 0, piece.length);
    add(piece);
    if (next && whole) add("\n");
    else if (next && hyphen < 0 && !(CJK_END.test(line.text) && CJK_START.test(next.text))) add(" ");
  });
  return {
    text: out.join(""),
    origins: origins.finish(),
    omitted,
    ...(notes.length > 0 ? { notesFrom } : {}),
  };
}
