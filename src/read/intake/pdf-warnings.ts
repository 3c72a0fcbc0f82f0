import type { PdfLine } from "./pdf-lines.ts";

/** What came of the pages. */
export interface Pages {
  readonly lines: PdfLine[][];
  /** Pages that are pictures. */
  readonly pictures: number[];
  readonly broken: number[];
  readonly read: number;
}

/** `Page 3`, `Pages 3, 4 and 9 more`. */
export function listed(pages: readonly number[]): string {
  const shown = pages.slice(0, 6).join(", ");
  const more = pages.length > 6 ? ` and ${pages.length - 6} more` : "";
  return `${pages.length === 1 ? "Page" : "Pages"} ${shown}${more}`;
}

const BROKEN_OFF = "The file breaks off: it has no end mark. What could be found was read.";

/** Every PDF ends with a mark, after which at most some blanks stand. */
export function breaksOff(bytes: Uint8Array): boolean {
  let tail = "";
  for (const byte of bytes.subarray(Math.max(0, bytes.length - 2048))) tail += String.fromCharCode(byte);
  return !tail.includes("%%EOF");
}

export function warningsOf(pages: Pages, total: number, cut: boolean): string[] {
  const { broken, read } = pages;
  return [
    ...(cut ? [BROKEN_OFF] : []),
    ...(broken.length > 0 ? [`${listed(broken)} could not be read: the file is damaged there.`] : []),
    ...(total > read
      ? [`Only the first ${read} of ${total} pages were read; the limit of time or size was reached.`]
      : []),
  ];
}

export const NEEDS_OCR = "its pages are pictures; they need OCR (optical character recognition)";
