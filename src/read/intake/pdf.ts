import { EMPTY_PAGE, type Page } from "./page.ts";

/** Pages of one document that are read; the rest is said to be left. */
const MAX_PAGES = 2000;
/** Fewer characters a page than this, on average, mean pictures of pages. */
const SCANNED = 20;

/** A piece of a page's text as pdf.js gives it. */
interface Piece {
  readonly str: string;
  readonly hasEOL: boolean;
  readonly transform: readonly number[];
  readonly height: number;
}

/** Lines of a page by the ends that pdf.js marks; a gap of more than a line and a half ends a paragraph. */
function linesOf(pieces: readonly Piece[]): { text: string; y: number; height: number }[] {
  const lines: { text: string; y: number; height: number }[] = [];
  let text = "";
  let y = 0;
  let height = 0;
  for (const piece of pieces) {
    if (piece.str.trim() !== "") {
      y = piece.transform[5] ?? y;
      height = Math.max(piece.height, 1);
    }
    text += piece.str;
    if (!piece.hasEOL) continue;
    if (text.trim() !== "") lines.push({ text: text.trim(), y, height });
    text = "";
  }
  if (text.trim() !== "") lines.push({ text: text.trim(), y, height });
  return lines;
}

/** Lines that stand at the head or foot of many pages (with another number each time) are running heads. */
function runningHeads(pages: readonly (readonly { text: string }[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of pages)
    for (const { text } of [...lines.slice(0, 2), ...lines.slice(-2)]) {
      const shape = shapeOf(text);
      counts.set(shape, (counts.get(shape) ?? 0) + 1);
    }
  return new Set([...counts].filter(([, n]) => n >= 3 && n > pages.length / 2).map(([shape]) => shape));
}

const shapeOf = (text: string): string => text.replace(/\d+/g, "#");

/** Joins a page's lines into paragraphs; a word cut at a line's end is joined again. */
function joined(lines: readonly { text: string; y: number; height: number }[]): string {
  let out = "";
  let last: { y: number; height: number } | null = null;
  for (const line of lines) {
    const gap = last ? last.y - line.y : 0;
    if (out === "") out = line.text;
    else if (gap > 1.6 * Math.max(line.height, last!.height) || gap < 0) out += `\n${line.text}`;
    else if (/\p{Ll}-$/u.test(out) && /^\p{Ll}/u.test(line.text)) out = out.slice(0, -1) + line.text;
    else out += ` ${line.text}`;
    last = line;
  }
  return out;
}

/** PDF: the text of its pages, running heads dropped. Encrypted files are refused, scans are said to need OCR. */
export async function readPdf(bytes: Uint8Array): Promise<Page> {
  const { getDocumentProxy } = await import("unpdf");
  const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, useSystemFonts: false, verbosity: 0 });
  const count = Math.min(pdf.numPages, MAX_PAGES);
  const pages: ReturnType<typeof linesOf>[] = [];
  for (let n = 1; n <= count; n++) {
    const page = await pdf.getPage(n);
    const { items } = await page.getTextContent();
    pages.push(linesOf(items.filter((item): item is never => "str" in item) as unknown as Piece[]));
    page.cleanup();
  }
  const heads = runningHeads(pages);
  const body = pages
    .map(lines => joined(lines.filter(line => !heads.has(shapeOf(line.text)))))
    .filter(text => text !== "");
  const text = body.join("\n");
  if (text.length < SCANNED * count)
    throw new Error("its pages are pictures; they need OCR (optical character recognition) first");
  const info = ((await pdf.getMetadata().catch(() => null))?.info ?? {}) as Record<string, unknown>;
  const word = (key: string) => (typeof info[key] === "string" ? (info[key] as string).trim() : "");
  const made = /^D:(\d{4})(\d\d)(\d\d)/.exec(word("CreationDate"));
  return {
    ...EMPTY_PAGE,
    text,
    title: word("Title"),
    authors: word("Author") === "" ? [] : [word("Author")],
    published: made ? `${made[1]}-${made[2]}-${made[3]}` : "",
    warnings: pdf.numPages > count ? [`Only the first ${count} of ${pdf.numPages} pages were read.`] : [],
  };
}
