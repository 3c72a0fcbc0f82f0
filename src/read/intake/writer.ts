import type { Span } from "../types.ts";
import { OriginBuilder, type OriginMap, type OriginPlace } from "./origins.ts";

/** Where the words that are written stand in the original: a place of the writer, and offsets in it. */
export interface Written {
  readonly place: number;
  readonly from: number;
  /** Given where the words are not the original's own characters, as with a character reference. */
  readonly to?: number;
}

export interface WrittenText {
  readonly text: string;
  readonly links: { readonly span: Span; readonly href: string }[];
  readonly origins: OriginMap;
  /** Where its notes begin, if it has any. */
  readonly notesFrom?: number;
}

const SPACE = /[ \t\r\n\f\u00a0]/;
const WORDS = /[^ \t\r\n\f\u00a0]+/g;
/** Text that needs no collapsing inside: one space at a time, and only spaces. */
const UNEVEN = /[\t\r\n\f\u00a0]| {2}/;

/**
 * Builds a document's text from pieces of markup: white space runs become one space, blocks are separated by one newline,
 * links keep the span of their words, and every character keeps where it came from.
 */
export class TextWriter {
  #parts: string[] = [];
  #length = 0;
  #pending: "" | " " | "\n" = "";
  #links: { span: Span; href: string }[] = [];
  #open: { start: number; href: string }[] = [];
  #origins = new OriginBuilder();

  /** Something in the original that words can be said to stand in. */
  place(place: OriginPlace): number {
    return this.#origins.place(place);
  }

  /** Adds running text; its white space is collapsed. */
  words(text: string, origin?: Written): void {
    if (text === "") return;
    if (SPACE.test(text[0]!)) this.#space();
    if (UNEVEN.test(text)) this.#uneven(text, origin);
    else {
      const start = text.startsWith(" ") ? 1 : 0;
      const end = text.endsWith(" ") ? text.length - 1 : text.length;
      if (end > start) this.#flush(text.slice(start, end), origin, start);
    }
    if (SPACE.test(text.at(-1)!)) this.#space();
  }

  /** Characters written so far. */
  get length(): number {
    return this.#length;
  }

  /** Ends the block; the next words begin on a new line. */
  block(): void {
    this.#pending = "\n";
  }

  openLink(href: string): void {
    this.#open.push({ start: -1, href });
  }

  closeLink(): void {
    const link = this.#open.pop();
    if (link && link.start >= 0 && link.href !== "")
      this.#links.push({ span: [link.start, this.#length], href: link.href });
  }

  finish(): WrittenText {
    return {
      text: this.#parts.join(""),
      links: this.#links.sort((a, b) => a.span[0] - b.span[0]),
      origins: this.#origins.finish(),
    };
  }

  #space(): void {
    if (this.#pending === "") this.#pending = " ";
  }

  #uneven(text: string, origin: Written | undefined): void {
    let first = true;
    for (const word of text.matchAll(WORDS)) {
      if (!first) this.#space();
      first = false;
      this.#flush(word[0], origin, word.index);
    }
  }

  #flush(core: string, origin: Written | undefined, skipped: number): void {
    if (this.#length > 0 && this.#pending !== "") this.#add(this.#pending);
    this.#pending = "";
    for (const link of this.#open) if (link.start < 0) link.start = this.#length;
    const start = this.#length;
    this.#add(core);
    if (!origin) return;
    const { place, from, to } = origin;
    if (to !== undefined) this.#origins.add(start, this.#length, place, from, to);
    else this.#origins.add(start, this.#length, place, from + skipped, from + skipped + core.length);
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
