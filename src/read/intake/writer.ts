import type { Span } from "../types.ts";

/**
 * Builds a document's text from pieces of markup: white space runs become one space, blocks are separated by one newline,
 * links keep the span of their words.
 */
export class TextWriter {
  #parts: string[] = [];
  #length = 0;
  #pending: "" | " " | "\n" = "";
  #links: { span: Span; href: string }[] = [];
  #open: { start: number; href: string }[] = [];

  /** Adds running text; its white space is collapsed. */
  words(text: string): void {
    if (text === "") return;
    const collapsed = text.replace(/[ \t\r\n\f\u00a0]+/g, " ");
    const body = collapsed.startsWith(" ") ? collapsed.slice(1) : collapsed;
    if (collapsed.startsWith(" ") && this.#pending === "") this.#pending = " ";
    const core = body.endsWith(" ") ? body.slice(0, -1) : body;
    if (core !== "") this.#flush(core);
    if (body.endsWith(" ") && this.#pending === "") this.#pending = " ";
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

  finish(): { text: string; links: { span: Span; href: string }[] } {
    return { text: this.#parts.join(""), links: this.#links.sort((a, b) => a.span[0] - b.span[0]) };
  }

  #flush(core: string): void {
    if (this.#length > 0 && this.#pending !== "") this.#add(this.#pending);
    this.#pending = "";
    for (const link of this.#open) if (link.start < 0) link.start = this.#length;
    this.#add(core);
  }

  #add(text: string): void {
    this.#parts.push(text);
    this.#length += text.length;
  }
}
