import type { Span } from "../../read/types.ts";

/** Paragraphs that a text of single sentences is followed over. */
const REACH = 3;

/** The end of a sentence inside of a paragraph. */
const INNER_END = /[\p{Ll}\d)%]{2}[.!?。！？]["”’»)]*\s+[\p{Lu}\d"“]|[。！？]["”」』）]*./u;
const ENDS = /[.!?。！？]["”’»」』)）]*$/u;

/**
 * Does a text run on from one sentence to a later one: within a paragraph, or over paragraphs of a single sentence each, in which news
 * agencies print everything? A line without a full stop is a heading, and parts what stands before and behind it.
 */
export function runsOn(text: string, before: Span, after: Span): boolean {
  const between = text.slice(before[1], after[0]);
  if (!between.includes("\n")) return true;
  const start = text.lastIndexOf("\n", before[0] - 1) + 1;
  const end = text.indexOf("\n", after[1]);
  const stop = end < 0 ? text.length : end;
  let paragraphs = 0;
  for (let from = start; from <= stop; ) {
    const mark = text.indexOf("\n", from);
    const to = mark < 0 ? stop : Math.min(mark, stop);
    const paragraph = text.slice(from, to).trim();
    from = to + 1;
    if (paragraph === "") continue;
    paragraphs++;
    if (paragraphs > REACH + 1 || !ENDS.test(paragraph) || INNER_END.test(paragraph)) return false;
  }
  return true;
}
