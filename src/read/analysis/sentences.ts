import type { Span } from "../types.ts";

/** A block of text between newlines that reads like a headline: short, without an end mark, not a list item that runs on. */
const HEADING_LIMIT = 120;
const ENDED = /[.!?…。！？؟:;,”"’»)\]]\s*$/;

/** Lines (paragraphs) of a text; empty ones left out. */
export function paragraphsOf(text: string): Span[] {
  const found: Span[] = [];
  let from = 0;
  while (from <= text.length) {
    const end = text.indexOf("\n", from);
    const to = end < 0 ? text.length : end;
    let a = from;
    let b = to;
    while (a < b && /\s/.test(text[a]!)) a++;
    while (b > a && /\s/.test(text[b - 1]!)) b--;
    if (b > a) found.push([a, b]);
    if (end < 0) break;
    from = end + 1;
  }
  return found;
}

export function isHeading(text: string, [from, to]: Span): boolean {
  return to - from <= HEADING_LIMIT && !ENDED.test(text.slice(from, to));
}

export const isQuestion = (text: string, [from, to]: Span): boolean =>
  /[?？؟]["”’»)\]]*\s*$/.test(text.slice(from, to));
