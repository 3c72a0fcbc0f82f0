import type { PdfLine } from "./pdf-lines.ts";

/** Notes are set in type of at most this share of the size of the text. */
const SMALLER = 0.93;

/** How a note begins where its mark stands on the line. */
const MARKED = /^(?:\[?\d{1,3}[\].)]?\s+\S|[*†‡§]\s?\S)/u;

/** The size of type of most characters. */
export function bodySize(lines: readonly PdfLine[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) {
    const rounded = Math.round(size * 2) / 2;
    letters.set(rounded, (letters.get(rounded) ?? 0) + text.length);
  }
  return [...letters].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}

/**
 * The notes at the foot of a page: the last lines of a column, in smaller type, from the first on that begins with the mark of a
 * note, whether it stood above the line (and was left out) or on it.
 */
export function notesOf(page: readonly PdfLine[], body: number): ReadonlySet<PdfLine> {
  const notes = new Set<PdfLine>();
  for (const column of new Set(page.map(line => line.column))) {
    const lines = page.filter(line => line.column === column);
    let first = lines.length;
    while (first > 0 && lines[first - 1]!.size <= SMALLER * body) first--;
    const small = lines.slice(first);
    const begins = small.findIndex(line => line.marks > 0 || MARKED.test(line.text));
    // A page of small type throughout is an index or a list of sources, which is its text.
    if (begins >= 0 && (first > 0 || lines.length < page.length))
      for (const line of small.slice(begins)) notes.add(line);
  }
  return notes;
}
