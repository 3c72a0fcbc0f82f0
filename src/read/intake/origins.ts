import type { Span } from "../types.ts";

/**
 * Where the characters of a document's text stand in the original. A place is something that can be pointed at: a text node of a
 * page, a printed line of a PDF, a paragraph of a Word file, the file itself.
 */
export interface OriginPlace {
  /** File inside the document's file: a chapter of a book, a part of a mail (`1.2`), `word/footnotes.xml`. */
  readonly part?: string;
  /** Page of a PDF, from 1. */
  readonly page?: number;
  /** Left, bottom, right, top in PDF points from the page's lower left corner. */
  readonly box?: readonly [number, number, number, number];
  /** Characters of the line that `box` surrounds. */
  readonly length?: number;
  /** XPath of a text node. */
  readonly path?: string;
  /** Paragraph of `part`, from 1. */
  readonly paragraph?: number;
}

/** Runs of five numbers: start and end in the text, place, start and end in the place. Runs are in order and do not overlap. */
export interface OriginMap {
  readonly places: readonly OriginPlace[];
  readonly runs: Int32Array;
}

/** A stretch of text and where it stands in the original. */
export interface Origin extends Omit<OriginPlace, "length"> {
  /** Characters of the document's text. */
  readonly span: Span;
  /** Characters (UTF-16 units) of the place: of the text node, the paragraph, the line, the decoded file. */
  readonly characters: Span;
}

const WIDTH = 5;
type Run = [start: number, end: number, place: number, from: number, to: number];
export const NO_ORIGINS: OriginMap = { places: [], runs: new Int32Array(0) };

/** Characters that map one to one onto a file's own, as in plain text. */
export const identity = (length: number, place: OriginPlace = {}): OriginMap =>
  length === 0 ? NO_ORIGINS : { places: [place], runs: Int32Array.of(0, length, 0, 0, length) };

/** Collects runs in the order of the text; neighbours that continue one another are joined. */
export class OriginBuilder {
  #places: OriginPlace[] = [];
  #runs = new Int32Array(WIDTH * 64);
  #used = 0;

  place(place: OriginPlace): number {
    return this.#places.push(place) - 1;
  }

  /** Text `[start, end)` stands at `[from, to)` of a place. Runs of different lengths (a character reference) are pointed at whole. */
  add(start: number, end: number, place: number, from: number, to: number): void {
    const last = this.#used - WIDTH;
    const runs = this.#runs;
    if (last >= 0 && runs[last + 2] === place && end - start === to - from) {
      const gap = start - runs[last + 1]!;
      const straight = runs[last + 1]! - runs[last]! === runs[last + 4]! - runs[last + 3]!;
      // A gap of one is a space that stands in both, or a line's end that became one.
      if (straight && gap <= 1 && from - runs[last + 4]! === gap) {
        runs[last + 1] = end;
        runs[last + 4] = to;
        return;
      }
    }
    if (this.#used === runs.length) {
      this.#runs = new Int32Array(runs.length * 2);
      this.#runs.set(runs);
    }
    this.#runs.set([start, end, place, from, to], this.#used);
    this.#used += WIDTH;
  }

  finish(): OriginMap {
    return { places: this.#places, runs: this.#runs.slice(0, this.#used) };
  }
}

/** One map after another, each moved by where its text begins in the whole. */
export function joinOrigins(
  parts: readonly { readonly at: number; readonly origins: OriginMap }[],
): OriginMap {
  const places = parts.flatMap(({ origins }) => origins.places);
  const runs = new Int32Array(parts.reduce((sum, { origins }) => sum + origins.runs.length, 0));
  let offset = 0;
  let first = 0;
  for (const { at, origins } of parts) {
    for (let i = 0; i < origins.runs.length; i += WIDTH) {
      const [start, end, place, from, to] = origins.runs.subarray(i, i + WIDTH) as unknown as Run;
      runs.set([start + at, end + at, place + first, from, to], offset + i);
    }
    offset += origins.runs.length;
    first += origins.places.length;
  }
  return { places, runs };
}

function firstRunAfter(runs: Int32Array, at: number): number {
  let low = 0;
  let high = runs.length / WIDTH;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (runs[middle * WIDTH + 1]! > at) high = middle;
    else low = middle + 1;
  }
  return low * WIDTH;
}

/** The part of a line's box that some of its characters take, as if all were equally wide: within a letter or two. */
function within({ length = 0, ...place }: OriginPlace, [from, to]: Span): Omit<OriginPlace, "length"> {
  if (!place.box || length === 0) return place;
  const [left, bottom, right, top] = place.box;
  const at = (n: number) => Math.round((left + ((right - left) * n) / length) * 10) / 10;
  return { ...place, box: [at(from), bottom, at(to), top] };
}

/**
 * Where a span of the text stands in the original: one origin for each place that it touches, in the order of the text. What the
 * reader itself put in (the line ends between blocks) has no origin. A document without a map gives none.
 */
export function locate({ origins }: { readonly origins?: OriginMap }, [start, end]: Span): Origin[] {
  const found: { span: Span; characters: Span; place: number }[] = [];
  const { runs, places } = origins ?? NO_ORIGINS;
  for (let i = firstRunAfter(runs, start); i < runs.length && runs[i]! < end; i += WIDTH) {
    const [low, high, place, from, to] = runs.subarray(i, i + WIDTH) as unknown as Run;
    const span: Span = [Math.max(low, start), Math.min(high, end)];
    const exact = high - low === to - from;
    const characters: Span = exact ? [from + span[0] - low, from + span[1] - low] : [from, to];
    const last = found.at(-1);
    if (last && last.place === place && last.characters[1] <= characters[0]) {
      last.span = [last.span[0], span[1]];
      last.characters = [last.characters[0], characters[1]];
    } else found.push({ span, characters, place });
  }
  return found.map(({ span, characters, place }) => ({
    span,
    characters,
    ...within(places[place]!, characters),
  }));
}
